// The matrix of codes, cases, documents and values: what is coded at both.

import type { MatrixResult } from '../../../shared/contract/analysis-retrieval.ts';
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { MatrixSide } from '../../../shared/domain/analysis/matrix.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { RetrievalUnits } from '../../analysis/retrieval-tasks.ts';
import { select, type Selection } from '../../analysis/selection.ts';
import type { Study } from '../../analysis/study.ts';
import type { PackedTexts } from '../../analysis/texts.ts';
import { documentFacts, namedCases } from '../../db/analysis.ts';
import { requireVariable } from '../../db/cases.ts';
import type { ReadableDb } from '../../db/database.ts';
import type { JobHandlers } from '../handler.ts';
import { assertFresh, loadUnits, nullableRows, provenanceOf, remembered } from './analysis-context.ts';
import { readQuery, unitsFor } from './analysis-retrieval.ts';
import { unitsOfVariable } from './analysis-variable.ts';

type Axis = CheckedInputOf<'analysis.matrix'>['rows'];
type NamedSide = { readonly side: MatrixSide; readonly guid: Guid | null; readonly path: readonly string[] };

/** Beyond so many cells nobody reads a matrix, and it would take minutes. */
const mostCells = 40_000;

export const matrixJobs = {
  'analysis.matrix': (context, settings) => {
    const query = readQuery(`ANY ${settings.relation} ANY`);
    if (query.op !== 'relation' || query.negated) throw new SimpulError('invalid-input', { field: 'relation' });
    const { relation } = query;
    return remembered(context, ['analysis.matrix', settings], null, async ({ study }) => {
      const selection = select(study, settings);
      const rows = sidesOf(context.db, study, selection, settings, settings.rows);
      const columns = sidesOf(context.db, study, selection, settings, settings.columns);
      const cells = rows.length * columns.length;
      if (cells > mostCells) throw new SimpulError('too-many-cells', { cells, most: mostCells });
      const texts: Partial<Record<RetrievalUnits, PackedTexts>> = {};
      for (const kind of new Set<RetrievalUnits>(['words', ...unitsFor(query)])) {
        texts[kind] = await loadUnits(context, study, kind);
      }
      assertFresh(context, study);
      const { scope, caseOf } = selection;
      const sides = { rows: rows.map(({ side }) => side), columns: columns.map(({ side }) => side) };
      const output = await context.services.pool.run('matrix', { scope, caseOf, texts, relation, ...sides }, context);
      const width = columns.length;
      const counts = (values: Float64Array) => nullableRows(values, width).map((row) => row.map((count) => count ?? 0));
      const named = (all: readonly NamedSide[]) => all.map(({ guid, path }) => ({ guid, path: [...path] }));
      const { words } = output;
      return {
        relation: settings.relation,
        rows: named(rows),
        columns: named(columns),
        references: counts(output.references),
        documents: counts(output.documents),
        cases: counts(output.cases),
        words: counts(words),
        rowShare: nullableRows(
          shares(words, (cell) => Math.floor(cell / width)),
          width,
        ),
        columnShare: nullableRows(
          shares(words, (cell) => cell % width),
          width,
        ),
        provenance: provenanceOf(
          context,
          `analysis.matrix rows=${settings.rows.kind} columns=${settings.columns.kind} relation=${settings.relation}`,
          study,
          selection,
          output,
        ),
      } satisfies MatrixResult;
    });
  },
} satisfies Partial<JobHandlers>;

function sidesOf(
  db: ReadableDb,
  study: Study,
  selection: Selection,
  filter: CheckedInputOf<'analysis.matrix'>,
  axis: Axis,
): readonly NamedSide[] {
  const { documents, codes } = selection;
  const some = (isIn: (document: Study['documents'][number]) => boolean): MatrixSide => ({
    kind: 'documents',
    in: Uint8Array.from(documents, (document) => Number(isIn(document))),
  });
  switch (axis.kind) {
    case 'codes':
      return codes.map(({ guid, path }, code) => ({ side: { kind: 'code', code }, guid, path }));
    case 'documents': {
      const titles = new Map(documentFacts(db).map(({ id, title }) => [id, title]));
      const inOrder = documents.toSorted((a, b) => a.position - b.position);
      return inOrder.map(({ id, guid }) => ({
        side: some((document) => document.id === id),
        guid,
        path: [titles.get(id) ?? ''],
      }));
    }
    case 'cases': {
      const names = new Map(namedCases(db).map(({ id, name }) => [id, name]));
      const used = new Set(documents.map(({ case_id }) => case_id));
      return study.cases
        .filter(({ id }) => used.has(id))
        .map(({ id, guid }) => ({ side: some(({ case_id }) => case_id === id), guid, path: [names.get(id) ?? ''] }));
    }
    case 'values': {
      const found = unitsOfVariable(db, study, filter, requireVariable(db, axis.variableId));
      const valueOf = new Map(
        found.selection.documents.map(({ id }, place) => [id, found.valueOf[found.groupOf[place] ?? -1]]),
      );
      return found.values.map((value, place) => ({
        side: some(({ id }) => valueOf.get(id) === place),
        guid: null,
        path: [value],
      }));
    }
  }
}

/** Shares of each line's sum; NaN where that is 0. */
function shares(values: Float64Array, lineOf: (cell: number) => number): Float64Array {
  const sums = new Map<number, number>();
  values.forEach((value, cell) => sums.set(lineOf(cell), (sums.get(lineOf(cell)) ?? 0) + value));
  return values.map((value, cell) => value / (sums.get(lineOf(cell)) ?? 0));
}
