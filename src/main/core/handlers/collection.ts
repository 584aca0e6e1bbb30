import type { CoverageAnswer } from '../../../shared/contract/collection.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { CoverageState } from '../../../shared/domain/coverage.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { requireCase } from '../../db/cases.ts';
import {
  deleteCriterion,
  deleteEntry,
  deletePseudonym,
  entryAt,
  fulfilmentNote,
  insertCriterion,
  insertEntry,
  listCriteria,
  listParticipations,
  listPseudonyms,
  putFulfilment,
  putParticipation,
  putPseudonym,
  requireCriterion,
  updateCriterion,
  updateEntry,
  type EntryCell,
} from '../../db/collection.ts';
import type { ReadableDb } from '../../db/database.ts';
import { coverageOf } from '../coverage.ts';
import { exportGate } from '../export-gate.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';

const place = { area: 'collection' as const };

export const collectionQueries = {
  'collection.criteria': ({ db }) => [...listCriteria(db)],
  'collection.participations': ({ db }) => [...listParticipations(db)],
  'collection.pseudonyms': ({ db }) => [...listPseudonyms(db)],
  'collection.exportGate': ({ db }) => exportGate(db),
  'collection.coverage': ({ db }) => {
    const { cell, cases, documents, researchQuestions, guideQuestions, entries } = coverageOf(db);
    const noted = new Map(entries.map((entry) => [`${entry.source} ${entry.question}`, entry]));
    const counts: Record<CoverageState, number> = { covered: 0, silent: 0, planned: 0, 'not-asked': 0 };
    const cells: CoverageAnswer[] = [];
    for (const source of [...cases, ...documents.map(({ guid }) => guid)]) {
      for (const question of [...researchQuestions, ...guideQuestions]) {
        const { state, asked, codings } = cell(source, question);
        const entry = noted.get(`${source} ${question}`);
        const { status, completeness, date, who, note } = entry ?? {};
        counts[state] += 1;
        cells.push({
          source,
          question,
          state,
          asked,
          codings,
          entry: status
            ? { status, completeness: completeness ?? null, date: date ?? null, who: who ?? '', note: note ?? '' }
            : null,
        });
      }
    }
    return { cells, counts };
  },
} satisfies Partial<QueryHandlers>;

export const collectionCommands = {
  'collection.createCriterion': ({ db, services }, { kind, label: name, description = '', wanted = 1 }) => {
    const guid = services.ports.ids.next();
    insertCriterion(db, { guid, kind, label: name, description, wanted });
    return { value: { guid }, label: label('history.criterion.created', { name }), place };
  },
  'collection.updateCriterion': ({ db }, { criterionId, kind, label: name, description, wanted }) => {
    const row = requireCriterion(db, criterionId);
    updateCriterion(db, {
      ...row,
      kind: kind ?? row.kind,
      label: name ?? row.label,
      description: description ?? row.description,
      wanted: wanted ?? row.wanted,
    });
    return { value: {}, label: label('history.criterion.changed', { name: row.label }), place };
  },
  'collection.deleteCriteria': ({ db }, { criterionIds }) => {
    const rows = [...new Set(criterionIds)].map((guid) => requireCriterion(db, guid));
    for (const row of rows) deleteCriterion(db, row.id);
    return {
      value: {},
      label: label('history.criterion.deleted', { name: rows[0]?.label ?? '', count: rows.length }),
      place,
    };
  },
  'collection.fulfil': ({ db, services }, { criterionId, caseId, fulfils, note }) => {
    const row = requireCriterion(db, criterionId);
    const { id, name } = requireCase(db, caseId);
    const kept = note ?? fulfilmentNote(db, row.id, id) ?? '';
    putFulfilment(db, services.ports.ids.next(), row.id, id, fulfils ? kept : null);
    return {
      value: {},
      label: label('history.criterion.fulfilled', { criterion: row.label, name }),
      place: { ...place, caseId },
    };
  },
  'collection.setParticipation': ({ db, services }, { caseId, ...change }) => {
    const { id, name } = requireCase(db, caseId);
    const known = listParticipations(db).find((each) => each.case === caseId);
    putParticipation(db, services.ports.ids.next(), id, {
      kind: change.kind ?? known?.kind ?? 'informant',
      consent: change.consent ?? known?.consent ?? 'unknown',
      date: change.date === undefined ? (known?.date ?? null) : change.date,
      note: change.note ?? known?.note ?? '',
    });
    return { value: {}, label: label('history.participation.noted', { name }), place: { ...place, caseId } };
  },
  'collection.setPseudonym': ({ db, services }, { realName, pseudonym, caseId }) => {
    const id = caseId === undefined || caseId === null ? caseId : requireCase(db, caseId).id;
    const guid = putPseudonym(db, { guid: services.ports.ids.next(), realName, pseudonym }, id);
    // The history tells who did what and may be shown to others: it names the pseudonym alone.
    return { value: { guid }, label: label('history.pseudonym.noted', { name: pseudonym }), place };
  },
  'collection.deletePseudonyms': ({ db }, { pseudonymIds }) => {
    for (const guid of new Set(pseudonymIds)) deletePseudonym(db, guid);
    return { value: {}, label: label('history.pseudonym.deleted', { count: pseudonymIds.length }), place };
  },
  'collection.setEntries': (context, { items }) => {
    for (const item of items) setEntry(context, item);
    return { value: {}, label: label('history.accounting.noted', { count: items.length }), place };
  },
} satisfies Partial<CommandHandlers>;

type EntryItem = Parameters<CommandHandlers['collection.setEntries']>[1]['items'][number];

function setEntry({ db, services }: CommandContext, { sourceId, questionId, ...change }: EntryItem): void {
  const cell: EntryCell = { ...sourceColumns(db, sourceId), ...questionColumns(db, questionId) };
  const known = entryAt(db, cell);
  if (change.status === null) {
    if (known) deleteEntry(db, known.id);
    return;
  }
  const row = {
    ...cell,
    status: change.status ?? known?.status ?? ('planned' as const),
    completeness: change.completeness === undefined ? (known?.completeness ?? null) : change.completeness,
    date: change.date === undefined ? (known?.date ?? null) : change.date,
    who: change.who ?? known?.who ?? '',
    note: change.note ?? known?.note ?? '',
  };
  if (known) updateEntry(db, { ...row, id: known.id });
  else insertEntry(db, services.ports.ids.next(), row);
}

function sourceColumns(db: ReadableDb, guid: Guid): Pick<EntryCell, 'case_id' | 'document_id'> {
  const studyCase = idIn(db, 'study_case', guid);
  if (studyCase !== undefined) return { case_id: studyCase, document_id: null };
  const document = idIn(db, 'document', guid);
  if (document === undefined) throw new SimpulError('not-found', { what: 'case' }, { guid });
  return { case_id: null, document_id: document };
}

function questionColumns(db: ReadableDb, guid: Guid): Pick<EntryCell, 'research_question_id' | 'guide_question_id'> {
  const research = idIn(db, 'research_question', guid);
  if (research !== undefined) return { research_question_id: research, guide_question_id: null };
  const asked = idIn(db, 'guide_question', guid);
  if (asked === undefined) throw new SimpulError('not-found', { what: 'question' }, { guid });
  return { research_question_id: null, guide_question_id: asked };
}

function idIn(
  db: ReadableDb,
  table: 'study_case' | 'document' | 'research_question' | 'guide_question',
  guid: Guid,
): number | undefined {
  return db.get<{ id: number }>({ text: `SELECT id FROM ${table} WHERE guid = ?`, params: [guid] })?.id;
}
