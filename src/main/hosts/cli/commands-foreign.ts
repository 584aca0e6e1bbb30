// `import` of projects of QualCoder, RQDA and Taguette.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { largestFile } from '../../core/files.ts';
import { readImportFile } from './import-file.ts';
import { CliFailure, jsonOf } from './output.ts';
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
  { json }: JsonOption,
): Promise<0 | 1> {
  const answers = [];
  for (const path of paths) {
    const bytes = await readImportFile(fileOf(path), largestFile).catch(() => null);
    if (!bytes) throw new CliFailure('not-found', say('cli.not-found.file', { path }));
    const token = app.files.hold({ name: path, mediaType: '', bytes });
    const report = await client.documents.importProject({ file: { name: path, token } });
    answers.push({ file: path, ...report });
    const { error, program, counts, notes } = report;
    if (error) host.streams.err(`simpul: ${error.code}: ${path}: ${error.message}\n`);
    else if (!json) {
      const lines = notes.map(({ message }) => `  ${message}\n`).join('');
      await host.streams.out(
        `${say('cli.done.import-project', { file: path, program: program ?? '', ...counts })}\n${lines}`,
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
