// Opening a large project, bringing in texts, and the price of one change.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Connection } from '../../src/main/db/database.ts';
import { codedRanges, setDesk, type Desk } from './desk.ts';
import { median, ms, ratioOf, timeOf, type Measurement, type Ratio, type Suite } from './measure.ts';
import { canonicalText } from '../../src/shared/domain/text.ts';

type Bench = {
  readonly name: string;
  readonly budget: number;
  readonly measure: (desk: Desk) => Promise<Ratio & { readonly of: string; readonly beside?: string }>;
};

const benches: readonly Bench[] = [
  { name: 'project/open', budget: 20, measure: measureOpening },
  { name: 'project/import-100-texts', budget: 12, measure: measureImport },
  { name: 'core/commit', budget: 3, measure: measureCommit },
];

export const suite: Suite = {
  names: benches.map(({ name }) => name),
  run: async ({ wants, say }) => {
    const desk = await setDesk(say);
    try {
      const measured: Measurement[] = [];
      for (const { name, budget, measure } of benches.filter((bench) => wants(bench.name))) {
        const { ratio, work, yardstick, block, of, beside = '' } = await measure(desk);
        const detail = `${ms(work)} ÷ ${of} ${ms(yardstick)}; longest block of the core: ${ms(block)}${beside}`;
        measured.push({ name, value: ratio, unit: '×', budget, detail });
      }
      return measured;
    } finally {
      await desk.end();
    }
  },
};

/** From the request to open to the code tree with its counts. */
async function measureOpening({ client, path, rawScan }: Desk) {
  const ratio = await ratioOf({
    rounds: 5,
    prepare: () => client.projects.close({}),
    work: async () => {
      await client.projects.open({ path });
      await client.codes.list({});
    },
    yardstick: rawScan,
  });
  return { ...ratio, of: 'raw scan' };
}

/**
 * Reading, checking, taking apart, indexing and storing durably, against nothing but reading and decoding. Beside it
 * stands what any importer of the same files would take: their canonical form, and the same bytes written durably.
 */
async function measureImport({ app, client, folder, path, bare }: Desk) {
  const files = join(folder, 'texts');
  mkdirSync(files);
  const texts = bare.all<{ text: string }>(sql`SELECT text FROM document_text WHERE id <= 100`);
  for (const [index, { text }] of texts.entries()) writeFileSync(join(files, `interview-${index}.txt`), text);
  const names = readdirSync(files);
  const read = (name: string) => readFileSync(join(files, name));
  const mediaType = 'text/plain';
  const decoded = () => names.map((name) => new TextDecoder('utf-8', { fatal: true }).decode(read(name)));
  const prepare = async () => {
    await client.projects.close({});
    await client.projects.create({ name: 'Import', path: join(folder, `import-${Math.random()}.simpul`) });
  };
  const work = () =>
    client.documents.import({
      files: names.map((name) => ({ name, token: app.files.hold({ name, mediaType, bytes: read(name) }) })),
    });
  await prepare();
  const first = await timeOf(work);
  const ratio = await ratioOf({ rounds: 5, prepare, work, yardstick: decoded });
  const canonical = await medianTime(() => decoded().map(canonicalText));
  const written = await medianTime(() => writeDurably(bare, names.map(read)));
  await client.projects.close({});
  await client.projects.open({ path });
  const beside =
    `; first, cold workers: ${ms(first)}; reading, decoding and canonical form alone: ${ms(canonical)}; ` +
    `files and texts written by the driver alone: ${ms(written)}`;
  return { ...ratio, of: 'reading and decoding', beside };
}

/** Every file twice, as itself and as a text: what an import cannot do without. */
function writeDurably(bare: Connection, files: readonly Uint8Array[]): void {
  bare.execute('CREATE TABLE IF NOT EXISTS written (bytes BLOB, text TEXT); BEGIN');
  for (const bytes of files) bare.run(sql`INSERT INTO written VALUES (${bytes}, CAST(${bytes} AS TEXT))`);
  bare.execute('COMMIT');
}

async function medianTime(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await timeOf(work));
  return median(times);
}

/** One passage coded through the contract, against one row inserted by itself, both durable. */
async function measureCommit({ client, bare }: Desk) {
  const ranges = await codedRanges(client, 100);
  const [code] = await client.codes.list({});
  const [first] = ranges;
  if (!code || !first) throw new RangeError('the generated project is empty');
  // The first change of all waits for the check that opening put off.
  await client.codings.create({ ...first, codeId: code.guid });
  let range = first;
  let row = 0;
  const ratio = await ratioOf({
    rounds: 101,
    prepare: async () => {
      range = ranges[(ranges.indexOf(range) + 1) % ranges.length] ?? first;
      // Whoever codes a passage has its text before the eyes.
      await client.documents.text({ documentId: range.documentId });
    },
    work: () => client.codings.create({ ...range, codeId: code.guid }),
    yardstick: () => {
      row += 1;
      bare.run(sql`
        INSERT INTO coding (guid, document_id, start_offset, end_offset, code_id, coder_id, quote, created_at,
          modified_at, checksum)
        VALUES (${`bare ${row}`}, ${1 + (row % 100)}, ${row * 20}, ${row * 20 + 140}, 1, 1, ${'q'.repeat(140)}, '', '', 0)`);
    },
  });
  return { ...ratio, of: 'one bare durable INSERT' };
}
