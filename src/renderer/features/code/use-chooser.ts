// What has been typed and marked in the popover of codes, and what its keys do.

import { type KeyboardEvent, useMemo, useState } from 'react';
import type { CodeKind, CodeSummary } from '../../../shared/contract/codes.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { isGuid, type Guid } from '../../../shared/domain/ids.ts';
import { useRemembered } from '../../services/window-state.ts';
import { plain, rankCodes } from './code-search.ts';
import { type Choice, newCodeOf, type NewCode } from './quick-model.ts';

export type ChooserInput = {
  readonly codes: readonly CodeSummary[];
  readonly recent: readonly Guid[];
  /** False where codings get one other code: nothing is marked then. */
  readonly isMultiple: boolean;
  readonly onApply: (choices: readonly Choice[]) => void;
  readonly onStar: (codeId: Guid) => void;
};

/** A row is a code, or the one that is to be made of what was typed. */
export type Row =
  | { readonly key: string; readonly code: CodeSummary }
  | { readonly key: 'new'; readonly made: NewCode; readonly path: string };
export type Chip = {
  readonly key: string;
  readonly label: string;
  readonly color: string | null;
  readonly choice: Choice;
};

const mostShown = 12;
const mostRemembered = 300;
const noChoices: Record<string, string> = {};

export type Chooser = ReturnType<typeof useChooser>;

export function useChooser({ codes, recent, isMultiple, onApply, onStar }: ChooserInput) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [chips, setChips] = useState<readonly Chip[]>([]);
  const [parent, setParent] = useState<Guid | null | undefined>();
  const [kind, setKind] = useState<CodeKind | null>(null);
  /** After an arrow key a space marks; else it is a space of the name being typed. */
  const [isWalking, setWalking] = useState(false);
  const [own, setOwn] = useRemembered<Record<string, string>>('code/choices', noChoices);
  const rows = useMemo<readonly Row[]>(() => {
    const chosen = own[plain(typed.trim())];
    const ranked = rankCodes(codes, typed, recent, mostShown, chosen !== undefined && isGuid(chosen) ? chosen : null);
    const made = newCodeOf(codes, typed);
    const found = ranked.map((code): Row => ({ key: code.guid, code }));
    return made ? [...found, newRow(codes, { ...made, kind, ...(parent === undefined ? {} : { parent }) })] : found;
  }, [codes, typed, recent, own, kind, parent]);
  const index = Math.min(at, rows.length - 1);
  const row = rows[index];

  const type = (text: string): void => {
    setTyped(text);
    setAt(0);
    setWalking(false);
    setParent(undefined);
  };
  const remember = (code: Guid): void => {
    const letters = plain(typed.trim());
    if (letters === '') return;
    setOwn((former) =>
      Object.fromEntries(
        [...Object.entries(former).filter(([key]) => key !== letters), [letters, code]].slice(-mostRemembered),
      ),
    );
  };
  const mark = (wanted: Row | undefined): void => {
    if (!wanted || !isMultiple) return;
    if ('code' in wanted) remember(wanted.code.guid);
    const chip = chipOf(wanted);
    setChips((former) =>
      former.some(({ key }) => key === chip.key) ? former.filter(({ key }) => key !== chip.key) : [...former, chip],
    );
    type('');
  };
  const take = (wanted: Row | undefined): void => {
    if (wanted && 'code' in wanted) remember(wanted.code.guid);
    const also = wanted ? chipOf(wanted) : null;
    const all = also && !chips.some(({ key }) => key === also.key) ? [...chips, also] : chips;
    if (all.length > 0) onApply(all.map(({ choice }) => choice));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setAt((rows.length + index + step) % Math.max(1, rows.length));
      setWalking(true);
    } else if (event.key === 'Enter') {
      if ((isMod || event.shiftKey) && isMultiple) mark(row);
      // With codes marked and nothing typed, those are meant, not the row that happens to stand first.
      else take(chips.length > 0 && typed.trim() === '' && !isWalking ? undefined : row);
    } else if (event.key === ' ' && isMultiple && !isMod && (typed === '' || isWalking)) mark(row);
    else if (event.key === 'Backspace' && typed === '' && chips.length > 0) setChips(chips.slice(0, -1));
    else if (isMod && event.key.toLowerCase() === 'd' && row && 'code' in row) onStar(row.code.guid);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    typed,
    type,
    rows,
    index,
    row,
    chips,
    parent,
    setParent,
    kind,
    setKind,
    point: setAt,
    mark,
    take,
    unmark: (key: string) => setChips(chips.filter((chip) => chip.key !== key)),
    isMarked: (key: string) => chips.some((chip) => chip.key === key),
    onKeyDown,
  };
}

function newRow(codes: readonly CodeSummary[], made: NewCode): Row {
  const above = codes.find(({ guid }) => guid === made.parent)?.path ?? [];
  return { key: 'new', made, path: [...above, ...made.between, made.name].join(pathSeparator) };
}

function chipOf(row: Row): Chip {
  return 'code' in row
    ? { key: row.key, label: row.code.path.join(pathSeparator), color: row.code.color, choice: row.code.guid }
    : { key: `new ${row.path}`, label: row.path, color: null, choice: row.made };
}
