// Entry of the worker thread: one task after the other, each answered once.

import { parentPort } from 'node:worker_threads';
import type { TaskAnswer, TaskRequest } from './messages.ts';
import { tasks, type Progress, type TaskName, type TaskOutput } from './tasks.ts';

parentPort?.on('message', (request: TaskRequest) => {
  try {
    const output = carryOut(request, (share) => answer({ kind: 'progress', share }));
    answer({ kind: 'done', output }, buffersOf(output));
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    answer({ kind: 'failed', message, stack });
  }
});

function carryOut(request: TaskRequest, progress: Progress): TaskOutput<TaskName> {
  switch (request.task) {
    case 'cooccurrence':
      return tasks.cooccurrence(request.input, progress);
    case 'frequency':
      return tasks.frequency(request.input, progress);
    case 'agreement':
      return tasks.agreement(request.input, progress);
    case 'agreementPlaces':
      return tasks.agreementPlaces(request.input, progress);
    case 'pair':
      return tasks.pair(request.input, progress);
    case 'caseSimilarity':
      return tasks.caseSimilarity(request.input, progress);
    case 'cell':
      return tasks.cell(request.input, progress);
    case 'crosstab':
      return tasks.crosstab(request.input, progress);
    case 'profiles':
      return tasks.profiles(request.input, progress);
    case 'sequence':
      return tasks.sequence(request.input, progress);
    case 'sequenceCell':
      return tasks.sequenceCell(request.input, progress);
    case 'matrix':
      return tasks.matrix(request.input, progress);
    case 'retrieve':
      return tasks.retrieve(request.input, progress);
    case 'search':
      return tasks.search(request.input, progress);
    case 'similar':
      return tasks.similar(request.input, progress);
    case 'wordIndex':
      return tasks.wordIndex(request.input);
    case 'compare':
      return tasks.compare(request.input);
    case 'difference':
      return tasks.difference(request.input);
  }
}

function answer(message: TaskAnswer, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transferred);
}

/** Arrays are handed over, not copied. Two views on one buffer name it once. */
function buffersOf(output: TaskOutput<TaskName>): readonly ArrayBuffer[] {
  const buffers = Object.values(output).flatMap((value: unknown) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
  return [...new Set(buffers)];
}
