// SU1–SU4: one long text as several documents.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../src/shared/domain/outline.ts';
import { piecesOf, type SplitRule } from '../../../src/shared/domain/splitting.ts';
import { turnsOf } from '../../../src/shared/domain/turns.ts';

const split = (text: string, rule: SplitRule) => {
  const turns = turnsOf(text);
  return piecesOf(text, rule, { turns, headings: headingsOf(text, turns) });
};
const shown = (text: string, rule: SplitRule) =>
  split(text, rule).map(({ kind, start, end, title }) => [kind, title, text.slice(start, end)]);

const line = fc.oneof(
  fc.constantFrom(
    '# Satu',
    '## Dua',
    '=== Wawancara 3',
    '===',
    'Ana: halo',
    'Budi: ya',
    'Ana:',
    '',
    '  ',
    'BAB II',
    '😀=== x',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((words) => words.replace(/\n/g, ' ')),
);
const rule: fc.Arbitrary<SplitRule> = fc.oneof(
  fc.record({ by: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    by: fc.constant('marker' as const),
    marker: fc.constantFrom('===', '#', '^=+\\s*(.*)$', '\\d', 'Ana', '😀'),
    pattern: fc.boolean(),
  }),
  fc.constant({ by: 'speaker' as const }),
);

describe('SU1: nothing of the text is lost', () => {
  it('all pieces, one line feed between them, are the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), rule, (lines, chosen) => {
        const text = lines.join('\n');
        const pieces = split(text, chosen);
        expect(pieces.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(text);
        for (const [index, { start }] of pieces.entries()) {
          expect(start).toBe(index === 0 ? 0 : (pieces[index - 1]?.end ?? 0) + 1);
        }
        for (const { kind, start, end } of pieces) {
          if (kind !== 'marker') expect(kind === 'part').toBe(/\S/.test(text.slice(start, end)));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('where a text is cut', () => {
  it('SU2: a heading opens a part and stays in it; lower ones do not', () => {
    const text = 'Pengantar\n# Ana\nsatu\n## Rumah\ndua\n# Budi\ntiga';
    expect(shown(text, { by: 'heading', level: 1 })).toEqual([
      ['part', '', 'Pengantar'],
      ['part', 'Ana', '# Ana\nsatu\n## Rumah\ndua'],
      ['part', 'Budi', '# Budi\ntiga'],
    ]);
    expect(split(text, { by: 'heading', level: 2 })).toHaveLength(4);
  });

  it('SU3: another speaker opens a part; turns of one in a row stay together', () => {
    const text = 'Ana: satu\nAna: dua\nBudi: tiga\nAna: empat\nBudi: lima';
    expect(shown(text, { by: 'speaker' })).toEqual([
      ['part', 'Ana', 'Ana: satu\nAna: dua'],
      ['part', 'Budi', 'Budi: tiga'],
      ['part', 'Ana', 'Ana: empat'],
      ['part', 'Budi', 'Budi: lima'],
    ]);
  });

  it('SU4: a line with the mark becomes no text and names the part below it', () => {
    const text = '=== Wawancara: Ana\nsatu\n\n  ===\n=== Budi\ndua === tiga';
    expect(shown(text, { by: 'marker', marker: '===', pattern: false })).toEqual([
      ['marker', 'Wawancara: Ana', '=== Wawancara: Ana'],
      ['part', 'Wawancara: Ana', 'satu\n'],
      ['marker', '', '  ==='],
      ['marker', 'Budi', '=== Budi'],
      ['part', 'Budi', 'dua === tiga'],
    ]);
  });

  it('SU4: the first group of a regular expression is the title', () => {
    const text = 'Responden no. 7 (Ana)\nsatu\nResponden no. 8 (Budi)\ndua';
    const rule7: SplitRule = { by: 'marker', marker: String.raw`^Responden no\. \d+ \((.+)\)$`, pattern: true };
    expect(shown(text, rule7).map(([, title]) => title)).toEqual(['Ana', 'Ana', 'Budi', 'Budi']);
    expect(() => split(text, { by: 'marker', marker: '(', pattern: true })).toThrow(SyntaxError);
  });

  it('a text without anything to cut at stays one part', () => {
    expect(shown('satu\ndua', { by: 'speaker' })).toEqual([['part', '', 'satu\ndua']]);
    expect(shown('', { by: 'heading', level: 1 })).toEqual([['blank', '', '']]);
  });
});
