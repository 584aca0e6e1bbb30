// What `simpul://app/…` answers: the files of the built window by their listed names, files the application hands
// out by token, recordings of the open project by their identifier, and nothing else (B7).

import { closeSync, createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { HeldFile } from '../../core/files.ts';
import type { OpenRecording } from '../../core/media.ts';
import { rangeAnswer, rangeHeaders } from '../../platform/byte-range.ts';
import { downloadHeaders } from '../../platform/content-disposition.ts';
import { securityHeaders } from '../../platform/content-security.ts';
import type { StaticFiles } from '../../platform/static-files.ts';
import { origin } from './origin.ts';

export type ProtocolSources = {
  readonly window: StaticFiles;
  /** @throws Error where there is no such file to hand out */
  readonly take: (token: string) => HeldFile;
  readonly openRecording: (guid: string) => OpenRecording | null;
};

export function answerProtocol(
  sources: ProtocolSources,
  request: { readonly method: string; readonly url: string; readonly headers: Pick<Headers, 'get' | 'has'> },
): Response {
  if (request.method !== 'GET') return refuse(405);
  if (!request.url.startsWith(`${origin}/`)) return refuse(404);
  const path = request.url.slice(origin.length);
  const token = /^\/files\/([\w-]{16,64})$/.exec(path)?.[1];
  if (token !== undefined) return handOut(sources, token);
  const guid = /^\/media\/([\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12})$/.exec(path)?.[1];
  if (guid !== undefined) return play(sources, guid, request.headers);
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

function play({ openRecording }: ProtocolSources, guid: string, headers: Pick<Headers, 'get' | 'has'>): Response {
  const recording = openRecording(guid);
  if (!recording) return refuse(404);
  const { file, size, mediaType } = recording;
  const answer = rangeAnswer(headers.get('range'), size, headers.has('if-range'));
  const all = { ...securityHeaders, ...rangeHeaders(answer, size, mediaType) };
  if (answer.status === 416 || !answer.range) {
    closeSync(file);
    return new Response(null, { status: answer.status, headers: all });
  }
  const bytes = Readable.toWeb(createReadStream('', { fd: file, ...answer.range })) as ReadableStream<Uint8Array>;
  return new Response(bytes as BodyInit, { status: answer.status, headers: all });
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
