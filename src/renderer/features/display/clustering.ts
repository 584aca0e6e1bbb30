// The dendrogram of the codes that are shown. The host has clustered all; where rare ones are left out, the rest is
// clustered anew, by the same function and of the same similarities.

import { averageLinkage, type Clustering } from '../../../shared/domain/analysis/clustering.ts';
import { dissimilarities } from '../../../shared/domain/analysis/similarity.ts';
import type { Matrix } from './matrix.ts';

/** What is needed to cluster codes: it crosses to a worker. */
export type ClusteringInput = Pick<Matrix, 'index' | 'similarity'> & { readonly size: number };

export function clusteringOf({ index, similarity, size }: ClusteringInput): Clustering {
  return averageLinkage(dissimilarities(index === 'second-order' ? 'cosine' : index, similarity, size), size);
}
