// Networks: R-16. Nodes and links are people's; Simpul keeps them, their places and what they rest on.

import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { networkKind, type NetworkEvidenceKind } from '../../../shared/contract/networks.ts';
import { restingOn } from '../../../shared/domain/evidence/marks.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ReadableDb } from '../../db/database.ts';
import {
  deleteDisplay,
  insertDisplay,
  listDisplays,
  requireDisplay,
  updateDisplay,
  type DisplayRow,
} from '../../db/displays.ts';
import {
  deleteLink,
  deleteLinkEvidence,
  deleteNode,
  insertLink,
  insertLinkEvidence,
  insertNode,
  judgeLinkEvidence,
  linkById,
  linksOf,
  nameOfTarget,
  nodesOf,
  requireLink,
  requireLinkEvidence,
  requireNode,
  updateLink,
  updateNode,
  type LinkRow,
} from '../../db/networks.ts';
import { loadClaims } from '../claims/load.ts';
import { presentThings } from '../claims/present.ts';
import { arrange, beginNetwork } from '../displays/network-begin.ts';
import { networkDraft } from '../displays/network-drafts.ts';
import { groundOfLinks, headOf, markedLinks, networkOf, networksIn } from '../displays/networks.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';

export const networkQueries = {
  'networks.list': ({ db, services }) => {
    const ground = groundOfLinks(db, services.language());
    return networksIn(db).map((row) => ({
      ...headOf(row),
      nodes: nodesOf(db, row.id).length,
      links: linksOf(db, row.id).length,
      marked: markedLinks(db, row.id, ground),
    }));
  },
  'networks.show': ({ db, services }, { networkId }) =>
    networkOf(db, requireNetwork(db, networkId), groundOfLinks(db, services.language())),
  'networks.templates': ({ db }, { language }) =>
    networkKind.options.map((kind) => ({
      kind,
      title: { id: translate('id', `network.kind.${kind}`), en: translate('en', `network.kind.${kind}`) },
      purpose: { id: translate('id', `network.purpose.${kind}`), en: translate('en', `network.purpose.${kind}`) },
      decisionRule: translate(language, `network.rule.${kind}`),
      nodes: networkDraft(db, kind).nodes.length,
    })),
} satisfies Partial<QueryHandlers>;

export const networkCommands = {
  'networks.create': ({ db, services, session, now }, { kind, name, decisionRule, commentary, begin }) => {
    const guid = services.ports.ids.next();
    insertDisplay(db, {
      guid,
      kind,
      name,
      definition: '{}',
      decision_rule: decisionRule,
      commentary,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    if (begin === 'study') beginNetwork(db, requireNetwork(db, guid), services.ports.ids.next);
    return { value: { guid }, label: label('history.display.created', { name }), place };
  },
  'networks.update': ({ db, now }, { networkId, name, decisionRule, commentary, inReport }) => {
    const row = requireNetwork(db, networkId);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(decisionRule === undefined ? {} : { decision_rule: decisionRule }),
      ...(commentary === undefined ? {} : { commentary }),
      ...(inReport === undefined ? {} : { in_report: Number(inReport) }),
    };
    updateDisplay(db, row, change, now);
    return { value: {}, label: label('history.display.changed', { name: name ?? row.name }), place };
  },
  'networks.remove': ({ db }, { networkId }) => {
    const row = requireNetwork(db, networkId);
    deleteDisplay(db, row.id);
    return { value: {}, label: label('history.display.removed', { name: row.name }), place };
  },
  'networks.addNodes': ({ db, services }, { networkId, nodes }) => {
    const row = requireNetwork(db, networkId);
    const made = nodes.map((node) => addNode(db, row, node, services.ports.ids.next));
    return {
      value: { nodes: made },
      label: label('history.network.nodes', { name: row.name, count: made.length }),
      place,
    };
  },
  'networks.updateNode': ({ db }, { nodeId, label: words, note }) => {
    const node = requireNode(db, nodeId);
    const hasOwnWords = node.target_guid === null;
    updateNode(db, node, {
      ...(words === undefined || !hasOwnWords ? {} : { label: words }),
      ...(note === undefined ? {} : { note }),
    });
    return changed(db, node.display_id, 'node');
  },
  'networks.moveNodes': ({ db }, { networkId, places }) => {
    const row = requireNetwork(db, networkId);
    const nodes = new Map(nodesOf(db, row.id).map((node) => [node.guid, node]));
    for (const { nodeId, x, y } of places) {
      const node = nodes.get(nodeId);
      if (!node) throw new SimpulError('not-found', { what: 'node' }, { guid: nodeId });
      updateNode(db, node, { x, y });
    }
    return changed(db, row.id, 'moved');
  },
  'networks.arrange': ({ db }, { networkId }) => {
    const row = requireNetwork(db, networkId);
    arrange(db, row);
    return changed(db, row.id, 'moved');
  },
  'networks.removeNodes': ({ db }, { nodeIds }) => {
    const nodes = [...new Set(nodeIds)].map((guid) => requireNode(db, guid));
    for (const node of nodes) deleteNode(db, node);
    return changed(db, nodes[0]?.display_id ?? 0, 'removed');
  },
  'networks.addLink': (context, { fromId, toId, kind, note, evidence }) => {
    const { db, services } = context;
    const [from, to] = [requireNode(db, fromId), requireNode(db, toId)];
    if (from.display_id !== to.display_id) throw new SimpulError('not-found', { what: 'node' }, { guid: toId });
    if (from.id === to.id) throw new SimpulError('link-to-itself');
    const guid = services.ports.ids.next();
    const row = { guid, display_id: from.display_id, from_node_id: from.id, to_node_id: to.id, kind, note };
    attach(context, { ...row, id: insertLink(db, row) }, evidence);
    return { ...changed(db, from.display_id, 'link'), value: { guid } };
  },
  'networks.updateLink': ({ db }, { linkId, kind, note, turn }) => {
    const row = requireLink(db, linkId);
    updateLink(db, row, {
      ...(kind === undefined ? {} : { kind }),
      ...(note === undefined ? {} : { note }),
      ...(turn ? { from_node_id: row.to_node_id, to_node_id: row.from_node_id } : {}),
    });
    return changed(db, row.display_id, 'link');
  },
  'networks.removeLinks': ({ db }, { linkIds }) => {
    const links = [...new Set(linkIds)].map((guid) => requireLink(db, guid));
    for (const link of links) deleteLink(db, link);
    return changed(db, links[0]?.display_id ?? 0, 'unlinked');
  },
  'networks.attach': (context, { linkId, evidence }) => {
    const link = requireLink(context.db, linkId);
    attach(context, link, evidence);
    return changed(context.db, link.display_id, 'evidence');
  },
  'networks.detach': ({ db }, { evidenceIds }) => {
    const rows = [...new Set(evidenceIds)].map((guid) => requireLinkEvidence(db, guid));
    for (const row of rows) deleteLinkEvidence(db, row);
    return changed(db, linkById(db, rows[0]?.link_id ?? 0)?.display_id ?? 0, 'evidence');
  },
  'networks.confirm': ({ db }, { evidenceIds }) => {
    const rows = [...new Set(evidenceIds)].map((guid) => requireLinkEvidence(db, guid));
    for (const row of rows) judgeLinkEvidence(db, row, judged(db, row.kind, row.target_guid));
    return changed(db, linkById(db, rows[0]?.link_id ?? 0)?.display_id ?? 0, 'confirmed');
  },
} satisfies Partial<CommandHandlers>;

/** @throws SimpulError `not-found`, also where the display is a matrix */
export function requireNetwork(db: ReadableDb, guid: Guid): DisplayRow {
  const row = requireDisplay(db, guid);
  if (!networkKind.safeParse(row.kind).success) throw new SimpulError('not-found', { what: 'display' }, { guid });
  return row;
}

const place = { area: 'display' as const };

type NewNode = CheckedInputOf<'networks.addNodes'>['nodes'][number];

/** A code, case or document stands in a network once: its node is answered where it is there. */
function addNode(
  db: CommandContext['db'],
  { id }: DisplayRow,
  { kind, target, label: words, note, x, y }: NewNode,
  nextId: () => Guid,
): Guid {
  const present = nodesOf(db, id);
  const isOfStudy = kind === 'code' || kind === 'case' || kind === 'document';
  if (isOfStudy !== (target !== null)) throw new SimpulError('invalid-input', { field: 'target' });
  const known = target === null ? undefined : present.find((node) => node.target_guid === target);
  if (known) return known.guid;
  const name = target === null ? words.trim() : nameOfTarget(db, kind, target);
  if (name === null) throw new SimpulError('not-found', { what: kind }, { guid: target ?? '' });
  if (name === '') throw new SimpulError('invalid-input', { field: 'label' });
  const guid = nextId();
  const free = freePlace(present);
  insertNode(db, {
    guid,
    display_id: id,
    kind,
    target_guid: target,
    label: name,
    note,
    x: x ?? free.x,
    y: y ?? free.y,
  });
  return guid;
}

/** Below everything, beside the last one put there: nothing is ever put upon something. */
function freePlace(nodes: ReturnType<typeof nodesOf>): { readonly x: number; readonly y: number } {
  if (nodes.length === 0) return { x: 0, y: 0 };
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))];
  const bottom = Math.max(...nodes.map(({ y }) => y));
  const last = Math.max(...nodes.filter(({ y }) => y === bottom).map(({ x }) => x));
  const next = last + 190;
  return next <= Math.max(right, left + 3 * 190) ? { x: next, y: bottom } : { x: left, y: bottom + 120 };
}

type Attached = CheckedInputOf<'networks.attach'>['evidence'];

function attach({ db, now, services, session }: CommandContext, link: LinkRow, evidence: Attached): void {
  const network = displayOf(db, link.display_id);
  for (const { kind, guid } of evidence) {
    const fingerprint = judged(db, kind, guid);
    // A proposition that rests on this network cannot carry it.
    if (kind === 'proposition' && network) {
      const claims = loadClaims(db, services.language());
      if (restingOn(claims, new Set([network.guid])).includes(guid)) throw new SimpulError('proposition-circle');
    }
    insertLinkEvidence(db, {
      guid: services.ports.ids.next(),
      link_id: link.id,
      kind,
      target_guid: guid,
      fingerprint,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
  }
}

/** @throws SimpulError `not-found` where it is not there */
function judged(db: ReadableDb, kind: NetworkEvidenceKind, guid: Guid): string {
  const thing = presentThings(db, kind, [guid]).get(guid);
  if (!thing) throw new SimpulError('not-found', { what: kind }, { guid });
  return thing.fingerprint;
}

function displayOf(db: ReadableDb, id: number): DisplayRow | undefined {
  return listDisplays(db).find((row) => row.id === id);
}

type Step = 'node' | 'moved' | 'removed' | 'link' | 'unlinked' | 'evidence' | 'confirmed';

function changed(db: ReadableDb, displayId: number, step: Step) {
  return {
    value: {},
    label: label(`history.network.${step}`, { name: displayOf(db, displayId)?.name ?? '' }),
    place,
  };
}
