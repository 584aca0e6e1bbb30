// What appears later is waited for as long as a busy machine may need; a test that fails waits in vain all the same.
// What a window leaves undone ends with it: a browser drops the timers of a page that closes, jsdom does not, and one
// that goes off after the last test finds no document.

import { cleanup, configure } from '@testing-library/react';
import { afterAll } from 'vitest';

configure({ asyncUtilTimeout: 20_000 });

const pending = new Set<NodeJS.Timeout>();
const tracked = {
  apply: (start: typeof setTimeout, self: unknown, given: Parameters<typeof setTimeout>): NodeJS.Timeout => {
    const timer = Reflect.apply(start, self, given);
    pending.add(timer);
    return timer;
  },
};
globalThis.setTimeout = new Proxy(setTimeout, tracked);
globalThis.setInterval = new Proxy(setInterval, tracked);

afterAll(async () => {
  cleanup();
  // What is under way ends while there still is a document.
  await new Promise((resolve) => setImmediate(resolve));
  for (const timer of pending) clearTimeout(timer);
  pending.clear();
});
