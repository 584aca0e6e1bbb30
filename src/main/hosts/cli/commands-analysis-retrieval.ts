import { Option, type Command } from 'commander';
import { returnMode, type RetrievalResult } from '../../../shared/contract/analysis-retrieval.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { addScopeOptions, codeTable, scopeFrom, type ScopeOptions } from './analysis-options.ts';
import { findQuery, findVariable } from './lookup.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type RetrieveOptions = ScopeOptions & {
  readonly json?: true;
  readonly return?: RetrievalResult['mode'];
  readonly limit?: string;
  readonly saved?: string;
  readonly save?: string;
};

type Axis = NonNullable<InputOf<'analysis.matrix'>['rows']>;
type MatrixOptions = ScopeOptions & {
  readonly json?: true;
  readonly rows: string;
  readonly columns: string;
  readonly relation?: string;
  readonly show: (typeof matrixMeasures)[number];
};

/** What one cell can show. Shares are of words. */
const matrixMeasures = ['references', 'documents', 'cases', 'words', 'rowShare', 'columnShare'] as const;

/** `retrieve`, `queries` and `matrix`. */
export function addRetrievalCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out, err } = host.streams;

  addScopeOptions(program.command('matrix').argument('<project>').description(say('cli.matrix')), say)
    .option('--rows <axis>', say('cli.option.rows'), 'codes')
    .option('--columns <axis>', say('cli.option.columns'), 'codes')
    .option('--relation <relation>', say('cli.option.relation'))
    .addOption(new Option('--show <measure>', say('cli.option.show')).choices(matrixMeasures).default('references'))
    .action((project: string, options: MatrixOptions) =>
      withProject(project, async ({ client }) => {
        const axis = async (name: string, value: string): Promise<Axis> => {
          const variable = /^variable=(.+)$/s.exec(value)?.[1];
          if (variable !== undefined) return { kind: 'values', variableId: await findVariable(client, say, variable) };
          if (value === 'codes' || value === 'cases' || value === 'documents') return { kind: value };
          throw new CliFailure('usage', say('cli.usage.axis', { name, value }), 2);
        };
        const result = await client.analysis.matrix({
          ...(await scopeFrom(client, say, options)),
          rows: await axis('--rows', options.rows),
          columns: await axis('--columns', options.columns),
          ...(options.relation !== undefined && { relation: options.relation }),
        });
        if (options.json) return out(jsonOf(result));
        const head = result.columns.map(({ path }) => path.join(pathSeparator));
        await out(codeTable(head, result[options.show], result.rows));
      }),
    );

  program
    .command('queries')
    .argument('<project>')
    .description(say('cli.queries'))
    .action((project: string, options: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const saved = await client.queries.list({});
        const lines = saved.map(({ name, settings }) => [name, settings.mode, settings.query]);
        await out(options.json ? jsonOf(saved) : tableOf(lines));
      }),
    );

  addScopeOptions(program.command('retrieve').argument('<project>').argument('[expression]'), say)
    .description(say('cli.retrieve'))
    .option('--saved <name>', say('cli.option.saved-query'))
    .option('--save <name>', say('cli.option.save-query'))
    .addOption(new Option('--return <what>', say('cli.option.return')).choices(returnMode.options))
    .option('--limit <n>', say('cli.option.limit-segments'))
    .action((project: string, expression: string | undefined, options: RetrieveOptions) =>
      withProject(project, async ({ client }) => {
        const { saved, save } = options;
        if ((expression === undefined) === (saved === undefined)) {
          throw new CliFailure('usage', say('cli.usage.retrieve'), 2);
        }
        const asked =
          saved === undefined ? { query: expression ?? '' } : (await findQuery(client, say, saved)).settings;
        const settings = {
          ...asked,
          ...(await scopeFrom(client, say, options)),
          ...(options.return && { mode: options.return }),
        };
        const result = await client.analysis.retrieve({
          ...settings,
          ...(options.limit !== undefined && { limit: numberOption(say, '--limit', options.limit) }),
        });
        if (save !== undefined) await client.queries.save({ name: save, settings });
        if (options.json) return out(jsonOf(result));
        const titles = new Map((await client.documents.list({})).map(({ guid, title }) => [guid, title]));
        const { segments, total } = result;
        await out(
          tableOf(segments.map(({ document, start, end, quote }) => [titles.get(document) ?? '', start, end, quote])),
        );
        if (segments.length < total) err(`${say('cli.retrieve.more', { shown: segments.length, total })}\n`);
      }),
    );
}
