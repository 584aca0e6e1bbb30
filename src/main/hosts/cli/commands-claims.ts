import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { Client } from '../../../shared/contract/client.ts';
import { comparison, pattonComparison, type Comparison } from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { saveFile } from '../../core/files.ts';
import { findVariable, requireCoder } from './lookup.ts';
import { CliFailure, jsonOf, tableOf, type Say } from './output.ts';
import type { CommandTools } from './tools.ts';

const kinds = ['source', 'technique', 'group', 'time', 'investigator', 'theory', ...pattonComparison.options] as const;
type TriangulationOptions = {
  readonly json?: true;
  readonly by: (typeof kinds)[number];
  readonly variable?: string;
  readonly rows: 'propositions' | 'codes';
};

type AuditOptions = { readonly json?: true; readonly confirm?: true };

/** `propositions`, `triangulation` and `audit`. */
export function addClaimCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;

  program
    .command('propositions')
    .argument('<project>')
    .description(say('cli.propositions'))
    .option('--sheet <file>', say('cli.option.member-sheet'))
    .action((project: string, { json, sheet }: { readonly json?: true; readonly sheet?: string }) =>
      withProject(project, async ({ app, client }) => {
        if (sheet !== undefined) {
          const { bytes } = app.files.take((await client.propositions.sheet({})).token);
          saveFile(resolve(sheet), bytes);
          return out(
            json ? jsonOf({ file: sheet, size: bytes.byteLength }) : `${say('cli.done.export', { path: sheet })}\n`,
          );
        }
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
        return out(json ? jsonOf(propositions) : tableOf(rows));
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

  program
    .command('audit')
    .argument('<project>')
    .argument('[file]')
    .description(say('cli.audit'))
    .option('--confirm', say('cli.option.audit-confirm'))
    .action((project: string, file: string | undefined, { json, confirm }: AuditOptions) =>
      withProject(project, async ({ app, client }) => {
        if (file === undefined) {
          const page = await client.trustworthiness.page({});
          const log = await client.trustworthiness.log({});
          if (json) return out(jsonOf({ page, log }));
          const facts = page.flatMap(({ criterion, facts: own }) =>
            own.map(({ text, isGap }) => [say(`trust.criterion.${criterion}`), isGap ? say('trust.gap') : '', text]),
          );
          return out(tableOf([...facts, ...log.map(({ sequence, at, label }) => [sequence, at, label])]));
        }
        if (!file.toLowerCase().endsWith('.zip')) {
          throw new CliFailure('usage', say('cli.usage.audit-file', { file }), 2);
        }
        const produced = await client.trustworthiness.audit({ confirmed: confirm === true });
        const { bytes } = app.files.take(produced.token);
        saveFile(resolve(file), bytes);
        return out(json ? jsonOf({ file, size: bytes.byteLength }) : `${say('cli.done.export', { path: file })}\n`);
      }),
    );

  program
    .command('verdict-agreement')
    .argument('<project>')
    .argument('<judge>')
    .argument('<other>')
    .description(say('cli.verdict-agreement'))
    .action((project: string, judge: string, other: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const agreement = await client.triangulation.agreement({
          firstId: await requireCoder(client, say, judge),
          secondId: await requireCoder(client, say, other),
        });
        if (json) return out(jsonOf(agreement));
        const { values, table, n, observed, kappa, alpha } = agreement;
        const rows = values.map((value, row) => [value, ...(table[row] ?? [])]);
        await out(tableOf([['', ...values], ...rows]));
        await out(
          tableOf([['n', n], ...Object.entries({ observed, kappa, alpha }).map(([name, value]) => [name, value])]),
        );
      }),
    );
}

/** A comparison of groups, and one of Patton's that finds no variable of its own, needs one to be named. */
async function comparisonFrom(client: Client, say: Say, { by, variable }: TriangulationOptions): Promise<Comparison> {
  const variableId: Guid | null = variable === undefined ? null : await findVariable(client, say, variable);
  const ready = (await client.triangulation.readyMade({})).find(({ id }) => id === by)?.comparison;
  const ofGroups = by === 'group' || by === 'patton-public' || by === 'patton-rank';
  if (!ofGroups) return ready ?? comparison.parse({ kind: by });
  if (variableId !== null) return { kind: 'group', variableId };
  if (ready) return ready;
  throw new CliFailure('usage', say('cli.usage.needs-variable'), 2);
}
