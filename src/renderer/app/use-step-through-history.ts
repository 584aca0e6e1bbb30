import { useCallback } from 'react';
import { notify } from '../services/notices.ts';
import { usePerform } from '../services/perform.ts';
import { usePlace } from '../services/place.ts';
import { useT } from '../services/text.ts';

/** Undoes or redoes one step, says which, and leads to where it happened (HI2). */
export function useStepThroughHistory(): (direction: 'undo' | 'redo') => Promise<void> {
  const perform = usePerform();
  const t = useT();
  return useCallback(
    async (direction) => {
      const step = await perform(`history.${direction}`, {});
      if (!step) return;
      const text = t(direction === 'undo' ? 'app.undone' : 'app.redone', { what: step.label });
      notify({ kind: 'info', text, about: 'history' });
      if (step.place) usePlace.getState().reveal(step.place);
    },
    [perform, t],
  );
}
