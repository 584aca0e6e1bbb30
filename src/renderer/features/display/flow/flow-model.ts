// From where codes were used to the bands that are drawn: the most frequent codes, and where they go.

import type { SpreadResult } from '../../../../shared/contract/analysis-spread.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { distinctNames } from '../charts/labels.ts';
import type { FlowLink } from './flow-layout.ts';

export type FlowSide = 'cases' | 'documents';

export type FlowPlace = { readonly guid: Guid | null; readonly name: string; readonly color: string };

export type FlowModel = {
  readonly links: readonly FlowLink[];
  readonly from: readonly FlowPlace[];
  readonly to: readonly FlowPlace[];
  /** Codes that are too rare to be drawn. */
  readonly leftOut: number;
};

/**
 * @param most codes drawn, the most frequent; they keep the order of the codebook
 * @param noCase what documents of no case are called
 */
export function flowModel(
  { codes, documents, cells }: SpreadResult,
  side: FlowSide,
  cases: readonly { readonly guid: Guid; readonly name: string }[],
  most: number,
  noCase: string,
): FlowModel {
  const totals = codes.map(() => 0);
  for (const [code, , n] of cells) totals[code] = (totals[code] ?? 0) + n;
  const used = totals.flatMap((total, code) => (total > 0 ? [code] : []));
  const kept = used
    .toSorted((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
  const rank = new Map(kept.map((code, place) => [code, place]));
  const names = distinctNames(kept.flatMap((code) => (codes[code] ? [codes[code].path] : [])));
  const casePlace = new Map<Guid | null, number>(cases.map(({ guid }, place) => [guid, place]));
  const endOf = (document: number): number =>
    side === 'documents' ? document : (casePlace.get(documents[document]?.case ?? null) ?? cases.length);
  const values = new Map<number, number>();
  const ends = Math.max(documents.length, cases.length) + 1;
  for (const [code, document, n] of cells) {
    const from = rank.get(code);
    if (from === undefined) continue;
    const key = from * ends + endOf(document);
    values.set(key, (values.get(key) ?? 0) + n);
  }
  return {
    links: [...values].map(([key, value]) => ({ from: Math.floor(key / ends), to: key % ends, value })),
    from: kept.map((code, place) => ({
      guid: codes[code]?.guid ?? null,
      name: names[place] ?? '',
      color: codes[code]?.color ?? '',
    })),
    to:
      side === 'documents'
        ? documents.map(({ guid, title }) => ({ guid, name: title, color: '' }))
        : [...cases.map(({ guid, name }) => ({ guid, name, color: '' })), { guid: null, name: noCase, color: '' }],
    leftOut: used.length - kept.length,
  };
}
