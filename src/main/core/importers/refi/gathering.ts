// What the parts of a project are collected into while it is read.

import type { MemoTarget } from '../../../../shared/contract/memos.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { Notes } from '../../merge/notes.ts';
import type {
  CasePart,
  CodePart,
  CoderPart,
  CodingPart,
  DocumentPart,
  KeptPart,
  LinkPart,
  MemoPart,
  PassagePart,
  ValuePart,
  VariablePart,
} from '../../merge/study.ts';
import type { RefiContainer } from './container.ts';
import { noteFile } from './container.ts';
import { guidOf } from './repair.ts';
import { childrenWith, type RefiNode } from './schema.ts';
import type { TextReader } from './source-text.ts';

export type Place = { readonly document: Guid; readonly start: number; readonly end: number };

export type Gathering = {
  readonly notes: Notes;
  readonly container: RefiContainer;
  readonly text: TextReader;
  readonly coders: CoderPart[];
  readonly codes: CodePart[];
  readonly variables: Map<Guid, VariablePart>;
  readonly cases: CasePart[];
  readonly documents: Map<Guid, DocumentPart>;
  readonly values: ValuePart[];
  readonly codings: CodingPart[];
  readonly memos: MemoPart[];
  readonly passages: PassagePart[];
  readonly links: LinkPart[];
  readonly kept: KeptPart[];
  readonly files: Map<string, Uint8Array>;
  /** Which document a source is shown as. */
  readonly documentOf: Map<Guid, Guid>;
  /** Where the selections of texts are. */
  readonly places: Map<Guid, Place>;
  /** What each note is about. */
  readonly subjects: Map<Guid, MemoTarget[]>;
  readonly codeNames: Map<Guid, string>;
};

export function keep(
  gathering: Gathering,
  node: RefiNode,
  { owner = null, shown, made = {} }: { owner?: Guid | null; shown: boolean; made?: Readonly<Record<string, string>> },
): void {
  gathering.kept.push({ kind: node.tag, guid: guidOf(node), owner, shown, node, made });
}

/** The notes that an element refers to are about the target. */
export function attachNotes({ subjects }: Gathering, node: RefiNode, target: MemoTarget): void {
  for (const { attrs } of childrenWith(node, 'NoteRef')) attach(subjects, attrs['targetGUID'] as Guid, target);
}

export function attach(subjects: Map<Guid, MemoTarget[]>, note: Guid, target: MemoTarget): void {
  const known = subjects.get(note) ?? [];
  if (!known.some((each) => JSON.stringify(each) === JSON.stringify(target))) known.push(target);
  subjects.set(note, known);
}

/** Keeps the file that an attribute names. @returns whether it is there */
export function keepFile({ container, files, notes }: Gathering, node: RefiNode, attribute: string): boolean {
  const path = node.attrs[attribute];
  if (path === undefined || path.trim() === '') return false;
  const file = container.file(path);
  if (file.bytes) files.set(file.name, file.bytes);
  else noteFile(file, notes, node.attrs['name'] ?? node.tag);
  return file.bytes !== null;
}

/** A moment of the file in the form of the project file. */
export function momentOf(node: RefiNode, attribute: 'creationDateTime' | 'modifiedDateTime'): string | undefined {
  const value = node.attrs[attribute];
  return value === undefined ? undefined : new Date(value).toISOString();
}

/** Who made something and when, as far as the element says so. */
export function madeOf(node: RefiNode): { created_by?: Guid | null; created_at?: string; modified_at?: string } {
  const created = momentOf(node, 'creationDateTime');
  const modified = momentOf(node, 'modifiedDateTime');
  const user = node.attrs['creatingUser'] as Guid | undefined;
  return {
    ...(user === undefined ? {} : { created_by: user }),
    ...(created === undefined ? {} : { created_at: created }),
    ...(modified === undefined ? {} : { modified_at: modified }),
  };
}
