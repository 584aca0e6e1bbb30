import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import renderer from './vite.config.ts';

const from = (path: string): string => resolve(import.meta.dirname, path);

// The native driver finds its prebuilt library beside its own files, so it alone stays outside the bundles.
const external = ['electron', 'better-sqlite3', /^node:/];

export default defineConfig({
  main: {
    // Its build for Node declares a `require` of its own, which the bundle declares too; only what is synchronous is used.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        // Workers are files of their own: the host hands their places to the application.
        input: {
          electron: from('src/main/hosts/electron/main.ts'),
          'analysis-worker': from('src/main/analysis/worker.ts'),
          'importer-worker': from('src/main/core/importers/worker.ts'),
          'exporter-worker': from('src/main/core/exporters/worker.ts'),
        },
        external,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: from('src/main/hosts/electron/preload.ts') },
        external: ['electron'],
        // A sandboxed preload can be no module and can require nothing but Electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer,
});
