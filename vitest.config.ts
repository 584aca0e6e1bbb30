import { defineConfig } from 'vitest/config';

// One project per runtime and kind of truth: pure code, the database, the contract over every host,
// the DOM, the hostile corpus and the shape of the source tree itself.
export default defineConfig({
  test: {
    // A core for each; what a test measures is never the clock.
    maxWorkers: '100%',
    // V8 ends the process where threads that end meet its keys on pages of code ("Check failed: jit_page.has_value()").
    execArgv: ['--no-memory-protection-keys'],
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      { test: { name: 'arch', include: ['test/arch/**/*.test.ts'], environment: 'node' } },
      { test: { name: 'db', include: ['test/db/**/*.test.ts'], environment: 'node', testTimeout: 60_000 } },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'hostile',
          include: ['test/hostile/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'reliability',
          include: ['test/reliability/**/*.test.ts'],
          environment: 'node',
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        // A press in a dialog takes jsdom a good part of a second, more where other tests run beside it.
        test: {
          name: 'dom',
          include: ['test/dom/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 60_000,
          setupFiles: ['test/dom/setup.ts'],
        },
      },
    ],
  },
});
