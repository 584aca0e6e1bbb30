// Two windows edit one text at once: each edit is brought into the coordinates the other one left.
// An edit is written as one pass over the text it starts from (keep, drop, add), as in operational transformation
// of plain text; then both orders end in the same text: apply(a, b') = apply(b, a').

import type { Splice } from '../../shared/domain/segments.ts';

type Step =
  | { readonly kind: 'keep'; readonly count: number }
  | { readonly kind: 'drop'; readonly count: number }
  | { readonly kind: 'add'; readonly text: string };

/** One pass over a text. What follows the last step is kept. */
type Pass = readonly Step[];

export type Rebased = {
  /** The first edit, for a text to which the second was applied already. */
  readonly first: readonly Splice[];
  /** The second edit, for a text to which the first was applied already. */
  readonly second: readonly Splice[];
};

/**
 * Brings two edits of one text behind each other. Each splice stays one of its own: what was removed and then typed
 * is not made a replacement, which codings follow otherwise (ED4, ED6).
 * @param first the edit that was accepted first; its insertions come first where both insert at one place
 */
export function rebase(first: readonly Splice[], second: readonly Splice[]): Rebased {
  let others = first.map(passOf);
  const rebased: Pass[] = [];
  for (const splice of second) {
    let own = passOf(splice);
    others = others.map((other) => {
      const [otherAfter, ownAfter] = cross(other, own);
      own = ownAfter;
      return otherAfter;
    });
    rebased.push(own);
  }
  return { first: others.flatMap(splicesOf), second: rebased.flatMap(splicesOf) };
}

/**
 * Joins a splice to the one before it where both text and ranges come out the same (ED8): runs of insertions, runs
 * of deletions, and a replacement of what the one before put in (ED11); not a deletion followed by an insertion,
 * which ED4 treats differently.
 */
export function joined(before: Splice | undefined, next: Splice): Splice | null {
  if (!before) return null;
  if (before.remove === 0 && next.remove === 0 && next.at === before.at + before.insert.length) {
    return { at: before.at, remove: 0, insert: before.insert + next.insert };
  }
  if (before.insert !== '' && next.insert !== '' && next.at === before.at && next.remove === before.insert.length) {
    return { at: before.at, remove: before.remove, insert: next.insert };
  }
  const deletions = before.insert === '' && next.insert === '' && before.remove > 0 && next.remove > 0;
  if (deletions && next.at + next.remove === before.at) {
    return { at: next.at, remove: before.remove + next.remove, insert: '' };
  }
  if (deletions && next.at === before.at) return { ...before, remove: before.remove + next.remove };
  return null;
}

// Keeps what stands before the splice; what is added comes before what is dropped.
function passOf({ at, remove, insert }: Splice): Pass {
  const steps: Step[] = [];
  push(steps, { kind: 'keep', count: at });
  push(steps, { kind: 'add', text: insert });
  push(steps, { kind: 'drop', count: remove });
  return steps;
}

function cross(a: Pass, b: Pass): readonly [Pass, Pass] {
  const left = new Reader(a);
  const right = new Reader(b);
  const afterB: Step[] = [];
  const afterA: Step[] = [];
  while (!left.done || !right.done) {
    const added = left.takeAdded();
    if (added) {
      push(afterB, added);
      push(afterA, { kind: 'keep', count: added.text.length });
      continue;
    }
    const other = right.takeAdded();
    if (other) {
      push(afterB, { kind: 'keep', count: other.text.length });
      push(afterA, other);
      continue;
    }
    const count = Math.min(left.ahead, right.ahead);
    const one = left.take(count);
    const two = right.take(count);
    if (one.kind === 'keep' && two.kind === 'keep') {
      push(afterB, one);
      push(afterA, two);
    } else if (one.kind === 'drop' && two.kind === 'keep') push(afterB, one);
    else if (one.kind === 'keep' && two.kind === 'drop') push(afterA, two);
  }
  return [afterB, afterA];
}

function splicesOf(pass: Pass): readonly Splice[] {
  const splices: Splice[] = [];
  let at = 0;
  let open: { at: number; remove: number; insert: string } | null = null;
  for (const step of pass) {
    if (step.kind === 'keep') {
      at = (open ? open.at + open.insert.length : at) + step.count;
      if (open) splices.push(open);
      open = null;
      continue;
    }
    open ??= { at, remove: 0, insert: '' };
    if (step.kind === 'drop') open.remove += step.count;
    else open.insert += step.text;
  }
  return open ? [...splices, open] : splices;
}

/** Walks over a pass in pieces of any length; behind its end everything is kept. */
class Reader {
  readonly #steps: Pass;
  #index = 0;
  #used = 0;

  constructor(steps: Pass) {
    this.#steps = steps;
  }

  get done(): boolean {
    return this.#index >= this.#steps.length;
  }

  /** Length of what is left of the present step. */
  get ahead(): number {
    const step = this.#steps[this.#index];
    return step ? sizeOf(step) - this.#used : Number.MAX_SAFE_INTEGER;
  }

  takeAdded(): Extract<Step, { kind: 'add' }> | null {
    if (this.#steps[this.#index]?.kind !== 'add') return null;
    const step = this.take(this.ahead);
    return step.kind === 'add' ? step : null;
  }

  take(limit: number): Step {
    const step = this.#steps[this.#index];
    if (!step) return { kind: 'keep', count: limit };
    const count = Math.min(limit, sizeOf(step) - this.#used);
    const from = this.#used;
    this.#used += count;
    if (this.#used === sizeOf(step)) {
      this.#index += 1;
      this.#used = 0;
    }
    return step.kind === 'add'
      ? { kind: 'add', text: step.text.slice(from, from + count) }
      : { kind: step.kind, count };
  }
}

function sizeOf(step: Step): number {
  return step.kind === 'add' ? step.text.length : step.count;
}

function push(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (sizeOf(step) === 0) return;
  if (last?.kind === 'add' && step.kind === 'add') {
    steps[steps.length - 1] = { kind: 'add', text: last.text + step.text };
  } else if (last && last.kind !== 'add' && last.kind === step.kind) {
    steps[steps.length - 1] = { kind: step.kind, count: last.count + step.count };
  } else steps.push(step);
}
