// The states a text was in, read from the history: edits are recorded as splices, so any state is the present text
// with the later ones taken back (VE1).

import type { Splice } from '../../shared/domain/segments.ts';
import { textBuffer } from '../../shared/domain/text-buffer.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { ReadableDb } from '../db/database.ts';
import { groupsOfText, type TextChange, type TextGroup, textChanges } from '../db/text-history.ts';
import { textOf } from '../db/texts.ts';
import type { RecordedEdit } from './text-edit.ts';

/** One step that led from a state of a text to the next. */
export type TextStep = {
  /** Revision of the text after it. */
  readonly revision: number;
  readonly group: TextGroup;
  /** What it applied, and what takes it back. */
  readonly forward: readonly Splice[];
  readonly inverse: readonly Splice[];
};

export type TextHistory = {
  readonly text: string;
  readonly revision: number;
  /** In order of time. */
  readonly steps: readonly TextStep[];
  /** The command that brought the text into the project, where the history holds it. */
  readonly origin: TextGroup | null;
};

/**
 * How a text became what it is.
 * @throws SimpulError `not-found`
 */
export function textHistory(db: ReadableDb, documentId: number): TextHistory {
  const row = textOf(db, documentId);
  if (!row) throw new SimpulError('not-found', { what: 'document' });
  const { steps, origin } = lifeOf(textChanges(db, documentId), groupsOfText(db, documentId));
  const first = row.revision - steps.length;
  return {
    text: row.text,
    revision: row.revision,
    steps: steps.map((step, index) => ({ ...step, revision: first + index + 1 })),
    origin,
  };
}

/**
 * A text as it was (VE1).
 * @throws SimpulError `not-found` where there was no such state
 */
export function textAt(history: TextHistory, revision: number): string {
  const first = history.revision - history.steps.length;
  if (revision > history.revision || revision < first) throw new SimpulError('not-found', { what: 'version' });
  const buffer = textBuffer(history.text);
  for (const step of history.steps.toReversed()) {
    if (step.revision <= revision) break;
    for (const splice of step.inverse) buffer.apply(splice);
  }
  return buffer.text();
}

type Life = { readonly steps: readonly Omit<TextStep, 'revision'>[]; readonly origin: TextGroup | null };

// The row of a deleted document may be taken by another one, so the same row can have had several lives. A life
// begins with the command that brought the text in; undoing its deletion goes on with it.
function lifeOf(changes: ReadonlyMap<number, readonly TextChange[]>, groups: readonly TextGroup[]): Life {
  const bySequence = new Map(groups.map((group) => [group.sequence, group]));
  const lives = new Map<number, { steps: Omit<TextStep, 'revision'>[]; origin: TextGroup | null }>();
  const lifeBeforeDeletion = new Map<number, number>();
  const none = -1;
  // A text without a recorded insertion was there before the history began.
  let life = 0;
  for (const group of groups) {
    const source = group.kind === 'do' ? group.sequence : (group.target_sequence ?? group.sequence);
    const isUndo = group.kind === 'undo';
    const recorded = changes.get(source) ?? [];
    for (const change of isUndo ? recorded.toReversed() : recorded) {
      if (change.operation === 'splice') {
        const step = stepOf(change, group, isUndo);
        (lives.get(life) ?? newLife(lives, life, null)).steps.push(step);
      } else if ((change.operation === 'insert') !== isUndo) {
        life = change.operation === 'insert' ? source : (lifeBeforeDeletion.get(source) ?? none);
        if (!lives.has(life)) newLife(lives, life, bySequence.get(source) ?? null);
      } else {
        if (change.operation === 'delete') lifeBeforeDeletion.set(source, life);
        life = none;
      }
    }
  }
  return lives.get(life) ?? { steps: [], origin: null };
}

function newLife<Value>(
  lives: Map<number, { steps: Value[]; origin: TextGroup | null }>,
  life: number,
  origin: TextGroup | null,
) {
  const made: { steps: Value[]; origin: TextGroup | null } = { steps: [], origin };
  lives.set(life, made);
  return made;
}

function stepOf(change: TextChange, group: TextGroup, isUndo: boolean): Omit<TextStep, 'revision'> {
  const { forward, inverse } = JSON.parse(change.record ?? 'null') as RecordedEdit;
  return isUndo ? { group, forward: inverse, inverse: forward } : { group, forward, inverse };
}

/** Edits further apart than this are told as different ones, in milliseconds (VE2). */
const pause = 10 * 60 * 1000;

/**
 * VE2: steps that are told as one, in order of time.
 * @param named revisions that have a name
 */
export function runsOfSteps(steps: readonly TextStep[], named: ReadonlySet<number>): readonly (readonly TextStep[])[] {
  const runs: TextStep[][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && !named.has(last.revision) && goesOn(last.group, step.group)) run.push(step);
    else runs.push([step]);
  }
  return runs;
}

function goesOn(former: TextGroup, next: TextGroup): boolean {
  if (former.sequence === next.sequence) return true;
  const typed = [former, next].every(({ kind, method }) => kind === 'do' && method === 'documents.editText');
  return typed && former.coder_guid === next.coder_guid && Date.parse(next.at) - Date.parse(former.at) < pause;
}
