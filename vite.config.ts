// The window alone: `npx vite build` writes it to out/renderer, which every host serves.

import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src/renderer'),
  plugins: [react()],
  build: {
    outDir: here('out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    rolldownOptions: { input: { index: here('src/renderer/index.html') } },
    // The window opens from the disk of the same machine: small files, with the sources beside them for error reports.
    sourcemap: true,
    minify: true,
    // The policy allows pictures from `data:` but no fonts or scripts: nothing is inlined, so nothing can be refused.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
});
