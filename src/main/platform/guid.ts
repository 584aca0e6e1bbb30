import { randomUUID } from 'node:crypto';
import { parseGuid, type Guid } from '../../shared/domain/ids.ts';

/** A new random GUID. */
export function nextGuid(): Guid {
  const guid = parseGuid(randomUUID());
  if (!guid) throw new Error('the system made no GUID');
  return guid;
}
