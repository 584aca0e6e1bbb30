// Every request of a page passes here, as it would pass Electron's navigation events, web request rules and
// protocol handlers.

import { preventable } from './app.ts';
import { download } from './downloads.ts';
import { isLetThrough, protocolHandlers } from './services.ts';
import type { Contents } from './window.ts';

export type PausedRequest = {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
  readonly resourceType: string;
  readonly frameId: string;
  /** A download has none: it is fetched for the browser, not for the page. */
  readonly networkId?: string;
};

/** `simpul://app/x` as a secure address Chromium can have a page at; nothing is ever asked of the network for it. */
export function toPageAddress(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/]+)(.*)$/.exec(url) ?? [];
  return protocolHandlers.has(scheme) ? `https://${host}.${scheme}.stand-in.invalid${rest}` : url;
}

export function toProgramAddress(url: string): string {
  return url.replace(/^(blob:)?https:\/\/([^/.]+)\.([^/.]+)\.stand-in\.invalid/, '$1$3://$2');
}

export async function answerRequest(contents: Contents, paused: PausedRequest): Promise<void> {
  const { requestId, request } = paused;
  const url = toProgramAddress(request.url);
  if (isLeaving(contents, paused, url)) {
    return contents.command('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }
  if (!(await isLetThrough(url))) {
    return contents.command('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  }
  const handler = protocolHandlers.get(/^([a-z]+):/.exec(url)?.[1] ?? '');
  if (!handler) return contents.command('Fetch.continueRequest', { requestId });
  // Node's Request takes no address of ours as a base; as a whole address it takes it.
  const answer = await handler(new Request(url, { method: request.method }));
  if (paused.resourceType === 'Document' && paused.networkId === undefined) {
    await download(url, answer).catch((error: unknown) => process.stderr.write(`stand-in: ${String(error)}\n`));
    return contents.command('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }
  await contents.command('Fetch.fulfillRequest', {
    requestId,
    responseCode: answer.status,
    responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
  });
}

/** A navigation the page began itself is announced, and stopped where somebody says so. */
function isLeaving(
  contents: Contents,
  { resourceType, request, frameId, networkId }: PausedRequest,
  url: string,
): boolean {
  if (resourceType !== 'Document' || networkId === undefined || request.url === contents.address) return false;
  const isMainFrame = frameId === contents.targetId;
  const event = { ...preventable(), url, isMainFrame };
  if (isMainFrame) contents.emit('will-navigate', event);
  contents.emit('will-frame-navigate', event);
  return event.defaultPrevented();
}
