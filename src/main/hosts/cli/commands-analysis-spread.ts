import { Option, type Command } from 'commander';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { addScopeOptions, scopeFrom, type ScopeOptions } from './analysis-options.ts';
import { jsonOf, tableOf } from './output.ts';
import type { CommandTools } from './tools.ts';

type SaturationOptions = ScopeOptions & {
  readonly json?: true;
  readonly order?: NonNullable<InputOf<'analysis.spread'>['order']>;
};

/** `saturation`. */
export function addSpreadCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;
  addScopeOptions(program.command('saturation').argument('<project>').description(say('cli.saturation')), say)
    .addOption(new Option('--order <order>', say('cli.option.order')).choices(['day', 'list']))
    .action((project: string, options: SaturationOptions) =>
      withProject(project, async ({ client }) => {
        const { json, order } = options;
        const result = await client.analysis.spread({
          ...(await scopeFrom(client, say, options)),
          ...(order && { order }),
        });
        if (json) return out(jsonOf(result));
        const lines = result.saturation.map(({ fresh, met }, place) => [
          fresh.length,
          met,
          result.documents[place]?.day ?? '–',
          result.documents[place]?.title ?? '',
        ]);
        await out(tableOf(lines));
      }),
    );
}
