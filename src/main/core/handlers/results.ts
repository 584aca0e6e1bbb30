import { SimpulError } from '../../../shared/contract/errors.ts';
import {
  keptMethod,
  resultTable,
  type KeptMethod,
  type ResultFreshness,
  type SavedResult,
} from '../../../shared/contract/results.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { compareTables, type ResultTable } from '../../../shared/domain/result-tables.ts';
import { z } from 'zod';
import type { ReadableDb, WritableDb } from '../../db/database.ts';
import {
  answerOf,
  deleteResult,
  insertResult,
  insertState,
  listResults,
  listStates,
  requireResult,
  statesOf,
  updateResult,
  type ResultRow,
  type StateRow,
} from '../../db/results.ts';
import {
  label,
  type CommandHandlers,
  type JobContext,
  type JobHandlers,
  type QueryHandlers,
  type Services,
} from '../handler.ts';
import { carryOut, checkedInput, type CarriedOut } from '../results/carry-out.ts';
import { inputsOf } from '../results/inputs.ts';

export const resultQueries = {
  'results.list': ({ db }) => {
    const states = Map.groupBy(listStates(db), ({ result_id }) => result_id);
    return listResults(db).map((row) => savedResult(row, states.get(row.id) ?? []));
  },
  'results.tables': ({ db }, { resultId, stateId }) => {
    const [state] = chosenStates(db, resultId, stateId);
    return { state: told(state), tables: tablesIn(db, state) };
  },
  'results.compare': ({ db }, { resultId, stateId }) => {
    const all = statesOf(db, requireResult(db, resultId).id);
    const to = all[0] ?? gone();
    const from = stateId === undefined ? (all[1] ?? null) : chosenStates(db, resultId, stateId)[0];
    const differences = from ? comparison(tablesIn(db, from), tablesIn(db, to)) : { changes: [], changed: 0 };
    return { from: from && told(from), to: told(to), ...differences };
  },
} satisfies Partial<QueryHandlers>;

export const resultJobs = {
  'results.check': async (context) => {
    const latest = new Map(
      listStates(context.db)
        .toReversed()
        .map((state) => [state.result_id, state] as const),
    );
    const found: { guid: Guid; freshness: ResultFreshness }[] = [];
    for (const row of listResults(context.db)) {
      found.push({ guid: row.guid, freshness: await freshnessOf(context, row, latest.get(row.id)) });
    }
    return found;
  },
  'results.run': async (context, { resultId }) => {
    const { out, latest } = await again(context, resultId);
    const { answer, tables, digest } = out;
    const isSame = digest === latest.digest;
    return { answer, tables: written(tables), digest, isSame, ...comparison(tablesIn(context.db, latest), tables) };
  },
  'results.save': async (context, { name, comment, method, input }) => {
    const out = await carryOut(context, method, input);
    const { services, session } = context;
    const guid = services.ports.ids.next();
    return context.write(({ db, now }) => {
      const created_by = session.currentCoder?.id ?? null;
      const row = { guid, name, comment, method, input: JSON.stringify(checkedInput(method, input)) };
      const id = insertResult(db, { ...row, created_by, created_at: now });
      keepState(db, services, id, out, now);
      return { value: { guid }, label: label('history.result.saved', { name }) };
    }).value;
  },
  'results.renew': async (context, { resultId }) => {
    const { row, out, latest } = await again(context, resultId);
    const isSame = out.digest === latest.digest && out.inputs === latest.inputs;
    const differences = comparison(tablesIn(context.db, latest), out.tables);
    if (!isSame) {
      context.write(({ db, now }) => {
        keepState(db, context.services, requireResult(db, resultId).id, out, now);
        return { value: {}, label: label('history.result.renewed', { name: row.name }) };
      });
    }
    return { isSame, ...differences };
  },
} satisfies Partial<JobHandlers>;

export const resultCommands = {
  'results.update': ({ db, now }, { resultId, name, comment, inReport }) => {
    const row = requireResult(db, resultId);
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(comment === undefined ? {} : { comment }),
      ...(inReport === undefined ? {} : { in_report: Number(inReport) }),
    };
    updateResult(db, row, change, now);
    return { value: {}, label: label('history.result.changed', { name: name ?? row.name }) };
  },
  'results.remove': ({ db }, { resultId }) => {
    const row = requireResult(db, resultId);
    deleteResult(db, row.id);
    return { value: {}, label: label('history.result.removed', { name: row.name }) };
  },
} satisfies Partial<CommandHandlers>;

/** Changes that one answer tells; all are counted. */
const mostChanges = 1000;

async function again(context: JobContext, resultId: Guid) {
  const row = requireResult(context.db, resultId);
  const [latest = gone()] = statesOf(context.db, row.id);
  return { row, latest, out: await carryOut(context, methodOf(row), JSON.parse(row.input)) };
}

async function freshnessOf(
  context: JobContext,
  row: ResultRow,
  latest: StateRow | undefined,
): Promise<ResultFreshness> {
  try {
    const method = methodOf(row);
    const inputs = await inputsOf(context, method, checkedInput(method, JSON.parse(row.input)));
    return inputs === latest?.inputs ? 'current' : 'stale';
  } catch (error) {
    if (error instanceof SimpulError && error.code === 'not-found') return 'missing';
    throw error;
  }
}

function keepState(db: WritableDb, services: Services, result_id: number, out: CarriedOut, now: string): void {
  const { tables, inputs, digest, revision } = out;
  const guid = services.ports.ids.next();
  insertState(db, { guid, result_id, revision, computed_at: now, inputs, digest, answer: JSON.stringify(tables) });
}

function chosenStates(db: ReadableDb, resultId: Guid, stateId: Guid | undefined): readonly [StateRow] {
  const all = statesOf(db, requireResult(db, resultId).id);
  return [(stateId === undefined ? all[0] : all.find(({ guid }) => guid === stateId)) ?? gone()];
}

function gone(): never {
  throw new SimpulError('not-found', { what: 'result' });
}

function tablesIn(db: ReadableDb, state: StateRow): z.infer<typeof resultTable>[] {
  return z.array(resultTable).parse(JSON.parse(answerOf(db, state.id)));
}

function written(tables: readonly ResultTable[]): z.infer<typeof resultTable>[] {
  return tables.map(({ title, columns, rows }) => ({
    title,
    columns: [...columns],
    rows: rows.map(({ key, label: name, values }) => ({ key, label: name, values: [...values] })),
  }));
}

function comparison(before: readonly ResultTable[], after: readonly ResultTable[]) {
  const changes = compareTables(before, after);
  return { changes: changes.slice(0, mostChanges), changed: changes.length };
}

function savedResult(row: ResultRow, states: readonly StateRow[]): SavedResult {
  return {
    guid: row.guid,
    name: row.name,
    comment: row.comment,
    method: methodOf(row),
    input: z.json().parse(JSON.parse(row.input)),
    inReport: row.in_report === 1,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    states: states.map(told),
  };
}

function told({ guid, revision, computed_at, digest }: StateRow) {
  return { guid, revision, computedAt: computed_at, digest };
}

function methodOf({ method }: ResultRow): KeptMethod {
  return keptMethod.parse(method);
}
