import type { HistoryEntry } from '../../../shared/contract/history.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { parseGuid } from '../../../shared/domain/ids.ts';
import { translateAny } from '../../../shared/i18n/translate.ts';
import type { ReadableDb } from '../../db/database.ts';
import { changeCounts, listGroups, nextRedo, nextUndo, type GroupRow } from '../../db/history.ts';
import type { ActionContext, ActionHandlers, QueryHandlers } from '../handler.ts';
import { labelOf, redo, undo, type Step } from '../undo.ts';

const defaultPage = 200;

export const historyQueries = {
  'history.list': ({ db, services }, { before = Number.MAX_SAFE_INTEGER, limit = defaultPage }): HistoryEntry[] => {
    return entriesOf(db, listGroups(db, before, limit), services.language());
  },
  'history.state': ({ db, services }) => {
    const before = nextUndo(db);
    const after = nextRedo(db);
    return {
      undo: before ? sentenceOf(before, services.language()) : null,
      redo: after ? sentenceOf(after, services.language()) : null,
    };
  },
} satisfies Partial<QueryHandlers>;

export const historyActions = {
  'history.undo': ({ services, requestId }) =>
    announce(services, undo(services.projects.require(), services.ports.clock, requestId)),
  'history.redo': ({ services, requestId }) =>
    announce(services, redo(services.projects.require(), services.ports.clock, requestId)),
} satisfies Partial<ActionHandlers>;

/** One step of the history. @returns null where there is none of that number */
export function entryOf(db: ReadableDb, sequence: number, language: Language): HistoryEntry | null {
  const groups = listGroups(db, sequence + 1, 1).filter((group) => group.sequence === sequence);
  return entriesOf(db, groups, language)[0] ?? null;
}

function entriesOf(db: ReadableDb, groups: readonly GroupRow[], language: Language): HistoryEntry[] {
  const counts = Map.groupBy(
    changeCounts(db, groups.at(-1)?.sequence ?? 0, groups[0]?.sequence ?? 0),
    (row) => row.group_sequence,
  );
  return groups.map((group) => ({
    sequence: group.sequence,
    at: group.at,
    coder: group.coder_guid === null ? null : parseGuid(group.coder_guid),
    coderName: group.coder_name,
    method: group.method,
    label: sentenceOf(group, language),
    kind: group.kind,
    target: group.target_sequence,
    undone: group.undone_by !== null,
    changes: Object.fromEntries((counts.get(group.sequence) ?? []).map(({ table_name, n }) => [table_name, n])),
  }));
}

function announce(services: ActionContext['services'], step: Step | null) {
  if (!step) return null;
  if (step.revision !== null) {
    services.emit({
      type: 'changed',
      revision: step.revision,
      topics: [...step.topics, 'history'],
      texts: step.texts,
      requestId: null,
    });
    if (step.topics.includes('coders')) services.emit({ type: 'session' });
  }
  return {
    label: translateAny(services.language(), step.label.key, step.label.params),
    place: step.place,
  };
}

function sentenceOf(group: GroupRow, language: Parameters<typeof translateAny>[0]): string {
  const { key, params } = labelOf(group);
  return translateAny(language, key, params);
}
