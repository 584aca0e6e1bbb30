// Networks (penyajian data): context chart, causal network, code map. Nodes are codes, cases, documents, events or words
// of their own; a link has a kind and holds what it rests on.

import { z } from 'zod';
import { command, query } from './define.ts';
import { evidenceMark } from './propositions.ts';
import { bilingual, done, guid, language, made, moment, name, offset, prose, textUpTo } from './values.ts';

export const networkKind = z.enum(['context-chart', 'causal-network', 'code-map']);
export type NetworkKind = z.infer<typeof networkKind>;
export const networkNodeKind = z.enum(['code', 'case', 'document', 'event', 'free']);
export type NetworkNodeKind = z.infer<typeof networkNodeKind>;
/** What the first does to the second, or is to it. */
export const networkLinkKind = z.enum([
  'increases',
  'decreases',
  'influences',
  'precedes',
  'part-of',
  'directs',
  'associated',
  'contradicts',
]);
export type NetworkLinkKind = z.infer<typeof networkLinkKind>;
export const networkEvidenceKind = z.enum(['coding', 'cell', 'proposition']);
export type NetworkEvidenceKind = z.infer<typeof networkEvidenceKind>;

/** Units of the drawing: pixels at its own size. */
const coordinate = z.number().int().min(-100_000).max(100_000);
const label = textUpTo(500);

const network = {
  guid,
  kind: networkKind,
  name: z.string(),
  decisionRule: z.string(),
  commentary: z.string(),
  inReport: z.boolean(),
  createdAt: moment,
  modifiedAt: moment,
};

export const networkNode = z.strictObject({
  guid,
  kind: networkNodeKind,
  /** The code, case or document; null for words of its own. */
  target: guid.nullable(),
  /** The present name of what it stands for; of what is gone, its name when it was put there. */
  label: z.string(),
  note: z.string(),
  x: coordinate,
  y: coordinate,
  isGone: z.boolean(),
});
export type NetworkNode = z.infer<typeof networkNode>;

export const networkEvidence = z.strictObject({
  guid,
  kind: networkEvidenceKind,
  target: guid,
  /** Held against what was judged; it follows from the present and is never stored. */
  mark: evidenceMark,
  title: z.string(),
  /** Its words now; where it is gone, its words when it was judged. */
  words: z.string(),
  document: guid.nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
});
export type NetworkEvidence = z.infer<typeof networkEvidence>;

export const networkLink = z.strictObject({
  guid,
  from: guid,
  to: guid,
  kind: networkLinkKind,
  note: z.string(),
  evidence: z.array(networkEvidence),
  /** Something it rests on has changed or gone, or is a proposition that is to be judged again. */
  isMarked: z.boolean(),
});
export type NetworkLink = z.infer<typeof networkLink>;

export const networkDetails = z.strictObject({
  ...network,
  nodes: z.array(networkNode),
  links: z.array(networkLink),
});
export type NetworkDetails = z.infer<typeof networkDetails>;

const newNode = z.strictObject({
  kind: networkNodeKind,
  /** For a code, case or document. */
  target: guid.nullable().default(null),
  /** For an event or words of its own. */
  label: label.default(''),
  note: prose.default(''),
  /** Beside the others where left out. */
  x: coordinate.optional(),
  y: coordinate.optional(),
});
const evidenceTarget = z.strictObject({ kind: networkEvidenceKind, guid });

const topics = ['displays', 'codings', 'codes', 'documents', 'cases', 'variables', 'texts', 'propositions'] as const;

export const networks = {
  list: query({
    summary: 'The networks of the study with how many links rest on something that has changed.',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        ...network,
        nodes: z.number().int(),
        links: z.number().int(),
        marked: z.number().int(),
      }),
    ),
    topics: [...topics],
  }),
  show: query({
    summary: 'A network: nodes with their places, links with what they rest on and whether that still says the same.',
    input: z.strictObject({ networkId: guid }),
    output: networkDetails,
    topics: [...topics],
  }),
  templates: query({
    summary: 'What each kind of network is for and its decision rule, and how many nodes of this study it begins with.',
    input: z.strictObject({ language }),
    output: z.array(
      z.strictObject({
        kind: networkKind,
        title: bilingual,
        purpose: bilingual,
        decisionRule: z.string(),
        nodes: z.number().int(),
      }),
    ),
    topics: ['codes', 'cases', 'variables'],
  }),
  create: command({
    summary: 'Add a network, empty or with the nodes its kind begins with in this study; it never invents causes.',
    input: z.strictObject({
      kind: networkKind,
      name,
      decisionRule: prose.default(''),
      commentary: prose.default(''),
      begin: z.enum(['empty', 'study']).default('study'),
    }),
    output: made,
    topics: ['displays'],
  }),
  update: command({
    summary: 'Change name, decision rule or accompanying text of a network, or take it into the report.',
    input: z
      .strictObject({ name, decisionRule: prose, commentary: prose, inReport: z.boolean() })
      .partial()
      .extend({ networkId: guid }),
    output: done,
    topics: ['displays'],
  }),
  remove: command({
    summary: 'Remove a network with its nodes and links; codes, cases and codings stay.',
    input: z.strictObject({ networkId: guid }),
    output: done,
    topics: ['displays'],
  }),
  addNodes: command({
    summary:
      'Put codes, cases, documents, events or words of their own into a network; what is there already stays one.',
    input: z.strictObject({ networkId: guid, nodes: z.array(newNode).min(1).max(1000) }),
    output: z.strictObject({ nodes: z.array(guid) }),
    topics: ['displays'],
  }),
  updateNode: command({
    summary: 'Change the words of an event or free node, or the note of any node.',
    input: z.strictObject({ nodeId: guid, label: label.min(1).optional(), note: prose.optional() }),
    output: done,
    topics: ['displays'],
  }),
  moveNodes: command({
    summary: 'Put nodes elsewhere.',
    input: z.strictObject({
      networkId: guid,
      places: z
        .array(z.strictObject({ nodeId: guid, x: coordinate, y: coordinate }))
        .min(1)
        .max(2000),
    }),
    output: done,
    topics: ['displays'],
  }),
  arrange: command({
    summary: 'Place all nodes anew in layers along the links.',
    input: z.strictObject({ networkId: guid }),
    output: done,
    topics: ['displays'],
  }),
  removeNodes: command({
    summary: 'Take nodes out of a network, with their links.',
    input: z.strictObject({ nodeIds: z.array(guid).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
  addLink: command({
    summary: 'Draw a link of a kind from one node to another, with what it rests on.',
    input: z.strictObject({
      fromId: guid,
      toId: guid,
      kind: networkLinkKind,
      note: prose.default(''),
      evidence: z.array(evidenceTarget).max(1000).default([]),
    }),
    output: made,
    topics: ['displays'],
  }),
  updateLink: command({
    summary: 'Change kind, note or direction of a link.',
    input: z.strictObject({
      linkId: guid,
      kind: networkLinkKind.optional(),
      note: prose.optional(),
      turn: z.boolean().default(false),
    }),
    output: done,
    topics: ['displays'],
  }),
  removeLinks: command({
    summary: 'Remove links with what was put behind them.',
    input: z.strictObject({ linkIds: z.array(guid).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
  attach: command({
    summary: 'Put quotations, cells of matrices or propositions behind a link.',
    input: z.strictObject({ linkId: guid, evidence: z.array(evidenceTarget).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
  detach: command({
    summary: 'Take evidence away from a link.',
    input: z.strictObject({ evidenceIds: z.array(guid).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
  confirm: command({
    summary: 'Judge evidence of links as it is now: it still holds.',
    input: z.strictObject({ evidenceIds: z.array(guid).min(1).max(1000) }),
    output: done,
    topics: ['displays'],
  }),
};
