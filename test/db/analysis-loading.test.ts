// How codings and units get from the project file to the workers, and what happens when something changes meanwhile.

import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAnalysisCache } from '../../src/main/analysis/cache.ts';
import { createAnalysisPool } from '../../src/main/analysis/pool.ts';
import { slicer } from '../../src/main/analysis/slices.ts';
import { readStudy } from '../../src/main/analysis/study.ts';
import {
  analysedDocuments,
  ownersAlone,
  placesAlone,
  placesIn,
  placesWithOwners,
  tracedStatement,
  type PlacesWanted,
} from '../../src/main/db/analysis.ts';
import { openDriver, sql, type Connection, type Statement } from '../../src/main/db/database.ts';
import { packUnits, unpackUnits } from '../../src/main/db/packed-units.ts';
import { SimpulError } from '../../src/shared/contract/errors.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { sentenceUnits } from '../../src/shared/domain/analysis/sentences.ts';
import { wordUnits } from '../../src/shared/domain/analysis/words.ts';
import { generatedProject, smallSize } from '../support/generated-project.ts';
import { openRaw, openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { randomText } from '../support/random-study.ts';

const everything: PlacesWanted = {
  first: 1,
  last: 12,
  characters: 3000,
  greatestCode: 14,
  greatestCoder: 3,
  offset: 0,
  limit: 1_000_000,
};
const unhurried = async (): Promise<void> => undefined;

describe('reading a closed project by the driver alone', () => {
  let db: Connection;
  beforeEach(async () => {
    db = await openRaw(await generatedProject(smallSize));
  });
  afterEach(() => db.close());

  test('query plans: the covering index in its own order, and no row of the table', () => {
    const planOf = ({ text, params }: Statement) =>
      db.all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, params }).map(({ detail }) => detail);
    const covering = 'SEARCH coding USING COVERING INDEX coding_by_place (document_id>? AND document_id<?)';
    expect(planOf(placesWithOwners(everything, 3001, 4))).toEqual([covering]);
    expect(planOf(placesAlone(everything, 3001))).toEqual([covering]);
    expect(planOf(ownersAlone(everything, 3001, 4))).toEqual([covering]);
    expect(planOf(tracedStatement(1, 2, 3)).join()).toContain('SEARCH coding USING INDEX');
  });

  test('what is read equals the rows, in one number or in two', () => {
    const rows = db
      .all<{ d: number; s: number; e: number; c: number; r: number | null }>(sql`
        SELECT document_id AS d, start_offset AS s, end_offset AS e, code_id AS c, coder_id AS r FROM coding
        WHERE state <> 'orphaned' ORDER BY document_id, start_offset, end_offset, code_id, coder_id`)
      .map(({ d, s, e, c, r }) => [d, s, e, c, r ?? 0]);
    const read = (wanted: PlacesWanted) => {
      const { document, start, end, code, coder } = placesIn(db, wanted);
      return Array.from(document, (d, i) => [d, start[i], end[i], code[i], coder[i]]);
    };
    expect(rows.some(([, , , , coder]) => coder === 0)).toBe(true); // codings of nobody
    expect(read(everything)).toEqual(rows);
    expect(read({ ...everything, greatestCode: 2 ** 30 })).toEqual(rows);
    expect(read({ ...everything, offset: 100, limit: 50 })).toEqual(rows.slice(100, 150));
  });

  test('a coding that reaches beyond its text is left out, and reads as no other', () => {
    db.execute('BEGIN');
    db.execute('UPDATE coding SET end_offset = 5000 WHERE id = 1');
    expect(placesIn(db, everything).start.length).toBe(smallSize.codings - 1);
    db.execute('ROLLBACK');
  });

  test('a change between two slices makes the reading start over', async () => {
    db.execute('BEGIN');
    let pauses = 0;
    const busy = async (): Promise<void> => {
      pauses += 1;
      if (pauses > 2) return;
      addStep(db);
      db.execute(`DELETE FROM coding WHERE id = ${pauses}`);
    };
    // Slices that are used up at once, so that there is a pause before each page.
    const cache = createAnalysisCache(db, { sliceMs: 0 });
    const { study, texts } = await cache.load('words', busy);
    expect(study.codings.start.length).toBe(smallSize.codings - 2);
    expect(study.revision).toBe(3);
    expect(texts?.offsets.length).toBe(smallSize.documents + 1);
    db.execute('ROLLBACK');
  });

  test('a pause that throws ends the reading, and the next one succeeds', async () => {
    const cache = createAnalysisCache(db, { sliceMs: 0 });
    const cancel = () => Promise.reject(new SimpulError('cancelled'));
    await expect(cache.load(null, cancel)).rejects.toThrow('cancelled');
    expect((await cache.load(null, unhurried)).study.codings.start.length).toBe(smallSize.codings);
  });

  test('the same revision is read once; another codings anew, but only texts that changed', async () => {
    const cache = createAnalysisCache(db);
    const first = await cache.load('sentences', unhurried);
    const second = await cache.load('sentences', unhurried);
    expect(second.study).toBe(first.study);
    db.execute('BEGIN');
    addStep(db);
    const third = await cache.load('sentences', unhurried);
    expect(third.study).not.toBe(first.study);
    expect(third.texts).toBe(first.texts);
    // Document 3 gets other sentences and a new text revision; the others keep theirs, wherever they are read from.
    const other = packUnits(sentenceUnits('Satu. Dua.'));
    db.run(sql`UPDATE text_structure SET sentences = x'' WHERE id = 4`);
    db.run(sql`UPDATE text_structure SET sentences = ${other} WHERE id = 3`);
    db.execute('UPDATE document_text SET revision = revision + 1 WHERE id = 3');
    addStep(db);
    const { texts } = await cache.load('sentences', unhurried);
    const bytesOf = (from: typeof texts, d: number) => from?.bytes.slice(from.offsets[d], from.offsets[d + 1]);
    expect(bytesOf(texts, 2)).toEqual(other);
    for (const d of [0, 1, 3, 11]) expect(bytesOf(texts, d)).toEqual(bytesOf(first.texts, d));
    db.execute('ROLLBACK');
  });

  test('codings read again after random changes equal codings read from the beginning', async () => {
    const random = randomOf(7);
    const cache = createAnalysisCache(db);
    db.execute('BEGIN');
    const some = () => 1 + random.below(smallSize.codings);
    for (let round = 0; round < 60; round += 1) {
      for (let change = random.below(4); change > 0; change -= 1) {
        const document = 1 + random.below(smallSize.documents);
        const statements = [
          sql`DELETE FROM coding WHERE id = ${some()}`,
          sql`UPDATE coding SET document_id = ${document} WHERE id = ${some()}`,
          sql`UPDATE coding SET code_id = ${1 + random.below(14)}, coder_id = NULL WHERE id = ${some()}`,
          sql`UPDATE coding SET state = 'orphaned', end_offset = start_offset WHERE id = ${some()}`,
          sql`
            INSERT INTO coding (guid, document_id, start_offset, end_offset, code_id, quote, created_at, modified_at,
              checksum)
            VALUES (${`new ${round} ${change}`}, ${document}, ${round}, ${round + 9}, ${1 + random.below(14)}, '', '',
              '', 0)`,
        ];
        db.run(random.pick(statements));
      }
      // Now and then places change too: a code moves in the codebook.
      if (random.below(8) === 0)
        db.run(sql`UPDATE code SET position = ${random.below(9)} WHERE id = ${1 + random.below(14)}`);
      addStep(db);
      const { study } = await cache.load(null, unhurried);
      expect(study).toEqual(await readStudy(db, slicer(unhurried), null));
    }
    db.execute('ROLLBACK');
  });

  test('results are kept for their revision only, and only the last few', () => {
    const cache = createAnalysisCache(db);
    for (let k = 0; k < 10; k += 1) cache.keep(1, `question ${k}`, k);
    expect(cache.find(1, 'question 9')).toBe(9);
    expect(cache.find(1, 'question 0')).toBeUndefined();
    expect(cache.find(2, 'question 9')).toBeUndefined();
    cache.keep(2, 'question 9', 'new');
    expect(cache.find(2, 'question 9')).toBe('new');
    expect(cache.find(1, 'question 8')).toBeUndefined();
  });

  test('the structure of every text in the file is that of its text', () => {
    for (const { id } of analysedDocuments(db)) {
      const row = db.get<{ text: string; words: Uint8Array; sentences: Uint8Array }>(sql`
        SELECT t.text, s.words, s.sentences FROM document_text AS t JOIN text_structure AS s ON s.id = t.id
        WHERE t.id = ${id}`);
      expect(row && unpackUnits(row.words)).toEqual(wordUnits(row?.text ?? ''));
      expect(row && unpackUnits(row.sentences)).toEqual(sentenceUnits(row?.text ?? ''));
    }
  });
});

test('a project that cannot be written is analysed like any other', async () => {
  const db = await openDriver(await generatedProject(smallSize), { readOnly: true, mustExist: true, busyMs: 0 });
  const { study } = await createAnalysisCache(db).load('words', unhurried);
  expect(study.codings.start.length).toBe(smallSize.codings);
  db.close();
});

describe('packed units', () => {
  test('come back as they were, whatever the gaps', () => {
    const random = randomOf(3);
    for (let round = 0; round < 200; round += 1) {
      const units = wordUnits(randomText(random, random.below(300)));
      expect(unpackUnits(packUnits(units))).toEqual(units);
    }
    const far = {
      starts: Int32Array.of(0, 127, 128, 20_000, 9_999_998),
      ends: Int32Array.of(127, 128, 256, 9_999_997, 10_000_000),
    };
    expect(unpackUnits(packUnits(far))).toEqual(far);
  });
});

describe('the open project', () => {
  let project: TestProject;
  let documentId: Guid;
  let codeId: Guid;
  beforeEach(async () => {
    project = await openTestProject();
    documentId = (await project.client.documents.create({ title: 'T', text: 'satu dua\ntiga' })).guid;
    codeId = (await project.client.codes.create({ name: 'A' })).guid;
  });
  afterEach(() => project.end());

  test('a result is stale after any change, and says of which revision it is', async () => {
    const { client } = project;
    const first = await client.analysis.frequency({});
    expect(await client.analysis.frequency({})).toBe(first);
    await client.codings.create({ documentId, codeId, start: 0, end: 4 });
    const second = await client.analysis.frequency({});
    expect(second.rows[0]).toMatchObject({ codings: 1, words: 1 });
    expect(second.provenance.revision).toBe(first.provenance.revision + 1);
    await client.history.undo({});
    expect((await client.analysis.frequency({})).rows[0]?.codings).toBe(0);
  });

  test('units follow an edit of the text, and its undoing', async () => {
    const { client } = project;
    const paragraphs = async () => (await client.analysis.cooccurrence({ level: 'paragraph' })).n;
    expect(await paragraphs()).toBe(2);
    const { revision } = await client.documents.text({ documentId });
    await client.documents.editText({ documentId, revision, splices: [{ at: 4, remove: 1, insert: '\n' }] });
    expect(await paragraphs()).toBe(3);
    await client.history.undo({});
    expect(await paragraphs()).toBe(2);
    await client.documents.delete({ documentIds: [documentId] });
    await client.documents.create({ title: 'has the same row number', text: 'a\nb\nc\nd' });
    expect(await paragraphs()).toBe(4);
  });

  test('progress is told, and the job ends once', async () => {
    await project.client.analysis.cooccurrence({}, { jobId: 'job-00001' });
    const states = project.events.flatMap((event) => (event.type === 'job' ? [event.state] : []));
    expect(states[0]).toBe('running');
    expect(states.filter((state) => state !== 'running')).toEqual(['done']);
  });

  test('a cancelled job answers so, changes nothing, and the next one works', async () => {
    const { client } = project;
    const job = client.analysis.cooccurrence({}, { jobId: 'job-00002' });
    const outcome = job.catch((error: unknown) => error);
    expect(await client.jobs.cancel({ jobId: 'job-00002' })).toEqual({ found: true });
    expect(await outcome).toMatchObject({ code: 'cancelled' });
    expect((await client.analysis.cooccurrence({})).n).toBe(2);
  });
});

describe('workers', () => {
  const control = () => ({ signal: new AbortController().signal, progress: () => undefined });
  const workerOf = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);
  const scope = { codings: [], codes: 0 } as never;
  const listen = "import { parentPort } from 'node:worker_threads'; parentPort.on('message', (request) => {";

  test('a task that goes wrong is an error of its own, and the worker serves the next', async () => {
    const pool = createAnalysisPool(
      workerOf(`let n = 0; ${listen} n += 1; parentPort.postMessage(n === 1
        ? { kind: 'failed', message: 'no such unit', stack: 'at sweep' } : { kind: 'done', output: n }); });`),
      1,
    );
    await expect(pool.run('cell', scope, control())).rejects.toThrow('no such unit');
    expect(await pool.run('cell', scope, control())).toBe(2);
    await pool.close();
  });

  test('an error inside the real worker comes back as one', async () => {
    const pool = createAnalysisPool(new URL('../../src/main/analysis/worker.ts', import.meta.url), 1);
    await expect(pool.run('cell', scope, control())).rejects.toThrow('analysis cell');
    await pool.close();
  });

  test('a task that never ends is ended by its signal, and its worker with it', async () => {
    const pool = createAnalysisPool(
      workerOf(
        `${listen} if (request.input === 'hang') for (;;); parentPort.postMessage({ kind: 'done', output: 1 }); });`,
      ),
      1,
    );
    const abort = new AbortController();
    const hanging = pool.run('cell', 'hang' as never, { ...control(), signal: abort.signal });
    const waiting = pool.run('cell', scope, control());
    abort.abort();
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' });
    expect(await waiting).toBe(1);
    await pool.close();
  });

  test('who waits in line may leave it, and closing refuses everyone', async () => {
    const pool = createAnalysisPool(workerOf(`${listen} for (;;); });`), 1);
    const abort = new AbortController();
    const first = pool.run('cell', scope, control()).catch((error: unknown) => error);
    const second = pool.run('cell', scope, { ...control(), signal: abort.signal }).catch((error: unknown) => error);
    const third = pool.run('cell', scope, control()).catch((error: unknown) => error);
    abort.abort();
    expect(await second).toMatchObject({ code: 'cancelled' });
    await pool.close();
    expect(await first).toMatchObject({ code: 'cancelled' });
    expect(await third).toMatchObject({ code: 'cancelled' });
    await expect(pool.run('cell', scope, control())).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('a worker that dies takes only its own task with it', async () => {
    const pool = createAnalysisPool(
      workerOf(`${listen} if (request.input === 'die') throw new Error('out of ink');
        parentPort.postMessage({ kind: 'done', output: 1 }); });`),
      1,
    );
    await expect(pool.run('cell', 'die' as never, control())).rejects.toThrow('out of ink');
    expect(await pool.run('cell', scope, control())).toBe(1);
    await pool.close();
  });

  test('an idle worker does not keep a command line alive', () => {
    const pool = new URL('../../src/main/analysis/pool.ts', import.meta.url).href;
    const worker = workerOf(`${listen} parentPort.postMessage({ kind: 'done', output: 1 }); });`).href;
    const script = `
      const { createAnalysisPool } = await import(${JSON.stringify(pool)});
      const pool = createAnalysisPool(new URL(${JSON.stringify(worker)}), 1);
      console.log(await pool.run('cell', {}, { signal: new AbortController().signal, progress: () => {} }));`;
    const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 50_000,
    });
    expect(ended).toMatchObject({ status: 0, stdout: '1\n' });
  });
});

/** A step of the history, which is what makes another revision. */
function addStep(db: Connection): void {
  db.execute(`
    INSERT INTO history_group (at, method, label_key, label_params, kind, chain)
    VALUES ('', 'test', 'test', '{}', 'do', '')`);
}
