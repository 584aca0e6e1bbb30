// FR rules of SPEC.md: what a search finds and what takes its place.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, hitsIn, patternFault, plainSearch, type Search } from '../../../src/shared/domain/search.ts';

const search = (query: string, options: Partial<Search> = {}): Search => ({ ...plainSearch, query, ...options });
const found = (text: string, query: string, options: Partial<Search> = {}): readonly string[] =>
  hitsIn(text, search(query, options)).map(({ start, end }) => text.slice(start, end));
const inserted = (text: string, query: string, replacement: string, options: Partial<Search> = {}) =>
  hitsIn(text, search(query, options), replacement).map(({ insert }) => insert);

describe('FR1: hits', () => {
  test('letters in any case, or in the one given', () => {
    expect(found('SPBE spbe', 'spbe')).toEqual(['SPBE', 'spbe']);
    expect(found('SPBE spbe', 'spbe', { matchCase: true })).toEqual(['spbe']);
  });

  test('whole words in any script', () => {
    expect(found('data, mendata data2 Data', 'data', { wholeWord: true })).toEqual(['data', 'Data']);
    expect(found('naïve naïveté', 'naïve', { wholeWord: true })).toEqual(['naïve']);
    expect(found('(e-gov) e-gov2', 'e-gov', { wholeWord: true })).toEqual(['e-gov']);
  });

  test('signs of regular expressions stand for themselves in a plain search', () => {
    expect(found('a.b axb (c) [d]', 'a.b')).toEqual(['a.b']);
    expect(found('a.b (c) [d] {e} \\f $g ^h |i /j', '(c) [d] {e} \\f $g ^h |i /j')).toHaveLength(1);
  });

  test('the empty query and empty hits are found nowhere', () => {
    expect(found('abc', '')).toEqual([]);
    expect(found('abc', 'x*', { regex: true })).toEqual([]);
    expect(found('aab', 'a*', { regex: true })).toEqual(['aa']);
  });

  test('no more than asked for', () => {
    expect(hitsIn('a'.repeat(100), search('a'), null, 7)).toHaveLength(7);
  });
});

test('FR2: a blank stands for any run of blanks', () => {
  expect(found('good\u00A0governance good \u2028governance', 'good governance')).toHaveLength(2);
});

describe('FR3: letters with and without their marks', () => {
  const alike = { ignoreMarks: true };
  test('find each other', () => {
    expect(found('résumé resume RÉSUMÉ', 'resume', alike)).toEqual(['résumé', 'resume', 'RÉSUMÉ']);
    expect(found('resume', 'résumé', alike)).toEqual(['resume']);
    expect(found('résumé', 'resume')).toEqual([]);
  });

  test('a mark that cannot compose belongs to its letter', () => {
    const text = 'x q\u0301a x';
    expect(hitsIn(text, search('q', alike))).toEqual([{ start: 2, end: 4, insert: null }]);
    expect(hitsIn(text, search('a', alike))).toEqual([{ start: 4, end: 5, insert: null }]);
    expect(found('كَتَبَ', 'كتب', alike)).toEqual(['كَتَبَ']);
  });

  test('vowel signs and syllables are letters, not marks', () => {
    expect(found('ꦏꦶ ꦏ', 'ꦏꦶ', alike)).toEqual(['ꦏꦶ']);
    expect(folded('กิน 한국').text).toBe('กิน 한국');
  });

  test('every unit of the folded text knows its place', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('e', 'é', 'q\u0301\u0323', '😀', 'ا', '\u064E', ' ', 'ø')), (parts) => {
        const text = parts.join('');
        const { text: bare, places } = folded(text);
        expect(bare).toBe(text.normalize('NFD').replace(/[\u0300-\u036F\u064B-\u0652]/g, ''));
        for (let at = 0; at < bare.length; at += 1) {
          const unit = text
            .charAt(places?.[at] ?? at)
            .normalize('NFD')
            .charAt(0);
          expect(unit).toBe(bare.charAt(at));
        }
      }),
    );
  });
});

describe('FR4: what takes the place of a hit', () => {
  test('stands for itself in a plain search', () => {
    expect(inserted('a b', 'a', '$1\\n$&')).toEqual(['$1\\n$&']);
  });

  test('may take up groups of a regular expression', () => {
    const regex = { regex: true };
    expect(inserted('Siti Aminah', String.raw`(\w+) (\w+)`, '$2, $1', regex)).toEqual(['Aminah, Siti']);
    expect(inserted('2026-03', String.raw`(?<y>\d+)-(?<m>\d+)`, '$<m>/$<y>', regex)).toEqual(['03/2026']);
    expect(inserted('ab', '(a)(x)?b', '[$&|$2|$3|$$|$12|$<q>]', regex)).toEqual(['[ab||$3|$|a2|$<q>]']);
    expect(inserted('a;b', ';', String.raw`\n\t\\`, regex)).toEqual(['\n\t\\']);
  });

  test('takes up the letters as they are in the text, also where marks do not count', () => {
    expect(inserted('cafe café', '(cafe)', '<$1>', { regex: true, ignoreMarks: true })).toEqual(['<cafe>', '<café>']);
  });
});

describe('FR5: regular expressions', () => {
  test('edges are those of paragraphs', () => {
    expect(found('a: x\nb: y', '^\\w:', { regex: true })).toEqual(['a:', 'b:']);
  });

  test.each([
    ['(a', 'group'],
    ['a)', 'group'],
    ['[a', 'class'],
    ['[b-a]', 'class'],
    ['*a', 'repeat'],
    ['a{2,1}', 'repeat'],
    ['\\p{Nope}', 'escape'],
    ['a\\', 'escape'],
  ])('%s says what is wrong', (query, fault) => {
    expect(patternFault(search(query, { regex: true }))).toBe(fault);
    expect(patternFault(search(query, { regex: true, wholeWord: true }))).toBe(fault);
    expect(patternFault(search(query))).toBeNull();
  });

  test('whole words hold for every alternative', () => {
    expect(found('ada adapun apa', 'ada|apa', { regex: true, wholeWord: true })).toEqual(['ada', 'apa']);
  });
});

test('FR1: a million characters are searched in one go', () => {
  const text = 'Narasumber: kami sudah mencoba aplikasi résumé itu. '.repeat(20_000);
  expect(hitsIn(text, search('APLIKASI'))).toHaveLength(20_000);
  expect(hitsIn(text, search('resume', { ignoreMarks: true }))).toHaveLength(20_000);
});
