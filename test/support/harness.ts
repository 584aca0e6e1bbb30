// Pages that mount parts of the window by themselves, built as the program is and served with its policy, so that a
// style or script which the policy would block fails here.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export type Served = { readonly url: string; readonly end: () => Promise<void> };

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Builds pages of one folder and serves them on a port of their own.
 * @param pages absolute paths of the HTML files; the first one answers at `/`
 */
export async function serveHarness(
  pages: readonly string[],
  { minify }: { readonly minify: boolean },
): Promise<Served> {
  const [first = ''] = pages;
  const outDir = await mkdtemp(join(tmpdir(), 'simpul-harness-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: dirname(first),
    plugins: [react()],
    build: {
      rolldownOptions: { input: [...pages] },
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      minify,
      modulePreload: { polyfill: false },
    },
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = normalize((request.url ?? '/').split('?')[0] ?? '/');
    try {
      const body = await readFile(join(outDir, path === '/' ? basename(first) : path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? types['.html'] ?? '',
        'content-security-policy': policy,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    end: async () => {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
