// Words, numbers and dates in the user's language.

import { createContext, use, useCallback, useMemo } from 'react';
import type { Language } from '../../shared/contract/values.ts';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { formatNumber, localeOf, type MessageParams, translate } from '../../shared/i18n/translate.ts';

export type { MessageKey } from '../../shared/i18n/catalogue.ts';
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Set once at the top from the settings; until they are read, and where there are none, the browser's. */
export const LanguageContext = createContext<Language>(browserLanguage());

export function useLanguage(): Language {
  return use(LanguageContext);
}

export function useT(): Translate {
  const language = useLanguage();
  return useCallback((key, params) => translate(language, key, params), [language]);
}

/** @returns a formatter; `digits` fixes the number of decimals */
export function useNumber(): (value: number, digits?: number) => string {
  const language = useLanguage();
  return useCallback((value, digits) => formatNumber(language, value, digits), [language]);
}

export type DateFormat = {
  /** `2026-03-05` → 5 March 2026 */
  readonly day: (isoDay: string) => string;
  /** A moment on this machine's clock, to the minute. */
  readonly moment: (isoMoment: string) => string;
};

export function useDateFormat(): DateFormat {
  const language = useLanguage();
  return useMemo(() => {
    // A day has no time zone: reading it in UTC keeps it the same day everywhere.
    const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
    const moment = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
    return {
      day: (iso) => formatted(day, `${iso}T00:00:00Z`) ?? iso,
      moment: (iso) => formatted(moment, iso) ?? iso,
    };
  }, [language]);
}

/** Compares names the way the user's language orders them, numbers by value. */
export function useCollator(): (a: string, b: string) => number {
  const language = useLanguage();
  return useMemo(
    () => new Intl.Collator(localeOf(language), { numeric: true, sensitivity: 'base' }).compare,
    [language],
  );
}

function formatted(format: Intl.DateTimeFormat, iso: string): string | null {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : format.format(date);
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('id') ? 'id' : 'en';
}
