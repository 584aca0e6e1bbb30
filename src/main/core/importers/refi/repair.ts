// What tools get wrong or write in a dialect, mended on the tree before it is read: repeated GUIDs, references to
// nothing, notes whose selections mean another text. Each repair is noted; none drops what a person did.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { Notes } from '../../merge/notes.ts';
import { caseOfCode, withUniqueGuids } from './guids.ts';
import {
  childOf,
  childrenWith,
  elementOf,
  everyNode,
  inOrder,
  refiNode,
  targetsOf,
  type RefiNode,
  type RefiTag,
} from './schema.ts';

/** The GUID of an element that has one. */
export function guidOf(node: RefiNode): Guid {
  const guid = node.attrs['guid'];
  if (guid === undefined) throw new Error(`${node.tag} without guid`);
  return guid as Guid;
}

/** @returns the tree with unique GUIDs, no reference to nothing, and notes attached as the standard has it */
export function repaired(project: RefiNode, notes: Notes): RefiNode {
  const lifted = withSourceNames(withoutSetsInCodebook(project));
  const unique = withUniqueGuids(lifted, notes);
  return withoutDangling(withNotesOnSelections(unique), notes, true);
}

function withoutSetsInCodebook(project: RefiNode): RefiNode {
  const book = childOf(project, 'CodeBook');
  const sets = childOf(book, 'Sets');
  if (!book || !sets) return project;
  const own = childOf(project, 'Sets');
  const others = project.children.filter((child) => child !== book && child !== own);
  const joined = refiNode('Sets', {}, [...(own?.children ?? []), ...sets.children]);
  const bare = refiNode('CodeBook', book.attrs, childrenWith(book, 'Codes'));
  return { ...project, children: inOrder('Project', [...others, bare, joined]) };
}

/** A source without a name is known by that of its file (qc). */
function withSourceNames(project: RefiNode): RefiNode {
  const sources = childOf(project, 'Sources');
  if (!sources) return project;
  const children = sources.children.map((source) => {
    const path = source.attrs['plainTextPath'] ?? source.attrs['path'] ?? source.attrs['richTextPath'];
    const name = path?.split(/[/\\]/).at(-1);
    if ((source.attrs['name'] ?? '').trim() !== '' || name === undefined || name === '') return source;
    return refiNode(source.tag, { ...source.attrs, name }, source.children);
  });
  return {
    ...project,
    children: project.children.map((child) => (child === sources ? { ...child, children } : child)),
  };
}

/**
 * QualCoder writes an annotation as a note with a selection whose positions mean the source, and the source refers to
 * the note. It becomes what the standard has for it: a selection of the source that refers to the note.
 */
function withNotesOnSelections(project: RefiNode): RefiNode {
  const noteList = childOf(project, 'Notes');
  const sources = childOf(project, 'Sources');
  if (!noteList || !sources) return project;
  const moved = new Map<string, RefiNode[]>();
  const rest = noteList.children.map((note) => {
    const guid = guidOf(note);
    const content = childOf(note, 'PlainTextContent')?.text;
    const selections = childrenWith(note, 'PlainTextSelection');
    const owners = sources.children.filter((source) => source.tag === 'TextSource' && refersTo(source, guid));
    const [owner] = owners;
    const beyond = selections.some(
      (selection) => Number(selection.attrs['endPosition']) > (content?.length ?? Infinity),
    );
    if (!owner || owners.length > 1 || selections.length === 0 || !beyond) return note;
    const reference = refiNode('NoteRef', { targetGUID: guid });
    const list = moved.get(guidOf(owner)) ?? [];
    for (const selection of selections) {
      list.push({ ...selection, children: inOrder(selection.tag, [...selection.children, reference]) });
    }
    moved.set(guidOf(owner), list);
    return { ...note, children: note.children.filter((child) => !selections.includes(child)) };
  });
  if (moved.size === 0) return project;
  const mended = sources.children.map((source) => {
    const added = moved.get(guidOf(source));
    return added ? { ...source, children: inOrder(source.tag, [...source.children, ...added]) } : source;
  });
  return {
    ...project,
    children: project.children.map((child) => {
      if (child === noteList) return { ...child, children: rest };
      return child === sources ? { ...child, children: mended } : child;
    }),
  };
}

function refersTo(node: RefiNode, note: Guid): boolean {
  return childrenWith(node, 'NoteRef').some(({ attrs }) => attrs['targetGUID'] === note);
}

type Known = {
  readonly all: ReadonlySet<string>;
  readonly of: (...tags: readonly RefiTag[]) => ReadonlySet<string>;
  readonly notes: Notes;
  /** Whether people and codes that are not there are made up, or what refers to them goes. */
  readonly makesUp: boolean;
  readonly missingUsers: Set<string>;
  readonly missingCodes: Set<string>;
};

/** Attributes that say who did something: somebody unknown to the file stays somebody of their own. */
const personAttributes = ['creatingUser', 'modifyingUser'];
/** Attributes of things that mean nothing without both their ends. */
const needed: Readonly<Record<string, readonly string[]>> = { Edge: ['sourceVertex', 'targetVertex'] };

/** @param makesUp in what was read; what is to be written loses what refers to codes that were deleted since */
export function withoutDangling(project: RefiNode, notes: Notes, makesUp: boolean): RefiNode {
  const byTag = new Map<RefiTag, Set<string>>();
  for (const node of everyNode(project)) {
    const guid = node.attrs['guid'];
    if (guid === undefined) continue;
    const set = byTag.get(node.tag) ?? new Set();
    byTag.set(node.tag, set.add(guid));
  }
  const of: Known['of'] = (...tags) => new Set(tags.flatMap((tag) => [...(byTag.get(tag) ?? [])]));
  const known: Known = {
    all: new Set([...byTag.values()].flatMap((set) => [...set])),
    of: memoised(of),
    notes,
    makesUp,
    missingUsers: new Set(),
    missingCodes: new Set(),
  };
  const mended = mend(project, known);
  if (!mended) throw new Error('the project itself is never left out');
  return withUnknown(mended, known);
}

function memoised(of: Known['of']): Known['of'] {
  const sets = new Map<string, ReadonlySet<string>>();
  return (...tags) => {
    const key = tags.join(' ');
    const found = sets.get(key) ?? of(...tags);
    sets.set(key, found);
    return found;
  };
}

/** @returns null where the element would refer to nothing */
function mend(node: RefiNode, known: Known): RefiNode | null {
  const targets = targetsOf[node.tag];
  const target = node.attrs['targetGUID'];
  if (targets && target !== undefined && !known.of(...targets).has(target)) {
    known.notes.add('reference-dangling', `${node.tag} ${target}`);
    return null;
  }
  const attrs = mendedAttributes(node, known);
  if (attrs === null) return null;
  if (node.tag === 'Coding') return mendedCoding({ ...node, attrs }, known);
  const children = node.children.map((child) => mend(child, known)).filter((child) => child !== null);
  if (node.tag === 'VariableValue' && !children.some(({ tag }) => tag === 'VariableRef')) return null;
  return { ...node, attrs, children: inOrder(node.tag, children) };
}

function mendedAttributes(node: RefiNode, known: Known): Readonly<Record<string, string>> | null {
  const { attrs: types } = elementOf(node.tag);
  const attrs = { ...node.attrs };
  for (const [name, value] of Object.entries(node.attrs)) {
    if (types[name] !== 'reference' || targetsOf[node.tag]) continue;
    if (personAttributes.includes(name)) {
      if (known.of('User').has(value)) continue;
      if (known.makesUp) known.missingUsers.add(value);
      else delete attrs[name];
    } else if (name.endsWith('UserGUID') ? !known.of('User').has(value) : !known.all.has(value)) {
      known.notes.add('reference-dangling', `${node.tag}/@${name} ${value}`);
      if (needed[node.tag]?.includes(name)) return null;
      delete attrs[name];
    }
  }
  return attrs;
}

/** A coding without a code it could mean gets one that says so: the passage was coded, and that is kept. */
function mendedCoding(node: RefiNode, known: Known): RefiNode | null {
  const given = childOf(node, 'CodeRef')?.attrs['targetGUID'];
  const code = given ?? derivedGuid('no code');
  if (!known.of('Code').has(code)) {
    if (!known.makesUp) {
      known.notes.add('reference-dangling', `Coding ${guidOf(node)}`);
      return null;
    }
    known.missingCodes.add(code);
  }
  const references = childrenWith(node, 'NoteRef').map((child) => mend(child, known));
  return refiNode('Coding', node.attrs, [refiNode('CodeRef', { targetGUID: code }), ...references]);
}

function withUnknown(project: RefiNode, known: Known): RefiNode {
  const { missingUsers, missingCodes, notes } = known;
  if (missingUsers.size === 0 && missingCodes.size === 0) return project;
  notes.add('coder-unknown', [...missingUsers].join(', '), missingUsers.size);
  const unknown = [...missingCodes].filter((guid) => !known.of('Case').has(caseOfCode(guid as Guid)));
  notes.add('code-unknown', unknown.join(', '), unknown.length);
  const users = childOf(project, 'Users');
  const book = childOf(project, 'CodeBook');
  const newUsers = [...missingUsers].map((guid) => refiNode('User', { guid, name: 'Unknown coder' }));
  // Passages of a case may be coded with the case itself (NVivo).
  const cases = new Map(
    childrenWith(childOf(project, 'Cases'), 'Case').map(({ attrs }) => [attrs['guid'], attrs['name'] ?? '']),
  );
  const newCodes = [...missingCodes].map((guid) =>
    refiNode('Code', { guid, name: cases.get(caseOfCode(guid as Guid))?.trim() || 'Unknown code', isCodable: 'true' }),
  );
  const codes = [...(childOf(book, 'Codes')?.children ?? []), ...newCodes];
  return {
    ...project,
    children: inOrder('Project', [
      ...project.children.filter((child) => child !== users && child !== book),
      refiNode('Users', {}, [...(users?.children ?? []), ...newUsers]),
      refiNode('CodeBook', {}, [refiNode('Codes', {}, codes)]),
    ]),
  };
}
