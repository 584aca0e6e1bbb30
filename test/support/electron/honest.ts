// A stand-in must not pretend: what it does not have throws, instead of being quietly undefined.

/** Names that are asked of any object, by `await` and by the debugger Playwright looks through. */
const askedOfAny: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'nodeType',
  'description',
  'default',
  'domain',
]);

export function honest<Thing extends object>(name: string, thing: Thing): Thing {
  return new Proxy(thing, {
    get: (target, key, receiver) => {
      if (typeof key === 'symbol' || key in target || askedOfAny.has(key)) {
        const value: unknown = Reflect.get(target, key, receiver);
        return value;
      }
      throw new Error(`The Electron stand-in has no ${name}.${key}`);
    },
  });
}
