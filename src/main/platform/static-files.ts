// The files of the built window, listed once at start. A request is looked up in that list as text and never
// becomes a path, so there is nothing to traverse (B7).

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export type StaticFile = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** By URL path, `/assets/index-4f2a.js`. The page itself stands under `/`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Reads a folder of built files into memory. Hidden files, links and kinds the window has no use for are not
 * listed, hence never served.
 * @throws NodeJS.ErrnoException where the folder is not there
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  collect(folder, '/', files);
  const page = files.get('/index.html');
  if (page) {
    files.delete('/index.html');
    files.set('/', page);
  }
  return files;
}

function collect(folder: string, prefix: string, files: Map<string, StaticFile>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      collect(path, `${prefix}${entry.name}/`, files);
      continue;
    }
    const mediaType = mediaTypes.get(extname(entry.name).toLowerCase());
    if (entry.isFile() && mediaType) {
      files.set(`${prefix}${entry.name}`, { mediaType, bytes: Uint8Array.from(readFileSync(path)) });
    }
  }
}
