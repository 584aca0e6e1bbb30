// The whole of what the page gets: three functions, and no way to any other channel.

import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, Request } from '../../../shared/contract/client.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';

// The bundle inlines this file's own imports, so the names stand here: importing ipc.ts would bring all of it along.
const callChannel = 'simpul:call';
const eventChannel = 'simpul:event';

const invoke = (message: unknown): Promise<Answer> => ipcRenderer.invoke(callChannel, message) as Promise<Answer>;

contextBridge.exposeInMainWorld('simpul', {
  call: (request: Request) => invoke({ kind: 'call', request }),
  onEvent: (listener: (event: AppEvent) => void) => {
    const hear = (_: unknown, event: AppEvent): void => listener(event);
    ipcRenderer.on(eventChannel, hear);
    return () => void ipcRenderer.off(eventChannel, hear);
  },
  sendFile: async (name: string, bytes: ArrayBuffer): Promise<{ readonly token: string }> => {
    const answer = await invoke({ kind: 'file', name, bytes });
    if (answer.ok) return answer.value as { readonly token: string };
    throw new Error(answer.error.message);
  },
});
