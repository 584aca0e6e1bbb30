// Every coding once for a screen reader, which cannot see tints: its code and its words, in order of the text.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { useT } from '../../services/text.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

export type CodingListProps = {
  readonly codings: readonly PlacedCoding[];
  readonly codes: readonly CodeSummary[];
  /** The words of a range. */
  readonly slice: (start: number, end: number) => string;
  /** Where the reader is: a long document lists what is near. */
  readonly near: number;
};

/** More would make a list nobody listens to, and ten thousand elements nobody sees. */
const mostListed = 300;
const longestQuote = 120;

export function CodingList({ codings, codes, slice, near }: CodingListProps) {
  const t = useT();
  const names = new Map(codes.map(({ guid, path }) => [guid, path.join(' / ')]));
  const placed = codings.filter(({ state }) => state !== 'orphaned');
  const listed = nearest(placed, near);
  return (
    <VisuallyHidden>
      <p id="code-coding-list">
        {placed.length > listed.length
          ? t('code.list.part', { shown: listed.length, count: placed.length })
          : t('code.list')}
      </p>
      <ul aria-labelledby="code-coding-list">
        {listed.map(({ guid, code, start, end }) => (
          <li key={guid}>
            {t('code.list.item', {
              code: names.get(code) ?? '',
              quote: slice(start, Math.min(end, start + longestQuote)),
            })}
          </li>
        ))}
      </ul>
    </VisuallyHidden>
  );
}

function nearest(codings: readonly PlacedCoding[], near: number): readonly PlacedCoding[] {
  if (codings.length <= mostListed) return codings;
  const next = codings.findIndex(({ start }) => start >= near);
  const middle = next < 0 ? codings.length : next;
  const from = Math.max(0, Math.min(codings.length - mostListed, middle - mostListed / 2));
  return codings.slice(from, from + mostListed);
}
