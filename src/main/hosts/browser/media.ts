// A recording over HTTP: whole or one part of it, as an audio element asks for it (RFC 9110, section 14).

import { closeSync, createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { OpenRecording } from '../../core/media.ts';
import { rangeAnswer, rangeHeaders } from '../../platform/byte-range.ts';
import { securityHeaders } from '../../platform/content-security.ts';

/**
 * @param recording null where there is none of that identifier, or its file is gone
 * @param playing holds the answer while it is on its way
 */
export async function sendMedia(
  recording: OpenRecording | null,
  playing: Set<ServerResponse>,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!recording) {
    response.writeHead(404, { ...securityHeaders, 'Content-Length': 0 });
    response.end();
    return;
  }
  const { file, size, mediaType } = recording;
  const answer = rangeAnswer(headers.range, size, headers['if-range'] !== undefined);
  response.writeHead(answer.status, { ...securityHeaders, ...rangeHeaders(answer, size, mediaType) });
  if (answer.status === 416 || !answer.range) {
    closeSync(file);
    response.end();
    return;
  }
  playing.add(response);
  try {
    await pipeline(createReadStream('', { fd: file, ...answer.range }), response);
  } finally {
    playing.delete(response);
  }
}
