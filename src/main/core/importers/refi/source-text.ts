// The text of a source: the file named by `plainTextPath`, or the content inside the XML, or at last what the styled
// text says. It is never normalised, trimmed or collapsed: positions count every character of it.

import type { Notes } from '../../merge/notes.ts';
import { readDocument } from '../read-document.ts';
import { ImportRefusal, importLimits, type Watch } from '../types.ts';
import { noteFile, type RefiContainer } from './container.ts';
import { childOf, type RefiNode } from './schema.ts';

export type RawText = {
  /** With its mark of byte order and its line ends as they are. */
  readonly raw: string;
  /** The file it came from, or null where it stood in the XML. */
  readonly file: string | null;
};

export type TextReader = (node: RefiNode, name: string) => RawText | null;

/** @returns a function that gives the text of a source, or null with a note where there is none */
export function createTextReader(container: RefiContainer, notes: Notes, watch: Watch): TextReader {
  return (node, name) => {
    const path = node.attrs['plainTextPath'];
    const content = childOf(node, 'PlainTextContent');
    if (path !== undefined && path.trim() !== '') {
      const file = container.file(path);
      if (file.bytes) return { raw: decoded(file.bytes, name, notes), file: file.name };
      if (!content) noteFile(file, notes, name);
    }
    if (content) return { raw: withoutNul(content.text, name, notes), file: null };
    return styledText(container, node, name, notes, watch) ?? emptyText(node);
  };
}

/** A source that names no text at all has an empty one; one whose text is missing has none. */
function emptyText(node: RefiNode): RawText | null {
  const named = node.attrs['plainTextPath'] ?? node.attrs['richTextPath'];
  return named === undefined ? { raw: '', file: null } : null;
}

function styledText(
  container: RefiContainer,
  node: RefiNode,
  name: string,
  notes: Notes,
  watch: Watch,
): RawText | null {
  const path = node.attrs['richTextPath'];
  if (path === undefined || node.attrs['plainTextPath'] !== undefined) return null;
  const file = container.file(path);
  if (!file.bytes) {
    noteFile(file, notes, name);
    return null;
  }
  try {
    const { text } = readDocument({ bytes: file.bytes, name: file.name }, watch);
    // Positions count a plain text that is not there: what they meant here is a guess, and is said to be one.
    notes.add('text-from-formatting', name);
    return { raw: text, file: null };
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    notes.add('source-file-missing', `${name}: ${file.name} (${error.code})`);
    return null;
  }
}

function decoded(bytes: Uint8Array, name: string, notes: Notes): string {
  if (bytes.length > importLimits.textLength * 4 + 4) {
    throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
  }
  const text = decode(bytes, name, notes);
  if (text.length > importLimits.textLength) {
    throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
  }
  return withoutNul(text, name, notes);
}

/** The standard demands UTF-8; what is none was written by a tool of Windows. */
function decode(bytes: Uint8Array, name: string, notes: Notes): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    notes.add('text-not-utf-8', name);
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** One for one, so that positions hold: a NUL would end a text in other programs. */
function withoutNul(text: string, name: string, notes: Notes): string {
  const wellFormed = text.toWellFormed();
  const clean = wellFormed.replaceAll('\0', '\uFFFD');
  if (clean !== text) notes.add('characters-replaced', name);
  return clean;
}
