// `npm start`: installs what is missing, builds what is stale, opens Simpul on the sample study: in Electron where
// its binary is there, else in the browser.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildWhatIsStale,
  fail,
  installPackages,
  nodeFlags,
  nodePath,
  root,
  run,
  say,
  withNewNode,
} from './prepare.mjs';

await installPackages();
await withNewNode();
await buildWhatIsStale();
const electron = await findElectron();
if (electron) {
  say('Opening Simpul …');
  const status = await run(electron, [root, '--sample']);
  if (status !== 0) fail(`Simpul ended with status ${status}.`);
  say('Simpul has ended.');
} else {
  say('Electron is not on this machine, so Simpul opens in the browser. It stays up until you press Ctrl+C.');
  const open = hasDisplay() ? [] : ['--no-open'];
  if (open.length > 0) say('There is no display: open the address below in a browser on this machine.');
  process.exitCode = await run(nodePath(), [
    ...nodeFlags,
    join(root, 'src', 'main', 'simpul.ts'),
    'serve',
    '--sample',
    ...open,
  ]);
  say('Simpul has ended.');
}

// The electron package would start a download when it is loaded, so its files are looked at instead.
async function findElectron() {
  if (process.env.SIMPUL_HOST === 'browser' || !hasDisplay()) return null;
  const folder = join(root, 'node_modules', 'electron');
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = () => {
    const note = join(folder, 'path.txt');
    const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : defaultBinary();
    const path = own ? join(own, name) : join(folder, 'dist', name);
    return existsSync(path) ? path : null;
  };
  if (binary()) return binary();
  const installer = join(folder, 'install.js');
  if (own || !existsSync(installer)) return null;
  say('Fetching Electron (once) …');
  await run(nodePath(), [installer], { stdio: 'ignore', timeout: 300_000 });
  return binary();
}

function defaultBinary() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
