import { type KeyboardEvent, useId } from 'react';
import { useT } from '../../services/text.ts';
import type { GridColumn } from './grid-model.ts';
import type { GridEdit } from './use-grid.ts';

export type CellEditorProps = {
  readonly label: string;
  readonly column: GridColumn;
  readonly edit: GridEdit;
  /** Why the value is refused, where it is. */
  readonly error: string | null;
  readonly onChange: (text: string) => void;
  /** Takes what is typed and goes on; the direction says where to. */
  readonly onCommit: (then: 'stay' | 'down' | 'left' | 'right') => void;
  readonly onCancel: () => void;
};

/** The field in a cell being edited: choices are offered, everything else is typed. */
export function CellEditor({ label, column, edit, error, onChange, onCommit, onCancel }: CellEditorProps) {
  const t = useT();
  const id = useId();
  const type = column.kind === 'variable' ? column.variable.type : 'Text';
  const choices = choicesOf(column, [t('cases.value.true'), t('cases.value.false')]);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onCommit('down');
    else if (event.key === 'Tab') onCommit(event.shiftKey ? 'left' : 'right');
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <div className="cases-editor">
      <input
        aria-label={label}
        aria-invalid={error !== null}
        {...(error === null ? {} : { 'aria-describedby': `${id}-error` })}
        {...(choices.length > 0 ? { list: `${id}-choices` } : {})}
        type="text"
        {...(type === 'Date' ? { placeholder: t('content.day.form') } : {})}
        inputMode={type === 'Integer' ? 'numeric' : type === 'Float' ? 'decimal' : 'text'}
        value={edit.text}
        autoComplete="off"
        spellCheck={false}
        ref={focusAtEnd}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => onCommit('stay')}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
      />
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </datalist>
      )}
      {error !== null && (
        <div id={`${id}-error`} className="cases-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

function choicesOf(column: GridColumn, yesAndNo: readonly string[]): readonly string[] {
  if (column.kind === 'case') return column.cases.map(({ name }) => name);
  if (column.kind !== 'variable') return [];
  return column.variable.type === 'Boolean' ? yesAndNo : column.variable.choices;
}

function focusAtEnd(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return;
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}
