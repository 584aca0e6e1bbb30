// The dendrogram of the codes that are shown: the host's, or one of its own where rare codes are left out.

import { useEffect, useMemo, useState } from 'react';
import type { PackedCooccurrenceResult } from '../../../shared/contract/analysis.ts';
import type { Clustering } from '../../../shared/domain/analysis/clustering.ts';
import { type ClusteringInput, clusteringOf } from './clustering.ts';
import type { Matrix } from './matrix.ts';

/** More codes than this take longer than a slice: a worker clusters them. */
const mostAtOnce = 150;

/** @returns null while it is being computed */
export function useClustering(result: PackedCooccurrenceResult | undefined, matrix: Matrix | null): Clustering | null {
  const [computed, setComputed] = useState<{ readonly matrix: Matrix; readonly clustering: Clustering } | null>(null);
  const atOnce = useMemo((): Clustering | null => {
    if (!result || !matrix) return null;
    if (matrix.leftOut === 0) return result.clustering;
    return matrix.codes.length <= mostAtOnce ? clusteringOf(inputOf(matrix)) : null;
  }, [result, matrix]);
  useEffect(() => {
    if (!matrix || atOnce) return undefined;
    const worker = new Worker(new URL('clustering-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Clustering>) => {
      setComputed({ matrix, clustering: data });
      worker.terminate();
    });
    worker.postMessage(inputOf(matrix));
    return () => worker.terminate();
  }, [matrix, atOnce]);
  return atOnce ?? (computed && computed.matrix === matrix ? computed.clustering : null);
}

function inputOf({ index, similarity, codes }: Matrix): ClusteringInput {
  return { index, similarity, size: codes.length };
}
