import type { KeyboardEvent } from 'react';
import { runCommand } from '../../commands/registry.ts';
import type { DocumentSync } from '../../editor/sync.ts';

/** The step to undo is the one just typed: it is stored first. For the panel's key presses, before others hear them. */
export function undoAfterSaving(sync: DocumentSync | null, event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || !sync?.dirty) return;
  event.preventDefault();
  event.stopPropagation();
  const redo = key === 'y' || event.shiftKey;
  void sync.flush().then(() => runCommand(redo ? 'history.redo' : 'history.undo'));
}
