// What a kept result was computed from, as one fingerprint: the same while nothing in its scope differs, so undo brings
// the former one back. Nothing outside its scope counts.

import { createHash, type Hash } from 'node:crypto';
import type { KeptMethod } from '../../../shared/contract/results.ts';
import { guid } from '../../../shared/contract/values.ts';
import { z } from 'zod';
import { selectCodings } from '../../analysis/scope.ts';
import { select, type Selection } from '../../analysis/selection.ts';
import { requireCode } from '../../db/codes.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { stopWordsOf } from '../../db/stop-words.ts';
import type { JobContext } from '../handler.ts';
import { loadStudy } from '../handlers/analysis-context.ts';

/**
 * @param input as it was checked by the method
 * @throws SimpulError `not-found` where something the result looks at is gone
 */
export async function inputsOf(context: JobContext, method: KeptMethod, input: unknown): Promise<string> {
  const { db } = context;
  const study = await loadStudy(context);
  const filter = filterShape.parse(input);
  const selection = select(study, filter);
  const hash = createHash('sha256');
  addDocuments(hash, db, selection);
  for (const part of partsOf[method]) parts[part](hash, db, selection, filter);
  return hash.digest('hex');
}

const judgedPlace = z.object({ documentId: guid, start: z.number(), end: z.number() });

const filterShape = z.object({
  codeIds: z.array(guid).optional(),
  documentIds: z.array(guid).optional(),
  caseIds: z.array(guid).optional(),
  coderIds: z.array(guid).optional(),
  variableId: guid.optional(),
  /** Of a search by example: whose codings are the example, and what was judged. */
  codeId: guid.optional(),
  hits: z.array(judgedPlace).optional(),
  misses: z.array(judgedPlace).optional(),
});

type Part =
  | 'codings'
  | 'names'
  | 'values'
  | 'details'
  | 'structure'
  | 'kinds'
  | 'texts'
  | 'days'
  | 'words'
  | 'examples';
type Add = (hash: Hash, db: ReadableDb, selection: Selection, filter: z.infer<typeof filterShape>) => void;

/** Beside the texts and cases of the documents in scope. */
const partsOf: Readonly<Record<KeptMethod, readonly Part[]>> = {
  'analysis.frequency': ['codings'],
  'analysis.cooccurrence': ['codings', 'structure'],
  'analysis.caseSimilarity': ['codings'],
  'analysis.crosstab': ['codings', 'values'],
  'analysis.sequence': ['codings'],
  'analysis.spread': ['codings', 'days'],
  'analysis.matrix': ['codings', 'names', 'values', 'structure'],
  'analysis.retrieve': ['codings', 'names', 'values', 'details', 'structure'],
  'analysis.agreement': ['codings', 'structure'],
  'search.find': ['codings', 'kinds', 'structure'],
  // Keyness holds the texts in scope against all others.
  'search.words': ['kinds', 'texts', 'words'],
  'search.similar': ['kinds', 'words', 'examples'],
};

const parts: Readonly<Record<Part, Add>> = {
  codings: (hash, _, { scope, codes }) => {
    for (const { guid: code, path } of codes) hash.update(`${code}\t${path.join('\t')}\n`);
    const columns = selectCodings(scope);
    const nobody = scope.coderIn.length - 1;
    const coder = columns.coder.map((place) => (place === nobody ? -1 : place));
    for (const column of [columns.document, columns.start, columns.end, columns.code, coder]) {
      // A copy outside the shared memory: the hash takes no other.
      hash.update(Int32Array.from(column));
    }
  },
  names: (hash, db) => {
    addRows(hash, db.rows(sql`SELECT guid, name, position FROM study_case ORDER BY id`));
    addRows(hash, db.rows(sql`SELECT guid, title, position FROM document ORDER BY id`));
    addRows(hash, db.rows(sql`SELECT guid, name FROM coder ORDER BY id`));
  },
  values: (hash, db, _, { variableId }) => {
    const all = Number(variableId === undefined);
    addRows(
      hash,
      db.rows(sql`
        SELECT x.guid, x.name, x.type, x.choices, v.case_id, v.document_id, v.value
        FROM variable_value AS v JOIN variable AS x ON x.id = v.variable_id
        WHERE ${all} = 1 OR x.guid = ${variableId ?? ''} ORDER BY v.id`),
    );
  },
  details: (hash, db) => {
    const checksums = Float64Array.from(db.column(sql`SELECT checksum FROM coding ORDER BY id`));
    hash.update(new Uint8Array(checksums.buffer));
  },
  structure: (hash, db) => {
    addRows(
      hash,
      db.rows(sql`
        SELECT g.guid, q.guid, p.document_id, p.start_offset, p.end_offset FROM guide_section AS g
        JOIN passage AS p ON p.id = g.passage_id JOIN guide_question AS q ON q.id = g.question_id ORDER BY g.id`),
    );
  },
  kinds: (hash, db) => addRows(hash, db.rows(sql`SELECT guid, kind, title FROM document ORDER BY id`)),
  days: (hash, db) => addRows(hash, db.rows(sql`SELECT guid, title, date, position FROM document ORDER BY id`)),
  words: (hash, db) => {
    const { lists, own } = stopWordsOf(db);
    hash.update(`${lists}\t${own.join('\t')}\n`);
  },
  examples: (hash, db, _, { codeId, hits = [], misses = [] }) => {
    if (codeId !== undefined) {
      const { id } = requireCode(db, codeId);
      addRows(
        hash,
        db.rows(sql`
          SELECT document_id, start_offset, end_offset, quote FROM coding
          WHERE code_id = ${id} AND state <> 'orphaned' ORDER BY id`),
      );
    }
    for (const documentId of new Set([...hits, ...misses].map((each) => each.documentId))) {
      const { id } = requireDocument(db, documentId);
      addRows(hash, db.rows(sql`SELECT id, sha256 FROM document_text WHERE id = ${id}`));
    }
  },
  texts: (hash, db) => addRows(hash, db.rows(sql`SELECT id, sha256 FROM document_text ORDER BY id`)),
};

function addDocuments(hash: Hash, db: ReadableDb, { documents }: Selection): void {
  const texts = new Map(
    db
      .all<{ id: number; sha256: string }>(sql`SELECT id, sha256 FROM document_text`)
      .map((row) => [row.id, row.sha256]),
  );
  for (const { id, guid: document, case_id } of documents) {
    hash.update(`${document}\t${texts.get(id) ?? ''}\t${case_id ?? ''}\n`);
  }
}

function addRows(hash: Hash, rows: readonly (readonly unknown[])[]): void {
  for (const row of rows) hash.update(`${row.join('\t')}\n`);
}
