// The theme in force: the window sets it on <html>, or leaves it to the system.

import { useSyncExternalStore } from 'react';
import type { Theme } from './tints.ts';

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark' || chosen === 'contrast') return chosen;
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
