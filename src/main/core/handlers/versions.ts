import type { CodingState } from '../../../shared/contract/codings.ts';
import type { Version } from '../../../shared/contract/versions.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { parseGuid } from '../../../shared/domain/ids.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import { translateAny } from '../../../shared/i18n/translate.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import {
  deleteVersionName,
  insertVersionName,
  renameVersion,
  requireVersionName,
  type TextGroup,
  versionNames,
} from '../../db/text-history.ts';
import { textOf } from '../../db/texts.ts';
import { label, type CommandHandlers, type JobHandlers, type QueryHandlers, type Services } from '../handler.ts';
import { breathe } from '../jobs.ts';
import { takeUpFormerWords } from '../restore-words.ts';
import { editText } from '../text-edit.ts';
import { runsOfSteps, textAt, type TextHistory, textHistory, type TextStep } from '../text-history.ts';
import { labelOf } from '../undo.ts';

type Facts = Omit<Version, 'names' | 'current'>;

export const versionQueries = {
  'versions.list': ({ db, services }, { documentId }): Version[] => {
    const { id } = requireDocument(db, documentId);
    const history = textHistory(db, id);
    const names = Map.groupBy(versionNames(db, id), ({ revision }) => revision);
    const runs = runsOfSteps(history.steps, new Set(names.keys()));
    const states = [firstState(services, history), ...runs.map((run) => stateAfter(services, run))];
    return states.toReversed().map((state) => ({
      ...state,
      names: (names.get(state.revision) ?? []).map((row) => ({
        guid: row.guid,
        name: row.name,
        createdAt: row.created_at,
        coderName: row.coder_name,
      })),
      current: state.revision === history.revision,
    }));
  },
  'versions.text': ({ db }, { documentId, revision }) => ({
    text: textAt(textHistory(db, requireDocument(db, documentId).id), revision),
  }),
} satisfies Partial<QueryHandlers>;

export const versionCommands = {
  'versions.name': ({ db, now, services, session }, { documentId, revision, name }) => {
    const document = requireDocument(db, documentId);
    assertState(textHistory(db, document.id), revision);
    const guid = services.ports.ids.next();
    insertVersionName(db, {
      guid,
      document_id: document.id,
      revision,
      name,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    return {
      value: { guid },
      label: label('history.version.named', { name, title: document.title }),
      place: { area: 'reduction', documentId },
    };
  },
  'versions.rename': ({ db }, { versionId, name }) => {
    const row = requireVersionName(db, versionId);
    renameVersion(db, row.id, name);
    return {
      value: {},
      label: label('history.version.renamed', { name: row.name }),
      place: { area: 'reduction', documentId: row.document },
    };
  },
  'versions.unname': ({ db }, { versionId }) => {
    const row = requireVersionName(db, versionId);
    deleteVersionName(db, row.id);
    return {
      value: {},
      label: label('history.version.unnamed', { name: row.name }),
      place: { area: 'reduction', documentId: row.document },
    };
  },
} satisfies Partial<CommandHandlers>;

export const versionJobs = {
  'versions.compare': async ({ db, services, signal, progress }, { documentId, before, after, context }) => {
    const history = textHistory(db, requireDocument(db, documentId).id);
    const input = { before: textAt(history, before), after: textAt(history, after ?? history.revision), context };
    const { rows, added, removed } = await services.pool.run('compare', input, { signal, progress });
    return { rows: [...rows], added, removed };
  },
  'versions.restore': async ({ db, services, signal, progress, write }, { documentId, revision }) => {
    const document = requireDocument(db, documentId);
    const history = textHistory(db, document.id);
    const input = { before: history.text, after: textAt(history, revision) };
    const { splices } = await services.pool.run('difference', input, { signal, progress });
    await breathe(signal);
    if (splices.length === 0) return { revision: history.revision, ...toReviewIn(db, document.id) };
    const { value } = write((scope) => {
      if (textOf(scope.db, document.id)?.revision !== history.revision) {
        throw new SimpulError('text-changed-meanwhile', { title: document.title });
      }
      const edited = editText(scope.db, scope.sequence, scope.now, document.id, splices);
      takeUpFormerWords(scope, document.id);
      const made = edited.revision;
      return {
        value: { revision: made, ...toReviewIn(scope.db, document.id) },
        label: label('history.version.restored', { title: document.title }),
        place: placeOf(documentId, splices),
        texts: [{ documentId, revision: made, splices: edited.splices }],
      };
    });
    return value;
  },
} satisfies Partial<JobHandlers>;

function firstState(services: Services, history: TextHistory): Facts {
  const { origin, steps, revision } = history;
  return {
    revision: revision - steps.length,
    from: origin?.at ?? null,
    at: origin?.at ?? null,
    ...coderOf(origin),
    added: 0,
    removed: 0,
    edits: 0,
    label: origin ? sentenceOf(services, origin) : null,
    first: true,
  };
}

function stateAfter(services: Services, run: readonly TextStep[]): Facts {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) throw new SimpulError('internal');
  return {
    revision: last.revision,
    from: first.group.at,
    at: last.group.at,
    ...coderOf(last.group),
    added: run.reduce((sum, { forward }) => sum + charactersOf(forward), 0),
    removed: run.reduce((sum, { inverse }) => sum + charactersOf(inverse), 0),
    edits: run.length,
    label: sentenceOf(services, last.group),
    first: false,
  };
}

function coderOf(group: TextGroup | null) {
  const guid = group?.coder_guid ?? null;
  return { coder: guid === null ? null : parseGuid(guid), coderName: group?.coder_name ?? null };
}

function charactersOf(splices: readonly Splice[]): number {
  return splices.reduce((sum, { insert }) => sum + insert.length, 0);
}

function sentenceOf(services: Services, group: TextGroup): string {
  const language = services.language();
  const { key, params } = labelOf(group);
  const what = translateAny(language, key, params);
  return group.kind === 'do' ? what : translateAny(language, `history.kind.${group.kind}`, { what });
}

function toReviewIn(db: ReadableDb, documentId: number): { readonly changed: number; readonly orphaned: number } {
  const count = (state: CodingState): number =>
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM coding WHERE document_id = ${documentId} AND state = ${state}`)
      ?.n ?? 0;
  return { changed: count('changed'), orphaned: count('orphaned') };
}

function assertState({ revision: now, steps }: TextHistory, revision: number): void {
  if (revision > now || revision < now - steps.length) throw new SimpulError('not-found', { what: 'version' });
}

function placeOf(documentId: Parameters<JobHandlers['versions.restore']>[1]['documentId'], splices: readonly Splice[]) {
  const first = splices.at(-1);
  const start = first?.at ?? 0;
  return { area: 'reduction' as const, documentId, start, end: start + (first?.insert.length ?? 0) };
}
