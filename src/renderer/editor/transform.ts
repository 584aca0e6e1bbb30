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
 * Brings two edits of one text behind each other.
 * @param first the edit that was accepted first; its insertions come first where both insert at one place
 */
export function rebase(first: readonly Splice[], second: readonly Splice[]): Rebased {
  const [a, b] = cross(passOf(first), passOf(second));
  return { first: splicesOf(a), second: splicesOf(b) };
}

/**
 * Joins a splice to the one typed before it where both rules and text come out the same: runs of insertions and
 * runs of deletions, not a deletion followed by an insertion (ED4 treats a replacement differently).
 */
export function joined(before: Splice | undefined, next: Splice): Splice | null {
  if (!before) return null;
  if (before.remove === 0 && next.remove === 0 && next.at === before.at + before.insert.length) {
    return { at: before.at, remove: 0, insert: before.insert + next.insert };
  }
  const deletions = before.insert === '' && next.insert === '' && before.remove > 0 && next.remove > 0;
  if (deletions && next.at + next.remove === before.at) {
    return { at: next.at, remove: before.remove + next.remove, insert: '' };
  }
  if (deletions && next.at === before.at) return { ...before, remove: before.remove + next.remove };
  return null;
}

function passOf(splices: readonly Splice[]): Pass {
  let pass: Pass = [];
  for (const splice of splices) pass = composed(pass, splice);
  return pass;
}

// The pass followed by one splice in the coordinates the pass left.
function composed(pass: Pass, { at, remove, insert }: Splice): Pass {
  const result: Step[] = [];
  const rest = new Reader(pass);
  rest.copy(result, at);
  if (insert !== '') push(result, { kind: 'add', text: insert });
  let left = remove;
  while (left > 0) {
    const step = rest.take(left);
    if (step.kind === 'drop') {
      push(result, step);
      continue;
    }
    left -= sizeOf(step);
    if (step.kind === 'keep') push(result, { kind: 'drop', count: step.count });
  }
  rest.copyAll(result);
  return result;
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

  /** Copies steps until they have produced `length` units; a removal right there is copied too. */
  copy(into: Step[], length: number): void {
    let left = length;
    while (left > 0 || this.#steps[this.#index]?.kind === 'drop') {
      const dropping = this.#steps[this.#index]?.kind === 'drop';
      const step = this.take(dropping ? Number.MAX_SAFE_INTEGER : left);
      push(into, step);
      if (step.kind !== 'drop') left -= sizeOf(step);
    }
  }

  copyAll(into: Step[]): void {
    while (!this.done) push(into, this.take(Number.MAX_SAFE_INTEGER));
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
