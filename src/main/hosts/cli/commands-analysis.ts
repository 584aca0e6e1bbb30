import { Option, type Command } from 'commander';
import { cooccurrenceLevel, matching, similarityIndex } from '../../../shared/contract/analysis.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { numberOption, type CommandTools } from './tools.ts';
import { findCode } from './lookup.ts';
import { jsonOf, tableOf } from './output.ts';

type Settings = InputOf<'analysis.cooccurrence'>;
type CooccurrenceOptions = {
  readonly json?: true;
  readonly level?: NonNullable<Settings['level']>;
  readonly index?: NonNullable<Settings['index']>;
  readonly matching?: NonNullable<Settings['matching']>;
  readonly mode?: 'touch' | 'cover';
  readonly cover?: string;
  readonly distance?: string;
  readonly distanceUnit?: NonNullable<Settings['distanceUnit']>;
  readonly codes?: string[];
};

/** `frequency` and `cooccurrence`. */
export function addAnalysisCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;

  program
    .command('frequency')
    .argument('<project>')
    .description(say('cli.frequency'))
    .action((project: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const { rows } = await client.analysis.frequency({});
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

  program
    .command('cooccurrence')
    .argument('<project>')
    .description(say('cli.cooccurrence'))
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
    .option('--codes <paths...>', say('cli.option.codes'))
    .action((project: string, options: CooccurrenceOptions) =>
      withProject(project, async ({ client }) => {
        const { json, codes, cover, distance, ...chosen } = options;
        const codeIds = codes && (await Promise.all(codes.map((path) => findCode(client, say, path))));
        const result = await client.analysis.cooccurrence({
          ...chosen,
          ...(codeIds ? { codeIds } : {}),
          ...(cover === undefined ? {} : { cover: numberOption(say, '--cover', cover) }),
          ...(distance === undefined ? {} : { distance: numberOption(say, '--distance', distance) }),
        });
        await out(json ? jsonOf(result) : pairsOf(result));
      }),
    );
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
