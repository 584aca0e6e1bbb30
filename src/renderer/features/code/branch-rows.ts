// Codes of a document as rows of a small tree: those that code something in it, under the headings they stand under.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type BranchRow = {
  readonly id: Guid;
  readonly name: string;
  readonly path: string;
  readonly color: string;
  readonly depth: number;
  /** The code itself and every code below it, whether it codes something here or not. */
  readonly branch: readonly Guid[];
  /** Codings of the branch in the document. */
  readonly count: number;
};

/** @param codes in the order of the codebook, depth first @param counts codings of the document by code */
export function branchRows(codes: readonly CodeSummary[], counts: ReadonlyMap<Guid, number>): readonly BranchRow[] {
  const rows: BranchRow[] = [];
  for (const [index, { guid, path, color }] of codes.entries()) {
    const branch: Guid[] = [guid];
    let count = counts.get(guid) ?? 0;
    for (let next = index + 1; next < codes.length; next += 1) {
      const below = codes[next];
      if (!below || below.path.length <= path.length) break;
      branch.push(below.guid);
      count += counts.get(below.guid) ?? 0;
    }
    if (count === 0) continue;
    rows.push({
      id: guid,
      name: path.at(-1) ?? '',
      path: path.join(' / '),
      color,
      depth: path.length - 1,
      branch,
      count,
    });
  }
  return rows;
}
