// The hits of a search through documents as rows of one list, and which of them are ticked.

import type { FoundDocument, FoundHit } from '../../../shared/contract/texts.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';

export type HitRow =
  | { readonly kind: 'document'; readonly id: string; readonly found: FoundDocument }
  | { readonly kind: 'hit'; readonly id: string; readonly found: FoundDocument; readonly hit: FoundHit };

export type Ticked = {
  readonly hits: number;
  readonly documents: number;
  /** Codings that share words with ticked hits, each counted at every hit. */
  readonly codings: number;
};

export function hitId({ document }: FoundDocument, { start }: FoundHit): string {
  return `${document} ${start}`;
}

/** @param folded documents whose hits are not shown */
export function rowsOf(documents: readonly FoundDocument[], folded: ReadonlySet<string>): readonly HitRow[] {
  return documents.flatMap((found): readonly HitRow[] => [
    { kind: 'document', id: found.document, found },
    ...(folded.has(found.document)
      ? []
      : found.hits.map((hit): HitRow => ({ kind: 'hit', id: hitId(found, hit), found, hit }))),
  ]);
}

/** @param left identifiers of hits that are not ticked */
export function tickedOf(documents: readonly FoundDocument[], left: ReadonlySet<string>): Ticked {
  let hits = 0;
  let codings = 0;
  let touched = 0;
  for (const found of documents) {
    const ticked = found.hits.filter((hit) => !left.has(hitId(found, hit)));
    hits += ticked.length;
    codings += ticked.reduce((sum, hit) => sum + hit.codings, 0);
    if (ticked.length > 0) touched += 1;
  }
  return { hits, documents: touched, codings };
}

/** Ticks all hits of a document, or none where all are ticked. */
export function toggledDocument(found: FoundDocument, left: ReadonlySet<string>): ReadonlySet<string> {
  const ids = found.hits.map((hit) => hitId(found, hit));
  const next = new Set(left);
  const all = ids.every((id) => !left.has(id));
  for (const id of ids) {
    if (all) next.add(id);
    else next.delete(id);
  }
  return next;
}

export function toggledHit(id: string, left: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(left);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The ticked replacements as the host takes them (FR6). */
export function orderOf(
  documents: readonly FoundDocument[],
  left: ReadonlySet<string>,
): InputOf<'texts.replace'>['documents'] {
  return documents.flatMap((found) => {
    const splices = found.hits
      .filter((hit) => hit.insert !== null && !left.has(hitId(found, hit)))
      .map(({ start, end, insert }) => ({ at: start, remove: end - start, insert: insert ?? '' }));
    return splices.length === 0 ? [] : [{ documentId: found.document, revision: found.revision, splices }];
  });
}
