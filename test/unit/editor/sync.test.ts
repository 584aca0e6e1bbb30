import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentSync, type SaveAnswer, type StoredEdit, type SyncPorts } from '../../../src/renderer/editor/sync.ts';
import { applySplices, type Splice } from '../../../src/shared/domain/segments.ts';
import { recomposition } from '../../../src/shared/domain/text.ts';
import { editOf } from './arbitraries.ts';

describe('one window', () => {
  test('sends what was typed after a pause, as one batch for the revision it was made for', async () => {
    const host = new Host('abc');
    const window = host.open();
    window.type([{ at: 3, remove: 0, insert: 'd' }]);
    window.type([{ at: 4, remove: 0, insert: 'e' }]);
    expect(host.text).toBe('abc');
    window.pass(300);
    await host.deliverAll();
    expect(host).toMatchObject({ text: 'abcde', revision: 2, batches: 1 });
    expect(window.states).toEqual(['unsaved', 'unsaved', 'saving', 'saved']);
  });

  test('sends during long typing, without a pause', async () => {
    const host = new Host('');
    const window = host.open();
    for (let at = 0; at < 20; at += 1) {
      window.type([{ at, remove: 0, insert: 'x' }]);
      window.pass(100);
    }
    await host.deliverAll();
    expect(host.text.length).toBeGreaterThanOrEqual(15);
  });

  test('HI6: a lost answer is asked for again, and the batch is applied once', async () => {
    const host = new Host('abc');
    const window = host.open();
    host.loseAnswers = 2;
    host.silent = true;
    window.type([{ at: 0, remove: 0, insert: 'X' }]);
    window.pass(300);
    await host.deliverAll();
    expect(window.states.at(-1)).toBe('unreachable');
    window.pass(10_000);
    await host.deliverAll();
    window.pass(10_000);
    await host.deliverAll();
    expect(host).toMatchObject({ text: 'Xabc', revision: 2 });
    expect(window.sync.dirty).toBe(false);
  });

  test('keeps what was refused and says why', async () => {
    const host = new Host('abc');
    const window = host.open();
    host.refuse = 'read only';
    window.type([{ at: 0, remove: 0, insert: 'X' }]);
    expect(await settled(host, window.sync.flush())).toBe(false);
    expect(window.sync.state).toEqual({ kind: 'refused', message: 'read only' });
    host.refuse = null;
    expect(await settled(host, window.sync.flush())).toBe(true);
    expect(host.text).toBe('Xabc');
  });

  test('nothing is sent while an input method composes', async () => {
    const host = new Host('abc');
    const window = host.open();
    window.sync.hold(true);
    window.type([{ at: 0, remove: 0, insert: 'k' }]);
    window.pass(5000);
    await host.deliverAll();
    expect(host.text).toBe('abc');
    window.sync.hold(false);
    window.pass(300);
    await host.deliverAll();
    expect(host.text).toBe('kabc');
  });

  test('a missed change is fetched, and what was typed meanwhile stays', async () => {
    const host = new Host('abc');
    const window = host.open();
    host.silent = true;
    host.change([{ at: 0, remove: 1, insert: 'ZZ' }]);
    host.silent = false;
    host.change([{ at: 4, remove: 0, insert: '!' }]);
    window.type([{ at: 3, remove: 0, insert: '?' }]);
    await host.deliverAll();
    expect(await settled(host, window.sync.flush())).toBe(true);
    expect([host.text, window.text]).toEqual([host.text, host.text]);
    expect(host.text).toContain('?');
    expect(host.text).toContain('ZZ');
  });

  test('T1: letters that took in marks at the host take them in here too, whichever comes first', async () => {
    for (const silent of [false, true]) {
      const host = new Host('kafe');
      const window = host.open();
      host.silent = silent;
      window.type([{ at: 4, remove: 0, insert: '\u0301' }]);
      window.pass(300);
      await host.deliverAll();
      expect([host.text, window.text, window.sync.dirty]).toEqual(['kafé', 'kafé', false]);
    }
  });

  test('a text replaced as a whole is fetched', async () => {
    const host = new Host('abc');
    const window = host.open();
    host.replace('other text');
    await host.deliverAll();
    expect(window.text).toBe('other text');
  });
});

describe('two windows', () => {
  test('both end equal to the file, whatever order answers and events come in', async () => {
    const step = fc.record({
      who: fc.nat(1),
      action: fc.constantFrom('type', 'type', 'pass', 'deliver', 'deliver'),
      seed: fc.nat(),
      lose: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const host = new Host('The quick brown fox');
        const windows = [host.open(), host.open()] as const;
        for (const { who, action, seed, lose } of steps) {
          const window = windows[who === 0 ? 0 : 1];
          if (action === 'type') window.type(fc.sample(editOf(window.text), { numRuns: 1, seed })[0] ?? []);
          else if (action === 'pass') window.pass(400);
          else {
            if (lose && seed % 7 === 0) host.loseAnswers = 1;
            await host.deliverSome(seed);
          }
        }
        for (let round = 0; round < 12; round += 1) {
          for (const window of windows) window.pass(20_000);
          await host.deliverAll();
        }
        expect(windows.map(({ text }) => text)).toEqual([host.text, host.text]);
        expect(windows.map(({ sync }) => sync.dirty)).toEqual([false, false]);
      }),
      { numRuns: 300 },
    );
  });
});

async function settled<T>(host: Host, promise: Promise<T>): Promise<T> {
  await host.deliverAll();
  return promise;
}

/** A project file that answers when told to, so that every order of answers and events can be had. */
class Host {
  text: string;
  revision = 1;
  batches = 0;
  loseAnswers = 0;
  refuse: string | null = null;
  silent = false;
  readonly #answered = new Map<string, SaveAnswer>();
  readonly #queues: (() => void)[][] = [];
  readonly #listeners: ((edit: StoredEdit) => void)[] = [];

  constructor(text: string) {
    this.text = text;
  }

  open(): TestWindow {
    const queue: (() => void)[] = [];
    this.#queues.push(queue);
    const window = new TestWindow(this, queue);
    // Answers and events reach a window in the order in which the host sent them.
    this.#listeners.push((edit) => queue.push(() => window.sync.stored(edit)));
    return window;
  }

  save(revision: number, splices: readonly Splice[], id: string): SaveAnswer {
    const known = this.#answered.get(id);
    if (known) return known;
    if (this.refuse) return { kind: 'refused', message: this.refuse };
    if (revision !== this.revision) return { kind: 'stale' };
    this.batches += 1;
    const composing = recomposition(applySplices(this.text, splices), splices);
    const answer: SaveAnswer = { kind: 'saved', revision: this.revision + 1, recomposed: composing.length > 0 };
    this.#answered.set(id, answer);
    this.#commit([...splices, ...composing], id);
    return answer;
  }

  change(splices: readonly Splice[]): void {
    this.#commit(splices, null);
  }

  replace(text: string): void {
    this.text = text;
    this.revision += 1;
    for (const listener of this.#listeners) listener({ revision: this.revision, splices: null, requestId: null });
  }

  async deliverSome(seed: number): Promise<void> {
    const waiting = this.#queues.filter((queue) => queue.length > 0);
    waiting[seed % Math.max(1, waiting.length)]?.shift()?.();
    await turn();
  }

  async deliverAll(): Promise<void> {
    await turn();
    while (this.#queues.some((queue) => queue.length > 0)) {
      for (const queue of this.#queues) queue.shift()?.();
      await turn();
    }
  }

  #commit(splices: readonly Splice[], requestId: string | null): void {
    this.text = applySplices(this.text, splices);
    this.revision += 1;
    if (this.silent) return;
    for (const listener of this.#listeners) listener({ revision: this.revision, splices, requestId });
  }
}

class TestWindow {
  text: string;
  readonly states: string[] = [];
  readonly sync: DocumentSync;
  #now = 0;
  #timers: { readonly due: number; readonly run: () => void }[] = [];
  #requests = 0;

  constructor(host: Host, queue: (() => void)[]) {
    this.text = host.text;
    const name = Math.random();
    const later = <T>(make: () => T): Promise<T> =>
      new Promise((resolve) => {
        const value = make();
        queue.push(() => resolve(value));
      });
    const ports: SyncPorts = {
      send: (revision, splices, id) =>
        later(() => {
          const answer = host.save(revision, splices, id);
          if (host.loseAnswers === 0) return answer;
          host.loseAnswers -= 1;
          return { kind: 'unreachable' };
        }),
      fetch: () => later(() => ({ text: host.text, revision: host.revision })),
      follow: (splices) => {
        this.text = applySplices(this.text, splices);
      },
      report: (state) => this.states.push(state.kind),
      newRequestId: () => `${name}-${(this.#requests += 1)}`,
      startTimer: (milliseconds, run) => {
        const timer = { due: this.#now + milliseconds, run };
        this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
        };
      },
    };
    this.sync = new DocumentSync({ text: host.text, revision: host.revision }, ports);
  }

  type(splices: readonly Splice[]): void {
    this.text = applySplices(this.text, splices);
    this.sync.edited(splices);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#timers.filter(({ due: at }) => at <= this.#now);
    this.#timers = this.#timers.filter(({ due: at }) => at > this.#now);
    for (const { run } of due) run();
  }
}

/** Lets every promise that can go on do so. */
async function turn(): Promise<void> {
  for (let round = 0; round < 30; round += 1) await Promise.resolve();
}
