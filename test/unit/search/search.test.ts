// TX rules of SPEC.md: what a query finds in one text, by the index and by slow looking.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitsIn, plainSearch } from '../../../src/shared/domain/search.ts';
import { plainWords, type WordOptions } from '../../../src/shared/domain/search/fold.ts';
import { leavesOf, readQuery } from '../../../src/shared/domain/search/query.ts';
import { sameStem, stemsOf } from '../../../src/shared/domain/search/stem.ts';
import { globTest } from '../../../src/shared/domain/search/vocabulary.ts';
import {
  occurrencesOf,
  postingsOf,
  wordIndexOf,
  type WordIndex,
} from '../../../src/shared/domain/search/word-index.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import type { Range } from '../../../src/shared/domain/segments.ts';
import { canonicalText } from '../../../src/shared/domain/text.ts';
import { foundWords, search, slowWordPlaces, unitsOf, type Unit } from './model.ts';

const found = async (text: string, query: string, unit: Unit = 'paragraph', options: Partial<WordOptions> = {}) =>
  foundWords(text, await search(text, query, unit, { ...plainWords, ...options }));

const pieces = 'data Data DATA datanya mendata program é É résumé resume σας ΣΑΣ 𐐨𐐨 𐐀𐐀 - _ ’ 😀 q\u0301 ক ا . ( ) 7'
  .split(' ')
  .concat([' ', ' ', ' ', '  ', '\u00a0', '\u2028', '. ', ', ', '\n']);
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => canonicalText(parts.join('')));
const word = fc.constantFrom('data', 'Datanya', 'program', 'é', 'resume', 'σας', '𐐨𐐨', 'ক', '7', '_');
const options = fc.record({ matchCase: fc.boolean(), ignoreMarks: fc.boolean(), affixes: fc.constant(false) });

const occurrencesIn = ({ words, postings }: WordIndex) => {
  const own = postingsOf(postings, words.length);
  return words.map((_, number) => occurrencesOf(own, number));
};

describe('TX1: the index', () => {
  test('gives every word of a text back where it stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { words, postings } = wordIndexOf(text);
        const all = occurrencesIn({ words, postings });
        const placed = all.flatMap(({ starts }, number) =>
          Array.from(starts, (start) => [start, words[number]] as const),
        );
        placed.sort(([a], [b]) => a - b);
        expect(placed).toEqual([...text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].map(({ 0: one, index }) => [index, one]));
      }),
      { numRuns: 300 },
    );
  });

  test('of long distances and of an empty text', () => {
    const far = `a${' '.repeat(70_000)}a b`;
    const { words, postings } = wordIndexOf(far);
    expect(occurrencesIn({ words, postings }).map(({ starts }) => [...starts])).toEqual([[0, 70_001], [70_003]]);
    expect(wordIndexOf('')).toEqual({ words: [], postings: new Uint8Array() });
  });
});

describe('against searches that read the whole text', () => {
  test('TX2: a word, in any case, with and without marks, is a whole word of the find bar (FR1, FR3)', async () => {
    await fc.assert(
      fc.asyncProperty(texts, word, options, async (text, query, chosen) => {
        const slow = hitsIn(text, { ...plainSearch, ...chosen, query, wholeWord: true, regex: false });
        expect(await search(text, query, 'document', chosen)).toEqual(slow.map(({ start, end }) => ({ start, end })));
      }),
      { numRuns: 400 },
    );
  });

  test('TX6: a phrase is the same words with the same signs between them, inside a paragraph', async () => {
    const links = fc.constantFrom(' ', '-', ', ', '. ', '.');
    await fc.assert(
      fc.asyncProperty(texts, word, links, word, async (text, first, link, second) => {
        const phrase = `${first}${link}${second}`;
        const slow = text.split('\n').flatMap((line, row, lines) => {
          const before = lines.slice(0, row).join('\n').length + (row > 0 ? 1 : 0);
          const hits = hitsIn(line, { ...plainSearch, query: phrase, wholeWord: true });
          return hits.map(({ start, end }) => ({ start: start + before, end: end + before }));
        });
        expect(await search(text, `"${phrase}"`, 'document')).toEqual(slow);
      }),
      { numRuns: 600 },
    );
  });

  test('TX5: letters left open', async () => {
    const patterns = fc.constantFrom('dat*', '*data', '*at*', 'd?ta', '?', '*a*a*', 'r?sum?', '*nya', '??', 'σ*');
    await fc.assert(
      fc.asyncProperty(texts, patterns, options, async (text, query, chosen) => {
        if (!readQuery(query).ok) return;
        expect(await search(text, query, 'document', chosen)).toEqual(slowWordPlaces(text, query, chosen));
      }),
      { numRuns: 300 },
    );
  });

  test('TX7: AND, OR and NOT hold in the unit', async () => {
    const unit = fc.constantFrom<Unit>('document', 'paragraph', 'sentence');
    await fc.assert(
      fc.asyncProperty(texts, word, word, word, unit, async (text, a, b, c, chosen) => {
        const { starts, ends } = unitsOf(text, chosen);
        const slow = Array.from(starts, (start, k) => {
          const part = text.slice(start, ends[k]);
          const [inA = [], inB = [], inC = []] = [a, b, c].map((query) =>
            slowWordPlaces(part, query).map((range) => ({ start: range.start + start, end: range.end + start })),
          );
          if ((inA.length === 0 && inB.length === 0) || inC.length > 0) return [];
          return [...inA, ...inB].toSorted((x, y) => x.start - y.start);
        }).flat();
        const once = slow.filter(({ start }, k) => start !== slow[k - 1]?.start);
        expect(await search(text, `(${a} OR ${b}) NOT ${c}`, chosen)).toEqual(once);
      }),
      { numRuns: 400 },
    );
  });

  test('TX4: NEAR/n is every pair of places with at most n words between them, counted one by one', async () => {
    await fc.assert(
      fc.asyncProperty(texts, word, word, fc.nat(4), async (text, a, b, distance) => {
        const { starts, ends } = wordUnits(text);
        const between = (one: Range, other: Range): number => {
          const [left, right] = one.start < other.start ? [one, other] : [other, one];
          // Words of which any part lies in neither place, and that begin behind the one and before the other.
          return Array.from(starts.keys()).filter((k) => {
            const [start, end] = [starts[k] ?? 0, ends[k] ?? 0];
            const meets = (range: Range) => start < range.end && end > range.start;
            return start >= left.start && end <= right.end && !meets(left) && !meets(right);
          }).length;
        };
        const [first, second] = [slowWordPlaces(text, a), slowWordPlaces(text, b)];
        const slow = new Map<number, Range>();
        for (const one of first) {
          for (const other of second) {
            if (one.start === other.start || between(one, other) > distance) continue;
            slow.set(one.start, one);
            slow.set(other.start, other);
          }
        }
        const expected = [...slow.values()].toSorted((x, y) => x.start - y.start);
        expect(await search(text, `${a} NEAR/${distance} ${b}`, 'document')).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});

describe('TX3: affixes', () => {
  test.each([
    ['tulis', 'menulis ditulis tulisan penulisnya tulislah'],
    ['kirim', 'mengirim pengiriman dikirimkan kirimkanlah'],
    ['pakai', 'memakai dipakai pemakaian'],
    ['sapu', 'menyapu disapu penyapu'],
    ['nilai', 'menilai penilaian dinilai'],
    ['milik', 'memiliki dimiliki pemilikan'],
    ['ambil', 'mengambil diambil pengambilan'],
    ['kembang', 'pengembangan berkembang dikembangkan mengembangkan'],
    ['layan', 'pelayanan melayani layanannya dilayani'],
    ['baik', 'memperbaiki diperbaiki perbaikan terbaik'],
    ['kerja', 'bekerja pekerjaan dikerjakan'],
    ['ajar', 'belajar pelajar mengajar mempelajari'],
    ['anggaran', 'penganggaran dianggarkan anggarannya'],
    ['bijak', 'kebijakan bijaknya'],
  ])('%s is found in %s', async (root, text) => {
    expect(await found(text, root, 'document', { affixes: true })).toEqual(text.split(' '));
  });

  test.each(['tata kata', 'menata mengata', 'desa dosa', 'menteri teri', 'data dati', 'kepala pala'])(
    '%s stay apart',
    (pair) => {
      const [first = '', second = ''] = pair.split(' ');
      expect(sameStem(stemsOf(first), stemsOf(second))).toBe(false);
    },
  );

  test('a doubled word is one place of it', async () => {
    expect(
      await found('program-program, program-programnya dan program', 'program', 'document', { affixes: true }),
    ).toEqual(['program-program', 'program-programnya', 'program']);
    expect(await found('berjalan-jalan di jalan', 'jalan-jalan', 'document', { affixes: true })).toEqual([
      'berjalan-jalan',
      'jalan',
    ]);
    expect(await found('program-program', 'program')).toEqual(['program', 'program']);
  });

  test('a word shares a stem with itself, whatever it is, and no stem is empty', () => {
    const letters = fc.array(
      fc.constantFrom(
        'me',
        'n',
        'ng',
        'ny',
        'di',
        'ke',
        'ber',
        'pe',
        'r',
        'a',
        'i',
        'kan',
        'an',
        'nya',
        'lah',
        't',
        'é',
      ),
    );
    fc.assert(
      fc.property(letters, (parts) => {
        const one = parts.join('');
        expect(sameStem(stemsOf(one), stemsOf(one))).toBe(true);
        for (const stem of stemsOf(one)) expect(stem === '').toBe(one === '');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('TX4: queries', () => {
  const text =
    'Dinas menyusun anggaran desa. Anggaran itu terbuka.\nWarga membaca anggaran, lalu bertanya tentang desa wisata.';

  test('words side by side must both be there; near counts the words between', async () => {
    expect(await found(text, 'warga desa')).toEqual(['Warga', 'desa']);
    expect(await found(text, 'warga desa', 'sentence')).toEqual(['Warga', 'desa']);
    expect(await found(text, 'dinas terbuka', 'sentence')).toEqual([]);
    expect(await found(text, 'warga NEAR/5 desa')).toEqual(['Warga', 'desa']);
    expect(await found(text, 'warga NEAR/4 desa')).toEqual([]);
    expect(await found(text, 'desa DEKAT/0 anggaran', 'document')).toEqual(['anggaran', 'desa', 'Anggaran']);
  });

  test('brackets, both languages, expressions and signs', async () => {
    expect(await found(text, '(dinas ATAU warga) DAN anggaran BUKAN terbuka')).toEqual(['Warga', 'anggaran']);
    expect(await found(text, String.raw`/\bmem\p{L}+/`)).toEqual(['membaca']);
    expect(await found('Apa? Ya! Apa, ya.', '"Apa?"')).toEqual(['Apa?']);
    expect(await found('ya 😀 tidak', '😀')).toEqual(['😀']);
    expect(await found('a*b a b', String.raw`a\*b`)).toEqual(['a*b']);
  });

  test('a place inside a longer one counts once', async () => {
    expect(await found('kepala dinas dan dinas', 'dinas OR "kepala dinas"')).toEqual(['kepala dinas', 'dinas']);
  });

  test.each([
    ['', 'empty'],
    ['""', 'empty'],
    ['(a', 'bracket'],
    ['a)', 'bracket'],
    ['"a', 'quote'],
    ['a OR', 'operand'],
    ['AND a', 'operand'],
    ['NOT a', 'only-not'],
    ['a OR NOT b', 'only-not'],
    ['a NEAR/2 NOT b', 'only-not'],
    ['*', 'star'],
    ['/(/', 'expression'],
    ['('.repeat(100), 'too-long'],
    ['a '.repeat(200), 'too-long'],
  ] as const)('%s is refused: %s', (query, fault) => {
    expect(readQuery(query)).toMatchObject({ ok: false, fault });
  });

  test('H7: anything typed is read or refused, soon', () => {
    const signs = fc.array(
      fc.constantFrom('(', ')', '"', '/', '\\', '*', '?', 'a', ' ', 'NOT', 'AND', 'NEAR/3', '😀', 'é', '-', '\ud800'),
    );
    fc.assert(
      fc.property(signs, (parts) => {
        const read = readQuery(parts.join(''));
        expect(read.ok ? leavesOf(read.query).length : read.at).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
    expect(readQuery(`"${'\\'.repeat(20_000)}`)).toMatchObject({ ok: false });
  });

  test('H7: many stars take no longer than one', () => {
    expect(globTest(`${'*a'.repeat(200)}b`)('a'.repeat(20_000))).toBe(false);
    expect(globTest(`${'*?a'.repeat(40)}b`)('a'.repeat(2_000))).toBe(false);
  });
});
