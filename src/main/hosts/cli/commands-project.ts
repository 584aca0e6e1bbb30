import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { Option, type Command } from 'commander';
import { methods } from '../../../shared/contract/contract.ts';
import { runBatch } from './batch.ts';
import { clientOf, numberOption, type CommandTools } from './tools.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';

type JsonOption = { readonly json?: true };

/** `new info check backup history undo redo batch serve contract`: the project as a whole. */
export function addProjectCommands(program: Command, tools: CommandTools): void {
  const { host, say, withProject } = tools;
  const { out } = host.streams;

  program
    .command('new')
    .argument('[project]')
    .description(say('cli.new'))
    .option('--template <name>', say('cli.option.template'))
    .addOption(new Option('--lang <language>', say('cli.option.lang')).choices(['id', 'en']))
    .option('--list-templates', say('cli.option.list-templates'))
    .action(async (project: string | undefined, options: NewOptions) => {
      const app = host.createApp();
      try {
        if (options.listTemplates) return await listTemplates(tools, clientOf(app), options);
        if (!project) throw new CliFailure('usage', say('cli.usage.project'), 2);
        const path = resolve(project.endsWith('.simpul') ? project : `${project}.simpul`);
        const created = await clientOf(app).projects.create({
          name: nameOf(path),
          path,
          ...(options.template === undefined ? {} : { template: options.template }),
          language: options.lang ?? host.language,
        });
        await out(options.json ? jsonOf(created) : `${say('cli.done.new', { path: created.path })}\n`);
      } finally {
        await app.close();
      }
    });

  program
    .command('info')
    .argument('<project>')
    .description(say('cli.info'))
    .action((project: string, { json }: JsonOption) =>
      withProject(project, async ({ client }) => {
        const info = await client.project.info({});
        const rows = Object.entries({ ...info.counts, ...info.health });
        await out(json ? jsonOf(info) : `${info.project.name}\n${tableOf(rows)}`);
      }),
    );

  program
    .command('check')
    .argument('<project>')
    .description(say('cli.check'))
    .action((project: string, { json }: JsonOption) =>
      withProject(project, async ({ client }) => {
        const report = await client.project.check({});
        const lines = report.problems.map(({ object, message }) => `${object}: ${message}\n`).join('');
        await out(json ? jsonOf(report) : report.ok ? `${say('cli.done.check')}\n` : lines);
        if (!report.ok) {
          host.streams.err(`simpul: project-damaged: ${say('cli.problems', { count: report.problems.length })}\n`);
        }
        return report.ok ? 0 : 1;
      }),
    );

  program
    .command('backup')
    .argument('<project>')
    .argument('<file>')
    .description(say('cli.backup'))
    .action((project: string, file: string, { json }: JsonOption) =>
      withProject(project, async ({ client }) => {
        const path = resolve(file);
        await client.project.backup({ path });
        await out(json ? jsonOf({ path }) : `${say('cli.done.backup', { path })}\n`);
      }),
    );

  program
    .command('history')
    .argument('<project>')
    .description(say('cli.history'))
    .option('--limit <n>', say('cli.option.limit'))
    .action((project: string, { json, limit }: JsonOption & { readonly limit?: string }) =>
      withProject(project, async ({ client }) => {
        const size = limit === undefined ? 1000 : numberOption(say, '--limit', limit);
        const entries = await client.history.list({ limit: Math.max(1, Math.min(1000, size)) });
        const rows = entries.map((entry) => [
          entry.sequence,
          entry.at,
          entry.coderName,
          entry.kind === 'do' ? '' : entry.kind,
          entry.label,
        ]);
        await out(json ? jsonOf(entries) : tableOf(rows));
      }),
    );

  for (const direction of ['undo', 'redo'] as const) {
    program
      .command(direction)
      .argument('<project>')
      .description(say(`cli.${direction}`))
      .action((project: string, { json }: JsonOption) =>
        withProject(project, async ({ client }) => {
          const step = await client.history[direction]({});
          const line = step ? say(`cli.done.${direction}`, { label: step.label }) : say('cli.done.nothing');
          await out(json ? jsonOf(step) : `${line}\n`);
        }),
      );
  }

  program
    .command('batch')
    .argument('<project>')
    .description(say('cli.batch'))
    .action((project: string) =>
      withProject(project, async ({ app }) => ((await runBatch(app, host.input, host.streams, say)) ? 0 : 1)),
    );

  program
    .command('serve')
    .argument('[project]')
    .description(say('cli.serve'))
    .option('--port <n>', say('cli.option.port'), '0')
    .option('--no-open', say('cli.option.no-open'))
    .option('--sample', say('cli.option.sample'))
    .action((project: string | undefined, options: ServeOptions) => {
      const port = numberOption(say, '--port', options.port);
      if (port > 65_535)
        throw new CliFailure('usage', say('cli.usage.number', { name: '--port', value: options.port }), 2);
      return host.serve({
        project: project === undefined ? null : resolve(project),
        sample: options.sample === true,
        port,
        open: options.open,
      });
    });

  program
    .command('contract')
    .description(say('cli.contract'))
    .action(() => out(`${JSON.stringify(contractDocument(), null, 2)}\n`));
}

type ServeOptions = { readonly port: string; readonly open: boolean; readonly sample?: true };
type NewOptions = JsonOption & {
  readonly template?: string;
  readonly lang?: 'id' | 'en';
  readonly listTemplates?: true;
};

async function listTemplates(
  { host }: CommandTools,
  client: ReturnType<typeof clientOf>,
  { json, lang = host.language }: NewOptions,
): Promise<void> {
  const templates = await client.projects.templates({});
  const rows = templates.map((template) => [template.name, template.title[lang]]);
  await host.streams.out(json ? jsonOf(templates) : tableOf(rows));
}

function nameOf(path: string): string {
  return (
    path
      .slice(dirname(path).length)
      .replace(/^[/\\]+/, '')
      .replace(/\.simpul$/, '') || 'Simpul'
  );
}

function contractDocument(): unknown {
  return [...methods].map(([name, method]) => ({
    method: name,
    kind: method.kind,
    summary: method.summary,
    needsProject: method.needsProject,
    topics: method.topics,
    input: z.toJSONSchema(method.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(method.output, { io: 'output', unrepresentable: 'any' }),
  }));
}
