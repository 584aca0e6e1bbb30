// The theme in force: the window sets it on <html>.

import { useSyncExternalStore } from 'react';
import type { Theme } from './tints.ts';

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'sepia' || theme === 'dark' || theme === 'contrast' ? theme : 'light';
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
