// `simpul batch`: one JSON request a line in, one JSON answer a line out, each written only after its change
// is durable on disk.

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { App } from '../../core/app-types.ts';
import type { Say, Streams } from './output.ts';

/** Characters one line may have: room for an import, and an end for a stream without line ends. */
const longestLine = 64 * 1024 * 1024;

/** @returns whether every line was a request that succeeded */
export async function runBatch(app: App, input: Readable, { out }: Streams, say: Say): Promise<boolean> {
  let ok = true;
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const request = parseLine(text);
    const answer = request
      ? { id: request.id, ...(await app.dispatch(request.body)) }
      : {
          id: null,
          ok: false as const,
          error: { code: 'invalid-input' as const, message: say('cli.batch.line', { line }), details: null },
        };
    ok &&= answer.ok;
    await out(`${JSON.stringify(answer)}\n`);
  }
  return ok;
}

function parseLine(text: string): { readonly id: unknown; readonly body: unknown } | null {
  if (text.length > longestLine) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const { id = null, ...body } = parsed as Record<string, unknown>;
    return { id, body };
  } catch {
    return null;
  }
}
