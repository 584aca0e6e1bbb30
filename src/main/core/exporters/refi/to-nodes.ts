// From a study to the tree of the standard. What came from another program goes out as it came, except where a person
// changed it since.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { projectPartGuid } from '../../importers/refi/read-refi.ts';
import { withUniqueGuids } from '../../importers/refi/guids.ts';
import { withoutDangling } from '../../importers/refi/repair.ts';
import { childOf, childrenWith, refiNode, textNode, type RefiNode } from '../../importers/refi/schema.ts';
import type { Notes } from '../../merge/notes.ts';
import type { CasePart, CodePart, Study } from '../../merge/study.ts';
import { attributeOf, indexStudy, interleaved, keptNoteRefs, momentText, type StudyIndex } from './index-study.ts';
import { attachmentsOf, linkNodes, noteNodes } from './note-nodes.ts';
import { sourceNodes } from './source-nodes.ts';
import type { TextIndex } from './text-nodes.ts';
import { ownValues, valueNodes } from './value-nodes.ts';

/** @param origin what the file calls the program that wrote it */
export function projectNode(study: Study, origin: string, notes: Notes): RefiNode {
  const attachments = attachmentsOf(study);
  const base = indexStudy(study, attachments.isAttached);
  const passages = new Map(study.passages.map((passage) => [passage.guid, passage]));
  const linked = study.links.flatMap(({ from, to }) => [from, to]).flatMap((guid) => passages.get(guid) ?? []);
  const index: TextIndex = {
    ...base,
    codingsIn: Map.groupBy(
      study.codings.filter(({ start, end }) => end > start),
      ({ document }) => document,
    ),
    passages,
    linkedIn: Map.groupBy(linked, ({ document }) => document),
    selectionOf: new Map(),
  };
  const sources = sourceNodes(index);
  const kept = base.part('Project', projectPartGuid);
  const tree = refiNode('Project', projectAttributes(study, kept?.node, origin), [
    refiNode('Users', {}, userNodes(base)),
    refiNode('CodeBook', {}, [refiNode('Codes', {}, codeNodes(base))]),
    refiNode('Variables', {}, variableNodes(base)),
    refiNode('Cases', {}, caseNodes(base)),
    refiNode('Sources', {}, sources),
    refiNode('Notes', {}, noteNodes(index, sources)),
    refiNode('Links', {}, linkNodes(index, attachments)),
    refiNode('Sets', {}, keptNodes(base, 'Set')),
    refiNode('Graphs', {}, keptNodes(base, 'Graph')),
    textNode('Description', study.project.description),
    ...base.noteRefs({ kind: 'project' }),
  ]);
  return withoutDangling(withUniqueGuids(tree, notes), notes, false);
}

function projectAttributes({ project }: Study, kept: RefiNode | undefined, origin: string) {
  return {
    // A project that came from a file began when that says, or it does not say.
    ...(kept ? kept.attrs : { creationDateTime: momentText(project.created_at) }),
    // Whose program wrote the file is who writes it now.
    origin,
    name: project.name === '' ? '–' : project.name,
  };
}

function userNodes({ study, part }: StudyIndex): readonly RefiNode[] {
  return study.coders.map(({ guid, name, initials }) => {
    const kept = part('User', guid);
    const id = initials === '' ? undefined : attributeOf(kept, 'id', initials);
    return refiNode('User', { guid, name: attributeOf(kept, 'name', name), id });
  });
}

/** The code tree alone, as a codebook has it. */
export function codeNodes(index: StudyIndex): readonly RefiNode[] {
  const children = Map.groupBy(index.study.codes, ({ parent }) => parent);
  const node = (code: CodePart): RefiNode => {
    const kept = index.part('Code', code.guid);
    return refiNode(
      'Code',
      {
        guid: code.guid,
        name: code.name,
        isCodable: code.codable === 1 ? 'true' : 'false',
        color: attributeOf(kept, 'color', code.color ?? ''),
      },
      [
        textNode('Description', code.description ?? ''),
        ...index.noteRefs({ kind: 'code', guid: code.guid }, keptNoteRefs(kept)),
        ...(children.get(code.guid) ?? []).map(node),
      ],
    );
  };
  return (children.get(null) ?? []).map(node);
}

function variableNodes({ study }: StudyIndex): readonly RefiNode[] {
  return study.variables.map(({ guid, name, type, description }) =>
    refiNode('Variable', { guid, name, typeOfVariable: type }, [textNode('Description', description)]),
  );
}

function caseNodes(index: StudyIndex): readonly RefiNode[] {
  const { study } = index;
  const rows = study.cases.map((each) => ({ item: caseNode(index, each), rank: index.rank('Case', each.guid) }));
  const kept = study.kept
    .filter(({ kind, shown }) => kind === 'Case' && !shown)
    .map((part) => {
      const source = childOf(part.node, 'SourceRef')?.attrs['targetGUID'] as Guid | undefined;
      const values = source === undefined ? [] : valueNodes(index, part.node, 'document', documentOf(index, source));
      const others = part.node.children.filter(({ tag }) => tag !== 'VariableValue');
      const item = refiNode('Case', part.node.attrs, [...others, ...values]);
      return { item, rank: index.rank('Case', part.guid) ?? 0 };
    });
  return interleaved(rows, kept);
}

function caseNode(index: StudyIndex, { guid, name, description }: CasePart): RefiNode {
  const part = index.part('Case', guid);
  const documents = index.study.documents.filter((document) => document.case === guid).map((document) => document.guid);
  const listed = childrenWith(part?.node, 'SourceRef').filter(({ attrs }) =>
    isStillOf(index, guid, attrs['targetGUID'] as Guid),
  );
  const known = new Set(listed.map(({ attrs }) => documentOf(index, attrs['targetGUID'] as Guid)));
  const added = documents
    .filter((document) => !known.has(document))
    .map((document) => refiNode('SourceRef', { targetGUID: document }));
  const values = valueNodes(index, part?.node, 'case', guid);
  const more = ownValues(index, 'case', guid, part?.node);
  return refiNode('Case', { guid, name: attributeOf(part, 'name', name) }, [
    textNode('Description', description),
    ...childrenWith(part?.node, 'CodeRef', 'SelectionRef'),
    ...values,
    ...more,
    ...listed,
    ...added,
  ]);
}

/** Simpul knows one case a document. Another one that named it keeps it while that one still does. */
function isStillOf(index: StudyIndex, guid: Guid, source: Guid): boolean {
  const document = index.study.documents.find((each) => each.guid === documentOf(index, source));
  if (!document) return true;
  if (document.case === guid) return true;
  if (document.case === null || document.case === undefined) return false;
  return childrenWith(index.part('Case', document.case)?.node, 'SourceRef').some(
    ({ attrs }) => documentOf(index, attrs['targetGUID'] as Guid) === document.guid,
  );
}

/** A recording stands for its transcript, a representation for its PDF. */
function documentOf(index: StudyIndex, source: Guid): Guid {
  if (index.study.documents.some(({ guid }) => guid === source)) return source;
  const transcript = index.partsIn(source).find(({ kind }) => kind === 'Transcript');
  if (transcript) return transcript.guid;
  const pdf = index.study.kept.find(
    ({ kind, node }) => kind === 'PDFSource' && childOf(node, 'Representation')?.attrs['guid'] === source,
  );
  return pdf?.guid ?? source;
}

function keptNodes({ study }: StudyIndex, kind: 'Set' | 'Graph'): readonly RefiNode[] {
  return study.kept.filter((part) => part.kind === kind).map(({ node }) => node);
}
