import {
  $getSelection,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { EditorCoding } from '../../../src/renderer/editor/coding-layer.ts';
import { Transcript } from '../../../src/renderer/editor/transcript.ts';
import { applySplices, moveRange, type Range, type Splice } from '../../../src/shared/domain/segments.ts';
import { piece, smallText } from '../../unit/editor/arbitraries.ts';

const open: Transcript[] = [];

afterEach(() => {
  for (const transcript of open.splice(0)) transcript.dispose();
  document.body.replaceChildren();
});

function show(text: string, codings: readonly EditorCoding[] = []) {
  const scroller = document.createElement('div');
  const root = document.createElement('div');
  scroller.append(root);
  document.body.append(scroller);
  const edits: Splice[] = [];
  const faults: Error[] = [];
  const transcript = new Transcript(root, scroller, {
    onEdit: (splices) => edits.push(...splices),
    onWindow: () => undefined,
    onFault: (error) => faults.push(error),
  });
  open.push(transcript);
  transcript.load(text);
  transcript.setCodings(codings);
  return { transcript, root, edits, faults };
}

/** What a person sees: paragraphs of the page, soft breaks as U+2028. */
function textOnPage(root: HTMLElement): string {
  return [...root.querySelectorAll('p')]
    .map((line) => {
      const units = [...line.childNodes].map((child) =>
        child.nodeName === 'BR' ? '\u2028' : (child.textContent ?? ''),
      );
      const isOpenLine = line.lastChild?.nodeName === 'BR';
      return (isOpenLine ? units.slice(0, -1) : units).join('');
    })
    .join('\n');
}

const longText = Array.from({ length: 60 }, (_, index) => `Paragraf ${index} tentang layanan publik.`).join('\n');

test('T2: the page shows the text: a paragraph per line, a break for U+2028, sections of twelve', () => {
  const { transcript, root } = show(`satu\u2028dua\n\n${longText}\u2028`);
  expect(transcript.text()).toBe(`satu\u2028dua\n\n${longText}\u2028`);
  expect(textOnPage(root)).toBe(transcript.text());
  expect([...root.children].map((section) => section.children.length)).toEqual([12, 12, 12, 12, 12, 2]);
});

test('applying, hiding and activating codes changes neither nodes nor DOM', () => {
  const { transcript, root } = show(longText);
  const nodes = transcript.editor.getEditorState()._nodeMap.size;
  const observer = new MutationObserver(() => undefined);
  observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true });
  transcript.setCodes([{ id: 'c', name: 'Inovasi', color: '#336699' }], { theme: 'light', hasPatterns: false });
  transcript.setCodings(
    Array.from({ length: 500 }, (_, at) => ({
      id: `i${at}`,
      code: 'c',
      start: at * 3,
      end: at * 3 + 40,
      state: 'kept',
    })),
  );
  transcript.setHidden(new Set(['c']));
  transcript.setActive('i7');
  transcript.setMark('found', [{ start: 3, end: 9 }]);
  transcript.paint();
  expect(observer.takeRecords()).toEqual([]);
  expect(transcript.editor.getEditorState()._nodeMap.size).toBe(nodes);
  // root + sections + paragraphs + one text each
  expect(nodes).toBe(1 + 5 + 60 + 60);
});

test('read mode takes nothing that would change the text', async () => {
  const { transcript, root, edits } = show('abc');
  root.dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'insertText', data: 'x', bubbles: true, cancelable: true }),
  );
  transcript.select({ anchor: 1, focus: 1 });
  transcript.editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('x');
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  await Promise.resolve();
  expect([transcript.text(), textOnPage(root), edits]).toEqual(['abc', 'abc', []]);
});

type Step =
  | { readonly kind: 'type' | 'paste'; readonly from: number; readonly to: number; readonly insert: string }
  | {
      readonly kind: 'enter' | 'soft' | 'backspace' | 'delete';
      readonly from: number;
      readonly to: number;
      readonly insert: '';
    }
  | { readonly kind: 'follow'; readonly from: number; readonly to: number; readonly insert: string };

const place = fc.nat(4000);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('type' as const, 'paste' as const, 'follow' as const),
    from: place,
    to: place,
    insert: fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  }),
  fc.record({
    kind: fc.constantFrom('enter' as const, 'soft' as const, 'backspace' as const, 'delete' as const),
    from: place,
    to: place,
    insert: fc.constant('' as const),
  }),
);

/** Brings two random numbers to a selection of the text: often at an edge of a coding, often without width. */
function selectionFor(text: string, ranges: readonly Range[], { from, to }: Step): Range {
  const edges = ranges.flatMap(({ start, end }) => [start, end]);
  const at = from % 3 === 0 && edges.length > 0 ? (edges[from % edges.length] ?? 0) : from % (text.length + 1);
  const other = to % 3 === 0 ? at : to % 3 === 1 ? Math.min(text.length, at + (to % 6)) : to % (text.length + 1);
  const whole = (offset: number): number => (/^[\uDC00-\uDFFF]/.test(text.slice(offset)) ? offset - 1 : offset);
  return { start: whole(Math.min(at, other)), end: whole(Math.max(at, other)) };
}

/** The slow model: what a step does to a plain string. */
function spliceOf(text: string, { start, end }: Range, { kind, insert }: Step): Splice | null {
  const clean = insert.normalize('NFC');
  if (kind === 'type' || kind === 'paste' || kind === 'follow')
    return { at: start, remove: end - start, insert: clean };
  if (kind === 'enter') return { at: start, remove: end - start, insert: '\n' };
  if (kind === 'soft') return { at: start, remove: end - start, insert: '\u2028' };
  if (end > start) return { at: start, remove: end - start, insert: '' };
  const backward = kind === 'backspace';
  const around = backward ? text.slice(0, start) : text.slice(start);
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(around)].map(
    ({ segment }) => segment,
  );
  let cluster = (backward ? clusters.at(-1) : clusters[0]) ?? '';
  if (backward && /^\P{M}\p{M}+$/u.test(cluster)) cluster = cluster.slice(-1);
  if (cluster === '') return null;
  return { at: backward ? start - cluster.length : start, remove: cluster.length, insert: '' };
}

function carryOut(transcript: Transcript, selection: Range, { kind, insert }: Step): void {
  const { editor } = transcript;
  if (kind === 'follow') {
    transcript.follow([
      { at: selection.start, remove: selection.end - selection.start, insert: insert.normalize('NFC') },
    ]);
    return;
  }
  // ED11: by way of another place, so that no step goes on with what the one before typed over a selection.
  transcript.select({ anchor: 0, focus: transcript.text().length });
  transcript.select({ anchor: selection.start, focus: selection.end });
  editor.update(
    () => {
      if (kind === 'enter') editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      else if (kind === 'soft') editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
      else if (kind === 'backspace' || kind === 'delete')
        editor.dispatchCommand(DELETE_CHARACTER_COMMAND, kind === 'backspace');
      else editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, insert);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
}

test('ED1–ED8: after any edit text, page and codings agree with a slow model', { timeout: 120_000 }, () => {
  let steps = 0;
  const start = fc
    .tuple(smallText, smallText, fc.constantFrom('', longText))
    .map(([a, b, c]) => `${a}\n${b}${c}`.normalize('NFC'));
  const codings = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(start, codings, fc.array(step, { minLength: 5, maxLength: 15 }), (initial, spans, plan) => {
      let text = initial;
      let ranges = spans
        .map(([at, length], index) => ({
          id: `i${index}`,
          start: at % Math.max(1, text.length),
          end: Math.min(text.length, (at % Math.max(1, text.length)) + length),
        }))
        .filter((range) => range.end > range.start);
      const { transcript, root, edits, faults } = show(
        text,
        ranges.map((range) => ({ ...range, code: 'c', state: 'kept' })),
      );
      transcript.setMode('edit');
      for (const one of plan) {
        const selection = selectionFor(text, ranges, one);
        const splice = spliceOf(text, selection, one);
        const before = text;
        const after = splice ? applySplices(text, [splice]) : text;
        // T1: other windows send composed text only.
        if (one.kind === 'follow' && after !== after.normalize('NFC')) continue;
        edits.length = 0;
        // Each step stands alone here: leaving the text ends a run of typing (ED11), which has tests of its own.
        root.dispatchEvent(new Event('blur'));
        carryOut(transcript, selection, one);
        steps += 1;
        text = after.normalize('NFC');
        // Where a mark joined its letter, the letter was replaced too: which splice it was, the editor says.
        const meant = splice ? [splice] : [];
        const splices = text === after ? meant : edits;
        if (text !== before) {
          for (const made of splices) ranges = ranges.map((range) => ({ ...range, ...moveRange(range, made) }));
          ranges = ranges.filter(({ start: s, end: e }) => e > s);
        }
        expect(transcript.text()).toBe(text);
        expect(textOnPage(root)).toBe(text);
        expect(applySplices(before, one.kind === 'follow' ? meant : edits)).toBe(text);
        const placed = transcript.layer.all().map(({ id, start: s, end: e }) => ({ id, start: s, end: e }));
        expect(placed.toSorted(byId)).toEqual(
          ranges.map(({ id, start: s, end: e }) => ({ id, start: s, end: e })).toSorted(byId),
        );
      }
      expect(faults).toEqual([]);
      transcript.dispose();
      open.splice(open.indexOf(transcript), 1);
      document.body.replaceChildren();
    }),
    { numRuns: 300 },
  );
  expect(steps).toBeGreaterThanOrEqual(2000);
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
