// Two windows edit and code one document at once through the browser host. Each has its own text, codings and
// DocumentSync, as the window has; requests and events go over HTTP in whatever order they arrive.

import { expect, test } from 'vitest';
import { CodingLayer } from '../../src/renderer/editor/coding-layer.ts';
import { DocumentSync, type SaveAnswer } from '../../src/renderer/editor/sync.ts';
import { CallError, createClient, type Client } from '../../src/shared/contract/client.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { applySplices, moveRangeThrough, type Splice } from '../../src/shared/domain/segments.ts';
import { canonicalText } from '../../src/shared/domain/text.ts';
import { randomOf } from '../support/project.ts';
import { randomRange, randomSplice, randomText } from '../support/random-study.ts';
import { transports, type TestClient } from './transports.ts';

const steps = 5000;

test(
  `two windows edit and code one document for ${steps} steps; both end equal to the file`,
  { timeout: 600_000 },
  async () => {
    const seed = 20_260_501;
    const random = randomOf(seed);
    const open = transports['HTTP of the browser host'];
    if (!open) throw new Error('no browser host');
    const { clients, faults, end } = await open();
    const [one, two] = clients.map((client) => clientOver(client));
    if (!one || !two) throw new Error('two clients are needed');
    const { guid: documentId } = await one.documents.create({
      title: 'D',
      text: canonicalText(randomText(random, 200)),
    });
    const { guid: codeId } = await one.codes.create({ name: 'A' });
    const windows = [
      await TestWindow.open(one, clients[0], documentId, codeId),
      await TestWindow.open(two, clients[1], documentId, codeId),
    ];
    const counts = { typed: 0, coded: 0, undone: 0 };

    for (let step = 0; step < steps; step += 1) {
      const window = random.pick(windows);
      const choice = random.below(40);
      window.hear();
      if (choice < 30) {
        window.type(random);
        counts.typed += 1;
      } else if (choice < 34) {
        if (await window.code(random)) counts.coded += 1;
      } else if (choice < 35) {
        if (await window.undo()) counts.undone += 1;
      } else if (choice < 38) window.pass();
      else await turn();
    }
    // Until nothing is under way and nothing more comes.
    for (let quiet = 0; quiet < 50; quiet = windows.every(({ isSettled }) => isSettled) ? quiet + 1 : 0) {
      for (const window of windows) {
        window.hear();
        window.pass();
      }
      await turn();
    }
    const stored = await one.documents.text({ documentId });

    const codings = (await one.codings.inDocument({ documentId }))
      .filter(({ state }) => state !== 'orphaned')
      .map(({ guid, start, end: last }) => `${guid} ${start} ${last}`)
      .toSorted();
    for (const window of windows) {
      expect(window.text, `seed ${seed}`).toBe(stored.text);
      expect(window.placed(), `seed ${seed}`).toEqual(codings);
    }
    expect((await one.project.check({})).problems).toEqual([]);
    expect(faults).toEqual([]);
    console.log(`two windows: ${JSON.stringify(counts)}, ${stored.revision} revisions, ${codings.length} codings`);
    await end();
  },
);

/** What the window does with its text and its codings, without the page. */
class TestWindow {
  text = '';
  readonly #client: Client;
  readonly #wire: TestClient;
  readonly #documentId: Guid;
  readonly #codeId: Guid;
  readonly #layer = new CodingLayer();
  #sync: DocumentSync | null = null;
  #heard = 0;
  #requests = 0;
  #timers = new Set<() => void>();
  #fetches = 0;

  private constructor(client: Client, wire: TestClient, documentId: Guid, codeId: Guid) {
    this.#client = client;
    this.#wire = wire;
    this.#documentId = documentId;
    this.#codeId = codeId;
  }

  static async open(client: Client, wire: TestClient | undefined, documentId: Guid, codeId: Guid): Promise<TestWindow> {
    if (!wire) throw new Error('no client');
    const window = new TestWindow(client, wire, documentId, codeId);
    await window.#start();
    return window;
  }

  get isSettled(): boolean {
    return !this.#sync?.dirty && this.#fetches === 0;
  }

  placed(): readonly string[] {
    return this.#layer
      .all()
      .map(({ id, start, end }) => `${id} ${start} ${end}`)
      .toSorted();
  }

  /** Takes in the events that came since. */
  hear(): void {
    const events = this.#wire.heard.slice(this.#heard);
    this.#heard = this.#wire.heard.length;
    for (const event of events) this.#on(event);
  }

  type(random: ReturnType<typeof randomOf>): void {
    const edges = this.#layer.all().flatMap(({ start, end }) => [start, end]);
    const drawn = randomSplice(
      random,
      this.text,
      edges.filter((edge) => edge <= this.text.length),
    );
    const splice = { ...drawn, insert: canonicalText(drawn.insert) };
    // A text that grows without end would only test long texts.
    const meant = this.text.length > 1500 ? this.#cut() : splice;
    const after = applySplices(this.text, [meant]);
    // As the editor, which never tells of text that is not composed (T1).
    if (after === after.normalize('NFC') && (meant.remove > 0 || meant.insert !== '')) this.#edited([meant]);
  }

  async code(random: ReturnType<typeof randomOf>): Promise<boolean> {
    if (!(await this.#flushed())) return false;
    const range = randomRange(random, this.text);
    if (!range || this.#layer.count > 40) return false;
    try {
      await this.#client.codings.create({ documentId: this.#documentId, codeId: this.#codeId, ...range });
      return true;
    } catch (error) {
      // Another window's edit came in between: the place is no longer one.
      if (error instanceof CallError && error.code !== 'internal') return false;
      throw error;
    }
  }

  async undo(): Promise<boolean> {
    if (!(await this.#flushed())) return false;
    try {
      await this.#client.history.undo({});
      return true;
    } catch (error) {
      if (error instanceof CallError && error.code !== 'internal') return false;
      throw error;
    }
  }

  /** Time goes by: whatever waits for a timer runs. */
  pass(): void {
    const due = [...this.#timers];
    this.#timers.clear();
    for (const run of due) run();
  }

  async #start(): Promise<void> {
    const stored = await this.#client.documents.text({ documentId: this.#documentId });
    this.text = stored.text;
    this.#sync = new DocumentSync(stored, {
      send: (base, splices, requestId) => this.#send(base, splices, requestId),
      fetch: () => this.#client.documents.text({ documentId: this.#documentId }),
      follow: (splices) => this.#follow(splices),
      report: () => undefined,
      newRequestId: () => crypto.randomUUID(),
      startTimer: (_, run) => {
        this.#timers.add(run);
        return () => void this.#timers.delete(run);
      },
    });
    await this.#fetchCodings();
  }

  async #flushed(): Promise<boolean> {
    this.pass();
    for (let round = 0; round < 400 && this.#sync?.dirty === true; round += 1) {
      await turn();
      this.hear();
      this.pass();
    }
    return this.#sync?.dirty === false;
  }

  async #send(revision: number, splices: readonly Splice[], requestId: string): Promise<SaveAnswer> {
    const input = { documentId: this.#documentId, revision, splices };
    const answer = await this.#wire.call({ method: 'documents.editText', input, requestId });
    if (answer.ok) {
      const value = answer.value as { readonly revision: number; readonly recomposed: boolean };
      return { kind: 'saved', ...value };
    }
    if (answer.error.code === 'text-changed-meanwhile') return { kind: 'stale' };
    return { kind: 'refused', message: answer.error.code };
  }

  #on(event: AppEvent): void {
    if (event.type !== 'changed') return;
    for (const { documentId, revision, splices } of event.texts) {
      if (documentId === this.#documentId) {
        this.#sync?.stored({ revision, splices, requestId: event.requestId });
      }
    }
    if (event.topics.includes('codings')) void this.#fetchCodings();
  }

  async #fetchCodings(): Promise<void> {
    this.#fetches += 1;
    const request = (this.#requests += 1);
    const stored = await this.#client.codings.inDocument({ documentId: this.#documentId });
    this.#fetches -= 1;
    // A later answer is on its way.
    if (request !== this.#requests) return;
    const unsaved = this.#sync?.unsaved ?? [];
    this.#layer.load(
      stored.map(({ guid, code, state, ...range }) => {
        const { start, end } = moveRangeThrough(range, unsaved);
        return { id: guid, code, state, start, end };
      }),
    );
  }

  #follow(splices: readonly Splice[]): void {
    this.text = applySplices(this.text, splices);
    this.#layer.move(splices);
  }

  #edited(splices: readonly Splice[]): void {
    this.#follow(splices);
    this.#sync?.edited(splices);
  }

  #cut(): Splice {
    let at = 700;
    while (/^[\p{M}\p{Cf}\uDC00-\uDFFF]/u.test(this.text.slice(at)) || this.text.charCodeAt(at) >> 10 === 0x37) at += 1;
    return { at, remove: this.text.length - at, insert: '' };
  }
}

function clientOver({ call }: TestClient): Client {
  return createClient({ call, onEvent: () => () => undefined });
}

/** Lets answers and events arrive. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
