// `npm test`: installs what is missing and runs every check. `npm test -- unit e2e` runs only the steps named.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { buildWhatIsStale, fail, installPackages, nodePath, root, runAndKeep, say, withNewNode } from './prepare.mjs';

await installPackages();
await withNewNode();

const reports = mkdtempSync(join(tmpdir(), 'simpul-reports-'));
const tool = (name, file) => join(root, 'node_modules', name, file);
const vitest = (project) => [
  tool('vitest', 'vitest.mjs'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, `${project}.json`)}`,
];
const playwright = (name, config) => [
  tool('@playwright/test', 'cli.js'),
  'test',
  '--config',
  config,
  `--output=${join(reports, name)}`,
];

/** In the order in which a mistake is found soonest. */
const steps = [
  { name: 'format', args: [tool('oxfmt', 'bin/oxfmt'), '--check', 'src', 'test', 'scripts'] },
  { name: 'types', args: [tool('typescript', 'bin/tsc'), '-b'] },
  { name: 'lint', args: [tool('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings', 'src', 'test', 'scripts'] },
  { name: 'arch', args: vitest('arch') },
  { name: 'unit', args: vitest('unit') },
  { name: 'dom', args: vitest('dom') },
  { name: 'db', args: vitest('db') },
  { name: 'build', prepare: buildWhatIsStale, args: null },
  { name: 'contract', args: vitest('contract') },
  { name: 'hostile', args: vitest('hostile') },
  { name: 'reliability', args: vitest('reliability') },
  { name: 'browser', args: playwright('browser', 'test/browser/playwright.config.ts') },
  { name: 'e2e', args: playwright('e2e', 'test/e2e/playwright.config.ts') },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0)
  fail(`There is no step ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`);

const chromium = await ensureChromium();
if (!chromium) fail('No Chromium could be found or installed; install one and run `npm test` again.');
const env = { ...process.env, SIMPUL_CHROMIUM: chromium };
const failed = [];
const times = [];
const begun = Date.now();
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const [index, { name, prepare, args }] of chosen.entries()) {
  say(`\n[${index + 1}/${chosen.length}] ${name} …`);
  const start = Date.now();
  await prepare?.();
  const resultFile = join(reports, `${name}.playwright.json`);
  const { status, end } = args
    ? await runAndKeep(nodePath(), args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile } })
    : { status: 0, end: '' };
  if (status !== 0) failed.push({ name, end });
  const seconds = Math.round((Date.now() - start) / 1000);
  times.push(`${name} ${seconds}`);
  say(`[${index + 1}/${chosen.length}] ${name} ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
}

const { passed, broken, skipped } = countTests();
rmSync(reports, { recursive: true, force: true });
for (const { name, end } of failed) say(`\n${name} failed; it ended with:\n${end}`);
say(`\nSeconds: ${times.join(', ')}.`);
const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
say(
  `\n${chosen.length - failed.length} of ${chosen.length} steps passed in ${minutes} minutes${failed.length > 0 ? `; failed: ${failed.map(({ name }) => name).join(', ')}` : ''}.`,
);
process.stdout.write(`${passed} passed, ${broken} failed, ${skipped} skipped\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

function countTests() {
  const sum = { passed: 0, broken: 0, skipped: 0 };
  for (const { name } of chosen) {
    const vitestReport = readJson(join(reports, `${name}.json`));
    sum.passed += vitestReport?.numPassedTests ?? 0;
    sum.broken += vitestReport?.numFailedTests ?? 0;
    sum.skipped += vitestReport?.numPendingTests ?? 0;
    const { stats } = readJson(join(reports, `${name}.playwright.json`)) ?? {};
    sum.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
    sum.broken += stats?.unexpected ?? 0;
    sum.skipped += stats?.skipped ?? 0;
  }
  return sum;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
