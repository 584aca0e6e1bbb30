// The three ways in which a client reaches the application, as tests drive them: lines of `simpul batch`, HTTP and
// server-sent events of the browser host, messages of the Electron host. And the application itself, to compare with.

import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createApp } from '../../src/main/core/app.ts';
import { createWindowGate } from '../../src/main/core/window-gate.ts';
import { startBrowserHost } from '../../src/main/hosts/browser/server.ts';
import { answerMessage, type Bridge } from '../../src/main/hosts/electron/ipc.ts';
import type { Frame } from '../../src/main/hosts/electron/trusted-sender.ts';
import type { Answer } from '../../src/shared/contract/client.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { startBatch } from '../support/cli.ts';
import { clientFor, makeWorkshop } from '../support/project.ts';

export type TestClient = {
  readonly call: (request: object) => Promise<Answer>;
  /** Everything heard so far. */
  readonly heard: readonly AppEvent[];
  /** Waits until so many `changed` events were heard. */
  readonly untilChanges: (count: number) => Promise<void>;
};

export type Transport = {
  /** Two clients of one application; one alone where the host has room for no more. */
  readonly clients: readonly TestClient[];
  readonly hearsEvents: boolean;
  readonly faults: readonly unknown[];
  readonly end: () => Promise<void>;
};

/** A new, empty project behind each. */
export const transports: Readonly<Record<string, () => Promise<Transport>>> = {
  'the application itself': inProcess,
  'lines of simpul batch': batchLines,
  'HTTP of the browser host': browserHost,
  'messages of the Electron host': electronMessages,
};

async function openProject(change: Parameters<typeof makeWorkshop>[0] = {}) {
  const workshop = makeWorkshop(change);
  const app = createApp(workshop.ports);
  const path = join(workshop.folder, 'study.simpul');
  await clientFor(app).projects.create({ name: 'Study', path });
  const end = async (): Promise<void> => {
    await app.close();
    workshop.cleanUp();
  };
  return { workshop, app, path, end };
}

async function inProcess(): Promise<Transport> {
  const { app, workshop, end } = await openProject();
  const client = (): TestClient => {
    const ear = createEar();
    app.onEvent(ear.hear);
    return { ...ear, call: app.dispatch };
  };
  return { clients: [client(), client()], hearsEvents: true, faults: workshop.faults, end };
}

async function batchLines(): Promise<Transport> {
  // Like the command line itself, it leaves no backup when it hands the project on.
  const { app, workshop, path, end } = await openProject({ host: 'cli' });
  await clientFor(app).projects.close({});
  const home = join(workshop.folder, 'home');
  mkdirSync(home);
  const batch = startBatch(path, { home });
  let id = 0;
  const call = async (request: object): Promise<Answer> => {
    id += 1;
    const own = id;
    const answer = await batch.ask({ id: own, ...request });
    if (answer?.id !== own) throw new Error(`line ${own} was answered ${JSON.stringify(answer)}`);
    const { id: _, ...rest } = answer;
    return rest;
  };
  return {
    clients: [{ ...createEar(), call }],
    hearsEvents: false,
    faults: workshop.faults,
    end: async () => {
      await batch.end();
      await end();
    },
  };
}

async function browserHost(): Promise<Transport> {
  const { app, workshop, end } = await openProject();
  const staticFolder = join(workshop.folder, 'window');
  mkdirSync(staticFolder);
  writeFileSync(join(staticFolder, 'index.html'), '<!doctype html><title>Simpul</title>');
  const host = await startBrowserHost({ app, port: 0, staticFolder, log: workshop.ports.log });
  const client = async (): Promise<TestClient> => {
    const entered = await send(host.port, 'GET', new URL(host.newUrl()).search.replace(/^/, '/'), {});
    const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    entered.resume();
    const ear = createEar();
    const events = await send(host.port, 'GET', '/events', { Cookie: cookie, Accept: 'text/event-stream' });
    // Not by readline, for which a soft break ends a line too.
    let rest = '';
    events.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data: ')) ear.hear(JSON.parse(line.slice(6)) as AppEvent);
    });
    events.on('error', () => undefined);
    await once(events, 'data');
    return {
      ...ear,
      call: async (request) => {
        const headers = { Cookie: cookie, 'Content-Type': 'application/json' };
        const answer = await send(host.port, 'POST', '/call', headers, JSON.stringify(request));
        return JSON.parse(await text(answer)) as Answer;
      },
    };
  };
  return {
    clients: [await client(), await client()],
    hearsEvents: true,
    faults: workshop.faults,
    end: async () => {
      await host.close();
      await end();
    },
  };
}

async function electronMessages(): Promise<Transport> {
  const { app, workshop, end } = await openProject();
  const never = (): Promise<never> => Promise.reject(new Error('no dialog belongs here'));
  const bridge: Bridge = {
    app: createWindowGate(app),
    handlers: {
      'host.openProject': never,
      'host.chooseFolder': never,
      'host.openExternal': never,
      'host.spelling': never,
    },
    log: workshop.ports.log,
    sentence: (code) => Promise.resolve(code),
  };
  const frame: Frame = {
    url: 'simpul://app/',
    origin: 'simpul://app',
    parent: null,
    detached: false,
    isDestroyed: () => false,
  };
  const client = (): TestClient => {
    const ear = createEar();
    // Messages and events cross between processes as structured clones.
    app.onEvent((event) => ear.hear(structuredClone(event)));
    const call = async (request: object): Promise<Answer> =>
      structuredClone(await answerMessage(bridge, frame, structuredClone({ kind: 'call', request })));
    return { ...ear, call };
  };
  return { clients: [client(), client()], hearsEvents: true, faults: workshop.faults, end };
}

function createEar(): Pick<TestClient, 'heard' | 'untilChanges'> & { readonly hear: (event: AppEvent) => void } {
  const heard: AppEvent[] = [];
  const waiting = new Set<() => void>();
  const changes = (): number => heard.filter(({ type }) => type === 'changed').length;
  return {
    heard,
    hear: (event) => {
      heard.push(event);
      for (const look of waiting) look();
    },
    untilChanges: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (changes() < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

async function send(
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<IncomingMessage> {
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { Host: `127.0.0.1:${port}`, ...headers },
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}
