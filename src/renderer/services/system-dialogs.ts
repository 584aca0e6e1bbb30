// Dialogs of the system, where the host has them: the Electron host only.

import { type HostMethodName, type HostOutput, hostMethods } from '../../shared/contract/host.ts';

/** Lets the system ask for a project file and opens it; an error is shown there, too. @returns false where there is no such dialog */
export function openProjectBySystem(): boolean {
  const method: HostMethodName = 'host.openProject';
  if (!window.simpul) return false;
  void window.simpul.call({ method, input: {} });
  return true;
}

export function hasSystemDialogs(): boolean {
  return window.simpul !== undefined;
}

/** Lets the system ask for a folder. @returns null where the user left the dialog, and where there is none */
export async function chooseFolderBySystem(): Promise<string | null> {
  const method: HostMethodName = 'host.chooseFolder';
  const answer = await window.simpul?.call({ method, input: {} });
  if (!answer?.ok) return null;
  const chosen: HostOutput<'host.chooseFolder'> = hostMethods[method].output.parse(answer.value);
  return chosen?.path ?? null;
}
