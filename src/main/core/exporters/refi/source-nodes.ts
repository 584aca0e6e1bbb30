// All sources in their order: documents from their rows, what Simpul cannot show from what was kept of it.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { textPathOf } from '../../importers/refi/read-refi.ts';
import {
  childOf,
  childrenWith,
  refiNode,
  sourceTags,
  textNode,
  type RefiNode,
  type RefiTag,
} from '../../importers/refi/schema.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { DocumentPart, KeptPart } from '../../merge/study.ts';
import { attributeOf, auditOf, interleaved, keptNoteRefs } from './index-study.ts';
import { selectionNodes, type TextIndex } from './text-nodes.ts';
import { ownValues, valueNodes } from './value-nodes.ts';

export function sourceNodes(index: TextIndex): readonly RefiNode[] {
  const { documents, kept } = index.study;
  // Transcripts stand inside their recordings.
  const transcripts = new Map(documents.map((document) => [document.guid, document]));
  const rows = documents
    .filter(({ guid }) => !index.part('Transcript', guid))
    .map((document) => {
      const pdf = index.part('PDFSource', document.guid);
      const item = pdf?.shown ? pdfNode(index, document, pdf) : textSourceNode(index, document);
      return { item, rank: index.rank(item.tag, document.guid) };
    });
  const parts = kept
    .filter(({ kind, shown }) => !shown && (sourceTags as readonly RefiTag[]).includes(kind))
    .map((part) => ({ item: keptSource(index, part, transcripts), rank: index.rank(part.kind, part.guid) ?? 0 }));
  return interleaved(rows, parts);
}

function textSourceNode(index: TextIndex, document: DocumentPart): RefiNode {
  const part = index.part('TextSource', document.guid);
  return refiNode('TextSource', textAttributes(document, part), [
    textNode('Description', document.description),
    ...selectionNodes(index, document, false),
    ...endOf(index, document.guid, part),
  ]);
}

function textAttributes(document: DocumentPart, part: KeptPart | undefined) {
  return {
    ...part?.node.attrs,
    ...auditOf(part, document),
    guid: document.guid,
    name: nameOf(document, part),
    plainTextPath: textPathOf(document.guid),
  };
}

/** A title made from a file's name, or trimmed, is no name that the source had. */
function nameOf(document: DocumentPart, part: KeptPart | undefined): string | undefined {
  return attributeOf(part, 'name', document.title);
}

function endOf(index: TextIndex, document: Guid, part: KeptPart | undefined): readonly RefiNode[] {
  const elsewhere = index.study.kept.find(
    ({ kind, shown, node }) =>
      kind === 'Case' && !shown && childOf(node, 'SourceRef')?.attrs['targetGUID'] === document,
  );
  const listed = refiNode('Case', { guid: document }, [
    ...childrenWith(part?.node, 'VariableValue'),
    ...childrenWith(elsewhere?.node, 'VariableValue'),
  ]);
  return [
    ...childrenWith(part?.node, 'Coding'),
    ...index.noteRefs({ kind: 'document', guid: document }, keptNoteRefs(part)),
    ...valueNodes(index, part?.node, 'document', document),
    ...ownValues(index, 'document', document, listed),
  ];
}

function pdfNode(index: TextIndex, document: DocumentPart, part: KeptPart): RefiNode {
  const kept = childOf(part.node, 'Representation');
  const guid = kept?.attrs['guid'] ?? derivedGuid('representation', document.guid);
  const representation = refiNode(
    'Representation',
    { ...kept?.attrs, guid, plainTextPath: textPathOf(document.guid) },
    [...selectionNodes(index, document, false), ...childrenWith(kept, 'Coding', 'NoteRef', 'VariableValue')],
  );
  const attrs = { ...part.node.attrs, ...auditOf(part, document), name: nameOf(document, part) };
  return refiNode('PDFSource', attrs, [
    textNode('Description', document.description),
    ...areasOf(index, document, part),
    representation,
    ...endOf(index, document.guid, part),
  ]);
}

/**
 * A quotation may stand in a PDF as an area and as text, with one GUID: what a person took from the text goes from the
 * area too, or the coding would come back with the next import.
 */
function areasOf(index: TextIndex, document: DocumentPart, part: KeptPart): readonly RefiNode[] {
  const alive = new Map((index.codingsIn.get(document.guid) ?? []).map(({ guid, code }) => [guid, code]));
  return childrenWith(part.node, 'PDFSelection').map((area) => {
    const text = index.part('PlainTextSelection', area.attrs['guid'] as Guid);
    if (text?.owner !== document.guid || text.made['codings'] === 'kept') return area;
    const codings = childrenWith(text.node, 'Coding');
    const still = new Set(codings.map(({ attrs }) => alive.get(attrs['guid'] as Guid)));
    const gone = new Set(codings.map(codeOf).filter((code) => code !== undefined && !still.has(code)));
    return { ...area, children: area.children.filter((child) => child.tag !== 'Coding' || !gone.has(codeOf(child))) };
  });
}

function codeOf(coding: RefiNode): Guid | undefined {
  return childOf(coding, 'CodeRef')?.attrs['targetGUID'] as Guid | undefined;
}

function keptSource(index: TextIndex, part: KeptPart, documents: ReadonlyMap<Guid, DocumentPart>): RefiNode {
  const transcripts = index
    .partsIn(part.guid)
    .filter(({ kind }) => kind === 'Transcript')
    .flatMap((transcript) => {
      const document = documents.get(transcript.guid);
      return document ? [transcriptNode(index, document, transcript)] : [];
    });
  return refiNode(part.kind, part.node.attrs, [...transcripts, ...part.node.children]);
}

function transcriptNode(index: TextIndex, document: DocumentPart, part: KeptPart): RefiNode {
  return refiNode('Transcript', textAttributes(document, part), [
    textNode('Description', document.description),
    ...selectionNodes(index, document, true),
    ...index.noteRefs({ kind: 'document', guid: document.guid }, keptNoteRefs(part)),
  ]);
}
