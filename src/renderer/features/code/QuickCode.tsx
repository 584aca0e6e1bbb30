// Type two letters of a code and press Enter. Opens at the passage; the focus goes back to the text.

import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { useT } from '../../services/text.ts';
import { Popover } from '../../ui/Popover.tsx';
import { isNameOf, rankCodes } from './code-search.ts';

export type QuickCodeProps = {
  readonly codes: readonly CodeSummary[];
  readonly recent: readonly Guid[];
  /** Where the passage stands on the screen. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly onChoose: (codeId: Guid) => void;
  readonly onCreate: (name: string) => void;
  readonly onClose: () => void;
};

const mostShown = 12;
/** Room in pixels the popover needs above or below the passage. */
const leastRoom = 280;

// A list that a field steers: the keys are the field's, and no native element can be steered from elsewhere.
const listRole = { role: 'listbox' } as const;

function optionOf(isChosen: boolean, onPoint: () => void, onTake: (stay: boolean) => void) {
  return {
    role: 'option',
    'aria-selected': isChosen,
    onPointerMove: onPoint,
    // Keeps the focus in the field.
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => onTake(event.shiftKey),
  } as const;
}

export function QuickCode({ codes, recent, at, onChoose, onCreate, onClose }: QuickCodeProps) {
  const t = useT();
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="code-anchor" style={anchorStyle(at)} />
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={anchor}
        label={t('code.quick.title')}
        className="code-quick"
      >
        <Chooser codes={codes} recent={recent} onChoose={onChoose} onCreate={onCreate} onClose={onClose} />
      </Popover>
    </>
  );
}

/** As tall as the passage, so that the popover covers none of its words; of one that fills the screen, its end. */
function anchorStyle({ left, top, bottom }: QuickCodeProps['at']) {
  const hasRoom = top > leastRoom || bottom < window.innerHeight - leastRoom;
  return hasRoom ? { left, top, blockSize: Math.max(1, bottom - top) } : { left, top: bottom };
}

type Row = { readonly key: string; readonly code: CodeSummary | null };

function Chooser({ codes, recent, onChoose, onCreate, onClose }: Omit<QuickCodeProps, 'at'>) {
  const t = useT();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const rows = useMemo<readonly Row[]>(() => {
    const ranked = rankCodes(codes, typed, recent, mostShown).map((code): Row => ({ key: code.guid, code }));
    const isNew = typed.trim() !== '' && !isNameOf(codes, typed);
    return isNew ? [...ranked, { key: 'new', code: null }] : ranked;
  }, [codes, typed, recent]);
  const at = Math.min(chosen, rows.length - 1);

  const take = (row: Row | undefined, stay: boolean): void => {
    if (!row) return;
    if (row.code) onChoose(row.code.guid);
    else onCreate(typed.trim());
    if (stay) {
      setTyped('');
      setChosen(0);
    } else onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((rows.length + at + step) % Math.max(1, rows.length));
    else if (event.key === 'Enter') take(rows[at], event.shiftKey);
    else return;
    event.preventDefault();
  };

  return (
    <div className="code-quick-body">
      <input
        className="field-input"
        // The popover is opened to type into.
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-label={t('code.quick.input')}
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        {...(rows[at] ? { 'aria-activedescendant': `${id}-${rows[at].key}` } : {})}
        placeholder={t('code.quick.input')}
        autoComplete="off"
        spellCheck={false}
      />
      <div {...listRole} id={`${id}-list`} aria-label={t('code.quick.list')} className="code-quick-list">
        {rows.map((row, index) => (
          <div
            key={row.key}
            id={`${id}-${row.key}`}
            className="code-quick-row"
            {...optionOf(
              index === at,
              () => setChosen(index),
              (stay) => take(row, stay),
            )}
          >
            {row.code ? (
              <CodeLabel color={row.code.color} path={row.code.path} />
            ) : (
              t('code.quick.create', { name: typed.trim() })
            )}
          </div>
        ))}
      </div>
      <p id={`${id}-hint`} className="code-quick-hint">
        {t(codes.length === 0 && typed === '' ? 'code.quick.empty' : 'code.quick.hint')}
      </p>
    </div>
  );
}
