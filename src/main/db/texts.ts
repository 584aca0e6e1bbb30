// Canonical texts and what is derived from them.

import { paragraphStartsOf } from '../../shared/domain/text.ts';
import { sentenceUnits } from '../../shared/domain/analysis/sentences.ts';
import { paragraphUnits } from '../../shared/domain/analysis/units.ts';
import { wordUnits } from '../../shared/domain/analysis/words.ts';
import { sha256 } from './checksums.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';
import { packUnits } from './packed-units.ts';

export type TextRow = {
  readonly id: number;
  readonly text: string;
  readonly characters: number;
  readonly revision: number;
  readonly sha256: string;
};

export function textOf(db: ReadableDb, documentId: number): TextRow | undefined {
  return db.get<TextRow>(sql`SELECT * FROM document_text WHERE id = ${documentId}`);
}

export function insertText(db: WritableDb, documentId: number, text: string): void {
  db.run(sql`
    INSERT INTO document_text (id, text, characters, revision, sha256)
    VALUES (${documentId}, ${text}, ${text.length}, 1, ${sha256(text)})`);
  writeStructure(db, documentId, text);
}

/** Every text has a revision that only grows, also through undo, so that no client mistakes an old one. */
export function replaceText(db: WritableDb, documentId: number, text: string, revision: number): void {
  db.run(sql`
    UPDATE document_text SET text = ${text}, characters = ${text.length}, revision = ${revision},
      sha256 = ${sha256(text)} WHERE id = ${documentId}`);
  writeStructure(db, documentId, text);
}

export function deleteText(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM text_structure WHERE id = ${documentId}`);
  db.run(sql`DELETE FROM document_text WHERE id = ${documentId}`);
}

/** Derived, so outside the history: written anew whenever a text comes, changes or comes back. */
export function writeStructure(db: WritableDb, documentId: number, text: string): void {
  db.run(sql`
    INSERT OR REPLACE INTO text_structure (id, paragraphs, sentences, words)
    VALUES (${documentId}, ${packUnits(paragraphUnits(paragraphStartsOf(text), text.length))},
      ${packUnits(sentenceUnits(text))}, ${packUnits(wordUnits(text))})`);
}

export function deleteStructure(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM text_structure WHERE id = ${documentId}`);
}
