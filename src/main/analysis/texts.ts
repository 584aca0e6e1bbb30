// Where the paragraphs, sentences and words of all texts lie, in shared memory. Texts change seldom and codings
// all the time, so this is kept by the texts' own revisions.

import { packedUnitsOf, revisionOf, type AnalysedDocument, type UnitKind } from '../db/analysis.ts';
import type { ReadableDb } from '../db/database.ts';
import type { Slicer } from './slices.ts';

/** The packed units of document d are `bytes[offsets[d] .. offsets[d + 1])`. */
export type PackedTexts = { readonly bytes: Uint8Array; readonly offsets: Int32Array };

export type TextsCache = {
  /**
   * The units of the study's documents, in that order.
   * @returns null where the project changed while they were read: the study is stale then
   */
  readonly read: (db: ReadableDb, kind: UnitKind, study: StudyTexts, slice: Slicer) => Promise<PackedTexts | null>;
};

type StudyTexts = { readonly revision: number; readonly documents: readonly AnalysedDocument[] };

export function createTextsCache(): TextsCache {
  const kept = new Map<UnitKind, Kept>();
  return {
    read: async (db, kind, { revision, documents }, slice) => {
      // By guid, since the id of a document that was deleted may come again.
      // Sections follow from the guide, too: they hold for one revision of the project.
      const keys = documents.map(
        ({ guid, revision: text }) => `${guid} ${text}${kind === 'sections' ? ` ${revision}` : ''}`,
      );
      const former = kept.get(kind);
      if (former && sameKeys(former.keys, keys)) return former.texts;
      const known = former ? bytesByKey(former) : new Map<string, Uint8Array>();
      const parts: Uint8Array[] = [];
      for (const [index, { id }] of documents.entries()) {
        await slice.rest();
        parts.push(known.get(keys[index] ?? '') ?? packedUnitsOf(db, kind, id));
      }
      if (revisionOf(db) !== revision) return null;
      const texts = sharedParts(parts);
      kept.set(kind, { keys, texts });
      return texts;
    },
  };
}

type Kept = { readonly keys: readonly string[]; readonly texts: PackedTexts };

function bytesByKey({ keys, texts }: Kept): Map<string, Uint8Array> {
  const { bytes, offsets } = texts;
  return new Map(keys.map((key, d) => [key, bytes.subarray(offsets[d] ?? 0, offsets[d + 1] ?? 0)]));
}

/** Parts one behind the other, in memory that threads share. */
export function sharedParts(parts: readonly Uint8Array[]): PackedTexts {
  const offsets = new Int32Array(new SharedArrayBuffer((parts.length + 1) * Int32Array.BYTES_PER_ELEMENT));
  let size = 0;
  for (const [index, part] of parts.entries()) {
    size += part.length;
    offsets[index + 1] = size;
  }
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  for (const [index, part] of parts.entries()) bytes.set(part, offsets[index] ?? 0);
  return { bytes, offsets };
}

function sameKeys(former: readonly string[], now: readonly string[]): boolean {
  return former.length === now.length && former.every((key, index) => key === now[index]);
}
