// Codes with a star: they have the first number keys. Kept in the project file, so that a team shares them.

import { useMemo } from 'react';
import type { CodeSummary } from '../../shared/contract/codes.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { useAnswer } from '../services/answers.ts';
import { usePerform } from '../services/perform.ts';

export type Favourites = {
  /** In the order of their keys. */
  readonly favourites: readonly Guid[];
  /** Several codes follow the first of them, so that one press leaves them alike. */
  readonly toggle: (codeIds: readonly Guid[]) => void;
  /** Gives a code its star at a place among the others. */
  readonly putAt: (codeIds: readonly Guid[], position: number) => void;
};

/** Keys 1 to 9. */
export const mostKeys = 9;
const none: readonly Guid[] = [];

export function useFavourites(): Favourites {
  const perform = usePerform();
  const { data } = useAnswer('codes.favourites', {});
  const favourites = data?.codeIds ?? none;
  return useMemo(() => {
    const put = (codeIds: readonly Guid[]): void => void perform('codes.setFavourites', { codeIds: [...codeIds] });
    return {
      favourites,
      toggle: (codeIds) => {
        const [first] = codeIds;
        if (first === undefined) return;
        const others = favourites.filter((guid) => !codeIds.includes(guid));
        put(favourites.includes(first) ? others : [...others, ...codeIds]);
      },
      putAt: (codeIds, position) => {
        const others = favourites.filter((guid) => !codeIds.includes(guid));
        put(others.toSpliced(position, 0, ...codeIds));
      },
    };
  }, [favourites, perform]);
}

/** What the number keys stand for: favourites first, then codes used lately. */
export function keyCodesOf(
  codes: readonly CodeSummary[],
  favourites: readonly Guid[],
  recent: readonly Guid[],
): readonly CodeSummary[] {
  const byId = new Map(codes.map((code) => [code.guid, code]));
  return [...new Set([...favourites, ...recent])]
    .flatMap((guid) => byId.get(guid) ?? [])
    .filter(({ codable }) => codable) // CT6
    .slice(0, mostKeys);
}
