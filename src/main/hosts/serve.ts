// `simpul serve`: the application behind the browser host, until the process is told to end.

import { once } from 'node:events';
import { join } from 'node:path';
import { clientOf } from './cli/tools.ts';
import { CliFailure, sayIn } from './cli/output.ts';
import { openInBrowser } from './browser/open-in-browser.ts';
import { startBrowserHost } from './browser/server.ts';
import type { App } from '../core/app-types.ts';
import type { Ports } from '../core/ports.ts';

export type ServeOptions = {
  readonly project: string | null;
  /** Opens the sample study where no project is named. */
  readonly sample: boolean;
  readonly port: number;
  readonly open: boolean;
};

/** The first line of standard output is the address with its token; nothing else is ever printed there. */
export async function serveWindow(
  createApp: (ports: Ports) => App,
  ports: Ports,
  program: string,
  { project, sample, port, open }: ServeOptions,
): Promise<void> {
  const app = createApp(ports);
  try {
    if (project !== null) await clientOf(app).projects.open({ path: project });
    else if (sample) await clientOf(app).projects.openSample({});
    const host = await startBrowserHost({
      app,
      port,
      staticFolder: join(program, 'out', 'renderer'),
      log: ports.log,
    }).catch((error: unknown) => {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
      throw new CliFailure('usage', sayIn(ports.defaultLanguage)('cli.usage.port', { port: String(port) }), 2);
    });
    process.stdout.write(`${host.url}\n`);
    const opening = open ? await openInBrowser(host.newUrl(), ports.places.projects) : null;
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
    opening?.forget();
    await host.close();
  } finally {
    await app.close();
  }
}
