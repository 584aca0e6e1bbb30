// What can be done to codings that are there: the active one, or those chosen in the list.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Command } from '../../commands/registry.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import { codingToSplit, joiningOf, nextWeight, targetsOf } from './coding-targets.ts';
import type { CodeCommandsInput } from './code-commands.ts';
import { inText, onCodings, passageIn, titleOf } from './passage.ts';
import { useCode } from './store.ts';

const weightStep = 10;

export function codingCommands(input: CodeCommandsInput): readonly Command[] {
  return [...shapeCommands(input), ...markCommands(input), ...stepCommands(input)];
}

/** The coding before or after a place, in order of starts. */
export function codingBeside(codings: readonly PlacedCoding[], active: string | null, at: number, backward: boolean) {
  const placed = codings
    .filter(({ state }) => state !== 'orphaned')
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const index = placed.findIndex(({ guid }) => guid === active);
  if (index >= 0) return placed[(index + (backward ? -1 : 1) + placed.length) % placed.length] ?? null;
  const found = backward ? placed.findLast(({ start }) => start < at) : placed.find(({ start }) => start >= at);
  return found ?? (backward ? placed.at(-1) : placed[0]) ?? null;
}

function targets(codings: readonly PlacedCoding[]): readonly PlacedCoding[] {
  return targetsOf(codings, { codingId: usePlace.getState().codingId, chosen: useCode.getState().chosen });
}

function shapeCommands({ editor, codings, actions, resizing, canChange, t }: CodeCommandsInput): readonly Command[] {
  const one = (): PlacedCoding | null => targets(codings)[0] ?? null;
  const canShape = (): boolean => canChange && one() !== null;
  const ends = [
    ['end', 'right', 'Alt+Shift+ArrowRight'],
    ['end', 'left', 'Alt+Shift+ArrowLeft'],
    ['start', 'right', 'Mod+Alt+Shift+ArrowRight'],
    ['start', 'left', 'Mod+Alt+Shift+ArrowLeft'],
  ] as const;
  return [
    {
      id: 'code.resize',
      label: 'code.resize',
      shortcut: 'Mod+Shift+Enter',
      group: 'coding',
      isEnabled: () => canShape() && passageIn(editor()) !== null,
      run: () => {
        const coding = one();
        const range = passageIn(editor());
        return coding && range ? actions.resize(coding.guid, range) : undefined;
      },
    },
    ...ends.map(([edge, arrow, shortcut]) => ({
      id: `code.move.${edge}.${arrow}`,
      label: `coding.move.${edge}.${arrow}` as const,
      keywords: 'coding.move.keywords' as const,
      shortcut,
      group: 'coding' as const,
      isEnabled: canShape,
      run: () => resizing.step(edge, arrow),
    })),
    {
      id: 'code.split',
      label: 'coding.split',
      keywords: 'coding.split.keywords',
      shortcut: 'X',
      within: inText,
      group: 'coding',
      isEnabled: () => canChange && codings.length > 0,
      run: () => {
        const at = editor()?.caret()?.focus;
        const coding = at === undefined ? null : codingToSplit(codings, usePlace.getState().codingId, at);
        if (coding && at !== undefined) return actions.split(coding.guid, at);
        return notify({ kind: 'info', text: t('coding.split.where') });
      },
    },
    {
      id: 'code.join',
      label: 'coding.join',
      keywords: 'coding.join.keywords',
      shortcut: 'J',
      within: onCodings,
      group: 'coding',
      isEnabled: canShape,
      run: () => {
        const joining = joiningOf(codings, targets(codings), editor()?.text() ?? '');
        if (!joining) return notify({ kind: 'info', text: t('coding.join.none') });
        const ids = joining.codings.map(({ guid }) => guid);
        if (!joining.acrossWords) return actions.join(ids, false);
        const join = (): void => void actions.join(ids, true);
        const action = { label: t('coding.join.across.do'), run: join };
        return notify({ kind: 'info', text: t('coding.join.across'), about: 'coding.join', action });
      },
    },
  ];
}

function markCommands({ editor, codings, actions, canChange, t }: CodeCommandsInput): readonly Command[] {
  const canAct = (): boolean => canChange && targets(codings).length > 0;
  const ids = () => targets(codings).map(({ guid }) => guid);
  const changed = () => targets(codings).filter(({ state }) => state === 'changed');
  const weigh = async (by: number): Promise<void> => {
    for (const [weight, alike] of Map.groupBy(targets(codings), (coding) => nextWeight(coding.weight, by))) {
      const differing = alike.filter((coding) => (coding.weight ?? 0) !== weight).map(({ guid }) => guid);
      if (differing.length > 0) await actions.weigh(differing, weight);
    }
  };
  return [
    {
      id: 'code.change',
      label: 'code.change',
      shortcut: 'C',
      within: onCodings,
      group: 'coding',
      isEnabled: canAct,
      run: () => {
        const found = targets(codings);
        const passages = found.map(({ start, end }) => ({ start, end }));
        const note = found.length > 1 ? t('coding.change.count', { n: found.length }) : null;
        useCode.getState().set({ quick: { passages, codingIds: ids(), note }, menu: null });
      },
    },
    {
      id: 'code.weight',
      label: 'coding.weight',
      keywords: 'coding.weight.keywords',
      shortcut: 'Shift+W',
      within: onCodings,
      group: 'coding',
      isEnabled: canAct,
      run: () => useCode.getState().set({ weighing: ids(), menu: null }),
    },
    {
      id: 'code.weight.more',
      label: 'coding.weight.more',
      shortcut: ']',
      within: onCodings,
      group: 'coding',
      isEnabled: canAct,
      run: () => weigh(weightStep),
    },
    {
      id: 'code.weight.less',
      label: 'coding.weight.less',
      shortcut: '[',
      within: onCodings,
      group: 'coding',
      isEnabled: canAct,
      run: () => weigh(-weightStep),
    },
    {
      id: 'code.memoCoding',
      label: 'code.memo.coding',
      shortcut: 'M',
      within: onCodings,
      group: 'memo',
      isEnabled: canAct,
      run: () => {
        const [coding] = targets(codings);
        if (!coding) return undefined;
        return actions.memoOnCoding(coding.guid, titleOf(editor()?.slice(coding.start, coding.end) ?? ''));
      },
    },
    {
      id: 'code.accept',
      label: 'coding.accept',
      shortcut: 'Y',
      within: onCodings,
      group: 'coding',
      isEnabled: () => canChange && changed().length > 0,
      run: () => actions.accept(changed().map(({ guid }) => guid)),
    },
    {
      id: 'code.remove',
      label: 'code.remove',
      shortcut: 'Delete',
      within: onCodings,
      group: 'coding',
      isEnabled: canAct,
      run: () => actions.remove(ids()),
    },
  ];
}

function stepCommands({ editor, codings }: CodeCommandsInput): readonly Command[] {
  const hasTarget = (): boolean => targets(codings).length > 0;
  const step = (backward: boolean) => async (): Promise<void> => {
    const { codingId, go } = usePlace.getState();
    const next = codingBeside(codings, codingId, editor()?.selected()?.focus ?? 0, backward);
    if (!next) return;
    go({ codingId: next.guid });
    await editor()?.reveal(next);
  };
  return [
    {
      id: 'code.revealCode',
      label: 'code.revealCode',
      group: 'coding',
      isEnabled: hasTarget,
      run: () => usePlace.getState().go({ codeIds: [...new Set(targets(codings).map(({ code }) => code))] }),
    },
    { id: 'code.next', label: 'code.next', shortcut: 'Alt+ArrowDown', group: 'coding', run: step(false) },
    { id: 'code.previous', label: 'code.previous', shortcut: 'Alt+ArrowUp', group: 'coding', run: step(true) },
    {
      id: 'code.clear',
      label: 'code.clear',
      shortcut: 'Escape',
      within: onCodings,
      group: 'coding',
      isEnabled: hasTarget,
      run: () => {
        usePlace.getState().go({ codingId: null });
        useCode.getState().set({ chosen: [] });
        editor()?.focus();
      },
    },
  ];
}
