import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

/**
 * The codes in what was dropped. It may come from anywhere: only codes of the study are taken.
 * @returns those that take codings; headings among what was dragged do not (CT6)
 */
export function droppedCodes(json: string, codes: readonly CodeSummary[]): readonly Guid[] {
  const dropped = listIn(json);
  return codes.filter(({ guid, codable }) => codable && dropped.has(guid)).map(({ guid }) => guid);
}

function listIn(json: string): ReadonlySet<unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return new Set(Array.isArray(value) ? value : []);
  } catch {
    return new Set();
  }
}
