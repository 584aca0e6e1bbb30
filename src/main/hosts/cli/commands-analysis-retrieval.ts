import { Option, type Command } from 'commander';
import { returnMode, type RetrievalResult } from '../../../shared/contract/analysis-retrieval.ts';
import { addScopeOptions, scopeFrom, type ScopeOptions } from './analysis-options.ts';
import { jsonOf, tableOf } from './output.ts';
import { numberOption, type CommandTools } from './tools.ts';

type RetrieveOptions = ScopeOptions & {
  readonly json?: true;
  readonly return?: RetrievalResult['mode'];
  readonly limit?: string;
};

/** `retrieve`. */
export function addRetrievalCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out, err } = host.streams;

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
