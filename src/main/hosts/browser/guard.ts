// Whether a request may pass, decided on its facts alone. The host stands on a port that every page in every
// browser of this machine can reach, and plain Node answers nearly anything: the whole defence is here.
// Order matters: what a foreign page may cause is refused before it can learn whether a session exists.

export type RequestFacts = {
  readonly method: string;
  /** The request target as it was sent, undecoded. */
  readonly target: string;
  readonly hosts: readonly string[];
  readonly origin: string | undefined;
  readonly site: string | undefined;
  readonly mode: string | undefined;
  readonly destination: string | undefined;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  /** Bytes announced; null where the body comes in chunks of unknown total. */
  readonly contentLength: number | null;
};

export type ServerFacts = {
  readonly port: number;
  readonly isStatic: (path: string) => boolean;
  /** Whether the request's cookie is this session's. */
  readonly hasSession: boolean;
};

export type Route =
  | { readonly name: 'enter'; readonly token: string }
  | { readonly name: 'static'; readonly path: string }
  | { readonly name: 'call' }
  | { readonly name: 'upload'; readonly fileName: string }
  | { readonly name: 'download'; readonly token: string }
  /** A recording of the open project, by its identifier. */
  | { readonly name: 'media'; readonly guid: string }
  | { readonly name: 'events' };

export type Reason =
  | 'target'
  | 'host'
  | 'origin'
  | 'fetch-metadata'
  | 'credentials'
  | 'not-found'
  | 'method'
  | 'body'
  | 'too-large'
  | 'media-type'
  | 'upgrade';

export type Refusal = { readonly pass: false; readonly status: number; readonly reason: Reason };
export type Verdict = { readonly pass: true; readonly route: Route } | Refusal;

export const largestCall = 12 * 1024 * 1024;
export const largestUpload = 100 * 1024 * 1024;

/** The one name of this host. `localhost` is another origin to a browser, so it is another one to us (B2, B3). */
export function hostName(port: number): string {
  return port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`;
}

export function judge(request: RequestFacts, server: ServerFacts): Verdict {
  const target = readTarget(request.target);
  if (!target) return refuse(400, 'target');
  if (request.hosts.length !== 1) return refuse(400, 'host');
  if (request.hosts[0] !== hostName(server.port)) return refuse(403, 'host');
  if (request.method !== 'GET' && request.method !== 'POST') return refuse(405, 'method');
  const found = findRoute(target, server);
  if (!isFromOurPage(request, server.port)) return refuse(403, 'origin');
  if (!isFetchedAsItShould(request, found?.route)) return refuse(403, 'fetch-metadata');
  const tooLarge = (request.contentLength ?? 0) > (found?.largest ?? 0) && request.method === 'POST';
  if (tooLarge && (found || (request.contentLength ?? 0) > largestCall)) return refuse(413, 'too-large');
  if (found?.route.name !== 'enter' && !server.hasSession) return refuse(401, 'credentials');
  if (!found) return refuse(404, 'not-found');
  if (found.method !== request.method) return refuse(405, 'method');
  if (request.method === 'GET' && request.contentLength !== 0) return refuse(400, 'body');
  if (request.contentEncoding !== undefined) return refuse(415, 'media-type');
  if (found.route.name === 'call' && !isJson(request.contentType)) return refuse(415, 'media-type');
  return { pass: true, route: found.route };
}

/** No route speaks WebSocket: what asks for one is refused, and told no more than a stranger is told (B5). */
export function judgeUpgrade(request: RequestFacts, server: ServerFacts): Refusal {
  const verdict = judge({ ...request, mode: undefined, destination: undefined }, server);
  if (!verdict.pass && verdict.reason !== 'not-found') return verdict;
  return refuse(403, 'upgrade');
}

type Target = { readonly path: string; readonly query: URLSearchParams | null };
type Found = { readonly route: Route; readonly method: 'GET' | 'POST'; readonly largest: number };

/** Our paths are plain ASCII; anything encoded, doubled, dotted or absolute is no path of ours (B7). */
function readTarget(target: string): Target | null {
  const match = /^(\/(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*)?)(?:\?([\x21-\x7e]*))?$/.exec(target);
  if (!match?.[1]) return null;
  return { path: match[1], query: match[2] === undefined ? null : new URLSearchParams(match[2]) };
}

function findRoute({ path, query }: Target, server: ServerFacts): Found | null {
  if (path === '/' && query) {
    const token = only(query, 'token');
    return { route: { name: 'enter', token: token ?? '' }, method: 'GET', largest: 0 };
  }
  if (path === '/files' && query) {
    const fileName = only(query, 'name');
    return fileName === null ? null : { route: { name: 'upload', fileName }, method: 'POST', largest: largestUpload };
  }
  if (query) return null;
  if (path === '/call') return { route: { name: 'call' }, method: 'POST', largest: largestCall };
  if (path === '/events') return { route: { name: 'events' }, method: 'GET', largest: 0 };
  const token = /^\/files\/([\w-]{16,64})$/.exec(path)?.[1];
  if (token) return { route: { name: 'download', token }, method: 'GET', largest: 0 };
  const guid = /^\/media\/([\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12})$/.exec(path)?.[1];
  if (guid) return { route: { name: 'media', guid }, method: 'GET', largest: 0 };
  return server.isStatic(path) ? { route: { name: 'static', path }, method: 'GET', largest: 0 } : null;
}

function only(query: URLSearchParams, name: string): string | null {
  const entries = [...query];
  const first = entries[0];
  return entries.length === 1 && first?.[0] === name ? first[1] : null;
}

function isFromOurPage({ origin }: RequestFacts, port: number): boolean {
  return origin === undefined || origin === `http://${hostName(port)}`;
}

/**
 * Browsers say truthfully where a request came from and what for (Fetch Metadata). Who sends none is no
 * browser, and no foreign page can make it act. `no-cors` is never one of our own calls: an answer a page
 * cannot read is still a change made (JupyterHub took it for same-origin, CVE-2026-40864).
 */
function isFetchedAsItShould(request: RequestFacts, route: Route | undefined): boolean {
  const { site, mode } = request;
  switch (route?.name) {
    case 'enter':
      // The token is the proof; the link may stand in a terminal, a mail or the file that opens the browser.
      return isTopLevel(request);
    case 'static':
      if (route.path === '/') return isTopLevel(request) && isOneOf(site, 'same-origin', 'none');
      return isOneOf(site, 'same-origin');
    case 'download':
      return isOneOf(site, 'same-origin') && (isTopLevel(request) || isOneOf(mode, 'cors', 'same-origin'));
    case 'media':
      // An audio element of our page asks without CORS; a page elsewhere is cross-site, or same-site from another port.
      return (
        isOneOf(site, 'same-origin') &&
        isOneOf(mode, 'no-cors', 'cors', 'same-origin') &&
        isOneOf(request.destination, 'audio', 'video', 'empty')
      );
    case 'call':
    case 'upload':
    case 'events':
      return isOneOf(site, 'same-origin') && isOneOf(mode, 'cors', 'same-origin');
    case undefined:
      return isOneOf(site, 'same-origin', 'none');
  }
}

/** Programs may send a mode without a site, as Node does; browsers send all of them or, when old, none. */
function isTopLevel({ site, mode, destination }: RequestFacts): boolean {
  return site === undefined || (isOneOf(mode, 'navigate') && isOneOf(destination, 'document', 'empty'));
}

function isOneOf(value: string | undefined, ...allowed: readonly string[]): boolean {
  return value === undefined || allowed.includes(value);
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json(?:; ?charset=utf-8)?$/i.test(contentType ?? '');
}

function refuse(status: number, reason: Reason): Refusal {
  return { pass: false, status, reason };
}
