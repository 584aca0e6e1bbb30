// Starts the program as Electron would: its `main` from package.json, with `electron` standing for our module.

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const folder = resolve(args.find((argument) => !argument.startsWith('-')) ?? '.');
process.argv = [process.argv0, ...args];
process.env['ELECTRON_STAND_IN_APP'] = folder;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./module.ts', import.meta.url).href, shortCircuit: true, format: 'module-typescript' }
      : next(specifier, context),
});

const { main } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as { main: string };
await import(pathToFileURL(resolve(folder, main)).href);
