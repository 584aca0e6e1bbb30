// What evidence points at, as it is now, with what follows from the codings: a cell and a display say something else as
// soon as their evidence does, whether or not anybody has looked at them since.

import type { EvidenceKind } from '../../../shared/contract/propositions.ts';
import { digestOf, fingerprintOf, judgedOf } from '../../../shared/domain/evidence/fingerprints.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from '../../db/database.ts';
import { attachedIn, cellsOf, listDisplays, type DisplayRow } from '../../db/displays.ts';
import { storedThings, type PresentThing } from '../../db/evidence.ts';
import { linksOf, nodesOf } from '../../db/networks.ts';
import { digestOfMatrix, isMatrix, planFor, presentEvidenceOf } from '../displays/present.ts';

/** The things of one kind that are there; what is missing in the answer is gone. */
export function presentThings(
  db: ReadableDb,
  kind: EvidenceKind,
  targets: readonly Guid[],
): ReadonlyMap<Guid, PresentThing> {
  const things = storedThings(db, kind, targets);
  if ((kind !== 'cell' && kind !== 'display') || things.size === 0) return things;
  const evidence = kind === 'cell' ? evidenceOfCells(db, things) : evidenceOfDisplays(db, things);
  return new Map(
    [...things].map(([guid, thing]) => [
      guid,
      {
        ...thing,
        fingerprint: fingerprintOf({ ...judgedOf(thing.fingerprint), evidence: evidence.get(guid) ?? null }),
      },
    ]),
  );
}

function evidenceOfCells(db: ReadableDb, wanted: ReadonlyMap<Guid, unknown>): ReadonlyMap<Guid, string> {
  return new Map(
    listDisplays(db)
      .filter(isMatrix)
      .flatMap((display) => {
        const cells = cellsOf(db, display.id).filter(({ guid }) => wanted.has(guid));
        if (cells.length === 0) return [];
        const plan = planFor(db, display);
        const attached = attachedIn(db, display.id);
        const [rows, columns] = [plan.rows, plan.columns].map((sides) => new Set(sides.map(({ key }) => key)));
        // A cell whose row or column is not there any more stands nowhere, whatever is written in it.
        return cells.map((cell) => {
          const stands = rows?.has(cell.row_key) === true && columns?.has(cell.column_key) === true;
          return [cell.guid, stands ? presentEvidenceOf(db, plan, cell, attached) : 'lost'] as const;
        });
      }),
  );
}

function evidenceOfDisplays(db: ReadableDb, wanted: ReadonlyMap<Guid, unknown>): ReadonlyMap<Guid, string> {
  return new Map(
    listDisplays(db)
      .filter(({ guid }) => wanted.has(guid))
      .map((display) => [display.guid, isMatrix(display) ? matrixDigest(db, display) : networkDigest(db, display)]),
  );
}

function matrixDigest(db: ReadableDb, display: DisplayRow): string {
  return digestOfMatrix(db, planFor(db, display), attachedIn(db, display.id));
}

/** What it says: nodes and links, not where they stand. What its links rest on marks it by itself. */
function networkDigest(db: ReadableDb, { id }: DisplayRow): string {
  const nodes = nodesOf(db, id);
  const names = new Map(nodes.map((node) => [node.id, node.guid]));
  return digestOf([
    ...nodes.map(({ guid, kind, target_guid: target, label, note }) =>
      JSON.stringify([guid, target ?? label, kind, note]),
    ),
    ...linksOf(db, id).map(({ guid, from_node_id: from, to_node_id: to, kind, note }) =>
      JSON.stringify([guid, names.get(from) ?? null, names.get(to) ?? null, kind, note]),
    ),
  ]);
}
