// Fills a message. `{name}` stands for a parameter; `{n|one|other}` chooses by a count, in English only:
// Indonesian has no plural form, so both words are the same there.

import type { Language } from '../contract/values.ts';
import { catalogue, isMessageKey, type MessageKey } from './catalogue.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

/** The message in a language. Numbers are written the way the language writes them. */
export function translate(language: Language, key: MessageKey, params: MessageParams = {}): string {
  return fill(catalogue[language][key], language, params);
}

/** For keys that come out of a file or the history and may be of another version. */
export function translateAny(language: Language, key: string, params: MessageParams = {}): string {
  return isMessageKey(key) ? translate(language, key, params) : key;
}

export function formatNumber(language: Language, value: number, digits?: number): string {
  const key = `${language} ${digits ?? ''}`;
  const known = numberFormats.get(key);
  if (known) return known.format(value);
  const fraction = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(localeOf(language), fraction);
  numberFormats.set(key, format);
  return format.format(value);
}

/** Making one takes far longer than using it, and a table writes hundreds of numbers. */
const numberFormats = new Map<string, Intl.NumberFormat>();

export function localeOf(language: Language): string {
  return language === 'id' ? 'id-ID' : 'en-GB';
}

function fill(template: string, language: Language, params: MessageParams): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && other !== undefined) return Number(value) === 1 ? one : other;
    return typeof value === 'number' ? formatNumber(language, value) : value;
  });
}
