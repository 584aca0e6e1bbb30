import './inline-name.css';
import { type KeyboardEvent, useRef, useState } from 'react';

export type InlineNameProps = {
  readonly label: string;
  readonly initial: string;
  /** Called once, with null where the user gave up. */
  readonly onDone: (name: string | null) => void;
};

/** A name typed in place. Enter or leaving the field takes it, Escape gives it up. */
export function InlineName({ label, initial, onDone }: InlineNameProps) {
  const [text, setText] = useState(initial);
  const isDone = useRef(false);
  const finish = (name: string | null): void => {
    if (isDone.current) return;
    isDone.current = true;
    onDone(name === null || name.trim() === '' ? null : name.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') finish(text);
    else if (event.key === 'Escape') finish(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      className="inline-name"
      aria-label={label}
      value={text}
      maxLength={500}
      autoComplete="off"
      spellCheck={false}
      ref={focusAndSelect}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(text)}
    />
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
