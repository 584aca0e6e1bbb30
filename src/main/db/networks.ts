// Networks: nodes with their places, links, and what the links rest on. A network is a row of `display`.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { NetworkEvidenceKind, NetworkLinkKind, NetworkNodeKind } from '../../shared/contract/networks.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type NodeRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly display_id: number;
  readonly kind: NetworkNodeKind;
  readonly target_guid: Guid | null;
  readonly label: string;
  readonly note: string;
  readonly x: number;
  readonly y: number;
};

export type LinkRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly display_id: number;
  readonly from_node_id: number;
  readonly to_node_id: number;
  readonly kind: NetworkLinkKind;
  readonly note: string;
};

export type LinkEvidenceRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly link_id: number;
  readonly kind: NetworkEvidenceKind;
  readonly target_guid: Guid;
  readonly fingerprint: string;
  readonly created_by: number | null;
  readonly created_at: string;
};

export function listNodes(db: ReadableDb): readonly NodeRow[] {
  return db.all<NodeRow>(sql`SELECT * FROM display_node ORDER BY id`);
}

export function nodesOf(db: ReadableDb, displayId: number): readonly NodeRow[] {
  return db.all<NodeRow>(sql`SELECT * FROM display_node WHERE display_id = ${displayId} ORDER BY id`);
}

/** What the node stands for as it is called now; null where it is gone or stands for nothing. */
export function namesOfNodes(db: ReadableDb, displayId: number): ReadonlyMap<number, string> {
  const rows = db.all<{ id: number; name: string | null }>(sql`
    SELECT n.id, coalesce(k.name, s.name, d.title) AS name FROM display_node AS n
    LEFT JOIN code AS k ON n.kind = 'code' AND k.guid = n.target_guid
    LEFT JOIN study_case AS s ON n.kind = 'case' AND s.guid = n.target_guid
    LEFT JOIN document AS d ON n.kind = 'document' AND d.guid = n.target_guid
    WHERE n.display_id = ${displayId}`);
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** The present name of a code, case or document. */
export function nameOfTarget(db: ReadableDb, kind: NetworkNodeKind, guid: Guid): string | null {
  switch (kind) {
    case 'code':
      return db.get<{ name: string }>(sql`SELECT name FROM code WHERE guid = ${guid}`)?.name ?? null;
    case 'case':
      return db.get<{ name: string }>(sql`SELECT name FROM study_case WHERE guid = ${guid}`)?.name ?? null;
    case 'document':
      return db.get<{ name: string }>(sql`SELECT title AS name FROM document WHERE guid = ${guid}`)?.name ?? null;
    case 'event':
    case 'free':
      return null;
  }
}

/** @throws SimpulError `not-found` */
export function requireNode(db: ReadableDb, guid: Guid): NodeRow {
  const row = db.get<NodeRow>(sql`SELECT * FROM display_node WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'node' }, { guid });
  return row;
}

export function insertNode(db: WritableDb, row: Omit<NodeRow, 'id'>): number {
  return db.run(sql`
    INSERT INTO display_node (guid, display_id, kind, target_guid, label, note, x, y)
    VALUES (${row.guid}, ${row.display_id}, ${row.kind}, ${row.target_guid}, ${row.label}, ${row.note}, ${row.x},
      ${row.y})`).id;
}

export function updateNode(db: WritableDb, row: NodeRow, change: Partial<Pick<NodeRow, 'label' | 'note' | 'x' | 'y'>>) {
  const next = { ...row, ...change };
  if (next.label === row.label && next.note === row.note && next.x === row.x && next.y === row.y) return;
  db.run(sql`
    UPDATE display_node SET label = ${next.label}, note = ${next.note}, x = ${next.x}, y = ${next.y}
    WHERE id = ${row.id}`);
}

/** With its links. */
export function deleteNode(db: WritableDb, { id }: NodeRow): void {
  const links = db.all<LinkRow>(sql`SELECT * FROM display_link WHERE from_node_id = ${id} OR to_node_id = ${id}`);
  for (const link of links) deleteLink(db, link);
  db.run(sql`DELETE FROM display_node WHERE id = ${id}`);
}

export function listLinks(db: ReadableDb): readonly LinkRow[] {
  return db.all<LinkRow>(sql`SELECT * FROM display_link ORDER BY id`);
}

export function linksOf(db: ReadableDb, displayId: number): readonly LinkRow[] {
  return db.all<LinkRow>(sql`SELECT * FROM display_link WHERE display_id = ${displayId} ORDER BY id`);
}

/** @throws SimpulError `not-found` */
export function requireLink(db: ReadableDb, guid: Guid): LinkRow {
  const row = db.get<LinkRow>(sql`SELECT * FROM display_link WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'network-link' }, { guid });
  return row;
}

export function insertLink(db: WritableDb, row: Omit<LinkRow, 'id'>): number {
  return db.run(sql`
    INSERT INTO display_link (guid, display_id, from_node_id, to_node_id, kind, note)
    VALUES (${row.guid}, ${row.display_id}, ${row.from_node_id}, ${row.to_node_id}, ${row.kind}, ${row.note})`).id;
}

export function updateLink(
  db: WritableDb,
  row: LinkRow,
  change: Partial<Pick<LinkRow, 'kind' | 'note' | 'from_node_id' | 'to_node_id'>>,
): void {
  const next = { ...row, ...change };
  if (next.kind === row.kind && next.note === row.note && next.from_node_id === row.from_node_id) return;
  db.run(sql`
    UPDATE display_link SET kind = ${next.kind}, note = ${next.note}, from_node_id = ${next.from_node_id},
      to_node_id = ${next.to_node_id} WHERE id = ${row.id}`);
}

/** With what was put behind it. */
export function deleteLink(db: WritableDb, { id }: Pick<LinkRow, 'id'>): void {
  db.run(sql`DELETE FROM display_link_evidence WHERE link_id = ${id}`);
  db.run(sql`DELETE FROM display_link WHERE id = ${id}`);
}

export function listLinkEvidence(db: ReadableDb): readonly (LinkEvidenceRow & { readonly display_id: number })[] {
  return db.all(sql`
    SELECT e.*, l.display_id FROM display_link_evidence AS e JOIN display_link AS l ON l.id = e.link_id ORDER BY e.id`);
}

/** @throws SimpulError `not-found` */
export function requireLinkEvidence(db: ReadableDb, guid: Guid): LinkEvidenceRow {
  const row = db.get<LinkEvidenceRow>(sql`SELECT * FROM display_link_evidence WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'evidence' }, { guid });
  return row;
}

/** What is there already stays as it was judged. */
export function insertLinkEvidence(db: WritableDb, row: Omit<LinkEvidenceRow, 'id'>): void {
  db.run(sql`
    INSERT INTO display_link_evidence (guid, link_id, kind, target_guid, fingerprint, created_by, created_at)
    VALUES (${row.guid}, ${row.link_id}, ${row.kind}, ${row.target_guid}, ${row.fingerprint}, ${row.created_by},
      ${row.created_at}) ON CONFLICT (link_id, target_guid) DO NOTHING`);
}

export function judgeLinkEvidence(db: WritableDb, row: LinkEvidenceRow, fingerprint: string): void {
  if (row.fingerprint === fingerprint) return;
  db.run(sql`UPDATE display_link_evidence SET fingerprint = ${fingerprint} WHERE id = ${row.id}`);
}

export function deleteLinkEvidence(db: WritableDb, { id }: LinkEvidenceRow): void {
  db.run(sql`DELETE FROM display_link_evidence WHERE id = ${id}`);
}

export function linkById(db: ReadableDb, id: number): LinkRow | undefined {
  return db.get<LinkRow>(sql`SELECT * FROM display_link WHERE id = ${id}`);
}
