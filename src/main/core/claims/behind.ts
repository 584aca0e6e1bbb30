// R-02 through displays: which codings stand behind a cell, a matrix or a network that carries a proposition, and the
// other way, through which displays something that was coded is carried.

import type { Guid } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from '../../db/database.ts';
import {
  attachedIn,
  cellsOf,
  evidenceInDocument,
  listDisplays,
  placedCodings,
  type CellRow,
  type DisplayRow,
} from '../../db/displays.ts';
import { listLinkEvidence } from '../../db/networks.ts';
import { listEvidence } from '../../db/propositions.ts';
import { holdsAnywhere, holdsAt } from '../displays/evidence.ts';
import { evidenceIn, isMatrix, planFor } from '../displays/present.ts';

/** A display by which something rests on what was asked about; the cell where it is one. */
export type Through = {
  readonly display: Guid;
  readonly name: string;
  readonly cell: { readonly row: string; readonly column: string } | null;
};

/**
 * Cells and matrices that some evidence points at and that hold one of the targets, by their guid. A target may be a
 * coding, a cell, which its matrix holds, or a matrix, which is in each of its cells.
 */
export function throughMatrices(db: ReadableDb, targets: ReadonlySet<Guid>): ReadonlyMap<Guid, Through> {
  const used = new Set(
    [...listEvidence(db), ...listLinkEvidence(db)].flatMap(({ kind, target_guid: target }) =>
      kind === 'cell' || kind === 'display' ? [target] : [],
    ),
  );
  const found = new Map<Guid, Through>();
  if (used.size === 0) return found;
  const codings = placedCodings(db, [...targets]);
  for (const display of listDisplays(db).filter(isMatrix)) {
    const cells = cellsOf(db, display.id);
    const [isUsed, usedCells] = [used.has(display.guid), cells.filter(({ guid }) => used.has(guid))];
    if (!isUsed && usedCells.length === 0) continue;
    const plan = planFor(db, display);
    const attached = attachedIn(db, display.id).filter(({ coding, quote }) => quote !== null && targets.has(coding));
    const holds = ({ guid, row_key: row, column_key: column }: CellRow): boolean =>
      targets.has(display.guid) ||
      attached.some(({ owner }) => owner === guid) ||
      codings.some((coding) => holdsAt(plan, row, column, coding));
    const way = { display: display.guid, name: display.name };
    for (const cell of usedCells) {
      if (targets.has(cell.guid) || !holds(cell)) continue;
      found.set(cell.guid, { ...way, cell: { row: cell.row_key, column: cell.column_key } });
    }
    const isInIt =
      attached.length > 0 ||
      cells.some(({ guid }) => targets.has(guid)) ||
      codings.some((coding) => holdsAnywhere(plan, coding));
    if (isUsed && isInIt && !targets.has(display.guid)) found.set(display.guid, { ...way, cell: null });
  }
  return found;
}

/** The codings behind each of these cells, matrices and networks; those of a text stand in its order. */
export function codingsBehind(db: ReadableDb, targets: ReadonlySet<Guid>): ReadonlyMap<Guid, readonly Guid[]> {
  const found = new Map<Guid, readonly Guid[]>();
  if (targets.size === 0) return found;
  for (const display of listDisplays(db)) {
    if (!isMatrix(display)) {
      if (targets.has(display.guid)) found.set(display.guid, behindNetwork(db, display));
      continue;
    }
    const cells = cellsOf(db, display.id).filter(({ guid }) => targets.has(guid));
    if (cells.length === 0 && !targets.has(display.guid)) continue;
    const plan = planFor(db, display);
    const attached = attachedIn(db, display.id).filter(({ quote }) => quote !== null);
    for (const cell of cells) {
      const own = attached.filter(({ owner }) => owner === cell.guid).map(({ coding }) => coding);
      const counted = evidenceIn(db, plan, cell.row_key, cell.column_key).map(({ guid }) => guid);
      found.set(cell.guid, unique([...counted, ...own]));
    }
    if (targets.has(display.guid)) {
      const counted = plan.documents.flatMap(({ id }) =>
        evidenceInDocument(db, id).flatMap((coding) => (holdsAnywhere(plan, coding) ? [coding.guid] : [])),
      );
      found.set(display.guid, unique([...counted, ...attached.map(({ coding }) => coding)]));
    }
  }
  return found;
}

function behindNetwork(db: ReadableDb, { id }: DisplayRow): readonly Guid[] {
  const rows = listLinkEvidence(db).filter(({ display_id: display }) => display === id);
  const named = (kind: string) => rows.flatMap((row) => (row.kind === kind ? [row.target_guid] : []));
  const present = placedCodings(db, named('coding')).map(({ guid }) => guid);
  return unique([...present, ...[...codingsBehind(db, new Set(named('cell'))).values()].flat()]);
}

function unique(guids: readonly Guid[]): readonly Guid[] {
  return [...new Set(guids)];
}
