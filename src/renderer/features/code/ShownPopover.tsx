// The chip that always says how much of the coding is seen, and the filter behind it.

import { ListFilter, RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Select } from '../../ui/Select.tsx';
import { noCoder } from './shown-filter.ts';
import { ShownCodes } from './ShownCodes.tsx';
import type { Shown } from './use-shown.ts';
import { WeightRange } from './WeightRange.tsx';

export type ShownPopoverProps = {
  readonly shown: Shown;
  readonly codes: readonly CodeSummary[];
  /** No mark is shown at all. */
  readonly isBare: boolean;
  readonly onShowMarks: () => void;
};

export function ShownPopover({ shown, codes, isBare, onShowMarks }: ShownPopoverProps) {
  const t = useT();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { counts, isFiltered, reset } = shown;
  if (isBare) {
    return (
      <span className="code-shown is-filtered">
        <span className="code-shown-bare">{t('seeing.bare.on')}</span>
        <IconButton label={t('seeing.bare.leave')} icon={<RotateCcw />} size="small" onPress={onShowMarks} />
      </span>
    );
  }
  const whole = counts.all === 0 ? t('seeing.shown.nothing') : t('seeing.shown.all', { n: counts.all });
  const text = isFiltered ? t('seeing.shown.some', { n: counts.shown, m: counts.all }) : whole;
  return (
    <span className={isFiltered ? 'code-shown is-filtered' : 'code-shown'} ref={anchor}>
      <Button
        size="small"
        variant="quiet"
        icon={<ListFilter />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
      >
        {text}
      </Button>
      {isFiltered && <IconButton label={t('seeing.shown.reset')} icon={<RotateCcw />} size="small" onPress={reset} />}
      <Popover label={t('seeing.shown')} isOpen={isOpen} onOpenChange={setOpen} triggerRef={anchor}>
        <div className="code-shown-body">
          <p className="code-shown-note">{t('seeing.shown.note')}</p>
          <ShownCodes shown={shown} codes={codes} />
          <Coders shown={shown} />
          <WeightRange shown={shown} />
          <Select
            label={t('seeing.shown.state')}
            size="small"
            options={(['all', 'kept', 'changed'] as const).map((id) => ({
              id,
              label:
                id === 'all' ? t('seeing.shown.state.all') : t(`seeing.shown.state.${id}`, { n: counts.byState[id] }),
            }))}
            value={shown.filter.states}
            onChange={(states) => shown.change({ states })}
          />
          <Button size="small" icon={<RotateCcw />} isDisabled={!isFiltered} onPress={reset}>
            {t('seeing.shown.reset')}
          </Button>
        </div>
      </Popover>
    </span>
  );
}

function Coders({ shown }: { readonly shown: Shown }) {
  const t = useT();
  const { data: coders = [] } = useAnswer('coders.list', {});
  const { filter, counts, change } = shown;
  const listed: readonly { readonly id: string; readonly name: string }[] = [
    ...coders.map(({ guid, name }) => ({ id: guid, name })),
    { id: noCoder, name: t('seeing.shown.coder.none') },
  ].filter(({ id }) => counts.byCoder.has(id) || filter.hiddenCoders.includes(id));
  if (listed.length < 2 && filter.hiddenCoders.length === 0) return null;
  return (
    <fieldset className="code-shown-group">
      <legend>{t('seeing.shown.coders')}</legend>
      {listed.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={!filter.hiddenCoders.includes(id)}
          onChange={(isShown) =>
            change({
              hiddenCoders: isShown
                ? filter.hiddenCoders.filter((other) => other !== id)
                : [...filter.hiddenCoders, id],
            })
          }
        >
          <span className="code-shown-name">{name}</span>
          <span className="code-shown-count">{counts.byCoder.get(id) ?? 0}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
