import { type FormEvent, useId, useRef, useState } from 'react';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';

export type WeightPopoverProps = {
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  /** The weight all of them have; null where they have none, or differ. */
  readonly weight: number | null;
  readonly count: number;
  readonly onSave: (weight: number | null) => void;
  readonly onClose: () => void;
};

const presets = [0, 25, 50, 75, 100] as const;

/** How strongly a passage speaks for its code, from 0 to 100. */
export function WeightPopover({ at, weight, count, onSave, onClose }: WeightPopoverProps) {
  const t = useT();
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState(weight === null ? '' : String(weight));
  const value = typed.trim() === '' ? null : Number(typed);
  const isRight = value === null || (Number.isInteger(value) && value >= 0 && value <= 100);
  const save = (chosen: number | null): void => {
    onSave(chosen);
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRight) save(value);
  };
  return (
    <>
      <span
        ref={anchor}
        className="code-anchor"
        style={{ left: at.left, top: at.top, blockSize: Math.max(1, at.bottom - at.top) }}
      />
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={anchor}
        label={t('coding.weight.title', { n: count })}
        className="code-weight"
      >
        <form className="code-quick-body" noValidate onSubmit={submit}>
          <label htmlFor={id}>{t('coding.weight.title', { n: count })}</label>
          <input
            id={id}
            className="field-input"
            type="number"
            min={0}
            max={100}
            // The popover is opened to type into.
            autoFocus
            value={typed}
            aria-invalid={!isRight}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setTyped(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
          <div className="code-weight-presets">
            {presets.map((preset) => (
              <Button key={preset} size="small" onPress={() => save(preset)}>
                {String(preset)}
              </Button>
            ))}
            <Button size="small" variant="quiet" onPress={() => save(null)}>
              {t('coding.weight.none')}
            </Button>
          </div>
          <p id={`${id}-hint`} className="code-quick-hint">
            {t(isRight ? 'coding.weight.hint' : 'coding.weight.wrong')}
          </p>
        </form>
      </Popover>
    </>
  );
}
