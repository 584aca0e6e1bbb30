// Networks as they are now: the names of what their nodes stand for, and whether their links still rest on what they did.

import {
  networkKind,
  type NetworkDetails,
  type NetworkEvidence,
  type NetworkKind,
} from '../../../shared/contract/networks.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { judgedOf } from '../../../shared/domain/evidence/fingerprints.ts';
import { marksOf } from '../../../shared/domain/evidence/marks.ts';
import type { Direction } from '../../../shared/domain/network/layout.ts';
import type { PicturedLink } from '../../../shared/domain/network/picture.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listDisplays, type DisplayRow } from '../../db/displays.ts';
import { linksOf, namesOfNodes, nodesOf } from '../../db/networks.ts';
import { loadClaims } from '../claims/load.ts';
import { judgedLinkEvidence, type JudgedLinkEvidence } from '../claims/networks.ts';

export function networksIn(db: ReadableDb): readonly DisplayRow[] {
  return listDisplays(db).filter(({ kind }) => networkKind.safeParse(kind).success);
}

/** Evidence of all links by link, and which of it has to be judged again. */
export type LinkGround = {
  readonly byLink: ReadonlyMap<number, readonly JudgedLinkEvidence[]>;
  readonly isMarked: (evidence: JudgedLinkEvidence) => boolean;
};

export function groundOfLinks(db: ReadableDb, language: Language): LinkGround {
  const all = judgedLinkEvidence(db);
  // A proposition can be as it was judged and yet rest on something that is not.
  const claims = all.some(({ kind }) => kind === 'proposition') ? marksOf(loadClaims(db, language)) : new Map();
  return {
    byLink: Map.groupBy(all, ({ link_id: link }) => link),
    isMarked: ({ kind, mark, target_guid: target }) =>
      mark !== 'sound' || (kind === 'proposition' && claims.has(target)),
  };
}

export function networkOf(db: ReadableDb, row: DisplayRow, ground: LinkGround): NetworkDetails {
  const nodes = nodesOf(db, row.id);
  const names = namesOfNodes(db, row.id);
  const guids = new Map(nodes.map(({ id, guid }) => [id, guid]));
  return {
    ...headOf(row),
    nodes: nodes.map(({ id, guid, kind, target_guid: target, label, note, x, y }) => {
      const name = names.get(id);
      return { guid, kind, target, label: name ?? label, note, x, y, isGone: target !== null && name === undefined };
    }),
    links: linksOf(db, row.id).flatMap(({ id, guid, from_node_id, to_node_id, kind, note }) => {
      const [from, to] = [guids.get(from_node_id), guids.get(to_node_id)];
      if (!from || !to) return [];
      const evidence = ground.byLink.get(id) ?? [];
      return [
        { guid, from, to, kind, note, evidence: evidence.map(evidenceOf), isMarked: evidence.some(ground.isMarked) },
      ];
    }),
  };
}

export function headOf(row: DisplayRow) {
  return {
    guid: row.guid,
    kind: networkKind.parse(row.kind),
    name: row.name,
    decisionRule: row.decision_rule,
    commentary: row.commentary,
    inReport: row.in_report === 1,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}

/** How a kind is read: causes from left to right, organisations and codes from above. */
export function directionOf(kind: NetworkKind): Direction {
  return kind === 'causal-network' ? 'right' : 'down';
}

/** For the picture: with the signs and words of a language. */
export function picturedLinks(links: NetworkDetails['links'], language: Language): readonly PicturedLink[] {
  return links.map(({ guid, from, to, kind, isMarked }) => ({
    guid,
    from,
    to,
    kind,
    words: translate(language, `network.sign.${kind}`),
    isMarked,
  }));
}

function evidenceOf(row: JudgedLinkEvidence): NetworkEvidence {
  const judged = judgedOf(row.fingerprint);
  const words = row.thing?.words ?? judged?.['quote'] ?? judged?.['statement'] ?? judged?.['text'] ?? '';
  return {
    guid: row.guid,
    kind: row.kind,
    target: row.target_guid,
    mark: row.mark,
    title: row.thing?.title ?? '',
    words: String(words),
    document: row.thing?.document ?? null,
    start: row.thing?.start ?? null,
    end: row.thing?.end ?? null,
  };
}

/** How many links of a network are to be looked at again. */
export function markedLinks(db: ReadableDb, displayId: number, ground: LinkGround): number {
  return linksOf(db, displayId).filter(({ id }) => (ground.byLink.get(id) ?? []).some(ground.isMarked)).length;
}
