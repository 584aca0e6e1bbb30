import type { KeyboardEvent } from 'react';
import { useT } from '../services/text.ts';
import { TextArea, TextField } from '../ui/TextField.tsx';
import { useAutosave } from './use-autosave.ts';

export type AutosaveFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => unknown;
  /** Help below the field; may follow what is typed. */
  readonly hint?: string | ((text: string) => string);
  /** Lines shown; without it the field has one line. */
  readonly rows?: number;
  /** An empty text is not saved, and the field says so. */
  readonly isNeeded?: boolean;
  /** Why a text cannot be saved, in a sentence; null where it can. */
  readonly check?: (text: string) => string | null;
  readonly isReadOnly?: boolean;
  readonly isLabelHidden?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
};

/** A field that saves by itself. Escape goes back to what is saved; Control+Enter saves at once. */
export function AutosaveField(props: AutosaveFieldProps) {
  const { label, value, onSave, hint, rows, isNeeded = false, check, maxLength = 500, placeholder, ...rest } = props;
  const t = useT();
  const errorOf = (text: string): string | null =>
    isNeeded && text.trim() === '' ? t('content.needed') : (check?.(text) ?? null);
  const { text, change, flush, discard } = useAutosave(value, onSave, (draft) => errorOf(draft) === null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== value) {
      discard();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (rows === undefined || event.ctrlKey || event.metaKey)) {
      flush();
      event.preventDefault();
    }
  };
  const shared = {
    label,
    value: text,
    onChange: change,
    onBlur: flush,
    error: errorOf(text),
    ...(hint === undefined ? {} : { hint: typeof hint === 'string' ? hint : hint(text) }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...rest,
  };
  return (
    <div className="autosave-field" role="presentation" onKeyDown={onKeyDown}>
      {rows === undefined ? <TextField {...shared} maxLength={maxLength} /> : <TextArea {...shared} rows={rows} />}
    </div>
  );
}
