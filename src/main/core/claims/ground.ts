// What triangulation looks at: who said what, which findings there are, and which question was put where.

import type { Comparison } from '../../../shared/contract/triangulation.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { descendantsOf } from '../../../shared/domain/codes.ts';
import { markOf, type EvidenceMark } from '../../../shared/domain/evidence/fingerprints.ts';
import { saysAsked } from '../../../shared/domain/coverage.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import {
  cellsOf,
  rowFingerprint,
  type Asked,
  type Subject,
  type Utterance,
} from '../../../shared/domain/triangulation.ts';
import { listCodes } from '../../db/codes.ts';
import { listCodings } from '../../db/codings.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listDocuments } from '../../db/documents.ts';
import { presentThings } from './present.ts';
import { listEvidence, listPropositions, type EvidenceRow, type PropositionRow } from '../../db/propositions.ts';
import { listVerdicts, questionsOfTargets } from '../../db/triangulation.ts';
import { recordsOf } from '../coverage.ts';
import { columnsOf, comparisonOf, type NamedColumn } from './columns.ts';

export type NamedSubject = Subject<Guid> & { readonly kind: 'proposition' | 'code'; readonly label: string };

export type Ground = {
  readonly subjects: ReadonlyMap<Guid, NamedSubject>;
  /** In the order of the documents, as far as the subjects need them. */
  readonly utterances: readonly Utterance<Guid>[];
  readonly asked: Asked<Guid>;
};

/** @param wanted propositions and codes; what is not there any more is left out */
export function groundOf(db: ReadableDb, wanted: Iterable<Guid>): Ground {
  const codes = listCodes(db);
  const tree = codes.map(({ guid, parent_guid: parent, name }) => ({ guid, parent, name }));
  const byGuid = new Map(codes.map((code) => [code.guid, code]));
  const propositions = new Map(listPropositions(db).map((row) => [row.guid, row]));
  const evidence = Map.groupBy(listEvidence(db), ({ proposition_id: id }) => id);
  const questions = questionsOfTargets(db);
  const branchOf = (guid: Guid): ReadonlySet<Guid> => new Set([guid, ...descendantsOf(tree, guid)]);
  // A code serves what those above it serve (CV2): any of them may have been put.
  const questionsOfCode = (guid: Guid): readonly Guid[] => {
    const found: Guid[] = [];
    for (let code = byGuid.get(guid); code; code = code.parent_guid ? byGuid.get(code.parent_guid) : undefined) {
      found.push(...(questions.get(code.guid) ?? []));
    }
    return [...new Set(found)];
  };
  const subjects = new Map<Guid, NamedSubject>();
  for (const guid of new Set(wanted)) {
    const proposition = propositions.get(guid);
    const code = byGuid.get(guid);
    if (proposition) {
      subjects.set(
        guid,
        subjectOf(proposition, evidence.get(proposition.id) ?? [], branchOf, (dimension) =>
          proposition.question_guid === null
            ? (questions.get(guid) ?? (dimension ? questionsOfCode(dimension) : []))
            : [proposition.question_guid],
        ),
      );
    } else if (code) {
      subjects.set(guid, {
        guid,
        kind: 'code',
        label: code.name,
        questions: questionsOfCode(guid),
        codes: branchOf(guid),
        evidence: new Map(),
      });
    }
  }
  return { subjects, utterances: utterancesOf(db, [...subjects.values()]), asked: askedOf(db) };
}

export type Row = { readonly cells: ReturnType<typeof cellsOf<Guid>>; readonly fingerprint: string };

export function rowOf(ground: Ground, subject: NamedSubject, columns: readonly NamedColumn[]): Row {
  const cells = cellsOf(subject, columns, ground.utterances, ground.asked);
  return { cells, fingerprint: rowFingerprint(subject, columns, cells) };
}

/** Every verdict held against its row as it is now. */
export function verdictMarks(db: ReadableDb, language: Language): ReadonlyMap<Guid, EvidenceMark> {
  const verdicts = listVerdicts(db);
  if (verdicts.length === 0) return new Map();
  const ground = groundOf(
    db,
    verdicts.map(({ subject_guid: subject }) => subject),
  );
  const columns = new Map<string, readonly NamedColumn[] | null>();
  return new Map(
    verdicts.map(({ guid, subject_guid: subjectGuid, comparison, fingerprint }) => {
      if (!columns.has(comparison)) columns.set(comparison, presentColumns(db, comparisonOf(comparison), language));
      const own = columns.get(comparison) ?? null;
      const subject = ground.subjects.get(subjectGuid);
      const present = own && subject ? rowOf(ground, subject, own).fingerprint : null;
      return [guid, markOf(fingerprint, present)];
    }),
  );
}

/** Null where what is compared is gone: a variable that was deleted. */
function presentColumns(db: ReadableDb, comparison: Comparison | null, language: Language) {
  if (!comparison) return null;
  const hasGone = comparison.kind === 'group' && presentVariable(db, comparison.variableId) === undefined;
  return hasGone ? null : columnsOf(db, comparison, language);
}

function presentVariable(db: ReadableDb, guid: Guid) {
  return db.get<{ id: number }>({ text: 'SELECT id FROM variable WHERE guid = ?', params: [guid] });
}

function subjectOf(
  { guid, statement, dimension_guid: dimension }: PropositionRow,
  evidence: readonly EvidenceRow[],
  branchOf: (code: Guid) => ReadonlySet<Guid>,
  questionsOf: (dimension: Guid | null) => readonly Guid[],
): NamedSubject {
  const quotations = evidence.filter(({ kind }) => kind === 'coding' || kind === 'passage');
  return {
    guid,
    kind: 'proposition',
    label: statement,
    questions: questionsOf(dimension),
    codes: dimension === null ? new Set() : branchOf(dimension),
    evidence: new Map(quotations.map(({ target_guid: target, side }) => [target, side])),
  };
}

function utterancesOf(db: ReadableDb, subjects: readonly NamedSubject[]): readonly Utterance<Guid>[] {
  const codeIds = [...new Set(subjects.flatMap(({ codes }) => [...codes]))];
  const evidence = [...new Set(subjects.flatMap((subject) => [...subject.evidence.keys()]))];
  const found = new Map<Guid, Utterance<Guid> & { readonly start: number }>();
  const codings = [
    ...(codeIds.length > 0 ? listCodings(db, { codeIds, states: ['kept', 'changed'] }) : []),
    ...(evidence.length > 0 ? listCodings(db, { codingIds: evidence, states: ['kept', 'changed'] }) : []),
  ];
  for (const { guid, document, quote, code, coder, weight, start } of codings) {
    found.set(guid, { guid, document, quote, code, coder, weight, start });
  }
  for (const [guid, { document, words, start, end }] of presentThings(db, 'passage', evidence)) {
    if (document === null || start === end) continue;
    found.set(guid, { guid, document, quote: words, code: null, coder: null, weight: null, start: start ?? 0 });
  }
  const order = new Map(listDocuments(db).map(({ guid }, place) => [guid, place]));
  return [...found.values()].toSorted(
    (a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.start - b.start,
  );
}

/**
 * What is known of a question is known: once anyone was asked it on record, a document without a record was not asked
 * it. A question of which nothing is recorded, or none at all, leaves it unknown. So does an entry about a case where
 * the column is not about cases: it does not say in which of its documents the question was put (CV1, CV4).
 */
function askedOf(db: ReadableDb): Asked<Guid> {
  const records = recordsOf(db);
  const caseOf = new Map(listDocuments(db).map((document) => [document.guid, document.case]));
  const ofQuestion = (question: Guid, document: Guid, ofCase: boolean): boolean | null => {
    if (!records.isKnown(question)) return null;
    const own = records.noted(document, question);
    if (records.isInGuide(document, question) || own.some(saysAsked)) return true;
    const itsCase = caseOf.get(document) ?? null;
    if (itsCase === null || !records.noted(itsCase, question).some(saysAsked)) return false;
    return ofCase ? true : own.length > 0 ? false : null;
  };
  return (questions, document, ofCase) => {
    const answers = questions.map((question) => ofQuestion(question, document, ofCase));
    if (answers.includes(true)) return true;
    return answers.length === 0 || answers.includes(null) ? null : false;
  };
}
