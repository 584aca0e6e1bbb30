// The elements of REFI-QDA 1.0 (Project.xsd of 18 March 2019, Codebook.xsd) as one table, from which reading, writing
// and checking follow: attributes with their types, children in the order the standard demands.

/** One element in its canonical form: GUIDs in upper case, moments in UTC, whole numbers and booleans in one spelling. */
export type RefiNode = {
  readonly tag: RefiTag;
  readonly attrs: Readonly<Record<string, string>>;
  /** Only of elements that hold text. */
  readonly text: string;
  readonly children: readonly RefiNode[];
};

export type AttributeType =
  | 'text'
  | 'guid'
  | 'reference'
  | 'moment'
  | 'integer'
  | 'boolean'
  | 'color'
  | 'variable-type'
  | 'direction'
  | 'line-style'
  | 'shape';

type Element = {
  readonly attrs: Readonly<Record<string, AttributeType>>;
  readonly required?: readonly string[];
  /** In order; those within one inner list may be mixed. */
  readonly children?: readonly (string | readonly string[])[];
  readonly text?: true;
  /** A mere list, which the standard forbids to be empty. */
  readonly container?: true;
};

const audit = {
  creatingUser: 'reference',
  creationDateTime: 'moment',
  modifyingUser: 'reference',
  modifiedDateTime: 'moment',
} as const;
const reference = { attrs: { targetGUID: 'reference' }, required: ['targetGUID'] } as const;
const text = { attrs: {}, text: true } as const;
const corners = { firstX: 'integer', firstY: 'integer', secondX: 'integer', secondY: 'integer' } as const;

const textSource = {
  attrs: { guid: 'guid', name: 'text', richTextPath: 'text', plainTextPath: 'text', ...audit },
  required: ['guid'],
  children: ['Description', 'PlainTextContent', 'PlainTextSelection', 'Coding', 'NoteRef', 'VariableValue'],
} as const;
const mediaAttributes = { guid: 'guid', name: 'text', path: 'text', currentPath: 'text', ...audit } as const;
const sourceEnd = ['Coding', 'NoteRef', 'VariableValue'] as const;
const selectionChildren = ['Description', 'Coding', 'NoteRef'] as const;
const timed = {
  attrs: { guid: 'guid', name: 'text', begin: 'integer', end: 'integer', ...audit },
  required: ['guid', 'begin', 'end'],
  children: selectionChildren,
} as const;
const list = (...children: readonly string[]) => ({ attrs: {}, children: [children], container: true }) as const;

export const refiElements = {
  Project: {
    attrs: {
      name: 'text',
      origin: 'text',
      creatingUserGUID: 'reference',
      creationDateTime: 'moment',
      modifyingUserGUID: 'reference',
      modifiedDateTime: 'moment',
      basePath: 'text',
    },
    required: ['name'],
    children: [
      'Users',
      'CodeBook',
      'Variables',
      'Cases',
      'Sources',
      'Notes',
      'Links',
      'Sets',
      'Graphs',
      'Description',
      'NoteRef',
    ],
  },
  Users: list('User'),
  User: { attrs: { guid: 'guid', name: 'text', id: 'text' }, required: ['guid'] },
  CodeBook: { attrs: { origin: 'text' }, children: ['Codes', 'Sets'], container: true },
  Codes: list('Code'),
  Code: {
    attrs: { guid: 'guid', name: 'text', isCodable: 'boolean', color: 'color' },
    required: ['guid', 'name', 'isCodable'],
    children: ['Description', 'NoteRef', 'Code'],
  },
  Variables: list('Variable'),
  Variable: {
    attrs: { guid: 'guid', name: 'text', typeOfVariable: 'variable-type' },
    required: ['guid', 'name', 'typeOfVariable'],
    children: ['Description'],
  },
  Cases: list('Case'),
  Case: {
    attrs: { guid: 'guid', name: 'text' },
    required: ['guid'],
    children: ['Description', 'CodeRef', 'VariableValue', 'SourceRef', 'SelectionRef'],
  },
  VariableValue: {
    attrs: {},
    children: [
      'VariableRef',
      ['TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'],
    ],
  },
  Sources: list('TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'),
  TextSource: textSource,
  Note: textSource,
  Representation: textSource,
  TextDescription: textSource,
  PlainTextSelection: {
    attrs: { guid: 'guid', name: 'text', startPosition: 'integer', endPosition: 'integer', ...audit },
    required: ['guid', 'startPosition', 'endPosition'],
    children: selectionChildren,
  },
  PictureSource: {
    attrs: mediaAttributes,
    required: ['guid'],
    children: ['Description', 'TextDescription', 'PictureSelection', ...sourceEnd],
  },
  PictureSelection: {
    attrs: { guid: 'guid', name: 'text', ...corners, ...audit },
    required: ['guid', 'firstX', 'firstY', 'secondX', 'secondY'],
    children: selectionChildren,
  },
  PDFSource: {
    attrs: mediaAttributes,
    required: ['guid'],
    children: ['Description', 'PDFSelection', 'Representation', ...sourceEnd],
  },
  PDFSelection: {
    attrs: { guid: 'guid', name: 'text', page: 'integer', ...corners, ...audit },
    required: ['guid', 'page', 'firstX', 'firstY', 'secondX', 'secondY'],
    children: ['Description', 'Representation', 'Coding', 'NoteRef'],
  },
  AudioSource: {
    attrs: mediaAttributes,
    required: ['guid'],
    children: ['Description', 'Transcript', 'AudioSelection', ...sourceEnd],
  },
  VideoSource: {
    attrs: mediaAttributes,
    required: ['guid'],
    children: ['Description', 'Transcript', 'VideoSelection', ...sourceEnd],
  },
  AudioSelection: timed,
  VideoSelection: timed,
  Transcript: {
    attrs: { guid: 'guid', name: 'text', richTextPath: 'text', plainTextPath: 'text', ...audit },
    required: ['guid'],
    children: ['Description', 'PlainTextContent', 'SyncPoint', 'TranscriptSelection', 'NoteRef'],
  },
  SyncPoint: { attrs: { guid: 'guid', timeStamp: 'integer', position: 'integer' }, required: ['guid'] },
  TranscriptSelection: {
    attrs: { guid: 'guid', name: 'text', fromSyncPoint: 'reference', toSyncPoint: 'reference', ...audit },
    required: ['guid'],
    children: selectionChildren,
  },
  Coding: {
    attrs: { guid: 'guid', creatingUser: 'reference', creationDateTime: 'moment' },
    required: ['guid'],
    children: ['CodeRef', 'NoteRef'],
  },
  Notes: list('Note'),
  Links: list('Link'),
  Link: {
    attrs: {
      guid: 'guid',
      name: 'text',
      direction: 'direction',
      color: 'color',
      originGUID: 'reference',
      targetGUID: 'reference',
    },
    required: ['guid'],
    children: ['NoteRef'],
  },
  Sets: list('Set'),
  Set: {
    attrs: { guid: 'guid', name: 'text' },
    required: ['guid', 'name'],
    children: ['Description', 'MemberCode', 'MemberSource', 'MemberNote'],
  },
  Graphs: list('Graph'),
  Graph: { attrs: { guid: 'guid', name: 'text' }, required: ['guid'], children: ['Vertex', 'Edge'] },
  Vertex: {
    attrs: { guid: 'guid', representedGUID: 'reference', name: 'text', ...corners, shape: 'shape', color: 'color' },
    required: ['guid', 'firstX', 'firstY'],
  },
  Edge: {
    attrs: {
      guid: 'guid',
      representedGUID: 'reference',
      name: 'text',
      sourceVertex: 'reference',
      targetVertex: 'reference',
      color: 'color',
      direction: 'direction',
      lineStyle: 'line-style',
    },
    required: ['guid', 'sourceVertex', 'targetVertex'],
  },
  NoteRef: reference,
  CodeRef: reference,
  SourceRef: reference,
  SelectionRef: reference,
  VariableRef: reference,
  MemberCode: reference,
  MemberSource: reference,
  MemberNote: reference,
  Description: text,
  PlainTextContent: text,
  TextValue: text,
  BooleanValue: text,
  IntegerValue: text,
  FloatValue: text,
  DateValue: text,
  DateTimeValue: text,
} as const satisfies Record<string, Element>;

export type RefiTag = keyof typeof refiElements;

export const sourceTags = ['TextSource', 'PictureSource', 'PDFSource', 'AudioSource', 'VideoSource'] as const;
export const selectionTags = [
  'PlainTextSelection',
  'PictureSelection',
  'PDFSelection',
  'AudioSelection',
  'VideoSelection',
  'TranscriptSelection',
] as const;

/** The kinds that a reference may mean. */
export const targetsOf: Readonly<Partial<Record<RefiTag, readonly RefiTag[]>>> = {
  NoteRef: ['Note'],
  MemberNote: ['Note'],
  CodeRef: ['Code'],
  MemberCode: ['Code'],
  SourceRef: [...sourceTags, 'Representation', 'Transcript'],
  MemberSource: [...sourceTags, 'Representation', 'Transcript'],
  SelectionRef: selectionTags,
  VariableRef: ['Variable'],
};

const elements: ReadonlyMap<string, Element> = new Map(Object.entries(refiElements));

export function isRefiTag(name: string): name is RefiTag {
  return elements.has(name);
}

export function elementOf(tag: RefiTag): Element {
  return refiElements[tag];
}

/** Place of a child among the children of an element, or -1 where it may not stand there. */
export function rankOf(parent: RefiTag, child: string): number {
  return (elementOf(parent).children ?? []).findIndex((entry) =>
    typeof entry === 'string' ? entry === child : entry.includes(child),
  );
}

/** An element with its children in the order of the standard; lists that would be empty are left out. */
export function refiNode(
  tag: RefiTag,
  attrs: Readonly<Record<string, string | null | undefined>>,
  children: readonly (RefiNode | null)[] = [],
): RefiNode {
  const given: Record<string, string> = {};
  for (const name of Object.keys(elementOf(tag).attrs)) {
    const value = attrs[name];
    if (value !== null && value !== undefined) given[name] = value;
  }
  return { tag, attrs: given, text: '', children: inOrder(tag, children) };
}

/** An element that holds text alone; null where there is none. */
export function textNode(tag: RefiTag, content: string): RefiNode | null {
  return content === '' ? null : { tag, attrs: {}, text: content, children: [] };
}

export function inOrder(tag: RefiTag, children: readonly (RefiNode | null)[]): readonly RefiNode[] {
  return children
    .filter((child) => child !== null)
    .filter((child) => !elementOf(child.tag).container || child.children.length > 0)
    .map((child, index) => ({ child, index, rank: rankOf(tag, child.tag) }))
    .sort((one, other) => one.rank - other.rank || one.index - other.index)
    .map(({ child }) => child);
}

export function childrenWith(node: RefiNode | undefined, ...tags: readonly RefiTag[]): readonly RefiNode[] {
  return node?.children.filter(({ tag }) => tags.includes(tag)) ?? [];
}

export function childOf(node: RefiNode | undefined, tag: RefiTag): RefiNode | undefined {
  return node?.children.find((child) => child.tag === tag);
}

/** Text of a child element, '' where there is none. */
export function textOf(node: RefiNode | undefined, tag: RefiTag): string {
  return childOf(node, tag)?.text ?? '';
}

/** Every element of a tree, the outer ones first. */
export function* everyNode(node: RefiNode): Generator<RefiNode> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}
