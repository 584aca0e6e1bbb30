// Turns, the code tree, variables and messages.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { descendantsOf, inTreeOrder, pathsOf } from '../../../src/shared/domain/codes.ts';
import { parseGuid } from '../../../src/shared/domain/ids.ts';
import { speakersOf, turnsOf } from '../../../src/shared/domain/turns.ts';
import { canonicalValue } from '../../../src/shared/domain/variables.ts';
import { catalogue } from '../../../src/shared/i18n/catalogue.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';

describe('turns', () => {
  const text = [
    'Transkrip wawancara: rekaan',
    'Pewawancara: Selamat pagi, Pak.',
    'Informan 2 (Kabid TI): Pagi.',
    'Silakan duduk.',
    '[00:01:12] Pewawancara: Baik.',
    'Informan 2 (Kabid TI): Ya.',
  ].join('\n');

  test('a label that opens two paragraphs is a speaker; a lone one is a line', () => {
    expect(speakersOf(turnsOf(text))).toEqual(['Pewawancara', 'Informan 2 (Kabid TI)']);
  });

  test('a turn runs to the next label, and its words begin after its own', () => {
    const turns = turnsOf(text);
    expect(turns.map(({ bodyStart, end }) => text.slice(bodyStart, end))).toEqual([
      'Selamat pagi, Pak.',
      'Pagi.\nSilakan duduk.',
      'Baik.',
      'Ya.',
    ]);
  });

  test('turns are ordered and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A: satu', 'B: dua', 'tiga', '', 'A:', '10:30: jam')), (lines) => {
        const turns = turnsOf(lines.join('\n'));
        turns.forEach((turn, index) => {
          expect(turn.bodyStart).toBeLessThanOrEqual(Math.max(turn.end, turn.bodyStart));
          expect(turn.start).toBeGreaterThanOrEqual(turns[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('code tree', () => {
  const items = [
    { guid: 'b', parent: 'a', name: 'B' },
    { guid: 'a', parent: null, name: 'A' },
    { guid: 'c', parent: null, name: 'C' },
    { guid: 'd', parent: 'b', name: 'D' },
  ];

  test('the codebook stands depth first, siblings in the order given', () => {
    expect(inTreeOrder(items).map(({ guid }) => guid)).toEqual(['a', 'b', 'd', 'c']);
    expect(pathsOf(items).get('d')).toEqual(['A', 'B', 'D']);
    expect([...descendantsOf(items, 'a')].sort()).toEqual(['b', 'd']);
  });

  test('a damaged tree with a cycle or a missing parent still ends', () => {
    const broken = [
      { guid: 'a', parent: 'b', name: 'A' },
      { guid: 'b', parent: 'a', name: 'B' },
      { guid: 'c', parent: 'gone', name: 'C' },
    ];
    expect(pathsOf(broken).size).toBe(3);
    expect(inTreeOrder(broken).map(({ guid }) => guid)).toEqual(['c']);
    expect(descendantsOf(broken, 'a').size).toBe(1);
  });
});

describe('values of variables', () => {
  test.each([
    ['Boolean', 'Ya', 'true'],
    ['Boolean', 'mungkin', null],
    ['Integer', '007', '7'],
    ['Integer', '1.5', null],
    ['Float', '3,50', '3.5'],
    ['Float', '-0,0', '0'],
    ['Float', '1e9', null],
    ['Float', '1.234,5', null],
    ['Date', '2026-02-29', null],
    ['Date', '2024-02-29', '2024-02-29'],
    ['DateTime', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
    ['DateTime', '2026-13-02T03:04', null],
    ['Text', ' apa saja ', 'apa saja'],
  ] as const)('%s “%s”', (type, raw, wanted) => {
    expect(canonicalValue(type, raw)).toBe(wanted);
  });

  test('a canonical value is canonical already', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Boolean', 'Integer', 'Float', 'Date', 'DateTime', 'Text'),
        fc.string(),
        (type, raw) => {
          const value = canonicalValue(type, raw);
          expect(value === null ? null : canonicalValue(type, value)).toBe(value);
        },
      ),
    );
  });
});

describe('GUIDs', () => {
  test('any case, with or without braces, and without a version are read; anything else is none', () => {
    expect(parseGuid('{34653336-3766-3235-6466-363134396437}')).toBe('34653336-3766-3235-6466-363134396437');
    expect(parseGuid('abcdefab-0000-0000-0000-000000000000')).toBe('ABCDEFAB-0000-0000-0000-000000000000');
    expect(parseGuid('c001')).toBeNull();
  });
});

describe('messages', () => {
  test('both languages fill in the same values in every sentence (a choice of word by count is English only)', () => {
    const parametersOf = (message: string) =>
      [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted((a, b) =>
        a.localeCompare(b),
      );
    const differing = Object.entries(catalogue.en).filter(
      ([key, message]) =>
        JSON.stringify(parametersOf(message)) !==
        JSON.stringify(parametersOf(catalogue.id[key as keyof typeof catalogue.id])),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('numbers are written the way each language writes them', () => {
    const params = { start: 0, end: 1234, characters: 1_000_000 };
    expect(translate('en', 'error.range-outside-text', params)).toContain('0–1,234');
    expect(translate('id', 'error.range-outside-text', params)).toContain('0–1.234');
  });
});
