import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';

export type WeightFieldProps = {
  /** 0..100, or null where the coding has no weight. */
  readonly value: number | null;
  readonly isDisabled: boolean;
  readonly onChange: (weight: number | null) => void;
};

/** How strongly a passage speaks for its code. Sliding shows the number; letting go saves it, as one step. */
export function WeightField({ value, isDisabled, onChange }: WeightFieldProps) {
  const t = useT();
  const id = useId();
  const [draft, setDraft] = useState<number | null>(null);
  const shown = draft ?? value;
  const save = (): void => {
    setDraft(null);
    if (draft !== null && draft !== value) onChange(draft);
  };
  return (
    <div className="inspector-weight">
      <label htmlFor={id} className="field-label">
        {t('inspector.coding.weight')}
      </label>
      <output htmlFor={id}>{shown ?? t('inspector.coding.weight.none')}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={shown ?? 50}
        disabled={isDisabled}
        data-empty={shown === null || undefined}
        title={t('inspector.coding.weight.help')}
        aria-valuetext={shown === null ? t('inspector.coding.weight.none') : String(shown)}
        onChange={(event) => setDraft(event.target.valueAsNumber)}
        onPointerUp={save}
        onKeyUp={save}
        onBlur={save}
      />
      {value !== null && (
        <IconButton
          label={t('inspector.coding.weight.clear')}
          icon={<X />}
          size="small"
          isDisabled={isDisabled}
          onPress={() => onChange(null)}
        />
      )}
    </div>
  );
}
