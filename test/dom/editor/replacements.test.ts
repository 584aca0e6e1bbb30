// Thousands of replacements made elsewhere reach the transcript in one update; pasted pages keep their paragraphs.

import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { wordsIn, wordsOfPage } from '../../../src/renderer/editor/clipboard.ts';
import { Transcript } from '../../../src/renderer/editor/transcript.ts';
import { splicesBetween } from '../../../src/shared/domain/diff.ts';
import { applySplices, invertSplices, moveRangeThrough } from '../../../src/shared/domain/segments.ts';
import { smallText } from '../../unit/editor/arbitraries.ts';

const open: Transcript[] = [];

afterEach(() => {
  for (const transcript of open.splice(0)) transcript.dispose();
  document.body.replaceChildren();
});

function show(text: string) {
  const scroller = document.createElement('div');
  const root = document.createElement('div');
  scroller.append(root);
  document.body.append(scroller);
  const faults: Error[] = [];
  const transcript = new Transcript(root, scroller, {
    onEdit: () => faults.push(new Error('an edit of elsewhere was told as one of here')),
    onWindow: () => undefined,
    onFault: (error) => faults.push(error),
  });
  open.push(transcript);
  transcript.load(text);
  return { transcript, root, faults };
}

const pageText = (root: HTMLElement): string =>
  [...root.querySelectorAll('p')].map((line) => line.textContent).join('\n');

test('ED8: text and codings follow splices up and down the text, through paragraphs, as they do in the core', () => {
  fc.assert(
    fc.property(smallText, smallText, smallText, (one, two, three) => {
      const before = [one, two, three, one].join('\n');
      const after = [three, one, one, two].join(' ');
      const { transcript, faults } = show(before);
      const codings = Array.from({ length: before.length }, (_, start) => ({
        start,
        end: Math.min(before.length, start + 3),
      }))
        .filter(({ start, end }) => end > start)
        .map((range, index) => ({ id: `c${index}`, code: 'k', state: 'kept' as const, ...range }));
      transcript.setCodings(codings);
      const splices = splicesBetween(before, after);
      for (const [from, edit] of [
        [before, splices],
        [after, invertSplices(before, splices)],
      ] as const) {
        const placed = new Map(transcript.layer.all().map(({ id, start, end }) => [id, { start, end }]));
        transcript.follow(edit);
        expect(transcript.text()).toBe(applySplices(from, edit));
        for (const { id, start, end } of transcript.layer.all()) {
          const was = placed.get(id) ?? { start: -1, end: -1 };
          const moved = moveRangeThrough(was, edit);
          expect({ id, start, end }).toEqual({ id, start: moved.start, end: moved.end });
        }
      }
      expect(faults).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('two thousand replacements are one update', () => {
  const line = 'Informan: kami memakai aplikasi itu.';
  const text = Array.from({ length: 2000 }, () => line).join('\n');
  const { transcript, root, faults } = show(text);
  let updates = 0;
  transcript.editor.registerUpdateListener(() => {
    updates += 1;
  });
  const at = line.indexOf('aplikasi');
  const splices = Array.from({ length: 2000 }, (_, index) => ({
    at: index * (line.length + 1) + at,
    remove: 'aplikasi'.length,
    insert: 'sistem',
  })).toReversed();
  transcript.setMark('found', splices.map(({ at: start, remove }) => ({ start, end: start + remove })).toReversed());
  transcript.follow(splices);
  expect(updates).toBe(1);
  expect(transcript.text()).toBe(text.replaceAll('aplikasi', 'sistem'));
  expect(pageText(root)).toBe(transcript.text());
  expect(faults).toEqual([]);
});

test('PA3: a page of the web alone on the clipboard keeps its paragraphs and loses everything else', () => {
  const html = `<html><head><style>p { color: red }</style><title>x</title></head><body>
    <h1>Judul</h1><div><p>Kami   sudah
    mencoba<br>aplikasi <b>itu</b>.</p><ul><li>satu</li><li>dua</li></ul></div>
    <table><tr><td>a</td><td>b</td></tr></table><script>throw 1</script><p> </p></body></html>`;
  expect(wordsOfPage(html)).toBe('Judul\nKami sudah mencoba\u2028aplikasi itu.\nsatu\ndua\na b');
  const clipboard = (kinds: Readonly<Record<string, string>>) => ({ getData: (kind: string) => kinds[kind] ?? '' });
  expect(wordsIn(clipboard({ 'text/plain': 'satu\r\ndua', 'text/html': html }))).toBe('satu\r\ndua');
  expect(wordsIn(clipboard({ 'text/html': '<p>satu</p><p>dua</p>' }))).toBe('satu\ndua');
  expect(wordsIn(clipboard({}))).toBe('');
});
