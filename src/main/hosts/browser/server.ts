// The browser host: the window's files, the calls and the events, on 127.0.0.1 and for one user. Every request
// passes the guard first; nothing below it decides who may do what.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import type { App } from '../../core/app-types.ts';
import { createWindowGate } from '../../core/window-gate.ts';
import type { Logger } from '../../core/ports.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { securityHeaders } from '../../platform/content-security.ts';
import { readStaticFiles, type StaticFiles } from '../../platform/static-files.ts';
import { parseJson, readBody } from './body.ts';
import { downloadHeaders, safeFileName } from '../../platform/content-disposition.ts';
import { sendMedia } from './media.ts';
import { createCredentials, createThrottle, type Credentials, type Throttle } from './credentials.ts';
import { createEventChannel, type EventChannel } from './event-channel.ts';
import {
  hostName,
  judge,
  judgeUpgrade,
  largestCall,
  largestUpload,
  type Refusal,
  type RequestFacts,
  type Route,
  type ServerFacts,
} from './guard.ts';
import { notAllowedPage, openingPage, refusalMessage } from './pages.ts';

export type BrowserHost = {
  /** Opens one browser, once: it carries a one-time token. Never log it. */
  readonly url: string;
  readonly port: number;
  /** Another address with a token of its own, for opening the window again. */
  readonly newUrl: () => string;
  /** Answers what is under way, then lets go of every connection. The application stays open. */
  readonly close: () => Promise<void>;
};

export type BrowserHostOptions = {
  readonly app: Pick<App, 'dispatch' | 'onEvent' | 'files' | 'openRecording'>;
  /** 0 for one that is free. */
  readonly port: number;
  /** Folder of the built window; its `index.html` is the page. */
  readonly staticFolder: string;
  readonly log: Logger;
};

type Host = {
  readonly app: Pick<App, 'dispatch' | 'files' | 'openRecording'>;
  readonly log: Logger;
  readonly port: number;
  readonly files: StaticFiles;
  readonly credentials: Credentials;
  readonly throttle: Throttle;
  readonly channel: EventChannel;
  /** Recordings on their way: a player that pauses reads on for hours, so nothing waits for these. */
  readonly playing: Set<ServerResponse>;
};

/** Milliseconds a failed attempt waits when there are many, and an unread body is read on. */
const slowed = 1_000;
const lingering = 2_000;

/** @throws NodeJS.ErrnoException `EADDRINUSE`, or `ENOENT` where the window was not built */
export async function startBrowserHost({ app, port, staticFolder, log }: BrowserHostOptions): Promise<BrowserHost> {
  const files = readStaticFiles(staticFolder);
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 5_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    requireHostHeader: true,
    insecureHTTPParser: false,
  });
  server.maxHeadersCount = 64;
  server.maxConnections = 256;
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  await once(server, 'listening');
  const host: Host = {
    app: createWindowGate(app),
    log,
    files,
    port: (server.address() as AddressInfo).port,
    credentials: createCredentials((server.address() as AddressInfo).port),
    throttle: createThrottle(),
    channel: createEventChannel(app),
    playing: new Set(),
  };
  const underWay = listen(server, host);
  const newUrl = (): string => `http://${hostName(host.port)}/?token=${host.credentials.mint()}`;
  return { url: newUrl(), port: host.port, newUrl, close: () => closeServer(server, host, underWay) };
}

function listen(server: Server, host: Host): ReadonlySet<Promise<void>> {
  const underWay = new Set<Promise<void>>();
  server.on('request', (request, response) => {
    const sent = new Promise<void>((resolve) => response.once('close', resolve));
    underWay.add(sent);
    void sent.then(() => underWay.delete(sent));
    answer(host, request, response).catch((error: unknown) => fail(host, response, error));
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const { status, reason } = judgeUpgrade(factsOf(request), serverFacts(host, request));
    host.log.info('host.refused', { status, reason });
    endRaw(socket, status);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    host.log.info('host.malformed', { errorCode: error.code ?? 'unknown' });
    const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
    endRaw(socket, statuses[error.code ?? ''] ?? 400);
  });
  return underWay;
}

async function closeServer(server: Server, host: Host, underWay: ReadonlySet<Promise<void>>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  host.channel.close();
  for (const response of host.playing) response.destroy();
  await Promise.allSettled(underWay);
  server.closeAllConnections();
  await closed;
}

async function answer(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const verdict = judge(factsOf(request), serverFacts(host, request));
  if (verdict.pass) await follow(host, verdict.route, request, response);
  else refuse(host, verdict, request, response);
}

async function follow(host: Host, route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
  switch (route.name) {
    case 'enter':
      return enter(host, route.token, request, response);
    case 'static':
      return sendStatic(host, route.path, response);
    case 'call':
      return call(host, request, response);
    case 'upload':
      return upload(host, route.fileName, request, response);
    case 'download':
      return download(host, route.token, response);
    case 'media':
      return sendMedia(host.app.openRecording(route.guid), host.playing, request, response);
    case 'events':
      return host.channel.add(response);
  }
}

function enter(host: Host, token: string, request: IncomingMessage, response: ServerResponse): void {
  if (!host.credentials.redeem(token)) {
    refuse(host, { pass: false, status: 401, reason: 'credentials' }, request, response);
    return;
  }
  const headers = { ...securityHeaders, 'Set-Cookie': host.credentials.cookieHeader };
  // A browser sent here by a foreign page or by a file keeps strict cookies from a redirect's target, too.
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    send(response, 200, { ...headers, Refresh: '0; url=/', 'Content-Type': 'text/html; charset=utf-8' }, openingPage());
  } else {
    send(response, 303, { ...headers, Location: '/' });
  }
}

function sendStatic(host: Host, path: string, response: ServerResponse): void {
  const file = host.files.get(path);
  if (!file) throw new Error('The guard let a path pass that is not listed');
  send(response, 200, { ...securityHeaders, 'Content-Type': file.mediaType }, file.bytes);
}

const requestShape = z.strictObject({
  method: z.string().max(200),
  input: z.unknown(),
  requestId: z.string().max(200).optional(),
  jobId: z.string().max(200).optional(),
});

/** Answers are values, errors among them; only what is no request at all has a status of its own. */
async function call(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, largestCall);
  if (!body) return refuse(host, { pass: false, status: 413, reason: 'too-large' }, request, response);
  const value = parseJson(body);
  const status = requestShape.safeParse(value).success ? 200 : 400;
  sendJson(response, status, await host.app.dispatch(value));
}

async function upload(host: Host, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBody(request, largestUpload);
  if (!bytes) return refuse(host, { pass: false, status: 413, reason: 'too-large' }, request, response);
  try {
    const token = host.app.files.hold({ name: safeFileName(name), mediaType: 'application/octet-stream', bytes });
    sendJson(response, 200, { token });
  } catch (error) {
    if (!(error instanceof SimpulError)) throw error;
    refuse(host, { pass: false, status: 413, reason: 'too-large' }, request, response);
  }
}

function download(host: Host, token: string, response: ServerResponse): void {
  const file = take(host, token);
  if (!file) return send(response, 404, { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' }, '');
  send(response, 200, { ...securityHeaders, ...downloadHeaders(file) }, file.bytes);
}

function take(host: Host, token: string): ReturnType<App['files']['take']> | null {
  try {
    return host.app.files.take(token);
  } catch (error) {
    if (error instanceof SimpulError) return null;
    throw error;
  }
}

function refuse(host: Host, { status, reason }: Refusal, request: IncomingMessage, response: ServerResponse): void {
  host.log.info('host.refused', { status, reason });
  const finish = (): void => {
    const asPage = request.headers['sec-fetch-mode'] === 'navigate' || request.method === 'GET';
    const headers = { ...securityHeaders, ...(status === 405 ? { Allow: 'GET, POST' } : {}), Connection: 'close' };
    if (status === 401 && asPage) {
      send(response, status, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }, notAllowedPage());
    } else {
      const code = status === 413 ? 'too-large' : 'refused';
      const error = { code, message: refusalMessage(status), details: { status, reason } };
      sendJson(response, status, { ok: false, error }, headers);
    }
    if (!request.complete) response.once('finish', () => letGo(request));
  };
  if (status !== 401) return finish();
  const when = host.throttle.failed(performance.now());
  if (when === 'now') finish();
  else if (when === 'later') setTimeout(finish, slowed).unref();
  else request.socket.destroy();
}

/** Reads on for a moment: a sender cut off in the middle of its body would not get to see the answer. */
function letGo(request: IncomingMessage): void {
  const timer = setTimeout(() => request.socket.destroy(), lingering).unref();
  request.once('close', () => clearTimeout(timer));
  request.resume();
}

function fail(host: Host, response: ServerResponse, error: unknown): void {
  // A sender that broke off is no fault of ours.
  if (response.destroyed) return;
  host.log.fault('host.failed', error);
  if (response.headersSent) response.destroy();
  else
    send(response, 500, { ...securityHeaders, Connection: 'close', 'Content-Type': 'text/plain; charset=utf-8' }, '');
}

function sendJson(response: ServerResponse, status: number, value: unknown, headers = securityHeaders): void {
  send(response, status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(value));
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = '',
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  response.writeHead(status, { ...headers, 'Content-Length': bytes.byteLength });
  response.end(bytes);
}

function endRaw(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function serverFacts({ port, files, credentials }: Host, request: IncomingMessage): ServerFacts {
  return { port, isStatic: (path) => files.has(path), hasSession: credentials.recognises(request.headers.cookie) };
}

function factsOf({ method, url, headers, rawHeaders }: IncomingMessage): RequestFacts {
  const announced = Number(headers['content-length'] ?? 0);
  return {
    method: method ?? '',
    target: url ?? '',
    hosts: rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host'),
    origin: headers.origin,
    site: single(headers['sec-fetch-site']),
    mode: single(headers['sec-fetch-mode']),
    destination: single(headers['sec-fetch-dest']),
    contentType: headers['content-type'],
    contentEncoding: headers['content-encoding'],
    contentLength: headers['transfer-encoding'] === undefined ? announced : null,
  };
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'object' ? value.join(', ') : value;
}
