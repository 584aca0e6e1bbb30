// Issue 5: every job over a second shows progress and can be cancelled. Each job that reads the whole project is run
// on a generated one, told to stop as it begins and again midway; SIMPUL_SIZE=full takes the size of the budgets.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { InputOf, NamesOfKind } from '../../src/shared/contract/contract.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import type { App } from '../../src/main/core/app-types.ts';
import { createApp } from '../../src/main/core/app.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import { fullSize, generatedProject, type ProjectSize } from '../support/generated-project.ts';
import { clientFor, makeWorkshop, type Workshop } from '../support/project.ts';

type JobName = NamesOfKind<'job'>;
type Study = {
  readonly codes: readonly Guid[];
  readonly coders: readonly Guid[];
  readonly variableId: Guid;
  readonly displayId: Guid;
  readonly resultId: Guid;
  readonly propositionId: Guid;
  readonly folder: string;
};

/** As long as a file that is handed over, or a document of it, is long: each has tests with a file of its own. */
const ofOneFile = 'of one file' as const;

/** Something to do for each job, large where the project is. A job that is added must be put here to compile. */
const inputs: { readonly [Name in JobName]: typeof ofOneFile | ((study: Study) => InputOf<Name>) } = {
  'analysis.agreement': ({ coders }) => ({ coderIds: pair(coders), level: 'sentence' }),
  'analysis.agreementPlaces': ({ coders, codes }) => ({
    coderIds: pair(coders),
    level: 'sentence',
    codeId: first(codes),
    finding: 'first',
  }),
  'analysis.crosstab': ({ variableId }) => ({ variableId, tests: true, correspondence: true }),
  'analysis.crosstabCell': ({ variableId }) => ({ variableId, value: '1' }),
  'analysis.sequence': () => ({ permutations: 99 }),
  'analysis.sequenceCell': ({ codes }) => ({ fromId: first(codes), toId: codes[1] ?? first(codes) }),
  'analysis.matrix': ({ codes }) => ({ codeIds: codes.slice(0, 100), columns: { kind: 'cases' } }),
  'analysis.retrieve': ({ codes: [a, b] }) => ({ query: `"${a}" NEAR 2 sentences "${b}"` }),
  'analysis.spread': () => ({}),
  'analysis.frequency': () => ({}),
  'analysis.cooccurrence': () => ({ level: 'window', distance: 20 }),
  'analysis.cooccurrencePacked': () => ({ level: 'sentence' }),
  'analysis.cooccurrenceCell': ({ codes: [rowId = missing(), columnId = missing()] }) => ({ rowId, columnId }),
  'analysis.cooccurrencePair': ({ codes: [rowId = missing(), columnId = missing()] }) => ({ rowId, columnId }),
  'analysis.caseSimilarity': () => ({}),
  'audio.attach': ofOneFile,
  'audio.locate': ofOneFile,
  'codes.export': () => ({ format: 'docx', quotations: 5 }),
  'displays.matrix': ({ displayId }) => ({ displayId }),
  'displays.check': () => ({}),
  'documents.preview': ofOneFile,
  'documents.import': ofOneFile,
  'documents.importTable': ofOneFile,
  'documents.importProject': ofOneFile,
  'exports.segments': () => ({ format: 'xlsx' }),
  'exports.documents': () => ({ format: 'docx' }),
  'exports.matrix': () => ({ measure: 'words' }),
  'forms.sheets': ofOneFile,
  'interchange.read': ofOneFile,
  'interchange.plan': ofOneFile,
  'interchange.merge': ofOneFile,
  'interchange.export': () => ({ format: 'qdpx' }),
  'interchange.exportReport': ofOneFile,
  'project.check': () => ({}),
  'project.backup': ({ folder }) => ({ path: join(folder, `copy-${String(Math.random())}.simpul`) }),
  'project.copy': () => ({}),
  'propositions.sheet': ({ propositionId }) => ({ propositionIds: [propositionId] }),
  'report.preview': () => ({ form: 'thesis', language: 'en' }),
  'report.export': () => ({ format: 'docx' }),
  'trustworthiness.audit': () => ({}),
  'results.check': () => ({}),
  'results.run': ({ resultId }) => ({ resultId }),
  'results.save': () => ({ name: 'Hasil', method: 'analysis.cooccurrence', input: { level: 'sentence' } }),
  'results.renew': ({ resultId }) => ({ resultId }),
  'search.find': () => ({ query: 'desa NEAR/5 *nya' }),
  'search.code': ({ codes }) => ({ query: 'a* NEAR/1 b*', codeId: first(codes), dryRun: true }),
  'search.words': () => ({}),
  'search.similar': () => ({ text: 'koordinasi antardinas berjalan lambat' }),
  'search.index': () => ({}),
  'texts.find': () => ({ search: { query: 'dan' }, replacement: 'serta' }),
  'texts.replace': ofOneFile,
  'versions.compare': ofOneFile,
  'versions.restore': ofOneFile,
};

/** SQLite holds a table against all its indexes in one statement, which nobody can interrupt: it ends with that. */
const inOneStatement: ReadonlySet<JobName> = new Set(['project.check']);

const isFull = process.env['SIMPUL_SIZE'] === 'full';
const everyday: ProjectSize = {
  seed: 5,
  documents: 80,
  characters: 10_000,
  codes: 40,
  codings: 5000,
  cases: 30,
  coders: 3,
};
const names = Object.keys(inputs).filter((name) => inputs[name as JobName] !== ofOneFile) as JobName[];

let workshop: Workshop;
let app: App;
let client: Client;
let study: Study;
let hear: (event: AppEvent) => void = () => undefined;

beforeAll(async () => {
  workshop = makeWorkshop();
  const path = join(workshop.folder, 'study.simpul');
  copyFileSync(await generatedProject(isFull ? fullSize : everyday), path);
  app = createApp(workshop.ports);
  client = clientFor(app);
  await client.projects.open({ path });
  app.onEvent((event) => hear(event));
  study = await furnish();
}, 300_000);
afterAll(async () => {
  await app.close();
  workshop.cleanUp();
});

async function furnish(): Promise<Study> {
  const cases = await client.cases.list({});
  const { guid: variableId } = await client.variables.create({ name: 'Jenjang', type: 'Integer', scope: 'case' });
  const values = cases.map(({ guid }, k) => ({ variableId, targetId: guid, value: String(k % 4) }));
  await client.variables.setValues({ values });
  const [template = missing()] = await client.displays.templates({ language: 'id' });
  const { kind, definition } = template;
  const { guid: displayId } = await client.displays.create({ kind, name: 'Matriks', definition });
  const { guid: resultId } = await client.results.save({ name: 'Frekuensi', method: 'analysis.frequency', input: {} });
  const { guid: propositionId } = await client.propositions.create({ statement: 'Layanan membaik.' });
  return {
    codes: (await client.codes.list({})).filter(({ codable }) => codable).map(({ guid }) => guid),
    coders: (await client.coders.list({})).map(({ guid }) => guid),
    variableId,
    displayId,
    resultId,
    propositionId,
    folder: workshop.folder,
  };
}

/** Another revision, so that no answer is remembered. */
let passages = 0;
async function change(): Promise<void> {
  passages += 1;
  await client.coders.update({ coderId: first(study.coders), name: `Coder ${passages}` });
}

type Ended = {
  readonly milliseconds: number;
  readonly code: string | null;
  /** Shares told between the beginning and the end. */
  readonly told: readonly number[];
  readonly last: string;
  /** From the request to stop to the answer; null where nobody asked. */
  readonly stopping: number | null;
};

/** @param stopAt at which event it is told to stop; 0 for never */
async function runJob(method: JobName, stopAt: number): Promise<Ended> {
  const input = inputs[method];
  if (input === ofOneFile) throw new RangeError(method);
  const jobId = `${method} ${passages} ${stopAt}`;
  const told: number[] = [];
  let [last, seen, stopped] = ['', 0, 0];
  hear = (event) => {
    if (event.type !== 'job' || event.jobId !== jobId) return;
    last = event.state;
    if (event.state !== 'running') return;
    seen += 1;
    if (event.progress !== null) told.push(event.progress);
    if (seen !== stopAt) return;
    stopped = performance.now();
    void client.jobs.cancel({ jobId });
  };
  const began = performance.now();
  const answer = await app.dispatch({ method, input: input(study), jobId });
  const ended = performance.now();
  hear = () => undefined;
  expect(await client.jobs.cancel({ jobId }), 'nothing of it is left running').toEqual({ found: false });
  return {
    milliseconds: ended - began,
    code: answer.ok ? null : answer.error.code,
    told,
    last,
    stopping: stopped === 0 ? null : ended - stopped,
  };
}

test.each(names)('%s: progress, and an end within a second', { timeout: 300_000 }, async (name) => {
  await change();
  const whole = await runJob(name, 0);
  expect(whole).toMatchObject({ code: null, last: 'done' });
  for (const [k, share] of whole.told.entries()) {
    expect(share).toBeGreaterThanOrEqual(whole.told[k - 1] ?? 0);
    expect(share).toBeLessThanOrEqual(1);
  }
  if (whole.milliseconds > 1000)
    expect(whole.told.length, `${whole.milliseconds} ms without a word`).toBeGreaterThan(0);
  for (const stopAt of [1, 2]) {
    await change();
    const { stopping, code, last } = await runJob(name, stopAt);
    // A short job may be done before it hears of it.
    if (stopAt === 1) expect(stopping).not.toBeNull();
    expect([code, last]).toEqual(code === null ? [null, 'done'] : ['cancelled', 'cancelled']);
    const most = inOneStatement.has(name) ? 1000 + whole.milliseconds : 1000;
    expect(stopping ?? 0, `stopped at event ${stopAt} of ${whole.milliseconds} ms`).toBeLessThan(most);
  }
});

test('what was stopped left a sound project', { timeout: 300_000 }, async () => {
  expect((await client.project.check({})).problems).toEqual([]);
});

function pair([one = missing(), other = missing()]: readonly Guid[]): [Guid, Guid] {
  return [one, other];
}

function first(guids: readonly Guid[]): Guid {
  return guids[0] ?? missing();
}

function missing(): never {
  throw new RangeError('the generated project lacks something');
}
