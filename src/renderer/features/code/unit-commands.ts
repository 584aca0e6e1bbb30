// Selecting and coding whole words, sentences, paragraphs, turns, and all turns of one speaker.

import type { Range } from '../../../shared/domain/segments.ts';
import { turnsOfSpeaker } from '../../../shared/domain/turns.ts';
import type { Command } from '../../commands/registry.ts';
import { rangeOf } from '../../editor/passages.ts';
import type { SnapUnit } from '../../editor/snap.ts';
import { notify } from '../../services/notices.ts';
import type { CodeCommandsInput } from './code-commands.ts';
import { inText } from './passage.ts';
import { useCode } from './store.ts';

const selectKeys = { word: 'W', sentence: 'S', paragraph: 'P', turn: 'T' } as const;
const codeKeys = { sentence: 'Shift+S', paragraph: 'Shift+P', turn: 'Shift+T' } as const;

/** Ranges that were widened, so that narrowing goes the same way back. */
const steps: { readonly from: Range; readonly to: Range }[] = [];

export function unitCommands({ editor, turns, canChange, t }: CodeCommandsInput): readonly Command[] {
  const here = (): Range | null => {
    const selected = editor()?.caret();
    return selected ? rangeOf(selected) : null;
  };
  const select = ({ start, end }: Range): void => editor()?.select({ anchor: start, focus: end });
  const unitHere = (unit: SnapUnit): Range | null => {
    const range = here();
    const found = range && editor()?.snapped(range, unit);
    return found && found.end > found.start ? found : null;
  };
  const say = (): void => notify({ kind: 'info', text: t('coding.unit.none') });
  return [
    ...(['word', 'sentence', 'paragraph', 'turn'] as const).map((unit) => ({
      id: `code.select.${unit}`,
      label: `coding.select.${unit}` as const,
      keywords: 'coding.select.keywords' as const,
      shortcut: selectKeys[unit],
      within: inText,
      group: 'coding' as const,
      run: () => {
        const found = unitHere(unit);
        if (found) select(found);
        else say();
      },
    })),
    {
      id: 'code.widen',
      label: 'coding.widen',
      keywords: 'coding.select.keywords',
      shortcut: '+',
      alternate: '=',
      within: inText,
      group: 'coding',
      run: () => {
        const from = here();
        const to = from && editor()?.widened(from);
        if (!from || !to) return;
        steps.push({ from, to });
        select(to);
      },
    },
    {
      id: 'code.narrow',
      label: 'coding.narrow',
      keywords: 'coding.select.keywords',
      shortcut: '-',
      within: inText,
      group: 'coding',
      run: () => {
        const range = here();
        const step = steps.at(-1);
        if (!range || !step || step.to.start !== range.start || step.to.end !== range.end) return;
        steps.pop();
        select(step.from);
      },
    },
    ...(['sentence', 'paragraph', 'turn'] as const).map((unit) => ({
      id: `code.unit.${unit}`,
      label: `coding.unit.${unit}` as const,
      keywords: 'coding.select.keywords' as const,
      shortcut: codeKeys[unit],
      within: inText,
      group: 'coding' as const,
      isEnabled: () => canChange,
      run: () => {
        const found = unitHere(unit);
        if (!found) return say();
        select(found);
        useCode.getState().set({ quick: { passages: [found], codingIds: [], note: null }, menu: null });
      },
    })),
    {
      id: 'code.unit.speaker',
      label: 'coding.unit.speaker',
      keywords: 'coding.select.keywords',
      shortcut: 'A',
      within: inText,
      group: 'coding',
      isEnabled: () => canChange && turns.length > 0,
      run: () => {
        const at = here()?.start;
        const speaker =
          at === undefined ? undefined : turns.find(({ start, end }) => start <= at && at <= end)?.speaker;
        if (speaker === undefined) return notify({ kind: 'info', text: t('coding.unit.noSpeaker') });
        const passages = turnsOfSpeaker(turns, speaker);
        const characters = passages.reduce((sum, { start, end }) => sum + end - start, 0);
        const note = t('coding.unit.speaker.count', { n: passages.length, speaker, characters });
        useCode.getState().set({ quick: { passages, codingIds: [], note }, menu: null });
      },
    },
  ];
}
