// Whole jobs, from request to answer, against one pass over the codings. The worker is warm; before each round a
// passage is coded, so that what was read before is stale, as it is when a researcher looks again.

import type { Client } from '../../src/shared/contract/client.ts';
import type { CooccurrenceLevel } from '../../src/shared/contract/analysis.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { codedRanges, setDesk } from './desk.ts';
import { sql } from '../../src/main/db/database.ts';
import { memoryOf } from './memory.ts';
import { ms, ratioOf, timeAndBlockOf, type Measurement, type Suite } from './measure.ts';

/**
 * A budget of null: the design states none for it, and the figure is watched. Those of case, section and adjacent are
 * from measurement: 10, 5 and 12 on a machine with much else to do; a case is counted as a document is.
 */
type Job = {
  readonly name: string;
  readonly budget: number | null;
  readonly run: (client: Client) => Promise<unknown>;
};

const cooccurrence = (level: CooccurrenceLevel, budget: number | null): Job => ({
  name: `analysis/cooccurrence-${level}`,
  budget,
  run: (client) => client.analysis.cooccurrence({ level, layout: false }),
});

const jobs: readonly Job[] = [
  cooccurrence('overlap', 30),
  cooccurrence('document', 30),
  cooccurrence('paragraph', 40),
  cooccurrence('sentence', 60),
  cooccurrence('window', 120),
  cooccurrence('case', 30),
  cooccurrence('section', 20),
  cooccurrence('adjacent', 40),
  {
    name: 'analysis/matrix',
    budget: null,
    run: async (client) => {
      // As many cells as somebody looks through.
      const codeIds = (await client.codes.list({})).slice(0, 40).map(({ guid }) => guid);
      return client.analysis.matrix({ codeIds, columns: { kind: 'cases' } });
    },
  },
  {
    name: 'analysis/agreement-character',
    budget: null,
    run: async (client) => client.analysis.agreement({ coderIds: await firstCoders(client) }),
  },
  {
    name: 'analysis/agreement-sentence',
    budget: null,
    run: async (client) => client.analysis.agreement({ coderIds: await firstCoders(client), level: 'sentence' }),
  },
  {
    name: 'analysis/sequence',
    budget: 40,
    run: (client) => client.analysis.sequence({}),
  },
  {
    name: 'analysis/crosstab',
    budget: 40,
    run: async (client) => client.analysis.crosstab({ variableId: await firstVariable(client), tests: true, draws: 0 }),
  },
  {
    name: 'analysis/retrieve',
    budget: 40,
    run: async (client) => {
      const [first, second] = (await client.codes.list({})).filter(({ codable }) => codable);
      const query = `"${first?.guid ?? ''}" NEAR 2 sentences "${second?.guid ?? ''}"`;
      return client.analysis.retrieve({ query });
    },
  },
  { name: 'analysis/frequency', budget: 10, run: (client) => client.analysis.frequency({}) },
  {
    // All of it: reading, counting, similarity, dendrogram and map.
    name: 'analysis/cluster-and-map-500',
    budget: 100,
    run: (client) => client.analysis.cooccurrence({ level: 'overlap', layout: true }),
  },
];

const rounds = 7;

/** The most that the core and its workers hold more than before, over all jobs that were measured. */
const memory = 'analysis/memory';
/** Measured: 6.6 with each job once, 11.7 with eight rounds of each: workers keep what they once had. */
const memoryBudget = 15;

export const suite: Suite = {
  names: [...jobs.map(({ name }) => name), memory],
  run: async ({ wants, say }) => {
    const desk = await setDesk(say);
    try {
      const { client, rawScan } = desk;
      const code = await coder(client);
      const measured: Measurement[] = [];
      const textBytes =
        desk.bare.get<{ n: number }>(sql`SELECT total(octet_length(text)) AS n FROM document_text`)?.n ?? 1;
      // What the program and an open project take before anything was asked.
      const { before: base } = await memoryOf(() => undefined);
      const grown: { readonly name: string; readonly megabytes: number }[] = [];
      for (const { name, budget, run } of jobs.filter((job) => wants(job.name) || wants(memory))) {
        await client.projects.close({});
        await client.projects.open({ path: desk.path });
        let first = { milliseconds: 0, longest: 0 };
        const { peak } = await memoryOf(async () => (first = await timeAndBlockOf(() => run(client))));
        grown.push({ name, megabytes: peak - base });
        if (!wants(name)) continue;
        const { ratio, work, yardstick, block } = await ratioOf({
          rounds,
          prepare: code,
          work: () => run(client),
          yardstick: rawScan,
        });
        const detail =
          `${ms(work)} ÷ raw scan ${ms(yardstick)}, median of ${rounds}; ` +
          `first after opening, cold worker: ${ms(first.milliseconds)}; ` +
          `longest block of the core: ${ms(block)}, then ${ms(first.longest)}; ` +
          `core and workers held at most ${(peak - base).toFixed(0)} MB more than before any job`;
        measured.push({ name, value: ratio, unit: '×', budget, detail });
      }
      const most = grown.toSorted((a, b) => b.megabytes - a.megabytes)[0];
      if (most) {
        const value = (most.megabytes * 1024 * 1024) / textBytes;
        const detail =
          `core and workers held ${most.megabytes.toFixed(0)} MB more than before any job ` +
          `÷ ${(textBytes / 1024 / 1024).toFixed(0)} MB of texts; reached with ${most.name}, one after the other of ${grown.length}`;
        measured.push({ name: memory, value, unit: '×', budget: memoryBudget, detail });
      }
      return measured;
    } finally {
      await desk.end();
    }
  },
};

async function firstCoders(client: Client): Promise<[Guid, Guid]> {
  const [first, second] = await client.coders.list({});
  if (!first || !second) throw new RangeError('the generated project has several coders');
  return [first.guid, second.guid];
}

/** A variable with four values, given to the cases in turn. */
async function firstVariable(client: Client) {
  const [known] = await client.variables.list({});
  if (known) return known.guid;
  const { guid } = await client.variables.create({ name: 'Jenjang', type: 'Integer', scope: 'case' });
  const cases = await client.cases.list({});
  const values = cases.map((each, k) => ({ variableId: guid, targetId: each.guid, value: String(k % 4) }));
  await client.variables.setValues({ values });
  return guid;
}

/** Codes another passage each time, in another document. */
async function coder(client: Client): Promise<() => Promise<unknown>> {
  const ranges = await codedRanges(client, 100);
  const codes = await client.codes.list({});
  let passage = 0;
  return () => {
    passage += 1;
    const codeId = codes[(passage * 11) % codes.length]?.guid;
    const range = ranges[passage % ranges.length];
    if (!codeId || !range) throw new RangeError('the generated project is empty');
    return client.codings.create({ ...range, codeId });
  };
}
