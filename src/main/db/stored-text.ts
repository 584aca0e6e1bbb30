// A text with all that stands beside it in the file. Pure, so that a worker can prepare it: of a long text this takes
// longer than writing it.

import { transcode } from 'node:buffer';
import { sentenceUnits } from '../../shared/domain/analysis/sentences.ts';
import { paragraphUnits } from '../../shared/domain/analysis/units.ts';
import { wordEdges } from '../../shared/domain/analysis/words.ts';
import { paragraphStartsOf } from '../../shared/domain/text.ts';
import { sha256 } from './checksums.ts';
import { packEdges, packUnits } from './packed-units.ts';

export type StoredText = TextStructure & {
  /** As UTF-8: the driver takes bytes ten times as fast as a string. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Length in UTF-16 units. */
  readonly characters: number;
  /** Of the bytes. */
  readonly sha256: string;
};

/** Where the units of a text lie, packed. */
export type TextStructure = {
  readonly paragraphs: Uint8Array<ArrayBuffer>;
  readonly sentences: Uint8Array<ArrayBuffer>;
  readonly words: Uint8Array<ArrayBuffer>;
};

/**
 * @param text canonical (T1)
 * @param utf8 the text as bytes, where they are at hand
 */
export function storedText(text: string, utf8?: Uint8Array<ArrayBuffer>): StoredText {
  const utf16 = Buffer.from(text, 'utf16le');
  // By way of UTF-16, which takes a fifth of the time of the direct way.
  const bytes = utf8 ?? new Uint8Array(transcode(utf16, 'utf16le', 'utf8'));
  return { bytes, characters: text.length, sha256: sha256(bytes), ...textStructure(text, utf16) };
}

export function textStructure(text: string, utf16 = Buffer.from(text, 'utf16le')): TextStructure {
  return {
    paragraphs: packUnits(paragraphUnits(paragraphStartsOf(text), text.length)),
    sentences: packUnits(sentenceUnits(text)),
    words: packEdges(wordEdges(text, new Uint16Array(utf16.buffer, utf16.byteOffset, text.length))),
  };
}
