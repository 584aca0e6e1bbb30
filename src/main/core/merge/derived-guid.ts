// GUIDs that follow from what they stand for, so that the same file read twice, or the same project written twice,
// gives the same ones.

import { hash } from 'node:crypto';
import { parseGuid, type Guid } from '../../../shared/domain/ids.ts';

/** @param parts what the object is and whence it follows, such as `'selection'` and the GUID of its first coding */
export function derivedGuid(...parts: readonly string[]): Guid {
  const hex = hash('sha256', parts.map((part) => `${part.length}:${part}`).join(''), 'hex');
  // RFC 9562, version 8: bits of an application's own choosing.
  const guid = parseGuid(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  );
  if (!guid) throw new Error('a hash made no GUID');
  return guid;
}
