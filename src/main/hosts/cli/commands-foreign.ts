// `import` of projects of QualCoder, RQDA and Taguette, and of surveys.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { largestFile } from '../../core/files.ts';
import { readImportFile } from './import-file.ts';
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
  readonly known?: true;
  readonly plan?: true;
};

export function isTableFile(path: string): boolean {
  return /\.(csv|tsv|xlsx)$/i.test(path);
}

/** Imports surveys, or with `--plan` only says what was recognised. @returns 1 where one was refused */
export async function importTables(
  { host, say }: CommandTools,
  { app, client }: OpenProject,
  paths: readonly string[],
  { column = [], known, plan, json }: TableOptions,
): Promise<0 | 1> {
  const roles = Object.fromEntries(
    column.map((choice) => {
      const role = tableRole.safeParse(choice.slice(choice.lastIndexOf('=') + 1));
      if (!role.success)
        throw new CliFailure('usage', say('cli.usage.column', { roles: tableRole.options.join(', ') }), 2);
      return [choice.slice(0, choice.lastIndexOf('=')), role.data];
    }),
  );
  const answers = [];
  for (const path of paths) {
    const bytes = await readImportFile(path, largestFile).catch(() => null);
    if (!bytes) throw new CliFailure('not-found', say('cli.not-found.file', { path }));
    const token = app.files.hold({ name: path, mediaType: '', bytes });
    const choices = { roles, preview: plan === true, onlyKnownCases: known === true };
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

function fileOf(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? join(path, 'data.qda') : path;
}
