import type { Command } from 'commander';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import type { CommandTools } from './tools.ts';

/** `displays list` and `displays show`. */
export function addDisplayCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;
  const displays = program.command('displays').description(say('cli.displays'));

  displays
    .command('list')
    .argument('<project>')
    .description(say('cli.displays.list'))
    .action((project: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const checked = new Map((await client.displays.check({})).map((each) => [each.guid, each]));
        const all = (await client.displays.list({})).map((each) => {
          const { written = 0, stale = 0 } = checked.get(each.guid) ?? {};
          return { ...each, written, stale };
        });
        const lines = all.map(({ kind, name, written, stale }) => [kind, written, stale, name]);
        await out(json ? jsonOf(all) : tableOf(lines));
      }),
    );

  displays
    .command('show')
    .argument('<project>')
    .argument('<name>')
    .description(say('cli.displays.show'))
    .action((project: string, name: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const all = await client.displays.list({});
        const [found, other] = all.filter((each) => each.name === name || each.guid === name.toUpperCase());
        if (!found) throw new CliFailure('not-found', say('cli.not-found.display', { name }));
        if (other) {
          const candidates = `${found.guid}, ${other.guid}`;
          throw new CliFailure('ambiguous-name', say('error.ambiguous-name', { name, candidates }));
        }
        const matrix = await client.displays.matrix({ displayId: found.guid });
        if (json) return out(jsonOf({ ...found, ...matrix }));
        const cells = new Map(matrix.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
        const lines = matrix.rows.map(({ label }, row) => [
          label,
          ...matrix.columns.map((_, column) => {
            const cell = cells.get(`${row} ${column}`);
            if (!cell) return '';
            return [cell.codings, cell.rating, cell.text].filter(Boolean).join(' ') + (cell.isStale ? ' !' : '');
          }),
        ]);
        await out(tableOf([['', ...matrix.columns.map(({ label }) => label)], ...lines]));
      }),
    );
}
