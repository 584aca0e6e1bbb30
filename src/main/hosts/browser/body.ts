// Bodies are counted as they come in: what a header announces proves nothing.

import type { IncomingMessage } from 'node:http';

/** The body, or null as soon as it is larger than allowed. @throws Error where the sender broke off */
export async function readBody(request: IncomingMessage, largest: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

const deepest = 64;

/**
 * A JSON text as a value; undefined where it is none, is no UTF-8, or is nested deeper than any request of
 * ours: code that walks a value by recursion ends at the depth of the stack (B9).
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isTooDeep(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x22) quoted = !quoted;
    else if (quoted && sign === 0x5c) at++;
    else if (!quoted && (sign === 0x5b || sign === 0x7b)) depth++;
    else if (!quoted && (sign === 0x5d || sign === 0x7d)) depth--;
    if (depth > deepest) return true;
  }
  return false;
}
