// Quotations a page at a time, kept up to date by the host's events like any other answer.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CallError } from '../../../shared/contract/client.ts';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { QuotationFilter } from '../../parts/quotations-about.ts';
import { callMethod, useServices } from '../../services/client.ts';
import type { HostUnreachable } from '../../services/transport.ts';

export type Quotations = {
  readonly items: readonly Quotation[];
  /** All there are, read or not. */
  readonly total: number;
  readonly isPending: boolean;
  readonly error: CallError | null;
  readonly hasMore: boolean;
  readonly readMore: () => void;
};

const pageSize = 200;
/** Headings by code or case need all quotations; more than this many are read in a spreadsheet. */
export const mostGrouped = 5_000;

/** @param wantsAll reads on until everything is there, up to `mostGrouped` */
export function useQuotations(filter: QuotationFilter, wantsAll: boolean): Quotations {
  const { link } = useServices();
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery<
    OutputOf<'codings.quotations'>,
    CallError | HostUnreachable,
    { readonly pages: readonly OutputOf<'codings.quotations'>[] },
    readonly unknown[],
    number
  >({
    // The name first: events mark answers stale by it.
    queryKey: ['codings.quotations', filter, 'pages'],
    queryFn: ({ pageParam }) =>
      callMethod(link, 'codings.quotations', { ...filter, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { items }) => sum + items.length, 0);
      // A page without items ends the reading even where the total has changed meanwhile.
      return read < last.total && last.items.length > 0 ? read : null;
    },
  });
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const readsOn = wantsAll && hasNextPage && !isFetching && items.length < mostGrouped;
  useEffect(() => {
    if (readsOn) void fetchNextPage();
  }, [readsOn, fetchNextPage]);
  return {
    items,
    total: data?.pages.at(-1)?.total ?? 0,
    isPending,
    error: error?.name === 'CallError' ? (error as CallError) : null,
    hasMore: hasNextPage,
    readMore: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
  };
}
