// Words of the query language, in English and Indonesian. Words of the language are in capitals, so that codes may be
// called "dan" or "within"; a name in quotation marks may hold anything.

import type { Comparison, DistanceUnit, PlainRelation, QueryField, SharedPlace } from './query.ts';

export type Keyword =
  | 'and'
  | 'or'
  | 'not'
  | 'one-of'
  | 'at-least'
  | 'of'
  | 'any'
  | 'under'
  | 'alone'
  | 'where'
  | 'near'
  | 'before'
  | 'after'
  | 'same'
  | PlainRelation;

/** Longer phrases stand before shorter ones that begin them. */
export const keywordPhrases: readonly (readonly [phrase: string, keyword: Keyword])[] = [
  ['ONE OF', 'one-of'],
  ['SALAH SATU', 'one-of'],
  ['AT LEAST', 'at-least'],
  ['SEDIKITNYA', 'at-least'],
  ['CROSSED BY', 'crossed-by'],
  ['DILEWATI', 'crossed-by'],
  ['CROSSES', 'crosses'],
  ['MELEWATI', 'crosses'],
  ['CO-OCCURS', 'co-occurs'],
  ['BERSAMA', 'co-occurs'],
  ['INCLUDES', 'includes'],
  ['MEMUAT', 'includes'],
  ['WITHIN', 'within'],
  ['TERMUAT', 'within'],
  ['OVERLAPS', 'overlaps'],
  ['BERTINDIHAN', 'overlaps'],
  ['EXACTLY', 'exactly'],
  ['PERSIS', 'exactly'],
  ['NEAR', 'near'],
  ['DEKAT', 'near'],
  ['BEFORE', 'before'],
  ['SEBELUM', 'before'],
  ['AFTER', 'after'],
  ['SESUDAH', 'after'],
  ['SAME', 'same'],
  ['SAMA', 'same'],
  ['WHERE', 'where'],
  ['DENGAN', 'where'],
  ['UNDER', 'under'],
  ['CABANG', 'under'],
  ['ALONE', 'alone'],
  ['SENDIRI', 'alone'],
  ['ANY', 'any'],
  ['SEMUA', 'any'],
  ['AND', 'and'],
  ['DAN', 'and'],
  ['OR', 'or'],
  ['ATAU', 'or'],
  ['NOT', 'not'],
  ['BUKAN', 'not'],
  ['OF', 'of'],
  ['DARI', 'of'],
];

export const unitWords: Readonly<Record<string, DistanceUnit>> = {
  character: 'characters',
  characters: 'characters',
  karakter: 'characters',
  word: 'words',
  words: 'words',
  kata: 'words',
  sentence: 'sentences',
  sentences: 'sentences',
  kalimat: 'sentences',
  paragraph: 'paragraphs',
  paragraphs: 'paragraphs',
  paragraf: 'paragraphs',
};

export const placeWords: Readonly<Record<string, SharedPlace>> = {
  paragraph: 'paragraph',
  paragraf: 'paragraph',
  sentence: 'sentence',
  kalimat: 'sentence',
  section: 'section',
  bagian: 'section',
  document: 'document',
  dokumen: 'document',
  case: 'case',
  kasus: 'case',
};

export const fieldWords: Readonly<Record<string, QueryField>> = {
  coder: 'coder',
  pengode: 'coder',
  weight: 'weight',
  bobot: 'weight',
  coded: 'coded',
  dikode: 'coded',
  date: 'date',
  tanggal: 'date',
  kind: 'kind',
  jenis: 'kind',
  document: 'document',
  dokumen: 'document',
  case: 'case',
  kasus: 'case',
  variable: 'variable',
  variabel: 'variable',
};

export const comparisonSigns: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '≠': '!=',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
};

export type QueryLanguage = 'en' | 'id';

/** A word of the query language. The tables give English first. */
export function keywordIn(language: QueryLanguage, keyword: Keyword): string {
  const phrases = keywordPhrases.filter(([, of]) => of === keyword).map(([phrase]) => phrase);
  return (language === 'en' ? phrases[0] : phrases.at(-1)) ?? '';
}

/** The word for a unit, place or field. In English it is called as it is. */
export function wordIn<Value extends string>(
  language: QueryLanguage,
  words: Readonly<Record<string, Value>>,
  value: Value,
): string {
  if (language === 'en') return value;
  return (
    Object.keys(words)
      .filter((word) => words[word] === value)
      .at(-1) ?? value
  );
}
