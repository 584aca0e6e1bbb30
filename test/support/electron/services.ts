import { EventEmitter } from 'node:events';
import { honest } from './honest.ts';

export type IpcHandler = (event: object, ...args: unknown[]) => unknown;
export type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type Scheme = { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> };
type BeforeRequest = (
  details: { readonly url: string },
  answer: (result: { readonly cancel?: boolean }) => void,
) => void;

export const ipcHandlers = new Map<string, IpcHandler>();
export const protocolHandlers = new Map<string, ProtocolHandler>();
export const schemes = new Map<string, Scheme>();

export const ipcMain = honest('ipcMain', {
  handle: (channel: string, handler: IpcHandler): void => {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcHandlers.set(channel, handler);
  },
});

export const protocol = honest('protocol', {
  registerSchemesAsPrivileged: (list: readonly Scheme[]): void => {
    for (const entry of list) schemes.set(entry.scheme, entry);
  },
  handle: (scheme: string, handler: ProtocolHandler): void => {
    if (!schemes.get(scheme)?.privileges['standard'])
      throw new Error(`${scheme} was not registered as a standard scheme`);
    protocolHandlers.set(scheme, handler);
  },
});

class Session extends EventEmitter {
  readonly rules: { beforeRequest: BeforeRequest | null; permissions: (() => unknown)[]; spellChecker: boolean } = {
    beforeRequest: null,
    permissions: [],
    spellChecker: true,
  };
  readonly webRequest = honest('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.rules.beforeRequest = listener;
    },
  });
  readonly setPermissionRequestHandler = (handler: () => unknown): void => void this.rules.permissions.push(handler);
  readonly setPermissionCheckHandler = (handler: () => unknown): void => void this.rules.permissions.push(handler);
  readonly setDevicePermissionHandler = (handler: () => unknown): void => void this.rules.permissions.push(handler);
  readonly setSpellCheckerEnabled = (enabled: boolean): void => {
    this.rules.spellChecker = enabled;
  };
}

export const defaultSession = new Session();
export const session = honest('session', { defaultSession: honest('session.defaultSession', defaultSession) });

/** Whether the session lets a request through. */
export function isLetThrough(url: string): Promise<boolean> {
  const { beforeRequest } = defaultSession.rules;
  if (!beforeRequest) return Promise.resolve(true);
  return new Promise((resolve) => beforeRequest({ url }, ({ cancel }) => resolve(cancel !== true)));
}
