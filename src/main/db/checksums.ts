// Checksums that let `check` find damage which SQLite's own integrity check passes over: a flipped bit in
// a column is still a valid row.

import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type CodingContent = {
  readonly guid: string;
  readonly document_id: number;
  readonly code_id: number;
  readonly coder_id: number | null;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly quote: string;
  readonly weight: number | null;
  readonly state: string;
  readonly former_quote: string | null;
  readonly created_at: string;
  readonly modified_at: string;
};

/** CRC-32 over everything a coding says. */
export function codingChecksum(row: CodingContent): number {
  return crc32(
    `${row.guid}\n${row.document_id}\n${row.code_id}\n${row.coder_id ?? ''}\n${row.start_offset}\n` +
      `${row.end_offset}\n${row.weight ?? ''}\n${row.state}\n${row.created_at}\n${row.modified_at}\n${row.quote}\n` +
      (row.former_quote ?? ''),
  );
}

export type MemoContent = {
  readonly guid: string;
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly created_at: string;
  readonly modified_at: string;
};

/** CRC-32 over what a memo says. */
export function memoChecksum(row: MemoContent): number {
  return crc32(`${row.guid}\n${row.kind}\n${row.created_at}\n${row.modified_at}\n${row.title}\n${row.body}`);
}

/** SHA-256 of a text as UTF-8, or of bytes, in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** Characters that are hashed at once: one call for nearly every step, and no copy of all that a large one changed. */
const hashedAtOnce = 1 << 20;

/** As {@link sha256}, of the parts joined. */
export function sha256OfParts(parts: Iterable<string>): string {
  let gathered = '';
  let long: ReturnType<typeof createHash> | undefined;
  for (const part of parts) {
    gathered += part;
    if (gathered.length < hashedAtOnce) continue;
    long ??= createHash('sha256');
    long.update(gathered);
    gathered = '';
  }
  return long ? long.update(gathered).digest('hex') : hash('sha256', gathered, 'hex');
}
