import './word-diff.css';
import { Fragment, useMemo } from 'react';
import { differences, type Part, shownDifference } from '../../shared/domain/diff.ts';
import { withPlaces } from './with-places.ts';

/** One side of a comparison: what only it has is marked by a line, not by colour alone (WCAG 1.4.1). */
export function DiffSide({ parts, side }: { readonly parts: readonly Part[]; readonly side: 'before' | 'after' }) {
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <span className="word-diff">
      {withPlaces(parts).map(({ text, changed, place }) =>
        changed ? <Mark key={place}>{text}</Mark> : <Fragment key={place}>{text}</Fragment>,
      )}
    </span>
  );
}

export type BothSides = { readonly before: readonly Part[]; readonly after: readonly Part[] };

/** Two short texts with the words that differ marked in each. */
export function useShownDifference(before: string, after: string): BothSides {
  return useMemo(() => shownDifference(before, after), [before, after]);
}

/** Both texts in one line: what went, then what came. */
export function InlineDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const stretches = useMemo(() => differences(before, after), [before, after]);
  return (
    <span className="word-diff">
      {stretches.map(({ same, before: one, after: other }) => (
        <Fragment key={`${one[0]} ${other[0]}`}>
          {same ? before.slice(...one) : null}
          {!same && one[1] > one[0] && <del>{before.slice(...one)}</del>}
          {!same && other[1] > other[0] && <ins>{after.slice(...other)}</ins>}
        </Fragment>
      ))}
    </span>
  );
}
