// H1: a document cannot reach files or a network through a reader, because readers have no way there themselves.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = new URL('../../../src/main/core/importers/', import.meta.url);
const allowed = new Set([
  'node:zlib',
  'node:util',
  'fflate',
  'saxes',
  'parse5',
  'unpdf/pdfjs',
  '../../../shared/domain/outline.ts',
  '../../../shared/domain/segments.ts',
  '../../../shared/domain/splitting.ts',
  '../../../shared/domain/time-stamps.ts',
  '../../../shared/domain/turns.ts',
]);
/** Only the worker's own files know of threads, and of the form in which texts are stored. */
const threads = new Set([
  '../foreign/model.ts',
  '../foreign/read-foreign.ts',
  '../tables/table.ts',
  '../tables/read-table.ts',
  // A reading that is given up ends with the error of one.
  '../../../shared/contract/errors.ts',
  'node:worker_threads',
  'node:v8',
  '../../db/checksums.ts',
  '../../db/stored-text.ts',
]);
const workerFiles = new Set(['worker.ts', 'read-in-worker.ts', 'worker-messages.ts']);

it('readers import nothing that opens files, connections or processes', () => {
  const files = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(15);
  const wrong = files.flatMap((name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const modules = [...source.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)].map(
      (match) => match[1] ?? '',
    );
    const forbidden = modules.filter((module) => !module.startsWith('./') && !allowed.has(module));
    const reaching = forbidden.filter((module) => !(workerFiles.has(name) && threads.has(module)));
    const globals = /\b(?:fetch|WebSocket|EventSource|eval|Function|XMLHttpRequest|getBuiltinModule)\s*\(/.exec(source);
    return [...reaching, ...(globals === null ? [] : [globals[0]])].map((found) => `${name}: ${found}`);
  });
  expect(wrong).toEqual([]);
});
