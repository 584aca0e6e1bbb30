import { useState } from 'react';
import { useT } from '../../../services/text.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { SplitRule } from './choices.ts';

export type SplitFieldsProps = {
  readonly rule: SplitRule | null;
  readonly headings: readonly { readonly level: number; readonly count: number }[];
  readonly onChange: (rule: SplitRule | null) => void;
};

const ways = ['none', 'heading', 'marker', 'speaker'] as const;

/** Whether and where one file becomes several documents. */
export function SplitFields({ rule, headings, onChange }: SplitFieldsProps) {
  const t = useT();
  const levels = headings.map(({ level }) => level);
  const choose = (way: (typeof ways)[number]): void => {
    if (way === 'none') onChange(null);
    else if (way === 'heading') onChange({ by: 'heading', level: levels[0] ?? 1 });
    else if (way === 'speaker') onChange({ by: 'speaker' });
    else onChange({ by: 'marker', marker: '', pattern: false });
  };
  return (
    <>
      <Select
        label={t('incoming.split')}
        value={rule?.by ?? 'none'}
        onChange={choose}
        options={ways.map((id) => ({ id, label: t(`incoming.split.${id}`) }))}
      />
      {rule?.by === 'heading' && (
        <Select
          label={t('incoming.split.level')}
          value={String(rule.level)}
          onChange={(level) => onChange({ by: 'heading', level: Number(level) })}
          options={[...new Set([...levels, rule.level, 1])]
            .toSorted((one, other) => one - other)
            .map((level) => ({ id: String(level), label: t('incoming.split.level.upTo', { level }) }))}
        />
      )}
      {rule?.by === 'marker' && <MarkerFields rule={rule} onChange={onChange} />}
    </>
  );
}

type MarkerRule = Extract<SplitRule, { readonly by: 'marker' }>;

/** The text is split anew when the marker is typed to its end, not at every letter. */
function MarkerFields({
  rule,
  onChange,
}: {
  readonly rule: MarkerRule;
  readonly onChange: (rule: MarkerRule) => void;
}) {
  const t = useT();
  const [marker, setMarker] = useState(rule.marker);
  const settle = (): void => {
    if (marker !== rule.marker) onChange({ ...rule, marker });
  };
  return (
    <>
      <TextField
        label={t('incoming.split.marker.text')}
        hint={t('incoming.split.marker.hint')}
        value={marker}
        onChange={setMarker}
        onBlur={settle}
        onSubmit={settle}
        maxLength={500}
      />
      <Checkbox isSelected={rule.pattern} onChange={(pattern) => onChange({ ...rule, marker, pattern })}>
        {t('incoming.split.pattern')}
      </Checkbox>
    </>
  );
}
