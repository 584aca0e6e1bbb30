// From the codings of a document to the rows of its code line.

import type { PlacedCoding } from '../../../../shared/contract/codings.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { distinctNames } from '../charts/labels.ts';
import type { CodeLineRow } from './code-line-plan.ts';

type Filter = { readonly codeIds?: readonly Guid[] | undefined; readonly coderIds?: readonly Guid[] | undefined };
type Code = { readonly guid: Guid; readonly path: readonly string[]; readonly color: string };
type Seen = Pick<PlacedCoding, 'guid' | 'code' | 'coder' | 'state' | 'start' | 'end'>;

/**
 * One row for each code that is in the document, its codings in their order there. A coding whose words are gone has no
 * place to be drawn at.
 * @param codes in the order of the codebook, which is that of the rows
 */
export function codeLineRows(codings: readonly Seen[], codes: readonly Code[], filter: Filter): readonly CodeLineRow[] {
  const seen = codings.filter(
    ({ state, coder, code }) =>
      state !== 'orphaned' &&
      (filter.codeIds?.includes(code) ?? true) &&
      (filter.coderIds === undefined || (coder !== null && filter.coderIds.includes(coder))),
  );
  const byCode = Map.groupBy(seen, ({ code }) => code);
  const used = codes.filter(({ guid }) => byCode.has(guid));
  const names = distinctNames(used.map(({ path }) => path));
  return used.map(({ guid, color }, place) => ({
    code: guid,
    name: names[place] ?? '',
    color,
    codings: byCode.get(guid) ?? [],
  }));
}
