// Canonical texts and what is derived from them.

import { sql, type ReadableDb, type WritableDb } from './database.ts';
import { storedText, textStructure, type StoredText, type TextStructure } from './stored-text.ts';

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
  insertStoredText(db, documentId, storedText(text));
}

export function insertStoredText(db: WritableDb, documentId: number, text: StoredText): void {
  db.run(sql`
    INSERT INTO document_text (id, text, characters, revision, sha256)
    VALUES (${documentId}, CAST(${text.bytes} AS TEXT), ${text.characters}, 1, ${text.sha256})`);
  insertStructure(db, documentId, text);
}

/** Every text has a revision that only grows, also through undo, so that no client mistakes an old one. */
export function replaceText(db: WritableDb, documentId: number, text: string, revision: number): void {
  const stored = storedText(text);
  db.run(sql`
    UPDATE document_text SET text = CAST(${stored.bytes} AS TEXT), characters = ${stored.characters},
      revision = ${revision}, sha256 = ${stored.sha256} WHERE id = ${documentId}`);
  insertStructure(db, documentId, stored);
}

export function deleteText(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM text_structure WHERE id = ${documentId}`);
  db.run(sql`DELETE FROM document_text WHERE id = ${documentId}`);
}

/** Derived, so outside the history: written anew whenever a text comes, changes or comes back. */
export function writeStructure(db: WritableDb, documentId: number, text: string): void {
  insertStructure(db, documentId, textStructure(text));
}

export function deleteStructure(db: WritableDb, documentId: number): void {
  db.run(sql`DELETE FROM text_structure WHERE id = ${documentId}`);
}

function insertStructure(db: WritableDb, documentId: number, structure: TextStructure): void {
  db.run(sql`
    INSERT OR REPLACE INTO text_structure (id, paragraphs, sentences, words)
    VALUES (${documentId}, ${structure.paragraphs}, ${structure.sentences}, ${structure.words})`);
}
