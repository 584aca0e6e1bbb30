// The gaps of the study, followed as the project changes.

import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type DocumentKind, documentKind } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { callMethod, useServices } from '../../services/client.ts';
import { deskGapsOf, type Desks, type Gap, gapsOf } from './gaps.ts';

export type Gaps = {
  /** Null until the lists are there. */
  readonly gaps: readonly Gap[] | null;
  /** The reach of codes is still being counted. */
  readonly isCounting: boolean;
};

export function useGaps(): Gaps {
  const { link } = useServices();
  const documents = useAnswer('documents.list', {}).data;
  const cases = useAnswer('cases.list', {}).data;
  const codes = useAnswer('codes.list', {}).data;
  // As answers and not as jobs: events mark them stale by their name, and they are counted anew by themselves.
  const all = useQuery({
    queryKey: ['analysis.frequency', {}],
    queryFn: () => callMethod(link, 'analysis.frequency', {}),
  });
  const groups = useMemo(
    () =>
      documentKind.options.flatMap((kind) => {
        const documentIds = (documents ?? []).filter((each) => each.kind === kind).map(({ guid }) => guid);
        return documentIds.length === 0 ? [] : [{ kind, documentIds }];
      }),
    [documents],
  );
  const byKind = useQueries({
    queries: groups.map(({ documentIds }) => ({
      queryKey: ['analysis.frequency', { documentIds }],
      queryFn: () => callMethod(link, 'analysis.frequency', { documentIds }),
    })),
  });
  const desks = useDesks();
  const isCounting = all.isPending || byKind.some(({ isPending }) => isPending);

  const gaps = useMemo(() => {
    if (!documents || !cases || !codes) return null;
    const counted = byKind.every(({ data }) => data !== undefined);
    const kinds = new Map<DocumentKind, ReadonlySet<Guid>>(
      groups.map(({ kind }, index) => [
        kind,
        new Set(byKind[index]?.data?.rows.filter(({ codings }) => codings > 0).map(({ code }) => code) ?? []),
      ]),
    );
    return [
      ...gapsOf({ documents, cases, codes, reach: all.data?.rows ?? null, kinds: counted ? kinds : null }),
      ...(desks ? deskGapsOf(desks) : []),
    ];
  }, [documents, cases, codes, all.data, byKind, groups, desks]);
  return { gaps, isCounting };
}

function useDesks(): Desks | null {
  const questions = useAnswer('questions.list', {}).data;
  const coverage = useAnswer('collection.coverage', {}).data?.cells;
  const recheck = useAnswer('condensation.recheck', {}).data;
  const displays = useAnswer('displays.list', {}).data;
  const propositions = useAnswer('propositions.list', {}).data;
  return useMemo(
    () =>
      questions && coverage && recheck && displays && propositions
        ? { questions, coverage, recheck, displays, propositions }
        : null,
    [questions, coverage, recheck, displays, propositions],
  );
}
