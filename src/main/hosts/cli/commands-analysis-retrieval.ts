import { Option, type Command } from 'commander';
import { returnMode, type RetrievalResult } from '../../../shared/contract/analysis-retrieval.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { addScopeOptions, codeTable, scopeFrom, type ScopeOptions } from './analysis-options.ts';
import { findVariable } from './lookup.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type RetrieveOptions = ScopeOptions & {
  readonly json?: true;
  readonly return?: RetrievalResult['mode'];
  readonly limit?: string;
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

/** `retrieve` and `matrix`. */
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

  addScopeOptions(program.command('retrieve').argument('<project>').argument('<expression>'), say)
    .description(say('cli.retrieve'))
    .addOption(new Option('--return <what>', say('cli.option.return')).choices(returnMode.options))
    .option('--limit <n>', say('cli.option.limit-segments'))
    .action((project: string, expression: string, options: RetrieveOptions) =>
      withProject(project, async ({ client }) => {
        const result = await client.analysis.retrieve({
          ...(await scopeFrom(client, say, options)),
          query: expression,
          ...(options.return && { mode: options.return }),
          ...(options.limit !== undefined && { limit: numberOption(say, '--limit', options.limit) }),
        });
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
