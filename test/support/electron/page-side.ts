// What a preload meets in the page: `electron` with contextBridge and ipcRenderer. The preload runs in the page's
// own world, so this says nothing about context isolation; values still cross the bridge as copies.

import { createCodec, type Codec } from './codec.ts';

export const bindingName = '__electronStandIn';

/** Source that runs in every new page of a window before the page's own scripts. */
export function pageScript(preload: string): string {
  return `(() => {
  if (window.top !== window) return;
  const send = window.${bindingName};
  delete window.${bindingName};
  const electron = (${createPageSide.toString()})((${createCodec.toString()})(), send);
  const require = (name) => {
    if (name === 'electron') return electron;
    throw new Error('module not found: ' + name);
  };
  ((require, module, exports) => {${preload}
})(require, { exports: {} }, {});
})();`;
}

/** Source that delivers to the page: an answer or an event. */
export function deliver(kind: 'settle' | 'hear', ...args: readonly (string | number | boolean)[]): string {
  return `globalThis[Symbol.for('electron-stand-in')]?.${kind}(${args.map((arg) => JSON.stringify(arg)).join(',')})`;
}

function createPageSide(codec: Codec, send: (text: string) => void): object {
  type Listener = (event: object, ...args: unknown[]) => void;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<Listener>>();
  let last = 0;
  const honest = (name: string, thing: object): object =>
    new Proxy(thing, {
      get: (target, key, receiver) => {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key, receiver) as unknown;
        throw new Error(`The Electron stand-in has no ${name}.${key}`);
      },
    });
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => cross((value as (...args: unknown[]) => unknown)(...args.map(cross)));
    }
    if (value instanceof Promise) return value.then(cross);
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)])));
    }
    return structuredClone(value);
  };
  Object.defineProperty(globalThis, Symbol.for('electron-stand-in'), {
    value: {
      settle: (id: number, ok: boolean, text: string) => {
        const { resolve, reject } = waiting.get(id) ?? {};
        waiting.delete(id);
        if (ok) resolve?.(codec.decode(text));
        else reject?.(new Error(text));
      },
      hear: (channel: string, text: string) => {
        const args = codec.decode(text) as unknown[];
        for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
      },
    },
  });
  return honest('(renderer)', {
    contextBridge: honest('contextBridge', {
      exposeInMainWorld: (key: string, api: object) => {
        Object.defineProperty(globalThis, key, { value: cross(api), enumerable: true });
      },
    }),
    ipcRenderer: honest('ipcRenderer', {
      invoke: (channel: string, ...args: unknown[]) => {
        const text = codec.encode(args);
        const id = ++last;
        return new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          send(JSON.stringify({ id, channel, text }));
        });
      },
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
    }),
  });
}
