// Clusters codes beside the window's main thread.

import { type ClusteringInput, clusteringOf } from './clustering.ts';

addEventListener('message', ({ data }: MessageEvent<ClusteringInput>) => {
  postMessage(clusteringOf(data));
});
