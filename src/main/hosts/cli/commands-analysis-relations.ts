import { Option, type Command } from 'commander';
import {
  crosstabMeasure,
  type CrosstabResult,
  type SequenceResult,
} from '../../../shared/contract/analysis-relations.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { addScopeOptions, codeTable, scopeFrom, shown, type ScopeOptions } from './analysis-options.ts';
import { findVariable } from './lookup.ts';
import { jsonOf, tableOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type Crosstab = InputOf<'analysis.crosstab'>;
type CrosstabOptions = ScopeOptions & {
  readonly json?: true;
  readonly variable: string;
  readonly measure?: NonNullable<Crosstab['measure']>;
  readonly tests?: true;
  readonly correspondence?: true;
  readonly draws?: string;
  readonly seed?: string;
};
type Sequence = InputOf<'analysis.sequence'>;
type SequenceOptions = ScopeOptions & {
  readonly json?: true;
  readonly lag?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly distanceUnit?: NonNullable<Sequence['distanceUnit']>;
  readonly self: boolean;
  readonly permutations?: string;
  readonly seed?: string;
};

/** `crosstab` and `sequence`. */
export function addRelationCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out, err } = host.streams;
  const caution = (cautions: CrosstabResult['cautions']): void => {
    for (const each of cautions) err(`${say(`analysis.caution.${each}`)}\n`);
  };
  const numbers = (options: Readonly<Record<string, string | undefined>>): Record<string, number> =>
    Object.fromEntries(
      Object.entries(options).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, numberOption(say, `--${name}`, value)]],
      ),
    );

  addScopeOptions(program.command('crosstab').argument('<project>').description(say('cli.crosstab')), say)
    .requiredOption('--variable <name>', say('cli.option.variable'))
    .addOption(new Option('--measure <measure>', say('cli.option.measure')).choices(crosstabMeasure.options))
    .option('--tests', say('cli.option.tests'))
    .option('--correspondence', say('cli.option.correspondence'))
    .option('--draws <n>', say('cli.option.draws'))
    .option('--seed <n>', say('cli.option.seed'))
    .action((project: string, options: CrosstabOptions) =>
      withProject(project, async ({ client }) => {
        const { json, variable, measure, tests, correspondence, draws, seed } = options;
        const result = await client.analysis.crosstab({
          ...(await scopeFrom(client, say, options)),
          variableId: await findVariable(client, say, variable),
          ...(measure && { measure }),
          ...(tests && { tests }),
          ...(correspondence && { correspondence }),
          ...numbers({ draws, seed }),
        });
        if (json) return out(jsonOf(result));
        await out(
          codeTable(
            result.columns.map(({ value }) => value),
            result.counts,
            result.rows,
          ),
        );
        if (result.tests) await out(`\n${testsTable(result, result.tests)}`);
        caution(result.cautions);
      }),
    );

  addScopeOptions(program.command('sequence').argument('<project>').description(say('cli.sequence')), say)
    .option('--lag <n>', say('cli.option.lag'))
    .option('--minimum <n>', say('cli.option.minimum'))
    .option('--maximum <n>', say('cli.option.maximum'))
    .addOption(
      new Option('--distance-unit <unit>', say('cli.option.distance-unit')).choices([
        'characters',
        'words',
        'sentences',
        'paragraphs',
      ]),
    )
    .option('--no-self', say('cli.option.no-self'))
    .option('--permutations <n>', say('cli.option.permutations'))
    .option('--seed <n>', say('cli.option.seed'))
    .action((project: string, options: SequenceOptions) =>
      withProject(project, async ({ client }) => {
        const { json, lag, minimum, maximum, distanceUnit, self, permutations, seed } = options;
        const result = await client.analysis.sequence({
          ...(await scopeFrom(client, say, options)),
          ...(distanceUnit && { distanceUnit }),
          selfFollows: self,
          ...numbers({ lag, minimum, maximum, permutations, seed }),
        });
        if (json) return out(jsonOf(result));
        await out(transitionsTable(result));
        caution(result.cautions);
      }),
    );
}

/** Per code: χ² and p, corrected p, V, Fisher, F, H, τ-b, γ, ρ. */
function testsTable(result: CrosstabResult, { perCode, adjusted }: NonNullable<CrosstabResult['tests']>): string {
  const rows = perCode.map(({ presence, anova, kruskalWallis, ordinal }, place) => [
    presence.chiSquare?.value ?? null,
    presence.chiSquare?.p ?? null,
    adjusted.chiSquare.holm[place] ?? null,
    adjusted.chiSquare.benjaminiHochberg[place] ?? null,
    presence.cramersV,
    presence.fisher?.p ?? null,
    anova?.f ?? null,
    anova?.p ?? null,
    kruskalWallis?.h ?? null,
    kruskalWallis?.p ?? null,
    ordinal?.tauB ?? null,
    ordinal?.gamma ?? null,
    ordinal?.spearman?.value ?? null,
  ]);
  const head = ['χ²', 'p', 'Holm', 'BH', 'V', 'Fisher p', 'F', 'p', 'H', 'p', 'τ-b', 'γ', 'ρ'];
  return codeTable(head, rows, result.rows);
}

/** Transitions that occur, furthest from chance first. */
function transitionsTable({ codes, counts, expected, z, p, permutationP, conditional, yuleQ }: SequenceResult): string {
  const rows = codes.flatMap((from, row) =>
    codes.flatMap((to, column) => {
      const count = counts[row]?.[column] ?? 0;
      const at = (values: SequenceResult['z'] | null) => values?.[row]?.[column] ?? null;
      const names = `${from.path.join(pathSeparator)} → ${to.path.join(pathSeparator)}`;
      return count === 0
        ? []
        : [
            {
              count,
              z: at(z),
              cells: [at(expected), at(z), at(p), at(permutationP), at(conditional), at(yuleQ)],
              names,
            },
          ];
    }),
  );
  rows.sort((a, b) => Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0) || b.count - a.count);
  return tableOf([
    ['n', 'E', 'z', 'p', 'p*', 'p(B|A)', 'Q', ''],
    ...rows.map(({ count, cells, names }) => [count, ...cells.map(shown), names]),
  ]);
}
