// What was dragged, by its type. It may come from anywhere, other programs included: only guids are taken.

import { type Guid, isGuid } from '../../shared/domain/ids.ts';

/** A JSON list of guids; empty where there is none. */
export function draggedGuids(transfer: DataTransfer, type: string): readonly Guid[] {
  const value = draggedJson(transfer, type);
  return Array.isArray(value) ? value.filter((each): each is Guid => typeof each === 'string' && isGuid(each)) : [];
}

/** Null where there is nothing of that type, or it is no JSON. */
export function draggedJson(transfer: DataTransfer, type: string): unknown {
  const data = transfer.getData(type);
  if (data === '') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
