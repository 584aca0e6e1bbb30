// `export` and `codebook export`: what leaves the project, by the extension of the file.

import { basename, dirname, extname, join, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { z } from 'zod';
import { codebookFormat } from '../../../shared/contract/codes.ts';
import { codedTextFormat, segmentFormat } from '../../../shared/contract/exports.ts';
import { saveFile } from '../../core/files.ts';
import { addScopeOptions, scopeFrom, type ScopeOptions } from './analysis-options.ts';
import { exportExchange } from './commands-exchange.ts';
import { CliFailure, jsonOf } from './output.ts';
import { numberOption, type CommandTools, type OpenProject } from './tools.ts';

type JsonOption = { readonly json?: true };

const parts = ['segments', 'documents', 'matrix'] as const;

type ExportOptions = JsonOption &
  ScopeOptions & {
    readonly confirmed?: true;
    readonly as?: (typeof parts)[number];
    readonly group?: 'code' | 'document';
    readonly subcodes?: true;
    readonly from?: string;
    readonly to?: string;
    readonly weightFrom?: string;
    readonly weightTo?: string;
    readonly rows?: 'cases' | 'documents';
    readonly measure?: 'codings' | 'binary' | 'words';
  };

export function addExportCommands(program: Command, tools: CommandTools): void {
  const { say, withProject } = tools;
  addScopeOptions(program.command('export'), say)
    .argument('<project>')
    .argument('<file>')
    .description(say('cli.exchange.export'))
    .addOption(new Option('--as <part>', say('cli.export.as', { choices: parts.join('|') })).choices([...parts]))
    .addOption(new Option('--group <by>', say('cli.export.group')).choices(['code', 'document']))
    .option('--confirmed', say('cli.option.confirmed'))
    .option('--subcodes', say('cli.export.subcodes'))
    .option('--from <day>', say('cli.export.from'))
    .option('--to <day>', say('cli.export.to'))
    .option('--weight-from <n>', say('cli.export.weight-from'))
    .option('--weight-to <n>', say('cli.export.weight-to'))
    .addOption(new Option('--rows <unit>', say('cli.export.rows')).choices(['cases', 'documents']))
    .addOption(new Option('--measure <what>', say('cli.export.measure')).choices(['codings', 'binary', 'words']))
    .action((project: string, file: string, options: ExportOptions) => {
      const write = writerFor(tools, file, options);
      return withProject(project, (open) => write(open));
    });

  const codebook = program.commands.find((command) => command.name() === 'codebook');
  if (!codebook) throw new Error('codebook comes first');
  codebook
    .command('export')
    .argument('<project>')
    .argument('<file>')
    .option('--quotations <n>', say('cli.export.quotations'))
    .option('--confirmed', say('cli.option.confirmed'))
    .description(say('cli.codebook.export'))
    .action(
      (
        project: string,
        file: string,
        options: JsonOption & { readonly quotations?: string; readonly confirmed?: true },
      ) => {
        const { json, quotations, confirmed } = options;
        if (extensionOf(file) === 'qdc') {
          return withProject(project, (open) => exportExchange(tools, open, file, options));
        }
        const format = formatOf(tools, codebookFormat, file, ['qdc']);
        const most = quotations === undefined ? 0 : numberOption(say, '--quotations', quotations);
        return withProject(project, async ({ app, client }) => {
          const { token } = await client.codes.export({ format, quotations: most, confirmed: confirmed === true });
          const path = resolve(file);
          app.files.take(token, ({ bytes }) => saveFile(path, bytes));
          await tools.host.streams.out(json ? jsonOf({ path }) : `${say('cli.done.export', { path })}\n`);
        });
      },
    );
}

/** What the extension and `--as` ask for. @throws CliFailure where they do not fit, before the project is opened */
function writerFor(tools: CommandTools, file: string, options: ExportOptions): (open: OpenProject) => Promise<void> {
  switch (options.as ?? null) {
    case null:
      if (extensionOf(file) === 'qdpx') return (open) => exportExchange(tools, open, file, options);
      return segmentsWriter(tools, file, options, ['qdpx']);
    case 'segments':
      return segmentsWriter(tools, file, options, []);
    case 'documents': {
      const format = formatOf(tools, codedTextFormat, file, []);
      return async (open) => {
        const choice = await choiceFrom(tools, open, options);
        const made = await open.client.exports.documents({ format, ...confirmedIn(options), ...choice });
        await tell(tools, open, [[resolve(file), made.file.token]], made, options);
      };
    }
    case 'matrix':
      return matrixWriter(tools, file, options);
  }
}

function confirmedIn({ confirmed }: ExportOptions): { readonly confirmed: boolean } {
  return { confirmed: confirmed === true };
}

function segmentsWriter(tools: CommandTools, file: string, options: ExportOptions, more: readonly string[]) {
  const format = formatOf(tools, segmentFormat, file, more);
  return async (open: OpenProject): Promise<void> => {
    const choice = await choiceFrom(tools, open, options);
    const groupBy = options.group === undefined ? {} : { groupBy: options.group };
    const made = await open.client.exports.segments({ format, ...confirmedIn(options), ...groupBy, ...choice });
    await tell(tools, open, [[resolve(file), made.file.token]], made, options);
  };
}

/** The table where it was asked for, and beside it what its columns mean and the syntax that reads it. */
function matrixWriter(tools: CommandTools, file: string, options: ExportOptions) {
  const format = extensionOf(file);
  if (format !== 'csv' && format !== 'zip') throw badExtension(tools, ['csv', 'zip']);
  const { rows, measure } = options;
  return async (open: OpenProject): Promise<void> => {
    const path = resolve(file);
    const name = basename(path, extname(path));
    const scope = await scopeFrom(open.client, tools.say, options);
    const chosen = { ...(rows === undefined ? {} : { rows }), ...(measure === undefined ? {} : { measure }) };
    const made = await open.client.exports.matrix({ format, name, ...confirmedIn(options), ...chosen, ...scope });
    const [first, ...others] = made.files;
    if (!first) return;
    const beside = others.map((other) => [join(dirname(path), other.name), other.token] as const);
    await tell(tools, open, [[path, first.token], ...beside], made, options);
  };
}

async function choiceFrom({ say }: CommandTools, { client }: OpenProject, options: ExportOptions) {
  const { subcodes, from, to, weightFrom, weightTo } = options;
  return {
    ...(await scopeFrom(client, say, options)),
    ...(subcodes === undefined ? {} : { subcodes }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(weightFrom === undefined ? {} : { weightFrom: numberOption(say, '--weight-from', weightFrom) }),
    ...(weightTo === undefined ? {} : { weightTo: numberOption(say, '--weight-to', weightTo) }),
  };
}

type Made = {
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly { readonly message: string }[];
};

async function tell(
  { host, say }: CommandTools,
  { app }: OpenProject,
  files: readonly (readonly [path: string, token: string])[],
  { counts, notes }: Made,
  { json }: JsonOption,
): Promise<void> {
  for (const [path, token] of files) app.files.take(token, ({ bytes }) => saveFile(path, bytes));
  const paths = files.map(([path]) => path);
  const lines = [
    ...paths.map((path) => `${say('cli.done.export', { path })}\n`),
    ...notes.map(({ message }) => `  ${message}\n`),
  ];
  const [path] = paths;
  await host.streams.out(json ? jsonOf({ path, paths, counts, notes }) : lines.join(''));
}

function extensionOf(file: string): string {
  return extname(file).slice(1).toLowerCase();
}

function formatOf<Format extends string>(
  tools: CommandTools,
  formats: z.ZodEnum<Readonly<Record<Format, Format>>>,
  file: string,
  more: readonly string[],
): Format {
  const format = formats.safeParse(extensionOf(file));
  if (!format.success) throw badExtension(tools, [...formats.options, ...more]);
  return format.data;
}

function badExtension({ say }: CommandTools, extensions: readonly string[]): CliFailure {
  return new CliFailure(
    'usage',
    say('cli.usage.extension', { extensions: extensions.map((each) => `.${each}`).join(' ') }),
    2,
  );
}
