// The hits of a search as rows of one list, by document, and which of them are to be coded.

import type { SearchedDocument, SearchHit } from '../../../shared/contract/search.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type HitRow =
  | { readonly kind: 'document'; readonly id: string; readonly found: SearchedDocument }
  | { readonly kind: 'hit'; readonly id: string; readonly found: SearchedDocument; readonly hit: SearchHit };

export function hitId({ document }: SearchedDocument, { start }: SearchHit): string {
  return `${document} ${start}`;
}

/** @param folded documents whose hits are not shown */
export function rowsOf(documents: readonly SearchedDocument[], folded: ReadonlySet<string>): readonly HitRow[] {
  return documents.flatMap((found): readonly HitRow[] => [
    { kind: 'document', id: found.document, found },
    ...(folded.has(found.document)
      ? []
      : found.hits.map((hit): HitRow => ({ kind: 'hit', id: hitId(found, hit), found, hit }))),
  ]);
}

export function toggled(id: string, chosen: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Ticks all hits of a document, or none where all are ticked. */
export function toggledDocument(found: SearchedDocument, left: ReadonlySet<string>): ReadonlySet<string> {
  const ids = found.hits.map((hit) => hitId(found, hit));
  const all = ids.every((id) => !left.has(id));
  return all ? new Set([...left, ...ids]) : new Set([...left].filter((id) => !ids.includes(id)));
}

export function codingsOf(
  documents: readonly SearchedDocument[],
  left: ReadonlySet<string>,
  codeId: Guid,
): InputOf<'codings.createMany'>['items'] {
  return documents.flatMap((found) =>
    found.hits
      .filter((hit) => !left.has(hitId(found, hit)))
      .map(({ start, end }) => ({ documentId: found.document, codeId, start, end })),
  );
}
