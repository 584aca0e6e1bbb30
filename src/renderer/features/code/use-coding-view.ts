import { useRemembered } from '../../services/window-state.ts';
import type { CodingView } from './code-commands.ts';

/** What this user has on the screen while coding, and how selections are taken. */
export function useCodingView(): CodingView {
  const [hasStrip, setStrip] = useRemembered<boolean>('code/strip', true);
  const [hasList, setList] = useRemembered<boolean>('code/list', false);
  const [toWords, setToWords] = useRemembered<boolean>('code/toWords', false);
  const set = { hasStrip: setStrip, hasList: setList, toWords: setToWords };
  return { hasStrip, hasList, toWords, toggle: (what) => set[what]((former) => !former) };
}
