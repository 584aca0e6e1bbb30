import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { networkKind, type NetworkKind } from '../../../shared/contract/networks.ts';
import { approximateWidth } from '../../../shared/domain/picture/lines.ts';
import { networkPicture, paperNetworkInks } from '../../../shared/domain/network/picture.ts';
import { svgWritten } from '../../../shared/domain/picture/svg.ts';
import { saveFile } from '../../core/files.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import type { CommandTools } from './tools.ts';

/** `networks list`, `networks show`, `networks create`. */
export function addNetworkCommands(program: Command, { host, say, withProject }: CommandTools): void {
  const { out } = host.streams;
  const networks = program.command('networks').description(say('cli.networks'));

  networks
    .command('list')
    .argument('<project>')
    .description(say('cli.networks.list'))
    .action((project: string, { json }: { readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const all = await client.networks.list({});
        const lines = all.map(({ kind, nodes, links, marked, name }) => [kind, nodes, links, marked, name]);
        await out(json ? jsonOf(all) : tableOf(lines));
      }),
    );

  networks
    .command('show')
    .argument('<project>')
    .argument('<name>')
    .description(say('cli.networks.show'))
    .option('--svg <file>', say('cli.networks.svg'))
    .action((project: string, name: string, { json, svg }: { readonly json?: true; readonly svg?: string }) =>
      withProject(project, async ({ client }) => {
        const all = await client.networks.list({});
        const [found, other] = all.filter((each) => each.name === name || each.guid === name.toUpperCase());
        if (!found) throw new CliFailure('not-found', say('cli.not-found.network', { name }));
        if (other) {
          const candidates = `${found.guid}, ${other.guid}`;
          throw new CliFailure('ambiguous-name', say('error.ambiguous-name', { name, candidates }));
        }
        const network = await client.networks.show({ networkId: found.guid });
        if (svg !== undefined) {
          const links = network.links.map((link) => ({ ...link, words: say(`network.sign.${link.kind}`) }));
          const { drawing } = networkPicture(network.nodes, links, paperNetworkInks, approximateWidth);
          const caption = { title: network.name, lines: [network.decisionRule] };
          saveFile(resolve(svg), new TextEncoder().encode(svgWritten(drawing, caption, 'sans-serif')));
          if (!json) return out(`${say('cli.done.export', { path: svg })}\n`);
        }
        if (json) return out(jsonOf(network));
        const labels = new Map(network.nodes.map(({ guid, label }) => [guid, label]));
        const linked = new Set(network.links.flatMap(({ from, to }) => [from, to]));
        await out(
          tableOf([
            ...network.links.map(({ from, kind, to, evidence, isMarked, note }) => [
              labels.get(from) ?? '',
              say(`network.link.${kind}`),
              labels.get(to) ?? '',
              `${evidence.length}${isMarked ? ' !' : ''}`,
              note,
            ]),
            ...network.nodes
              .filter(({ guid }) => !linked.has(guid))
              .map(({ label, note }) => [label, say('network.alone'), '', '', note]),
          ]),
        );
      }),
    );

  networks
    .command('create')
    .argument('<project>')
    .addOption(new Option('--kind <kind>').choices(networkKind.options).makeOptionMandatory())
    .option('--name <name>', say('cli.networks.name'))
    .description(say('cli.networks.create'))
    .action((project: string, options: { readonly kind: NetworkKind; readonly name?: string; readonly json?: true }) =>
      withProject(project, async ({ client }) => {
        const { kind, json } = options;
        const name = options.name ?? say(`network.kind.${kind}`);
        const made = await client.networks.create({ kind, name, decisionRule: say(`network.rule.${kind}`) });
        await out(json ? jsonOf(made) : `${name}\n`);
      }),
    );
}
