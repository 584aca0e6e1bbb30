import { Option, type Command } from 'commander';
import {
  cooccurrenceLevel,
  matching,
  similarityIndex,
  type CaseSimilarityResult,
  type CooccurrenceResult,
  type PairResult,
} from '../../../shared/contract/analysis.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { numberOption, type CommandTools } from './tools.ts';
import { findCode } from './lookup.ts';
import { addScopeOptions, scopeFrom, shown, type ScopeOptions } from './analysis-options.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';

type Settings = InputOf<'analysis.cooccurrence'>;
type CooccurrenceOptions = ScopeOptions & {
  readonly json?: true;
  readonly level?: NonNullable<Settings['level']>;
  readonly index?: NonNullable<Settings['index']>;
  readonly matching?: NonNullable<Settings['matching']>;
  readonly mode?: 'touch' | 'cover';
  readonly cover?: string;
  readonly distance?: string;
  readonly distanceUnit?: NonNullable<Settings['distanceUnit']>;
  readonly secondOrder?: true;
  readonly map?: NonNullable<Settings['mapMethod']>;
  readonly targets?: string[];
  readonly pair?: string[];
};

/** `frequency`, `cooccurrence` and `case-similarity`. */
export function addAnalysisCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;

  addScopeOptions(program.command('frequency').argument('<project>').description(say('cli.frequency')), say).action(
    (project: string, { json, ...scope }: ScopeOptions & { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const { rows } = await client.analysis.frequency(await scopeFrom(client, say, scope));
        const lines = rows.map((row) => [
          row.codings,
          row.documents,
          row.cases,
          row.words,
          row.path.join(pathSeparator),
        ]);
        await out(json ? jsonOf(rows) : tableOf(lines));
      }),
  );

  addScopeOptions(program.command('cooccurrence').argument('<project>').description(say('cli.cooccurrence')), say)
    .addOption(new Option('--level <level>', say('cli.option.level')).choices(cooccurrenceLevel.options))
    .addOption(new Option('--index <index>', say('cli.option.index')).choices(similarityIndex.options))
    .addOption(new Option('--matching <matching>', say('cli.option.matching')).choices(matching.options))
    .addOption(new Option('--mode <mode>', say('cli.option.mode')).choices(['touch', 'cover']))
    .option('--cover <percent>', say('cli.option.cover'))
    .option('--distance <n>', say('cli.option.distance'))
    .addOption(
      new Option('--distance-unit <unit>', say('cli.option.distance-unit')).choices([
        'characters',
        'words',
        'sentences',
        'paragraphs',
      ]),
    )
    .option('--second-order', say('cli.option.second-order'))
    .addOption(new Option('--map <method>', say('cli.option.map')).choices(['smacof', 'maxqda']))
    .option('--targets <paths...>', say('cli.option.targets'))
    .option('--pair <paths...>', say('cli.option.pair'))
    .action((project: string, options: CooccurrenceOptions) =>
      withProject(project, async ({ client }) => {
        const {
          json,
          level,
          index,
          matching: matched,
          mode,
          cover,
          distance,
          distanceUnit,
          secondOrder,
          map,
        } = options;
        const find = (paths: readonly string[]) => Promise.all(paths.map((path) => findCode(client, say, path)));
        const settings: Settings = {
          ...(await scopeFrom(client, say, options)),
          ...(level && { level }),
          ...(index && { index }),
          ...(matched && { matching: matched }),
          ...(mode && { mode }),
          ...(distanceUnit && { distanceUnit }),
          ...(secondOrder && { secondOrder }),
          ...(map && { mapMethod: map }),
          ...(options.targets && { targetIds: await find(options.targets) }),
          ...(cover === undefined ? {} : { cover: numberOption(say, '--cover', cover) }),
          ...(distance === undefined ? {} : { distance: numberOption(say, '--distance', distance) }),
        };
        if (options.pair) {
          const [rowId, columnId, ...more] = await find(options.pair);
          if (!rowId || !columnId || more.length > 0) throw new CliFailure('usage', say('cli.usage.pair'), 2);
          const pair = await client.analysis.cooccurrencePair({ ...settings, rowId, columnId });
          return out(json ? jsonOf(pair) : pairTable(pair));
        }
        const result = await client.analysis.cooccurrence(settings);
        if (json) return out(jsonOf(result));
        await out(result.proximity ? proximityTable(result, result.proximity) : pairsOf(result));
      }),
    );

  addScopeOptions(
    program.command('case-similarity').argument('<project>').description(say('cli.case-similarity')),
    say,
  ).action((project: string, { json, ...scope }: ScopeOptions & { readonly json?: true }) =>
    withProject(project, async ({ client }) => {
      const result = await client.analysis.caseSimilarity(await scopeFrom(client, say, scope));
      if (json) return out(jsonOf(result));
      const names = new Map((await client.cases.list({})).map(({ guid, name }) => [guid, name]));
      await out(casePairs(result, names));
    }),
  );
}

/** The working behind a coefficient. */
function pairTable({ n, table, pairs, indices, warnings }: PairResult): string {
  const { a, b, c, d } = table;
  return tableOf([
    ['N', n, ''],
    ['a', a, ''],
    ['b', b, ''],
    ['c', c, ''],
    ['d', shown(d), ''],
    ...(pairs === null ? [] : [['pairs', pairs, '']]),
    ...indices.map(({ index, formula, value }) => [index, shown(value), formula]),
    ...warnings.map((warning) => [warning, '', '']),
  ]);
}

/** Nearest first: the mean, then each target. */
function proximityTable(
  { codes }: CooccurrenceResult,
  proximity: NonNullable<CooccurrenceResult['proximity']>,
): string {
  const rows = proximity.map(({ code, values, mean }) => [
    shown(mean),
    ...values.map(shown),
    codes[code]?.path.join(pathSeparator) ?? '',
  ]);
  return tableOf(rows);
}

/** Cases that are coded alike, most alike first. */
function casePairs({ cases, similarity }: CaseSimilarityResult, names: ReadonlyMap<string, string>): string {
  const nameOf = (place: number) => names.get(cases[place]?.guid ?? '') ?? '';
  const rows = cases.flatMap((_, row) =>
    cases.slice(row + 1).map((__, k) => {
      const column = row + 1 + k;
      return { value: similarity[row]?.[column] ?? null, names: [nameOf(row), nameOf(column)] };
    }),
  );
  rows.sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return tableOf(rows.map(({ value, names: both }) => [shown(value), ...both]));
}

/** Pairs that occur together, strongest first. */
function pairsOf(result: {
  readonly codes: readonly { readonly path: readonly string[] }[];
  readonly counts: readonly (readonly number[])[];
  readonly similarity: readonly (readonly (number | null)[])[];
}): string {
  const rows = result.codes.flatMap((first, row) =>
    result.codes.slice(row + 1).flatMap((second, index) => {
      const column = row + 1 + index;
      const count = result.counts[row]?.[column] ?? 0;
      const similarity = result.similarity[row]?.[column] ?? null;
      if (count === 0) return [];
      return [{ count, similarity, names: [first, second].map(({ path }) => path.join(pathSeparator)) }];
    }),
  );
  rows.sort((a, b) => (b.similarity ?? -Infinity) - (a.similarity ?? -Infinity) || b.count - a.count);
  return tableOf(rows.map(({ count, similarity, names }) => [count, similarity?.toFixed(4) ?? '–', ...names]));
}
