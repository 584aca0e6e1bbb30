// The theme in force: the window sets it on <html>, or leaves it to the system. Charts paint numbers as colours, so
// they must know it; everything else takes its colours from the tokens.

import { useSyncExternalStore } from 'react';
import { type ChartTheme, type Rgb, parseHex } from './color-scale.ts';

export function useChartTheme(): ChartTheme {
  return useSyncExternalStore(subscribe, currentTheme);
}

/** The ground that charts lie on, as `--color-surface` of each theme; a test compares the two. */
export const chartGround = {
  light: parseHex('#fffefb'),
  sepia: parseHex('#f7eedb'),
  dark: parseHex('#1e2022'),
  contrast: parseHex('#000000'),
} as const satisfies Readonly<Record<ChartTheme, Rgb>>;

function currentTheme(): ChartTheme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'sepia' || chosen === 'dark' || chosen === 'contrast') return chosen;
  return darkPreferred().matches ? 'dark' : 'light';
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const preferred = darkPreferred();
  preferred.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    preferred.removeEventListener('change', changed);
  };
}

function darkPreferred(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}
