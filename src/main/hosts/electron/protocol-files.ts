// What `simpul://app/…` answers: the files of the built window by their listed names, files the application hands
// out by token, and nothing else (B7).

import type { HeldFile } from '../../core/files.ts';
import { downloadHeaders } from '../../platform/content-disposition.ts';
import { securityHeaders } from '../../platform/content-security.ts';
import type { StaticFiles } from '../../platform/static-files.ts';
import { origin } from './origin.ts';

export type ProtocolSources = {
  readonly window: StaticFiles;
  /** @throws Error where there is no such file to hand out */
  readonly take: (token: string) => HeldFile;
};

export function answerProtocol(
  sources: ProtocolSources,
  request: { readonly method: string; readonly url: string },
): Response {
  if (request.method !== 'GET') return refuse(405);
  if (!request.url.startsWith(`${origin}/`)) return refuse(404);
  const path = request.url.slice(origin.length);
  const token = /^\/files\/([\w-]{16,64})$/.exec(path)?.[1];
  if (token !== undefined) return handOut(sources, token);
  const file = sources.window.get(path);
  if (!file) return refuse(404);
  return new Response(file.bytes, { status: 200, headers: { ...securityHeaders, 'Content-Type': file.mediaType } });
}

function handOut({ take }: ProtocolSources, token: string): Response {
  try {
    const file = take(token);
    const headers = { ...securityHeaders, ...downloadHeaders(file) };
    return new Response(Uint8Array.from(file.bytes), { status: 200, headers });
  } catch {
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
