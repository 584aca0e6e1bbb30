import { Option, type Command } from 'commander';
import { keptMethod, type KeptMethod, type SavedResult } from '../../../shared/contract/results.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import type { CommandTools } from './tools.ts';

type SaveOptions = {
  readonly method: KeptMethod;
  readonly input?: string;
  readonly comment?: string;
  readonly json?: true;
};

/** `results list`, `results run` and `results save`. */
export function addResultCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;
  const results = program.command('results').description(say('cli.results'));

  results
    .command('list')
    .argument('<project>')
    .description(say('cli.results.list'))
    .action((project: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const all = await client.results.list({});
        const freshness = new Map((await client.results.check({})).map((each) => [each.guid, each.freshness]));
        if (json) return out(jsonOf(all.map((each) => ({ ...each, freshness: freshness.get(each.guid) }))));
        const lines = all.map(({ guid, name, method, states }) => [
          method,
          states[0]?.revision ?? null,
          freshness.get(guid) ?? '',
          name,
        ]);
        await out(tableOf(lines));
      }),
    );

  results
    .command('run')
    .argument('<project>')
    .argument('<name>')
    .description(say('cli.results.run'))
    .action((project: string, name: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const found = pick(await client.results.list({}), name);
        const { guid, method, input, states } = found;
        const { tables, ...run } = await client.results.run({ resultId: guid });
        if (json) return out(jsonOf({ name: found.name, method, input, ...run }));
        const revision = states[0]?.revision ?? 0;
        const told = run.isSame
          ? say('cli.done.result-same', { revision })
          : say('cli.done.result-changed', { n: run.changed, revision });
        const changes = run.changes.map(({ table, row, column, before, after }) => [
          table,
          column,
          before,
          '→',
          after,
          row,
        ]);
        const numbers = tables.flatMap(({ columns, rows }) => [
          [...columns, ''],
          ...rows.map(({ values, label }) => [...values, label]),
        ]);
        await out(`${run.isSame ? tableOf(numbers) : tableOf(changes)}${told}\n`);
      }),
    );

  results
    .command('save')
    .argument('<project>')
    .argument('<name>')
    .description(say('cli.results.save'))
    .addOption(
      new Option('--method <method>', say('cli.option.method')).choices(keptMethod.options).makeOptionMandatory(),
    )
    .option('--input <json>', say('cli.option.input'))
    .option('--comment <text>', say('cli.option.comment'))
    .action((project: string, name: string, { method, input, comment, json }: SaveOptions) =>
      withProject(project, async ({ client }) => {
        const made = await client.results.save({
          name,
          method,
          input: input === undefined ? {} : parsed(input),
          ...(comment === undefined ? {} : { comment }),
        });
        await out(json ? jsonOf(made) : `${made.guid}\n`);
      }),
    );

  function pick(all: readonly SavedResult[], name: string): SavedResult {
    const [found, other] = all.filter((each) => each.name === name || each.guid === name.toUpperCase());
    if (!found) throw new CliFailure('not-found', say('cli.not-found.result', { name }));
    if (!other) return found;
    const candidates = `${found.guid}, ${other.guid}`;
    throw new CliFailure('ambiguous-name', say('error.ambiguous-name', { name, candidates }));
  }

  function parsed(text: string) {
    try {
      return JSON.parse(text) as SavedResult['input'];
    } catch {
      throw new CliFailure('usage', say('cli.usage.json', { name: '--input' }), 2);
    }
  }
}
