// `import` of projects of QualCoder, RQDA and Taguette, and of surveys.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { largestFile } from '../../core/files.ts';
import { readImportFile } from './import-file.ts';
import { Option, type Command } from 'commander';
import type { z } from 'zod';
import { variableType } from '../../../shared/contract/cases.ts';
import { tableRole } from '../../../shared/contract/documents.ts';
import { CliFailure, jsonOf, tableOf } from './output.ts';
import type { CommandTools, OpenProject } from './tools.ts';

type JsonOption = { readonly json?: true };

/** A QualCoder project is a folder; it may be named by itself, by its database, or packed. */
export function isForeignFile(path: string): boolean {
  return /\.(qda|qda\.zip|rqda|sqlite3?)[/\\]?$/i.test(path);
}

/** Imports projects of other programs and says what each brought. @returns 1 where one was refused */
export async function importForeign(
  { host, say }: CommandTools,
  { app, client }: OpenProject,
  paths: readonly string[],
  { plan, json }: JsonOption & { readonly plan?: true },
): Promise<0 | 1> {
  const answers = [];
  for (const path of paths) {
    const bytes = await readImportFile(fileOf(path), largestFile).catch(() => null);
    if (!bytes) throw new CliFailure('not-found', say('cli.not-found.file', { path }));
    const token = app.files.hold({ name: path, mediaType: '', bytes });
    const report = await client.documents.importProject({ file: { name: path, token }, preview: plan === true });
    answers.push({ file: path, ...report });
    const { error, program, counts, notes } = report;
    if (error) host.streams.err(`simpul: ${error.code}: ${path}: ${error.message}\n`);
    else if (!json) {
      const lines = notes.map(({ message }) => `  ${message}\n`).join('');
      await host.streams.out(
        `${say(plan ? 'cli.plan.project' : 'cli.done.import-project', { file: path, program: program ?? '', ...counts })}\n${lines}`,
      );
    }
  }
  if (json) await host.streams.out(jsonOf({ files: answers }));
  return answers.some(({ error }) => error !== null) ? 1 : 0;
}

export type TableOptions = JsonOption & {
  /** `column=role`, once for each column whose suggestion would be wrong. */
  readonly column?: readonly string[];
  /** `column=type`, once for each column whose type would be wrong. */
  readonly type?: readonly string[];
  readonly decimal?: 'comma' | 'point';
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly known?: true;
  readonly plan?: true;
};

/** What a person may say of a survey where the guess would be wrong. */
export function addTableOptions(command: Command, { say }: CommandTools): Command {
  return command
    .option('--column <name=role...>', say('cli.option.column'))
    .option('--type <name=type...>', say('cli.option.type'))
    .addOption(new Option('--decimal <sign>', say('cli.option.decimal')).choices(['comma', 'point']))
    .option('--delimiter <character>', say('cli.option.delimiter'))
    .option('--sheet <name>', say('cli.option.sheet'))
    .option('--known', say('cli.option.known'));
}

export function isTableFile(path: string): boolean {
  return /\.(csv|tsv|xlsx)$/i.test(path);
}

/** Imports surveys, or with `--plan` only says what was recognised. @returns 1 where one was refused */
export async function importTables(
  { host, say }: CommandTools,
  { app, client }: OpenProject,
  paths: readonly string[],
  { column = [], type: typed = [], decimal, delimiter, sheet, encoding, known, plan, json }: TableOptions,
): Promise<0 | 1> {
  const roles = chosen(column, tableRole, (roleNames) => say('cli.usage.column', { roles: roleNames }));
  const types = chosen(typed, variableType, (typeNames) => say('cli.usage.type', { types: typeNames }));
  if (delimiter !== undefined && delimiterOf(delimiter).length !== 1)
    throw new CliFailure('usage', say('cli.usage.delimiter'), 2);
  const given = {
    ...(decimal === undefined ? {} : { decimal }),
    ...(delimiter === undefined ? {} : { delimiter: delimiterOf(delimiter) }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const answers = [];
  for (const path of paths) {
    const bytes = await readImportFile(path, largestFile).catch(() => null);
    if (!bytes) throw new CliFailure('not-found', say('cli.not-found.file', { path }));
    const token = app.files.hold({ name: path, mediaType: '', bytes });
    const choices = { roles, types, ...given, preview: plan === true, onlyKnownCases: known === true };
    const report = await client.documents.importTable({ file: { name: path, token }, ...choices });
    answers.push({ file: path, ...report });
    const { error, columns, counts } = report;
    if (error) host.streams.err(`simpul: ${error.code}: ${path}: ${error.message}\n`);
    else if (!json) {
      await host.streams.out(
        plan
          ? tableOf(
              columns.map(({ name, role, type, filled, examples }) => [role, type, filled, name, examples[0] ?? '']),
            )
          : `${say('cli.done.import-table', { file: path, ...counts })}\n`,
      );
    }
  }
  if (json) await host.streams.out(jsonOf({ files: answers }));
  return answers.some(({ error }) => error !== null) ? 1 : 0;
}

/**
 * `name=value` as values by name.
 * @throws CliFailure with status 2 where a value is none of the allowed ones
 */
function chosen<Value extends string>(
  choices: readonly string[],
  allowed: z.ZodEnum<Readonly<Record<Value, Value>>>,
  usage: (values: string) => string,
): Record<string, Value> {
  return Object.fromEntries(
    choices.map((choice) => {
      const at = choice.lastIndexOf('=');
      const value = allowed.safeParse(choice.slice(at + 1));
      if (at < 1 || !value.success) throw new CliFailure('usage', usage(allowed.options.join(', ')), 2);
      return [choice.slice(0, at), value.data];
    }),
  );
}

/** A tab cannot be typed on most command lines. */
function delimiterOf(given: string): string {
  return given === 'tab' || given === String.raw`\t` ? '\t' : given;
}

function fileOf(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? join(path, 'data.qda') : path;
}
