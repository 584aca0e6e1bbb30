// One GUID, one object. The standard shares one on purpose in a single case: a quotation of a PDF that is shown as an
// area and as text. Everything else that shares one is given its own, and what refers to it follows by kind: programs
// that check (ATLAS.ti) refuse a file in which a GUID stands twice.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { Notes } from '../../merge/notes.ts';
import { childOf, childrenWith, elementOf, everyNode, targetsOf, type RefiNode, type RefiTag } from './schema.ts';

/** The GUID that a case gets where it is a code as well (NVivo writes one GUID for both). */
export function caseOfCode(code: Guid): Guid {
  return derivedGuid('case of code', code);
}

/** @returns the tree in which no two objects share a GUID, but for an area and the text of one quotation */
export function withUniqueGuids(project: RefiNode, notes: Notes): RefiNode {
  const pass: Pass = { notes, holders: new Map(), renamed: new Map(), alsoCodes: casesThatAreCodes(project) };
  const unique = renamed(project, pass);
  return pass.renamed.size === 0 ? unique : followed(unique, pass);
}

type Pass = {
  readonly notes: Notes;
  /** Kinds of the objects that have a GUID already. */
  readonly holders: Map<string, Set<RefiTag>>;
  /** New GUIDs by kind and former GUID, of the first object of that kind. */
  readonly renamed: Map<string, string>;
  readonly alsoCodes: ReadonlySet<string>;
};

/** Cases whose GUID is that of a code too, or that passages are coded with as if it were one. */
function casesThatAreCodes(project: RefiNode): ReadonlySet<string> {
  const cases = new Set(childrenWith(childOf(project, 'Cases'), 'Case').map(({ attrs }) => attrs['guid']));
  const both = new Set<string>();
  if (cases.size === 0) return both;
  for (const { tag, attrs } of everyNode(project)) {
    const guid = tag === 'Code' ? attrs['guid'] : tag === 'CodeRef' ? attrs['targetGUID'] : undefined;
    if (guid !== undefined && cases.has(guid)) both.add(guid);
  }
  return both;
}

function renamed(node: RefiNode, pass: Pass): RefiNode {
  const guid = node.attrs['guid'];
  let { attrs } = node;
  if (guid !== undefined && elementOf(node.tag).required?.includes('guid')) {
    const own = ownGuid(node, guid, pass);
    if (own !== guid) attrs = { ...attrs, guid: own };
  }
  if (node.children.length === 0) return attrs === node.attrs ? node : { ...node, attrs };
  return { ...node, attrs, children: node.children.map((child) => renamed(child, pass)) };
}

function ownGuid({ tag, attrs }: RefiNode, guid: string, pass: Pass): string {
  const { holders, notes, alsoCodes } = pass;
  const isCodeToo = tag === 'Case' && alsoCodes.has(guid);
  let own = isCodeToo ? caseOfCode(guid as Guid) : guid;
  for (let count = 2; !isFree(holders.get(own), tag); count += 1)
    own = derivedGuid('repeated', tag, guid, String(count));
  const kinds = holders.get(own) ?? new Set();
  holders.set(own, kinds.add(tag));
  if (own === guid) return own;
  if (!isCodeToo) notes.add('guid-repeated', `${tag} ${attrs['name'] ?? guid}`);
  // A second object of the same kind is meant by nobody: what refers to both means the first.
  const isFirst = !(holders.get(guid)?.has(tag) ?? false) && !pass.renamed.has(`${tag} ${guid}`);
  if (isFirst) pass.renamed.set(`${tag} ${guid}`, own);
  return own;
}

const quotation: readonly RefiTag[] = ['PDFSelection', 'PlainTextSelection'];

function isFree(kinds: ReadonlySet<RefiTag> | undefined, tag: RefiTag): boolean {
  if (!kinds) return true;
  return !kinds.has(tag) && [tag, ...kinds].every((each) => quotation.includes(each));
}

/** Attributes that name one kind of object; ends of links and vertices may name any and stay as they are. */
const kindsOf: Readonly<Record<string, RefiTag>> = {
  creatingUser: 'User',
  modifyingUser: 'User',
  creatingUserGUID: 'User',
  modifyingUserGUID: 'User',
  sourceVertex: 'Vertex',
  targetVertex: 'Vertex',
  fromSyncPoint: 'SyncPoint',
  toSyncPoint: 'SyncPoint',
};

function followed(node: RefiNode, pass: Pass): RefiNode {
  const targets = targetsOf[node.tag];
  const attrs = { ...node.attrs };
  for (const [name, value] of Object.entries(node.attrs)) {
    const kind = kindsOf[name];
    const kinds = kind ? [kind] : name === 'targetGUID' && targets ? targets : [];
    if (kinds.some((tag) => pass.holders.get(value)?.has(tag))) continue;
    const found = kinds.map((tag) => pass.renamed.get(`${tag} ${value}`)).find((each) => each !== undefined);
    if (found !== undefined) attrs[name] = found;
  }
  return { ...node, attrs, children: node.children.map((child) => followed(child, pass)) };
}
