import {
  displayDefinition,
  matrixKind,
  type DisplayDetails,
  type DisplayCell,
  type MatrixDisplay,
} from '../../../shared/contract/displays.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { slicer } from '../../analysis/slices.ts';
import { revisionOf } from '../../db/analysis.ts';
import { requireCodings } from '../../db/codings.ts';
import type { ReadableDb } from '../../db/database.ts';
import {
  attachEvidence,
  attachedIn,
  cellAt,
  cellsOf,
  deleteCell,
  deleteDisplay,
  detachEvidence,
  insertCell,
  insertDisplay,
  requireDisplay,
  updateCell,
  updateDisplay,
  type CellRow,
  type DisplayRow,
} from '../../db/displays.ts';
import { countEvidence, sidesWithCounts, zero } from '../displays/evidence.ts';
import { evidenceIn, matricesIn, planFor, presentEvidenceOf, type Attached } from '../displays/present.ts';
import type { Plan } from '../displays/sides.ts';
import { draftsOf } from '../displays/drafts.ts';
import {
  label,
  type CommandContext,
  type CommandHandlers,
  type JobContext,
  type JobHandlers,
  type QueryHandlers,
} from '../handler.ts';
import { pauseOf } from './analysis-context.ts';

export const displayQueries = {
  'displays.list': ({ db }) => matricesIn(db).map(detailsOf),
  'displays.templates': ({ db }, { language }) => draftsOf(db, language),
  'displays.written': ({ db }) =>
    matricesIn(db).flatMap((display) => {
      const cells = cellsOf(db, display.id).filter(isWritten);
      if (cells.length === 0) return [];
      const { rows, columns } = planFor(db, display);
      const head = (sides: Plan['rows'], key: string): string => sides.find((side) => side.key === key)?.label ?? '–';
      return cells.map(({ guid, row_key: row, column_key: column, text, rating }) => ({
        guid,
        display: display.name,
        row: head(rows, row),
        column: head(columns, column),
        text,
        rating,
      }));
    }),
  'displays.evidence': ({ db }, { displayId, row, column }) => {
    const display = requireDisplay(db, displayId);
    const plan = planFor(db, display);
    const cell = cellAt(db, display.id, row, column);
    const attached = attachedIn(db, display.id).filter(({ owner }) => owner === cell?.guid);
    return {
      codings: evidenceIn(db, plan, row, column).map(({ guid }) => guid),
      attached: attached.filter(({ quote }) => quote !== null).map(({ coding }) => coding),
      broken: attached.filter(({ quote }) => quote === null).map(({ coding }) => coding),
    };
  },
} satisfies Partial<QueryHandlers>;

export const displayJobs = {
  'displays.matrix': (context, { displayId }) => matrixDisplayOf(context, requireDisplay(context.db, displayId)),
  'displays.check': async (context) => {
    const { db } = context;
    const slice = slicer(pauseOf(context));
    const found: { guid: Guid; written: number; stale: number }[] = [];
    for (const display of matricesIn(db)) {
      const plan = planFor(db, display);
      const attached = attachedIn(db, display.id);
      let stale = 0;
      const written = cellsOf(db, display.id).filter(isWritten);
      for (const cell of written) {
        await slice.rest();
        stale += Number(isStale(db, plan, cell, attached));
      }
      found.push({ guid: display.guid, written: written.length, stale });
    }
    return found;
  },
} satisfies Partial<JobHandlers>;

export const displayCommands = {
  'displays.create': ({ db, services, session, now }, { kind, name, definition, decisionRule, commentary }) => {
    const guid = services.ports.ids.next();
    insertDisplay(db, {
      guid,
      kind,
      name,
      definition: JSON.stringify(definition),
      decision_rule: decisionRule,
      commentary,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    return { value: { guid }, label: label('history.display.created', { name }), place: { area: 'display' } };
  },
  'displays.update': ({ db, now }, { displayId, name, definition, decisionRule, commentary, inReport }) => {
    const row = requireDisplay(db, displayId);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(definition === undefined ? {} : { definition: JSON.stringify(definition) }),
      ...(decisionRule === undefined ? {} : { decision_rule: decisionRule }),
      ...(commentary === undefined ? {} : { commentary }),
      ...(inReport === undefined ? {} : { in_report: Number(inReport) }),
    };
    updateDisplay(db, row, change, now);
    return {
      value: {},
      label: label('history.display.changed', { name: name ?? row.name }),
      place: { area: 'display' },
    };
  },
  'displays.remove': ({ db }, { displayId }) => {
    const row = requireDisplay(db, displayId);
    deleteDisplay(db, row.id);
    return { value: {}, label: label('history.display.removed', { name: row.name }), place: { area: 'display' } };
  },
  'displays.setCell': (context, { displayId, row, column, text, rating }) => {
    const { db } = context;
    const display = requireDisplay(db, displayId);
    const cell = cellAt(db, display.id, row, column);
    const next = { text: text ?? cell?.text ?? '', rating: rating ?? cell?.rating ?? '' };
    const hasAttached = attachedIn(db, display.id).some(({ owner }) => owner === cell?.guid);
    if (cell && next.text === '' && next.rating === '' && !hasAttached) deleteCell(db, cell.id);
    else if (cell || next.text !== '' || next.rating !== '') writeCell(context, display, row, column, next);
    return changedCell(display);
  },
  // Who puts evidence behind a cell knows of it: the cell is no more stale than it was.
  'displays.attach': (context, { displayId, row, column, codingIds }) => {
    const { db, services } = context;
    const display = requireDisplay(db, displayId);
    requireCodings(db, codingIds);
    const cell = cellAt(db, display.id, row, column) ?? writeCell(context, display, row, column, empty);
    const wasStale = isStaleNow(db, display, cell);
    for (const coding of codingIds) {
      attachEvidence(db, services.ports.ids.next(), display.id, cell.guid, coding);
    }
    if (!wasStale) writeCell(context, display, row, column, cell);
    return changedCell(display);
  },
  'displays.detach': (context, { displayId, row, column, codingIds }) => {
    const { db } = context;
    const display = requireDisplay(db, displayId);
    const cell = cellAt(db, display.id, row, column);
    if (!cell) return changedCell(display);
    const wasStale = isStaleNow(db, display, cell);
    for (const coding of codingIds) detachEvidence(db, cell.guid, coding);
    const hasMore = attachedIn(db, display.id).some(({ owner }) => owner === cell.guid);
    if (!hasMore && !isWritten(cell)) deleteCell(db, cell.id);
    else if (!wasStale) writeCell(context, display, row, column, cell);
    return changedCell(display);
  },
} satisfies Partial<CommandHandlers>;

/** A matrix as it is now. Shared with the report. */
export async function matrixDisplayOf(context: JobContext, display: DisplayRow): Promise<MatrixDisplay> {
  const { db } = context;
  for (;;) {
    const revision = revisionOf(db);
    const plan = planFor(db, display);
    const slice = slicer(pauseOf(context));
    let seen = 0;
    const counted = await countEvidence(db, plan, () => {
      context.progress((0.9 * seen++) / plan.documents.length);
      return slice.rest();
    });
    const attached = attachedIn(db, display.id);
    const own = new Map(cellsOf(db, display.id).map((cell) => [keyOf(cell.row_key, cell.column_key), cell]));
    const cells: DisplayCell[] = [];
    for (const [row, { key: rowKey }] of plan.rows.entries()) {
      for (const [column, { key: columnKey }] of plan.columns.entries()) {
        const count = counted.cells.get(row * plan.columns.length + column);
        const cell = own.get(keyOf(rowKey, columnKey));
        if (!count && !cell) continue;
        own.delete(keyOf(rowKey, columnKey));
        const ofCell = attached.filter(({ owner }) => owner === cell?.guid);
        if (cell) await slice.rest();
        cells.push({
          guid: cell?.guid ?? null,
          row,
          column,
          ...(count ?? zero()),
          text: cell?.text ?? '',
          rating: cell?.rating ?? '',
          isStale: cell !== undefined && isWritten(cell) && isStale(db, plan, cell, attached),
          attached: ofCell.length,
          broken: ofCell.filter(({ quote }) => quote === null).length,
        });
      }
    }
    if (revisionOf(db) !== revision) continue;
    const lost = [...own.values()].map(({ guid, row_key, column_key, text, rating }) => ({
      guid,
      row: row_key,
      column: column_key,
      text,
      rating,
    }));
    return {
      rows: sidesWithCounts(plan.rows, counted.rows),
      columns: sidesWithCounts(plan.columns, counted.columns),
      cells,
      lost,
      revision,
    };
  }
}

export function detailsOf(row: DisplayRow): DisplayDetails {
  return {
    guid: row.guid,
    kind: matrixKind.parse(row.kind),
    name: row.name,
    inReport: row.in_report === 1,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    definition: displayDefinition.parse(JSON.parse(row.definition)),
    decisionRule: row.decision_rule,
    commentary: row.commentary,
  };
}

const empty = { text: '', rating: '' };

/** Text and rating with the evidence as it is now. */
function writeCell(
  { db, services, now }: CommandContext,
  display: DisplayRow,
  row: string,
  column: string,
  { text, rating }: Pick<CellRow, 'text' | 'rating'>,
): CellRow {
  const plan = planFor(db, display);
  const known = plan.rows.some(({ key }) => key === row) && plan.columns.some(({ key }) => key === column);
  const cell = cellAt(db, display.id, row, column);
  if (!known && !cell) throw new SimpulError('not-found', { what: 'cell' }, { row, column });
  const guid = cell?.guid ?? services.ports.ids.next();
  const place = { guid, row_key: row, column_key: column };
  const evidence = presentEvidenceOf(db, plan, place, attachedIn(db, display.id));
  const next = { ...place, display_id: display.id, text, rating, evidence };
  if (!cell) return { ...next, id: insertCell(db, { ...next, modified_at: now }), modified_at: now };
  if (cell.text === text && cell.rating === rating && cell.evidence === evidence) return cell;
  updateCell(db, { ...next, id: cell.id, modified_at: now });
  return { ...next, id: cell.id, modified_at: now };
}

function isStale(db: ReadableDb, plan: Plan, cell: CellRow, attached: Attached): boolean {
  return presentEvidenceOf(db, plan, cell, attached) !== cell.evidence;
}

function isStaleNow(db: ReadableDb, display: DisplayRow, cell: CellRow): boolean {
  return isStale(db, planFor(db, display), cell, attachedIn(db, display.id));
}

function isWritten({ text, rating }: CellRow): boolean {
  return text !== '' || rating !== '';
}

function changedCell({ name }: DisplayRow) {
  return { value: {}, label: label('history.display.cell', { name }), place: { area: 'display' as const } };
}

function keyOf(row: string, column: string): string {
  return JSON.stringify([row, column]);
}
