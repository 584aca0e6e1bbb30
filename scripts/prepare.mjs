// What both commands need before anything else: a new enough Node and the packages. Plain JavaScript on Node's
// own modules only, because nothing is installed yet when it runs, and the Node may be an old one.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isWindows = process.platform === 'win32';
const oldestNode = 22;

/** Prints what is being done, on standard error: standard output is for results. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends with one plain line. */
export function fail(text) {
  say(text);
  process.exit(1);
}

/** Runs a program and shows what it prints. @returns its exit status */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/**
 * Runs a program, shows what it prints, and keeps the end of it.
 * @returns its exit status, and its last lines
 */
export function runAndKeep(program, args, { lines = 80, env = process.env } = {}) {
  return new Promise((resolve) => {
    const colour = process.stderr.isTTY ? { FORCE_COLOR: '1' } : {};
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...colour, ...env } });
    let kept = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.setEncoding('utf8').on('data', (text) => {
        to.write(text);
        kept = `${kept}${text}`.split('\n').slice(-lines).join('\n');
      });
    child.on('error', (error) => resolve({ status: 127, end: error.message }));
    child.on('close', (status) => resolve({ status: status ?? 1, end: kept.trimEnd() }));
  });
}

/** V8 may end the whole process where threads that end meet its keys on pages of code; Simpul's jobs are threads. */
export const nodeFlags = ['--no-memory-protection-keys'];

/** The Node that runs Simpul: this one where it is new enough, else the one among the packages. */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return process.execPath;
  return join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');
}

/**
 * Installs the packages where they are missing or of another lock file. Not by `npm ci`: it refuses a lock file that
 * lacks the optional binaries of other systems, which not every registry has.
 */
export async function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = join(root, 'node_modules', '.simpul-installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted && existsSync(nodePath())) return;
  say('Installing packages (once; about a minute) …');
  const status = await run(
    isWindows ? 'npm.cmd' : 'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      shell: isWindows,
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0)
    fail('The packages could not be installed; see the messages above. Is there a connection to the npm registry?');
  if (!existsSync(nodePath())) fail(`Simpul needs Node ${oldestNode} or newer; this is ${process.version}.`);
  writeFileSync(mark, wanted);
}

/** Runs this very script again with a new enough Node, and ends with its status. */
export async function withNewNode() {
  if (nodePath() === process.execPath) return;
  process.exit(await run(nodePath(), process.argv.slice(1)));
}

/** Builds the window and the Electron bundles where a source is newer than the last build. */
export async function buildWhatIsStale() {
  const mark = join(root, 'out', '.built');
  const sources = ['src', 'package-lock.json', 'electron.vite.config.ts'].map((path) => newest(join(root, path)));
  if (existsSync(mark) && statSync(mark).mtimeMs > Math.max(...sources)) return;
  say('Building …');
  const result = spawnSync(
    nodePath(),
    [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (result.status !== 0) fail(`${result.stdout}${result.stderr}\nThe build failed; see the messages above.`);
  writeFileSync(mark, '');
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path).map((name) => (name.endsWith('.tsbuildinfo') ? 0 : newest(join(path, name)))),
  );
}
