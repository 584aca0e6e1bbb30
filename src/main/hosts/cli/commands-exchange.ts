// Exchange with other programs: merging their projects and codebooks, and writing them.

import { extname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { CallError } from '../../../shared/contract/client.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { exchangeFormat, matching, type ExchangeReport } from '../../../shared/contract/interchange.ts';
import { parseGuid } from '../../../shared/domain/ids.ts';
import { largestFile, saveFile } from '../../core/files.ts';
import { readImportFile } from './import-file.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import type { CommandTools, OpenProject } from './tools.ts';

type JsonOption = { readonly json?: true };

/** Choices for merging an exchange file, on `import` and `codebook import`. */
export type MergeOptions = JsonOption & {
  readonly match?: 'guid' | 'names';
  /** GUIDs in the file of what is the same by name and is not the same after all. */
  readonly apart?: readonly string[];
  readonly removeMissing?: true;
  readonly confirm?: true;
  readonly plan?: true;
};

/** Below `codebook` the import of one. */
export function addExchangeCommands(program: Command, tools: CommandTools): void {
  const { say, withProject } = tools;
  const codebook = program.commands.find((command) => command.name() === 'codebook');
  if (!codebook) throw new Error('codebook comes first');
  addMergeOptions(codebook.command('import'), tools)
    .argument('<project>')
    .argument('<file>')
    .description(say('cli.exchange.codebook-import'))
    .action((project: string, file: string, options: MergeOptions) => {
      if (!/\.(qdc|csv|tsv|xlsx)$/i.test(file)) {
        throw new CliFailure('usage', say('cli.usage.extension', { extensions: '.qdc .csv .tsv .xlsx' }), 2);
      }
      return withProject(project, async (open) => {
        const files = await mergeExchange(tools, open, [file], options);
        if (options.json) await tools.host.streams.out(jsonOf({ files }));
        return statusOf(files);
      });
    });
}

export function addMergeOptions(command: Command, { say }: CommandTools): Command {
  return command
    .addOption(new Option('--match <how>', say('cli.option.match')).choices(matching.options))
    .option('--apart <guid...>', say('cli.option.apart'))
    .option('--remove-missing', say('cli.option.remove-missing'))
    .option('--confirm', say('cli.option.confirm'))
    .option('--plan', say('cli.option.plan'));
}

export function statusOf(files: readonly MergedFile[]): 0 | 1 {
  return files.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
}

export function isExchangeFile(path: string): boolean {
  return /\.(qdpx|qde|qdc|ris)$/i.test(path);
}

/** What one file brought, as `--json` prints it. */
export type MergedFile = { readonly file: string; readonly outcome: 'imported' | 'refused' | 'planned' };

/**
 * Merges exchange files one after the other and says what each brought; a refused one does not keep the others out.
 * @returns what `--json` prints of them
 */
export async function mergeExchange(
  tools: CommandTools,
  open: OpenProject,
  paths: readonly string[],
  options: MergeOptions,
): Promise<readonly MergedFile[]> {
  const merged: MergedFile[] = [];
  for (const path of paths) merged.push(await mergeOne(tools, open, path, options));
  return merged;
}

async function mergeOne(
  { host, say }: CommandTools,
  { app, client }: OpenProject,
  path: string,
  options: MergeOptions,
): Promise<MergedFile> {
  const { match = 'guid', removeMissing = false, confirm = false } = options;
  const apart = guidsOf(say, options.apart ?? []);
  const bytes = await readImportFile(path, largestFile).catch(() => null);
  if (!bytes) throw new CliFailure('not-found', say('cli.not-found.file', { path }));
  const token = app.files.hold({ name: path, mediaType: '', bytes });
  try {
    const { planId, origin, counts, notes } = await client.interchange.read({ name: path, token });
    if (options.plan) {
      const plan = await client.interchange.plan({ planId, match, apart, removeMissing });
      if (!options.json) await host.streams.out(`${changesTable(plan.changes)}${matchesTable(plan.matches)}`);
      const read = { origin, counts, notes };
      return { file: path, outcome: 'planned', ...read, ...plan };
    }
    const report = await client.interchange.merge({ planId, match, apart, removeMissing, confirm });
    if (!options.json) await host.streams.out(`${say('cli.exchange.merged', { file: path })}\n${reportLines(report)}`);
    return { ...report, file: path, outcome: 'imported' };
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'import-refused') throw error;
    host.streams.err(`simpul: ${error.code}: ${path}: ${error.message}\n`);
    const refusal = { error: error.details };
    return { file: path, outcome: 'refused', ...refusal };
  }
}

/** Writes a .qdpx or a .qdc, by extension. */
export async function exportExchange(
  { host, say }: CommandTools,
  { app, client }: OpenProject,
  file: string,
  { json, confirmed }: JsonOption & { readonly confirmed?: true },
): Promise<void> {
  const format = exchangeFormat.parse(extname(file).slice(1).toLowerCase());
  const written = await client.interchange.export({ format, confirmed: confirmed === true });
  const path = resolve(file);
  app.files.take(written.file.token, ({ bytes }) => saveFile(path, bytes));
  const { counts, notes } = written;
  const lines = notes.map(({ message }) => `  ${message}\n`).join('');
  await host.streams.out(json ? jsonOf({ path, counts, notes }) : `${say('cli.done.export', { path })}\n${lines}`);
}

function reportLines({ changes, notes }: ExchangeReport): string {
  const lines = notes.flatMap(({ message, details }) => [
    `  ${message}\n`,
    ...details.map((detail) => `      ${detail}\n`),
  ]);
  return `${changesTable(changes)}${lines.join('')}`;
}

/** @throws CliFailure with status 2 where one is none */
function guidsOf(say: CommandTools['say'], given: readonly string[]) {
  return given.map((text) => {
    const guid = parseGuid(text);
    if (!guid) throw new CliFailure('usage', say('cli.usage.apart'), 2);
    return guid;
  });
}

/** What has the name of something in the project but another GUID: the GUID is what `--apart` takes. */
function matchesTable(matches: OutputOf<'interchange.plan'>['matches']): string {
  return tableOf(matches.map(({ kind, name, file }) => [kind, file, name]));
}

function changesTable(changes: ExchangeReport['changes']): string {
  return tableOf(
    changes
      .filter(({ added, changed, removed }) => added + changed + removed > 0)
      .map(({ kind, added, changed, removed }) => [kind, `+${added}`, `~${changed}`, `-${removed}`]),
  );
}
