import { Option, type Command } from 'commander';
import type { Client } from '../../../shared/contract/client.ts';
import { comparison, type Comparison } from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { findVariable } from './lookup.ts';
import { CliFailure, jsonOf, tableOf, type Say } from './output.ts';
import type { CommandTools } from './tools.ts';

const kinds = ['source', 'technique', 'group', 'time', 'investigator', 'theory'] as const;
type TriangulationOptions = {
  readonly json?: true;
  readonly by: (typeof kinds)[number];
  readonly variable?: string;
  readonly rows: 'propositions' | 'codes';
};

/** `propositions` and `triangulation`. */
export function addClaimCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;

  program
    .command('propositions')
    .argument('<project>')
    .description(say('cli.propositions'))
    .action((project: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const propositions = await client.propositions.list({});
        const rows = propositions.map(({ guid, status, evidence, mark, missing, statement }) => {
          const count = (side: string) => evidence.filter((each) => each.side === side).length;
          return [
            guid,
            status,
            `+${count('supports')} −${count('opposes')}`,
            mark ? '!' : '',
            missing.length,
            statement,
          ];
        });
        await out(json ? jsonOf(propositions) : tableOf(rows));
      }),
    );

  program
    .command('triangulation')
    .argument('<project>')
    .description(say('cli.triangulation'))
    .addOption(new Option('--by <what>', say('cli.option.by')).choices(kinds).default('technique'))
    .option('--variable <name>', say('cli.option.by-variable'))
    .addOption(
      new Option('--rows <what>', say('cli.option.rows')).choices(['propositions', 'codes']).default('propositions'),
    )
    .action((project: string, options: TriangulationOptions) =>
      withProject(project, async ({ client }) => {
        const matrix = await client.triangulation.matrix({
          comparison: await comparisonFrom(client, say, options),
          rows: options.rows,
        });
        if (options.json) return out(jsonOf(matrix));
        const signs = { heard: '', silent: '0', 'not-asked': '–', unknown: '?' } as const;
        const rows = matrix.rows.map(({ label, cells, verdict, suggestion }) => [
          ...cells.map(({ state, count }) => (state === 'heard' ? count : signs[state])),
          verdict?.verdict ?? (suggestion ? `(${suggestion})` : ''),
          label,
        ]);
        await out(tableOf([[...matrix.columns.map(({ label }) => label), '', ''], ...rows]));
      }),
    );
}

async function comparisonFrom(client: Client, say: Say, { by, variable }: TriangulationOptions): Promise<Comparison> {
  if (by === 'group' && variable === undefined) {
    throw new CliFailure('usage', say('cli.usage.needs-variable'), 2);
  }
  const variableId: Guid | null = variable === undefined ? null : await findVariable(client, say, variable);
  return comparison.parse(by === 'group' ? { kind: by, variableId } : { kind: by });
}
