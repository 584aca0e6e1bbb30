// What main thread and worker say to each other.

import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

export type TaskRequest = { [Name in TaskName]: { readonly task: Name; readonly input: TaskInput<Name> } }[TaskName];

/** An error comes back as a value: it is the main thread that knows who waits for it. */
export type TaskAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly output: TaskOutput<TaskName> }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
