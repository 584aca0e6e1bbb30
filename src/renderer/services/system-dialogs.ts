// Dialogs of the system, where the host has them: the Electron host only.

import type { HostMethodName } from '../../shared/contract/host.ts';

/** Lets the system ask for a project file and opens it; an error is shown there, too. @returns false where there is no such dialog */
export function openProjectBySystem(): boolean {
  const method: HostMethodName = 'host.openProject';
  if (!window.simpul) return false;
  void window.simpul.call({ method, input: {} });
  return true;
}
