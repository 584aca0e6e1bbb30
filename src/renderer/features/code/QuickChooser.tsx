import { Check, Plus, Star, X } from 'lucide-react';
import { type MouseEvent, type PointerEvent, useId } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { useT } from '../../services/text.ts';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { Choice } from './quick-model.ts';
import { QuickNew } from './QuickNew.tsx';
import { type Chooser, type Row, useChooser } from './use-chooser.ts';

export type QuickChooserProps = {
  readonly codes: readonly CodeSummary[];
  readonly recent: readonly Guid[];
  readonly favourites: readonly Guid[];
  /** What the number keys stand for. */
  readonly keyCodes: readonly CodeSummary[];
  readonly isMultiple: boolean;
  /** How much will be coded, where that is not seen at a glance. */
  readonly note: string | null;
  readonly onApply: (choices: readonly Choice[]) => void;
  readonly onStar: (codeId: Guid) => void;
};

// A list that a field steers: the keys are the field's, and no native element can be steered from elsewhere.
const listRole = { role: 'listbox', 'aria-multiselectable': true } as const;

export function QuickChooser(props: QuickChooserProps) {
  const t = useT();
  const id = useId();
  const chooser = useChooser(props);
  const { typed, type, rows, index, row, chips } = chooser;
  return (
    <div className="code-quick-body">
      {props.note !== null && <p className="code-quick-note">{props.note}</p>}
      <Chips chooser={chooser} />
      <input
        className="field-input"
        // The popover is opened to type into.
        autoFocus
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={chooser.onKeyDown}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-label={t('code.quick.input')}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        {...(row ? { 'aria-activedescendant': `${id}-${row.key}` } : {})}
        placeholder={t('code.quick.input')}
        autoComplete="off"
        spellCheck={false}
      />
      <div {...listRole} id={`${id}-list`} aria-label={t('code.quick.list')} className="code-quick-list">
        {rows.map((each, place) => (
          <div
            key={each.key}
            id={`${id}-${each.key}`}
            className="code-quick-row"
            {...optionOf(chooser, each, place === index, () => chooser.point(place))}
          >
            <RowContent row={each} chooser={chooser} {...props} />
          </div>
        ))}
      </div>
      {row && 'made' in row && <QuickNew chooser={chooser} row={row} codes={props.codes} />}
      <p id={`${id}-hint`} className="code-quick-hint">
        {t(hintOf(props, typed, chips.length))}
      </p>
    </div>
  );
}

function hintOf({ codes, isMultiple }: QuickChooserProps, typed: string, marked: number) {
  if (codes.length === 0 && typed === '') return 'code.quick.empty';
  if (!isMultiple) return 'coding.quick.hint.one';
  return marked > 0 ? 'coding.quick.hint.marked' : 'coding.quick.hint';
}

function optionOf({ mark, take, isMarked }: Chooser, row: Row, isActive: boolean, onPoint: () => void) {
  return {
    role: 'option',
    'aria-selected': isActive,
    'aria-checked': isMarked(row.key),
    onPointerMove: onPoint,
    // Keeps the focus in the field.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => (event.shiftKey || event.ctrlKey || event.metaKey ? mark(row) : take(row)),
  } as const;
}

type RowContentProps = Pick<QuickChooserProps, 'favourites' | 'keyCodes'> & {
  readonly row: Row;
  readonly chooser: Chooser;
};

function RowContent({ row, chooser, favourites, keyCodes }: RowContentProps) {
  const t = useT();
  if ('made' in row) {
    return (
      <>
        <Plus className="code-quick-icon" aria-hidden="true" />
        <span className="code-quick-new-name">{t('code.quick.create', { name: row.path })}</span>
      </>
    );
  }
  const { code } = row;
  const key = keyCodes.findIndex(({ guid }) => guid === code.guid) + 1;
  return (
    <>
      <CodeLabel color={code.color} path={code.path} />
      <span className="code-quick-signs">
        {chooser.isMarked(row.key) && <Check className="code-quick-icon" aria-hidden="true" />}
        {favourites.includes(code.guid) && <Star className="code-quick-star" aria-hidden="true" />}
        {key > 0 && <Kbd shortcut={String(key)} />}
      </span>
    </>
  );
}

function Chips({ chooser }: { readonly chooser: Chooser }) {
  const t = useT();
  if (chooser.chips.length === 0) return null;
  return (
    <ul className="code-chips" aria-label={t('coding.quick.chips')}>
      {chooser.chips.map(({ key, label, color }) => (
        <li key={key} className="code-chip">
          {color === null ? <Plus className="code-quick-icon" aria-hidden="true" /> : <ColorSwatch color={color} />}
          <span className="ellipsis" title={label}>
            {label}
          </span>
          <button
            type="button"
            className="code-chip-remove"
            aria-label={t('coding.quick.unmark', { code: label })}
            onClick={() => chooser.unmark(key)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
