import { describe, expect, test } from 'vitest';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import type { PlacedCoding } from '../../../src/shared/contract/codings.ts';
import { type Guid, parseGuid } from '../../../src/shared/domain/ids.ts';
import { codingBeside } from '../../../src/renderer/features/code/coding-commands.ts';
import { inVivoName, isNameOf, rankCodes } from '../../../src/renderer/features/code/code-search.ts';

const codes = [
  code(1, ['Tata kelola']),
  code(2, ['Tata kelola', 'Partisipasi warga']),
  code(3, ['Partisipasi semu']),
  code(4, ['Kapasitas aparatur']),
  code(5, ['Résistance']),
  { ...code(6, ['Judul bab']), codable: false },
];

describe('rankCodes', () => {
  test('the beginning of a name comes before the beginning of a word, that before its middle, that before the path', () => {
    expect(names('par')).toEqual(['Partisipasi warga', 'Partisipasi semu', 'Kapasitas aparatur']);
    expect(names('warga')).toEqual(['Partisipasi warga']);
    expect(names('tata')).toEqual(['Tata kelola', 'Partisipasi warga']);
  });

  test('letters in order find a name, accents and letter case do not matter', () => {
    expect(names('kpap')).toEqual(['Kapasitas aparatur']);
    expect(names('RESIST')).toEqual(['Résistance']);
    expect(names('zzz')).toEqual([]);
  });

  test('recently used codes come first among equals, and all first when nothing is typed', () => {
    expect(names('par', [id(3)])).toEqual(['Partisipasi semu', 'Partisipasi warga', 'Kapasitas aparatur']);
    expect(names('', [id(4), id(2)]).slice(0, 3)).toEqual(['Kapasitas aparatur', 'Partisipasi warga', 'Tata kelola']);
  });

  test('CT6: a heading is not offered', () => {
    expect(names('judul')).toEqual([]);
  });
});

test('a name is known whatever its letter case', () => {
  expect([isNameOf(codes, ' tata KELOLA '), isNameOf(codes, 'tata')]).toEqual([true, false]);
});

test('an in-vivo name is one line, cut between words, and never inside a character', () => {
  expect(inVivoName('  kerja\nitu\u2028ibadah ')).toBe('kerja itu ibadah');
  const long = inVivoName(`${'kata '.repeat(20)}akhir`);
  expect(long.length).toBeLessThanOrEqual(61);
  expect(long).toMatch(/kata…$/);
  expect(inVivoName(`${'a'.repeat(59)}😀${'b'.repeat(10)}`)).toBe(`${'a'.repeat(59)}…`);
});

describe('codingBeside', () => {
  const codings = [
    placed(1, 10, 20),
    placed(2, 30, 40),
    placed(3, 30, 60),
    { ...placed(4, 50, 50), state: 'orphaned' as const },
  ];

  test('goes through the codings in order of the text, round the ends, past orphans', () => {
    const next = (active: number, backward = false) => codingBeside(codings, id(active), 0, backward)?.guid;
    expect([next(1), next(3), next(2)]).toEqual([id(3), id(2), id(1)]);
    expect([next(1, true), next(3, true)]).toEqual([id(2), id(1)]);
  });

  test('starts from the caret where none is active', () => {
    expect(codingBeside(codings, null, 25, false)?.guid).toBe(id(3));
    expect(codingBeside(codings, null, 25, true)?.guid).toBe(id(1));
    expect(codingBeside([], null, 0, false)).toBeNull();
  });
});

function names(typed: string, recent: readonly Guid[] = []): readonly string[] {
  return rankCodes(codes, typed, recent, 10).map(({ name }) => name);
}

function id(number: number): Guid {
  const guid = parseGuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (!guid) throw new Error('not a GUID');
  return guid;
}

function code(number: number, path: readonly string[]): CodeSummary {
  const card = { description: '', include: '', exclude: '', typicalExample: '', counterExample: '', kind: null };
  const counts = { codings: 0, documents: 0, memos: 0 };
  const name = path.at(-1) ?? '';
  return {
    guid: id(number),
    path: [...path],
    parent: null,
    name,
    color: '#3b6ea5',
    codable: true,
    position: number,
    ...card,
    ...counts,
  };
}

function placed(number: number, start: number, end: number): PlacedCoding {
  return { guid: id(number), code: id(1), coder: null, start, end, weight: null, state: 'kept', memos: 0 };
}
