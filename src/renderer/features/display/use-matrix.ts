// The matrix behind the pictures, made of the job's result beside whatever else the window does.

import { useCallback, useMemo } from 'react';
import type { PackedCooccurrenceResult } from '../../../shared/contract/analysis.ts';
import type { Clustering } from '../../../shared/domain/analysis/clustering.ts';
import { type Matrix, matrixInSteps } from './matrix.ts';
import type { Steps } from './steps.ts';
import { useClustering } from './use-clustering.ts';
import { useSteps } from './use-steps.ts';

/** A result with what is drawn of it. */
export type Counted = {
  readonly result: PackedCooccurrenceResult;
  readonly matrix: Matrix;
  /** Null while it is being computed. */
  readonly clustering: Clustering | null;
};

export type MatrixState = {
  /** The last that was made; null before the first. */
  readonly counted: Counted | null;
  /** Whether one of a newer result is being made. */
  readonly isMaking: boolean;
};

type Made = Pick<Counted, 'result' | 'matrix'> | null;

/** @param minimum codes found in fewer units are left out */
export function useMatrix(result: PackedCooccurrenceResult | undefined, minimum: number): MatrixState {
  const start = useCallback(() => madeInSteps(result, minimum), [result, minimum]);
  const { value: made, isCurrent } = useSteps<Made>(start);
  const clustering = useClustering(made?.result, made?.matrix ?? null);
  const counted = useMemo(() => made && { ...made, clustering }, [made, clustering]);
  return { counted, isMaking: result !== undefined && !isCurrent };
}

function* madeInSteps(result: PackedCooccurrenceResult | undefined, minimum: number): Steps<Made> {
  return result ? { result, matrix: yield* matrixInSteps(result, minimum) } : null;
}
