// Whether the panel with outline, speakers and guide stands beside the text, and what it shows.

import { useRemembered } from '../services/window-state.ts';

export const structureTabs = ['outline', 'speakers', 'guide', 'recording'] as const;
export type StructureTab = (typeof structureTabs)[number];

export function useStructurePanel(): readonly [boolean, (isOpen: boolean) => void] {
  return useRemembered<boolean>('structure/open', false);
}

export function useStructureTab(): readonly [StructureTab, (tab: StructureTab) => void] {
  const [stored, store] = useRemembered<string>('structure/tab', 'outline');
  return [structureTabs.find((tab) => tab === stored) ?? 'outline', store];
}
