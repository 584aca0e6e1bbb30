// The palette's way to compute a display again.

import type { Command } from '../../../commands/registry.ts';

export function rerunCommand(run: () => void): Command {
  return {
    id: 'display.rerun',
    label: 'display.command.rerun',
    keywords: 'display.command.rerun.keywords',
    group: 'display',
    run,
  };
}
