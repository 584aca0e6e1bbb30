import { type FormEvent, useId, useRef, useState } from 'react';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';

export type NewTurnPopoverProps = {
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly speakers: readonly string[];
  /** Who speaks before the place: the next turn is most likely another's. */
  readonly last: string | null;
  readonly onChoose: (speaker: string) => void;
  readonly onClose: () => void;
};

/** Speakers offered by a button each; the others can be typed. */
const most = 8;

/** Whose turn begins at the caret. */
export function NewTurnPopover({ at, speakers, last, onChoose, onClose }: NewTurnPopoverProps) {
  const t = useT();
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [typed, setTyped] = useState('');
  const name = typed.trim().replace(/:$/, '');
  const offered = [...speakers.filter((speaker) => speaker !== last), ...speakers.filter((one) => one === last)];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '') onChoose(name);
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
        label={t('texts.turn.who')}
        className="code-turn"
      >
        <form className="code-quick-body" noValidate onSubmit={submit}>
          <p className="code-turn-title">{t('texts.turn.who')}</p>
          {offered.slice(0, most).map((speaker, index) => (
            <Button key={speaker} size="small" autoFocus={index === 0} onPress={() => onChoose(speaker)}>
              {speaker}
            </Button>
          ))}
          <label htmlFor={id}>{t('texts.turn.other')}</label>
          <input
            id={id}
            className="field-input"
            value={typed}
            maxLength={40}
            // Where nobody is offered, the name is what is asked for.
            autoFocus={offered.length === 0}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" size="small" variant="primary" isDisabled={name === ''}>
            {t('texts.turn.make')}
          </Button>
        </form>
      </Popover>
    </>
  );
}
