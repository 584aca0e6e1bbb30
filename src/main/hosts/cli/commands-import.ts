// `import` of documents: as they are, split, or with `--plan` only what would become of them.

import type { InputOf } from '../../../shared/contract/contract.ts';
import type { commentChoice, documentKind } from '../../../shared/contract/documents.ts';
import { largestFile } from '../../core/files.ts';
import { statusOf, type MergedFile } from './commands-exchange.ts';
import { readImportFile, readStream } from './import-file.ts';
import { CliFailure, jsonOf, tableOf, type Say } from './output.ts';
import { numberOption, type CommandTools, type OpenProject } from './tools.ts';

export type ImportOptions = {
  readonly json?: true;
  readonly plan?: true;
  readonly kind?: (typeof documentKind.options)[number];
  readonly comments?: (typeof commentChoice.options)[number];
  readonly encoding?: string;
  readonly splitHeading?: string;
  readonly splitMarker?: string;
  readonly splitPattern?: string;
  readonly splitSpeakers?: true;
};

/**
 * Imports documents, or with `--plan` says what they would be.
 * @param merged what became of other files, for the answer of `--json`
 * @returns 1 where one was refused
 */
export async function importFiles(
  tools: CommandTools,
  open: OpenProject,
  paths: readonly string[],
  options: ImportOptions,
  merged: readonly MergedFile[],
): Promise<0 | 1> {
  const { host, say } = tools;
  const { kind, comments, encoding, json } = options;
  const split = splitOf(say, options);
  const files = await heldFiles(tools, open, paths);
  const choices = {
    ...(comments === undefined ? {} : { comments }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(split === undefined ? {} : { split }),
  };
  if (options.plan) {
    return planFiles(
      tools,
      open,
      files.map((file) => ({ ...file, ...choices })),
      json === true,
    );
  }
  const report = await open.client.documents.import({ files, ...choices, ...(kind === undefined ? {} : { kind }) });
  if (json) await host.streams.out(jsonOf({ files: [...merged, ...report.files] }));
  for (const { file, title, characters, notes, parts, error } of report.files) {
    if (error) host.streams.err(`simpul: ${error.code}: ${file}: ${error.message}\n`);
    else if (!json) {
      const made = parts.length > 0 ? parts : [{ title: title ?? '', characters }];
      const lines = made.map((part) => `${say('cli.done.import', { file, ...part })}\n`);
      await host.streams.out([...lines, ...notes.map(({ message }) => `  ${message}\n`)].join(''));
    }
  }
  return report.files.some(({ error }) => error !== null) ? 1 : statusOf(merged);
}

type PreviewedFiles = InputOf<'documents.preview'>['files'];

async function planFiles(
  { host, say }: CommandTools,
  { client }: OpenProject,
  files: PreviewedFiles,
  json: boolean,
): Promise<0 | 1> {
  const plan = await client.documents.preview({ files });
  if (json) await host.streams.out(jsonOf(plan));
  for (const { file, found, notes, error } of plan.files) {
    if (error) host.streams.err(`simpul: ${error.code}: ${file}: ${error.message}\n`);
    else if (found && !json) {
      const parts = found.split?.parts ?? [{ title: found.title, characters: found.characters }];
      const head = say('cli.plan.document', {
        file,
        format: found.format.toUpperCase(),
        encoding: found.encoding ?? '–',
        speakers: found.speakers.map(({ name }) => name).join(', ') || '–',
        times: found.timeStamps,
        count: found.split?.count ?? 1,
      });
      const rows = tableOf(parts.map(({ title, characters }) => [characters, title || '–']));
      await host.streams.out(`${head}\n${rows}${notes.map(({ message }) => `  ${message}\n`).join('')}`);
    }
  }
  return plan.files.some(({ error }) => error !== null) ? 1 : 0;
}

async function heldFiles({ host, say }: CommandTools, { app }: OpenProject, paths: readonly string[]) {
  const files: { readonly name: string; readonly token: string }[] = [];
  for (const path of paths) {
    const standardInput = path === '-';
    const bytes = standardInput
      ? await readStream(host.input, largestFile)
      : await readImportFile(path, largestFile).catch(() => null);
    if (!bytes) throw new CliFailure('not-found', say('cli.not-found.file', { path }));
    const name = standardInput ? 'stdin.txt' : path;
    files.push({ name, token: app.files.hold({ name: path, mediaType: '', bytes }) });
  }
  return files;
}

/** @throws CliFailure with status 2 where more than one way to split is named */
function splitOf(say: Say, options: ImportOptions): PreviewedFiles[number]['split'] {
  const { splitHeading, splitMarker, splitPattern, splitSpeakers } = options;
  const rules: NonNullable<PreviewedFiles[number]['split']>[] = [
    ...(splitHeading === undefined
      ? []
      : [{ by: 'heading' as const, level: numberOption(say, '--split-heading', splitHeading) }]),
    ...(splitMarker === undefined ? [] : [{ by: 'marker' as const, marker: splitMarker, pattern: false }]),
    ...(splitPattern === undefined ? [] : [{ by: 'marker' as const, marker: splitPattern, pattern: true }]),
    ...(splitSpeakers === undefined ? [] : [{ by: 'speaker' as const }]),
  ];
  if (rules.length > 1) throw new CliFailure('usage', say('cli.usage.split'), 2);
  return rules[0];
}
