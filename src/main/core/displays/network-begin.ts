// How a network begins: with the nodes and links its kind has in this study, each in its place.

import { networkKind } from '../../../shared/contract/networks.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { layeredPlaces } from '../../../shared/domain/network/layout.ts';
import { treePlaces } from '../../../shared/domain/network/tree-layout.ts';
import type { WritableDb } from '../../db/database.ts';
import type { DisplayRow } from '../../db/displays.ts';
import { insertLink, insertNode, linksOf, nodesOf, updateNode } from '../../db/networks.ts';
import { networkDraft } from './network-drafts.ts';
import { directionOf } from './networks.ts';

/** Puts in what is known of the study, never causes. */
export function beginNetwork(db: WritableDb, row: Pick<DisplayRow, 'id' | 'kind'>, nextId: () => Guid): void {
  const draft = networkDraft(db, networkKind.parse(row.kind));
  const nodes = draft.nodes.map((node) => {
    const guid = nextId();
    const made = { guid, display_id: row.id, kind: node.kind, target_guid: node.target, label: node.label };
    return { guid, id: insertNode(db, { ...made, note: '', x: 0, y: 0 }) };
  });
  for (const { from, to, kind } of draft.links) {
    const [first, second] = [nodes[from], nodes[to]];
    if (!first || !second) continue;
    const ends = { from_node_id: first.id, to_node_id: second.id };
    insertLink(db, { guid: nextId(), display_id: row.id, ...ends, kind, note: '' });
  }
  arrange(db, row);
}

/** Places all nodes anew, along the links. */
export function arrange(db: WritableDb, row: Pick<DisplayRow, 'id' | 'kind'>): void {
  const nodes = nodesOf(db, row.id);
  const guids = new Map(nodes.map(({ id, guid }) => [id, guid]));
  const links = linksOf(db, row.id).flatMap(({ from_node_id, to_node_id, kind }) => {
    const [from, to] = [guids.get(from_node_id), guids.get(to_node_id)];
    return from && to ? [{ from, to, kind }] : [];
  });
  const ids = nodes.map(({ guid }) => guid);
  const direction = directionOf(networkKind.parse(row.kind));
  // An organisation hangs from its head; a code tree, which has several roots, reads from left to right.
  const places =
    treePlaces(ids, links, row.kind === 'context-chart' ? 'down' : 'right') ?? layeredPlaces(ids, links, direction);
  for (const node of nodes) updateNode(db, node, places.get(node.guid) ?? {});
}
