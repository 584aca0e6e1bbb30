// Searches as the window asks them, from request to answer, against the fastest plain scan of the same texts: a LIKE
// that finds nothing, since one that finds something leaves off at the first place of each text.

import { sql } from '../../src/main/db/database.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import { setDesk, type Desk } from './desk.ts';
import { ms, ratioOf, timeAndBlockOf, timeOf, type Measurement, type Suite } from './measure.ts';

type Bench = { readonly name: string; readonly budget: number; readonly query: string };

/** Stands in a handful of documents. */
const rare = 'jerapah';
const benches: readonly Bench[] = [
  { name: 'search/rare-word', budget: 0.002, query: rare },
  { name: 'search/phrase', budget: 0.2, query: '"anggaran desa"' },
  { name: 'search/substring', budget: 0.13, query: '*nggara*' },
];

export const suite: Suite = {
  names: benches.map(({ name }) => name),
  run: async ({ wants, say }) => {
    const desk = await setDesk(say);
    try {
      await plant(desk.client);
      const indexing = await timeOf(() => desk.client.search.index({}));
      say(`Indexed in ${ms(indexing)}.`);
      const measured: Measurement[] = [];
      for (const bench of benches.filter(({ name }) => wants(name))) measured.push(await measure(desk, bench));
      return measured;
    } finally {
      await desk.end();
    }
  },
};

async function measure({ client, path, bare }: Desk, { name, budget, query }: Bench): Promise<Measurement> {
  const run = () => client.search.find({ query, limit: 200 });
  await client.projects.close({});
  await client.projects.open({ path });
  const first = await timeAndBlockOf(run);
  // As often as keys are typed: what is measured is the search, not the compiling of its code.
  for (let k = 0; k < 100; k += 1) await run();
  const { hits, documents } = await run();
  const { ratio, work, yardstick, block } = await ratioOf({
    rounds: 5,
    work: run,
    yardstick: () => void bare.get(sql`SELECT count(*) FROM document_text WHERE text LIKE '%nggaranggara%'`),
  });
  const detail =
    `${ms(work)} ÷ LIKE scan ${ms(yardstick)}; ${hits} hits in ${documents.length} documents; first after opening: ` +
    `${ms(first.milliseconds)}; longest block of the core: ${ms(block)}, then ${ms(first.longest)}`;
  return { name, value: ratio, unit: '×', budget, detail };
}

/** Puts the rare word into three documents. */
async function plant(client: Client): Promise<void> {
  for (const { guid } of (await client.documents.list({})).slice(0, 3)) {
    const { revision } = await client.documents.text({ documentId: guid });
    await client.documents.editText({
      documentId: guid,
      revision,
      splices: [{ at: 0, remove: 0, insert: `${rare} ` }],
    });
  }
}
