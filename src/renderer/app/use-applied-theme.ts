import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/application.ts';

export type Theme = 'light' | 'sepia' | 'dark' | 'contrast';

const darkQuery = '(prefers-color-scheme: dark)';
const contrastQuery = '(prefers-contrast: more)';

/** What a chosen appearance means on this system now. */
export function resolveTheme(choice: Settings['theme'] | undefined, matches: (query: string) => boolean): Theme {
  if (choice !== undefined && choice !== 'system') return choice;
  if (matches(contrastQuery)) return 'contrast';
  return matches(darkQuery) ? 'dark' : 'light';
}

/** Puts the appearance on the root element, and follows the system where that is what the user chose. */
export function useAppliedTheme(choice: Settings['theme'] | undefined): void {
  useEffect(() => {
    const queries = [darkQuery, contrastQuery].map((query) => window.matchMedia(query));
    const apply = (): void => {
      document.documentElement.dataset['theme'] = resolveTheme(choice, (query) => window.matchMedia(query).matches);
    };
    apply();
    for (const query of queries) query.addEventListener('change', apply);
    return () => {
      for (const query of queries) query.removeEventListener('change', apply);
    };
  }, [choice]);
}
