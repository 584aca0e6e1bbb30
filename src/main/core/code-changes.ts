// why the codebook changed, and which definition stood when.

import type { DefinitionVersion } from '../../shared/contract/condensation.ts';
import type { CodeRow } from '../db/codes.ts';
import { definitionSteps, insertCodeChange, listCodeChanges, type NewCodeChange } from '../db/condensation.ts';
import type { ReadableDb } from '../db/database.ts';
import type { CommandContext } from './handler.ts';

type Change = Omit<NewCodeChange, 'guid' | 'coder_id' | 'at' | 'code_guid' | 'code_name'>;

/** Keeps on record why a code changed. */
export function recordCodeChange(
  { db, services, session, now }: CommandContext,
  code: Pick<CodeRow, 'guid' | 'name'>,
  change: Change,
): void {
  insertCodeChange(db, {
    ...change,
    guid: services.ports.ids.next(),
    code_guid: code.guid,
    code_name: code.name,
    coder_id: session.currentCoder?.id ?? null,
    at: now,
  });
}

/** CB1: what a change of the card is, where a reason was given. */
export function recordCardChange(context: CommandContext, before: CodeRow, after: CodeRow, reason: string): void {
  if (reason.trim() === '') return;
  if (!sameDefinition(before, after)) recordCodeChange(context, after, { kind: 'redefine', reason });
  if (before.name !== after.name) {
    recordCodeChange(context, after, { kind: 'rename', other_name: before.name, reason });
  }
}

/** Every definition a code has had, newest first, with the reason where one was given. */
export function definitionVersions(db: ReadableDb, code: CodeRow): readonly DefinitionVersion[] {
  const reasons = new Map(
    listCodeChanges(db)
      .filter((change) => change.code === code.guid && change.kind !== 'merge')
      .map(({ at, reason }) => [at, reason]),
  );
  const versions: DefinitionVersion[] = [];
  let last: Definition | null = null;
  for (const { sequence, at, coder, before, after } of definitionSteps(db, code.id, code.guid)) {
    // What stood before the history began, or came with an import that wrote no steps of its own.
    if (last === null && before !== null) {
      const first = definitionIn(before);
      versions.push({ sequence: null, at: code.created_at, coder: null, ...spelled(first), reason: '' });
      last = first;
    }
    const next = definitionIn(after);
    if (last !== null && sameDefinition(last, next) && last.name === next.name) continue;
    versions.push({ sequence, at, coder, ...spelled(next), reason: reasons.get(at) ?? '' });
    last = next;
  }
  if (last === null) {
    versions.push({ sequence: null, at: code.created_at, coder: null, ...spelled(code), reason: '' });
  }
  return versions.toReversed();
}

type Definition = Pick<CodeRow, 'name' | 'description' | 'include_rule' | 'exclude_rule'>;

function sameDefinition(a: Definition, b: Definition): boolean {
  return a.description === b.description && a.include_rule === b.include_rule && a.exclude_rule === b.exclude_rule;
}

function definitionIn(image: string | null): Definition {
  const row = JSON.parse(image ?? '{}') as Partial<Definition>;
  return {
    name: row.name ?? '',
    description: row.description ?? '',
    include_rule: row.include_rule ?? '',
    exclude_rule: row.exclude_rule ?? '',
  };
}

function spelled({ name, description, include_rule: include, exclude_rule: exclude }: Definition) {
  return { name, description, include, exclude };
}
