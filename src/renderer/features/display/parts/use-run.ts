// A job of a display as its frame shows it, with the palette's way to compute it again.

import { useMemo } from 'react';
import { useCommands } from '../../../commands/registry.ts';
import { rerunCommand } from './rerun-command.ts';
import type { RunState } from './ResultFrame.tsx';

export function useRun(job: RunState): RunState {
  const { error, isRunning, progressKey, cancel, stale, rerun } = job;
  useCommands([rerunCommand(rerun)]);
  return useMemo(
    () => ({ error, isRunning, progressKey, cancel, stale, rerun }),
    [error, isRunning, progressKey, cancel, stale, rerun],
  );
}
