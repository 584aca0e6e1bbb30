// Carries typed text to the project file and other windows' edits into the editor. No timer, network or DOM of
// its own: all of that comes through ports, so that tests can drive it step by step.
//
// One batch is under way at a time, made for one revision of the text. What is typed meanwhile waits. An edit
// that another window got in first is applied here, with everything unsent brought behind it; nothing typed is
// ever given up.

import { applySplices, differenceOf, type Splice } from '../../shared/domain/segments.ts';
import { joined, rebase } from './transform.ts';

export type SaveAnswer =
  /** `recomposed`: the stored text is not what the batch alone makes of it (T1). */
  | { readonly kind: 'saved'; readonly revision: number; readonly recomposed?: boolean }
  /** Another edit came first; this batch was not applied. */
  | { readonly kind: 'stale' }
  /** No answer: whether it was applied is not known, so it is sent again with the same identifier (HI6). */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly message: string };

export type StoredText = { readonly text: string; readonly revision: number };

export type SyncPorts = {
  readonly send: (revision: number, splices: readonly Splice[], requestId: string) => Promise<SaveAnswer>;
  /** The text as it is stored now; null where it cannot be had. */
  readonly fetch: () => Promise<StoredText | null>;
  /** Applies splices of another window to the editor. */
  readonly follow: (splices: readonly Splice[]) => void;
  readonly report: (state: SaveState) => void;
  readonly newRequestId: () => string;
  /** @returns a function that stops the timer */
  readonly startTimer: (milliseconds: number, run: () => void) => () => void;
};

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly message: string };

/** An edit of the stored text as a change event tells it. */
export type StoredEdit = {
  readonly revision: number;
  /** Null where the text was replaced as a whole. */
  readonly splices: readonly Splice[] | null;
  readonly requestId: string | null;
};

/** Pause in typing after which a batch is sent, in milliseconds. */
const idle = 300;
/** Longest time typed text waits while typing goes on. */
const longestWait = 1500;
const longestRetry = 10_000;

type Batch = { readonly id: string; readonly revision: number; readonly splices: readonly Splice[] };

export class DocumentSync {
  readonly #ports: SyncPorts;
  #stored: StoredText;
  #waiting: readonly Splice[] = [];
  /** The batch under way, and whether its splices still count as unsent because another edit came first. */
  #batch: Batch | null = null;
  #overtaken = false;
  #fetching = false;
  #newestSeen: number;
  #failures = 0;
  #held = false;
  #heldEdits: readonly StoredEdit[] = [];
  #stopIdle: (() => void) | null = null;
  #stopLongest: (() => void) | null = null;
  #settled: (() => void)[] = [];
  #state: SaveState = { kind: 'saved' };

  constructor(stored: StoredText, ports: SyncPorts) {
    this.#stored = stored;
    this.#newestSeen = stored.revision;
    this.#ports = ports;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** True while something typed is not known to be stored. */
  get dirty(): boolean {
    return this.#waiting.length > 0 || this.#batch !== null;
  }

  /** Splices between the stored text and the editor's: they move ranges that were read from the project. */
  get unsaved(): readonly Splice[] {
    return this.#batch && !this.#overtaken ? [...this.#batch.splices, ...this.#waiting] : this.#waiting;
  }

  /** The editor's text was changed here. */
  edited(splices: readonly Splice[]): void {
    for (const splice of splices) {
      const together = joined(this.#waiting.at(-1), splice);
      this.#waiting = together ? [...this.#waiting.slice(0, -1), together] : [...this.#waiting, splice];
    }
    if (this.#batch === null) this.#show({ kind: 'unsaved' });
    this.#schedule();
  }

  /** While held (an input method is composing) nothing is sent or applied; all of it happens on release. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) return;
    const edits = this.#heldEdits;
    this.#heldEdits = [];
    for (const edit of edits) this.stored(edit);
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Events may have been missed: compares with what is stored now. */
  async refresh(): Promise<void> {
    await this.#catchUp();
  }

  /** A change event about this document's text. */
  stored(edit: StoredEdit): void {
    const { revision, splices, requestId } = edit;
    if (this.#held) {
      this.#heldEdits = [...this.#heldEdits, edit];
      return;
    }
    this.#newestSeen = Math.max(this.#newestSeen, revision);
    if (revision <= this.#stored.revision || this.#fetching) return;
    const batch = this.#batch;
    const isOwn = batch !== null && requestId === batch.id;
    if (isOwn && isSame(splices, batch.splices)) this.#accept(batch, revision);
    else if (isOwn || splices === null || revision !== this.#stored.revision + 1) void this.#catchUp();
    else this.#overtake(revision, splices);
  }

  /**
   * Sends what waits.
   * @returns true once everything typed is stored, false where it cannot be stored now
   */
  async flush(): Promise<boolean> {
    this.#send();
    while (this.dirty && this.#state.kind !== 'refused' && this.#state.kind !== 'unreachable' && !this.#held) {
      await new Promise<void>((resolve) => this.#settled.push(resolve));
    }
    return !this.dirty;
  }

  /** Stops the timers. What waits is not sent: flush first. */
  close(): void {
    this.#stopTimers();
  }

  #schedule(): void {
    this.#stopIdle?.();
    this.#stopIdle = this.#ports.startTimer(idle, () => this.#send());
    this.#stopLongest ??= this.#ports.startTimer(longestWait, () => this.#send());
  }

  #stopTimers(): void {
    this.#stopIdle?.();
    this.#stopLongest?.();
    this.#stopIdle = null;
    this.#stopLongest = null;
  }

  #send(): void {
    if (this.#held || this.#fetching) return;
    if (this.#batch) {
      if (this.#state.kind === 'unreachable') void this.#deliver(this.#batch);
      return;
    }
    this.#stopTimers();
    if (this.#waiting.length === 0) return;
    const batch = { id: this.#ports.newRequestId(), revision: this.#stored.revision, splices: this.#waiting };
    this.#batch = batch;
    this.#overtaken = false;
    this.#waiting = [];
    void this.#deliver(batch);
  }

  async #deliver(batch: Batch): Promise<void> {
    this.#show({ kind: 'saving' });
    const answer = await this.#ports.send(batch.revision, batch.splices, batch.id);
    if (this.#batch?.id !== batch.id) return; // its event came first
    switch (answer.kind) {
      case 'saved':
        // A batch that was overtaken here cannot have been accepted; if it was after all, look at the text anew.
        if (this.#overtaken || answer.recomposed || answer.revision !== this.#stored.revision + 1)
          await this.#catchUp();
        else this.#accept(batch, answer.revision);
        return;
      case 'stale': {
        const overtaken = this.#overtaken;
        this.#takeBack();
        if (!overtaken) await this.#catchUp();
        else this.#send();
        return;
      }
      case 'unreachable':
        this.#failures += 1;
        this.#show({ kind: 'unreachable' });
        this.#stopIdle?.();
        this.#stopIdle = this.#ports.startTimer(Math.min(longestRetry, 500 * 2 ** this.#failures), () => this.#send());
        return;
      case 'refused':
        this.#takeBack();
        this.#stopTimers();
        this.#show({ kind: 'refused', message: answer.message });
    }
  }

  #accept(batch: Batch, revision: number): void {
    this.#stored = { text: applySplices(this.#stored.text, batch.splices), revision };
    this.#batch = null;
    this.#failures = 0;
    this.#settle();
  }

  #overtake(revision: number, splices: readonly Splice[]): void {
    // Where nothing is unsaved the splices stay as they are, so that ranges move as they do in the project.
    const { unsaved } = this;
    const { first, second } = unsaved.length === 0 ? { first: splices, second: unsaved } : rebase(splices, unsaved);
    this.#stored = { text: applySplices(this.#stored.text, splices), revision };
    this.#overtaken = this.#batch !== null;
    this.#waiting = second;
    if (first.length > 0) this.#ports.follow(first);
  }

  #takeBack(): void {
    if (this.#batch && !this.#overtaken) this.#waiting = [...this.#batch.splices, ...this.#waiting];
    this.#batch = null;
    this.#overtaken = false;
  }

  async #catchUp(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    // A batch whose fate is open is settled first: only then is it known whether the stored text holds it.
    const batch = this.#batch;
    if (batch) {
      const answer = await this.#ports.send(batch.revision, batch.splices, batch.id);
      if (answer.kind === 'saved' && !this.#overtaken) {
        this.#stored = { text: applySplices(this.#stored.text, batch.splices), revision: batch.revision + 1 };
        this.#batch = null;
      } else if (answer.kind !== 'unreachable') this.#takeBack();
    }
    const now = this.#batch ? null : await this.#ports.fetch();
    this.#fetching = false;
    if (!now) {
      this.#show({ kind: 'unreachable' });
      this.#stopIdle?.();
      this.#stopIdle = this.#ports.startTimer(longestRetry, () => void this.#catchUp());
      return;
    }
    const difference = differenceOf(this.#stored.text, now.text);
    if (difference) this.#overtake(now.revision, [difference]);
    this.#stored = now;
    if (this.#newestSeen > now.revision) await this.#catchUp();
    else this.#settle();
  }

  #settle(): void {
    if (this.#waiting.length === 0) this.#show({ kind: 'saved' });
    else if (this.#settled.length > 0) this.#send();
    else {
      this.#show({ kind: 'unsaved' });
      this.#schedule();
    }
  }

  #show(state: SaveState): void {
    this.#state = state;
    this.#ports.report(state);
    if (state.kind === 'saving' || state.kind === 'unsaved') return;
    const waiting = this.#settled;
    this.#settled = [];
    for (const resolve of waiting) resolve();
  }
}

function isSame(one: readonly Splice[] | null, other: readonly Splice[]): boolean {
  return (
    one?.length === other.length &&
    other.every(({ at, remove, insert }, index) => {
      const like = one[index];
      return like?.at === at && like.remove === remove && like.insert === insert;
    })
  );
}
