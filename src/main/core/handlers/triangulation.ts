// Triangulation. Verdicts are people's; the second judge works blind.

import type { Comparison, TriangulationMatrix, TriangulationRow } from '../../../shared/contract/triangulation.ts';
import { verdictValue } from '../../../shared/contract/triangulation.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { twoCoderAgreement } from '../../../shared/domain/analysis/agreement.ts';
import type { EvidenceMark } from '../../../shared/domain/evidence/fingerprints.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { suggestionOf } from '../../../shared/domain/triangulation.ts';
import { revisionOf } from '../../db/analysis.ts';
import { listCodes } from '../../db/codes.ts';
import { requireCoder } from '../../db/coders.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listPropositions } from '../../db/propositions.ts';
import {
  deleteVerdict,
  insertVerdict,
  listMeanings,
  listVerdicts,
  putMeaning,
  requireVerdict,
  updateVerdict,
  verdictOf,
} from '../../db/triangulation.ts';
import { columnsOf, comparisonKey, type NamedColumn } from '../claims/columns.ts';
import { readyMadeComparisons } from '../claims/ready-made.ts';
import { groundOf, rowOf, verdictMarks, type Ground, type NamedSubject } from '../claims/ground.ts';
import { visibleVerdicts } from '../claims/load.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';

export const triangulationQueries = {
  'triangulation.matrix': ({ db, services, session }, { comparison, rows, subjectIds }): TriangulationMatrix => {
    const language = services.language();
    const judge = session.currentCoder?.id ?? null;
    const key = comparisonKey(comparison);
    const columns = columnsOf(db, comparison, language);
    const ground = groundOf(db, subjectIds ?? subjectsOf(db, rows));
    const marks = verdictMarks(db, language);
    const verdicts = listVerdicts(db).filter((row) => row.comparison === key);
    const meanings = new Map(listMeanings(db, key, judge).map((row) => [`${row.subject_guid} ${row.column_key}`, row]));
    return {
      comparison: key,
      columns: columns.map(({ key: column, label: name, documents }) => ({
        key: column,
        label: name,
        documents: documents.size,
      })),
      rows: [...ground.subjects.values()].map((subject) => {
        const own = verdicts.filter((row) => row.subject_guid === subject.guid);
        const cells = cellsOf(ground, subject, columns, (column) => meanings.get(`${subject.guid} ${column}`));
        return { ...cells, ...judgedBy(own, judge, marks) };
      }),
      revision: revisionOf(db),
    };
  },
  'triangulation.readyMade': ({ db }) => readyMadeComparisons(db),
  'triangulation.agreement': ({ db }, { firstId, secondId }) => {
    const [first, second] = [requireCoder(db, firstId), requireCoder(db, secondId)];
    const values = [...verdictValue.options];
    const verdicts = listVerdicts(db);
    const pairs = verdicts.flatMap((one) => {
      if (one.judge_id !== first.id) return [];
      const other = verdicts.find(
        (each) =>
          each.judge_id === second.id && each.subject_guid === one.subject_guid && each.comparison === one.comparison,
      );
      return other
        ? [{ subject: one.subject_guid, comparison: one.comparison, first: one.verdict, second: other.verdict }]
        : [];
    });
    const table = values.map((row) =>
      values.map((column) => pairs.filter((pair) => pair.first === row && pair.second === column).length),
    );
    const { n, observed, cohenKappa, alpha } = twoCoderAgreement({
      counts: Float64Array.from(table.flat()),
      categories: values.length,
    });
    return {
      values,
      table,
      n,
      observed,
      kappa: n === 0 ? null : cohenKappa.value,
      expected: n === 0 ? null : cohenKappa.expected,
      alpha,
      disagreements: pairs.filter((pair) => pair.first !== pair.second),
    };
  },
} satisfies Partial<QueryHandlers>;

export const triangulationCommands = {
  'triangulation.describe': (context, { subjectId, comparison, column, meaning, prominence }) => {
    const { db, now, services, session } = context;
    const { subject, columns } = judgedRow(context, subjectId, comparison);
    if (!columns.some(({ key }) => key === column)) throw new SimpulError('invalid-input', { field: 'column' });
    const judge = session.currentCoder?.id ?? null;
    const comparisonText = comparisonKey(comparison);
    const known = listMeanings(db, comparisonText, judge).find(
      (row) => row.subject_guid === subjectId && row.column_key === column,
    );
    putMeaning(
      db,
      {
        subject_guid: subjectId,
        comparison: comparisonText,
        column_key: column,
        meaning: meaning ?? known?.meaning ?? '',
        prominence: prominence ?? known?.prominence ?? '',
        judge_id: judge,
      },
      services.ports.ids.next,
      now,
    );
    return outcome('described', subject, {});
  },
  'triangulation.judge': (context, { subjectId, comparison, verdict, reason }) => {
    const { db, now, services, session } = context;
    const { ground, subject, columns } = judgedRow(context, subjectId, comparison);
    const { fingerprint } = rowOf(ground, subject, columns);
    const judge = session.currentCoder?.id ?? null;
    const key = comparisonKey(comparison);
    const known = verdictOf(db, subjectId, key, judge);
    if (known) {
      updateVerdict(db, known, { verdict, reason, fingerprint }, now);
      return outcome('judged', subject, { guid: known.guid });
    }
    const guid = services.ports.ids.next();
    const content = { subject_guid: subjectId, comparison: key, verdict, reason, fingerprint };
    insertVerdict(db, { guid, ...content, judge_id: judge, created_at: now });
    return outcome('judged', subject, { guid });
  },
  'triangulation.retract': ({ db }, { verdictIds }) => {
    const rows = [...new Set(verdictIds)].map((guid) => requireVerdict(db, guid));
    for (const { id } of rows) deleteVerdict(db, id);
    return { value: {}, label: label('history.triangulation.retracted', { count: rows.length }), place };
  },
} satisfies Partial<CommandHandlers>;

const place = { area: 'conclusion' as const };

function subjectsOf(db: ReadableDb, rows: 'propositions' | 'codes'): readonly Guid[] {
  if (rows === 'propositions') return listPropositions(db).map(({ guid }) => guid);
  return listCodes(db)
    .filter(({ parent_guid: parent }) => parent === null)
    .map(({ guid }) => guid);
}

function cellsOf(
  ground: Ground,
  subject: NamedSubject,
  columns: readonly NamedColumn[],
  meaningOf: (column: string) => Pick<TriangulationRow['cells'][number], 'meaning' | 'prominence'> | undefined,
): Omit<TriangulationRow, 'verdict' | 'others' | 'otherCount'> {
  const { cells } = rowOf(ground, subject, columns);
  return {
    subject: subject.guid,
    kind: subject.kind,
    label: subject.label,
    question: subject.questions[0] ?? null,
    cells: cells.map(({ state, utterances, best, documents, supports, opposes }, at) => {
      const { meaning = '', prominence = '' } = meaningOf(columns[at]?.key ?? '') ?? {};
      return {
        state,
        count: utterances.length,
        documents,
        supports,
        opposes,
        best: best.map(({ guid, document, quote }) => ({ coding: guid, document, quote })),
        codings: utterances.map(({ guid }) => guid),
        meaning,
        prominence,
      };
    }),
    suggestion: suggestionOf(cells),
  };
}

function judgedBy(
  verdicts: ReturnType<typeof listVerdicts>,
  judge: number | null,
  marks: ReadonlyMap<Guid, EvidenceMark>,
): Pick<TriangulationRow, 'verdict' | 'others' | 'otherCount'> {
  const shown = visibleVerdicts(verdicts, judge, marks);
  const mine = verdicts.find(({ judge_id: id }) => id === judge);
  return {
    verdict: shown.find(({ guid }) => guid === mine?.guid) ?? null,
    others: shown.filter(({ guid }) => guid !== mine?.guid),
    otherCount: verdicts.filter(({ judge_id: id }) => id !== judge).length,
  };
}

/** @throws SimpulError `not-found` where the proposition or code, or the variable compared, is gone */
function judgedRow({ db, services }: CommandContext, subjectId: Guid, comparison: Comparison) {
  const ground = groundOf(db, [subjectId]);
  const subject = ground.subjects.get(subjectId);
  if (!subject) throw new SimpulError('not-found', { what: 'proposition' }, { guid: subjectId });
  return { ground, subject, columns: columnsOf(db, comparison, services.language()) };
}

function outcome<Value>(step: 'described' | 'judged', { label: name }: NamedSubject, value: Value) {
  const words = name.replaceAll(/\s+/g, ' ').trim();
  const short = words.length <= 60 ? words : `${words.slice(0, 59).toWellFormed()}…`;
  return { value, label: label(`history.triangulation.${step}`, { subject: short }), place };
}
