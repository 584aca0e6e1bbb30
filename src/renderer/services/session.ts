// What is open, and whether it can be changed.

import type { SessionState } from '../../shared/contract/project.ts';
import { useAnswer } from './answers.ts';

export function useSession(): SessionState | undefined {
  return useAnswer('projects.session', {}).data;
}

/** False while the project is open for reading only: controls that change something are disabled then. */
export function useCanChange(): boolean {
  return useSession()?.open?.mode === 'read-write';
}
