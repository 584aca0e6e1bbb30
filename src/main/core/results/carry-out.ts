// Carries out an analysis that is to be kept, or that was.

import { createHash } from 'node:crypto';
import { methods } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { KeptMethod } from '../../../shared/contract/results.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ResultTable } from '../../../shared/domain/result-tables.ts';
import { revisionOf } from '../../db/analysis.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import type { JobContext, JobHandlers } from '../handler.ts';
import { agreementJobs } from '../handlers/analysis-agreement.ts';
import { analysisJobs } from '../handlers/analysis.ts';
import { matrixJobs } from '../handlers/analysis-matrix.ts';
import { relationJobs } from '../handlers/analysis-relations.ts';
import { retrievalJobs } from '../handlers/analysis-retrieval.ts';
import { spreadJobs } from '../handlers/analysis-spread.ts';
import { searchJobs } from '../handlers/search.ts';
import { inputsOf } from './inputs.ts';
import { tablesOf } from './tables.ts';

/** An answer with everything that is kept of it. */
export type CarriedOut = {
  readonly answer: Json;
  readonly tables: ResultTable[];
  readonly inputs: string;
  readonly digest: string;
  readonly revision: number;
};

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/** Bytes the tables of one state may take: a matrix of 500 codes takes half. */
const largestAnswer = 20_000_000;

/**
 * Answers exactly what the analysis itself would. Where the project changes meanwhile it is carried out again, so that
 * answer, fingerprint and revision belong together.
 * @throws SimpulError `invalid-input`, `too-large`, and whatever the analysis throws
 */
export async function carryOut(context: JobContext, method: KeptMethod, input: unknown): Promise<CarriedOut> {
  const checked = checkedInput(method, input);
  const run = jobs[method] as (context: JobContext, input: unknown) => Promise<unknown>;
  for (;;) {
    const revision = revisionOf(context.db);
    const inputs = await inputsOf(context, method, checked);
    const found = await run(context, checked);
    if (revisionOf(context.db) !== revision) continue;
    const answer = JSON.parse(JSON.stringify(found)) as Json;
    const tables = tablesOf(method, found, namesIn(context.db));
    if (JSON.stringify(tables).length > largestAnswer) {
      throw new SimpulError('too-large', { megabytes: largestAnswer / 1_000_000 });
    }
    return { answer, tables, inputs, digest: digestOf(answer), revision };
  }
}

/** As the method's own schema reads it, defaults filled in. @throws SimpulError `invalid-input` */
export function checkedInput(method: KeptMethod, input: unknown): unknown {
  const result = methods.get(method)?.input.safeParse(input);
  if (result?.success) return result.data;
  const path = result?.error.issues[0]?.path.map(String).join('.');
  throw new SimpulError('invalid-input', { field: path ? `input.${path}` : 'input' });
}

const jobs: Readonly<Record<KeptMethod, unknown>> = {
  'analysis.frequency': analysisJobs['analysis.frequency'],
  'analysis.cooccurrence': analysisJobs['analysis.cooccurrence'],
  'analysis.caseSimilarity': analysisJobs['analysis.caseSimilarity'],
  'analysis.crosstab': relationJobs['analysis.crosstab'],
  'analysis.sequence': relationJobs['analysis.sequence'],
  'analysis.matrix': matrixJobs['analysis.matrix'],
  'analysis.retrieve': retrievalJobs['analysis.retrieve'],
  'analysis.agreement': agreementJobs['analysis.agreement'],
  'analysis.spread': spreadJobs['analysis.spread'],
  'search.find': searchJobs['search.find'],
  'search.words': searchJobs['search.words'],
  'search.similar': searchJobs['search.similar'],
} satisfies Pick<JobHandlers, KeptMethod>;

/** When and at which revision it was computed says nothing about the answer. */
function digestOf(answer: Json): string {
  const text = JSON.stringify(answer, (key, value: Json) => (key === 'computedAt' || key === 'revision' ? 0 : value));
  return createHash('sha256').update(text).digest('hex');
}

function namesIn(db: ReadableDb): ReadonlyMap<Guid | null, string> {
  const rows = db.all<{ guid: Guid; name: string }>(sql`
    SELECT guid, name FROM study_case UNION ALL SELECT guid, title AS name FROM document`);
  return new Map(rows.map(({ guid, name }) => [guid, name]));
}
