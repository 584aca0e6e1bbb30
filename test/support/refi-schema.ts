// The standard's own schemas, and what they cannot see: unique GUIDs, references that lead somewhere, files that are there.

import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { parseRefi } from '../../src/main/core/importers/refi/parse.ts';
import { repaired } from '../../src/main/core/importers/refi/repair.ts';
import { everyNode } from '../../src/main/core/importers/refi/schema.ts';
import { createNotes } from '../../src/main/core/merge/notes.ts';
import { sharedPath } from './shared-data.ts';

/** What a schema says against a document; empty where it is valid, null where the schemas are not on this machine. */
export function schemaErrors(xml: string, kind: 'project' | 'codebook'): string | null {
  const path = sharedPath('refi', kind === 'project' ? 'Project-mrt2019.xsd' : 'Codebook.xsd');
  if (!path) return null;
  using schema = XmlDocument.fromBuffer(readFileSync(path));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What is wrong with an archive that its schema cannot say. */
export function archiveErrors(bytes: Uint8Array): readonly string[] {
  const entries = unzipSync(bytes);
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(entries['project.qde']);
  const notes = createNotes();
  const project = repaired(
    parseRefi([entries['project.qde'] ?? new Uint8Array()], notes, () => undefined),
    notes,
  );
  const errors = notes.all().map(({ code, details }) => `${code} ${details.join(', ')}`);
  if (xml.startsWith('\uFEFF')) errors.push('mark of byte order');
  for (const { attrs } of everyNode(project)) {
    const text = attrs['plainTextPath'];
    if (text?.startsWith('internal://') && entries[`sources/${text.slice(11)}`] === undefined) errors.push(text);
  }
  return errors;
}

export function projectXmlOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(unzipSync(bytes)['project.qde']);
}
