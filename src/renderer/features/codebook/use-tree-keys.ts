// Moving through the tree with the keyboard, as trees do it everywhere. What changes the codebook are commands.

import { type KeyboardEvent, useRef } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { usePlace } from '../../services/place.ts';
import { useCodebook } from './store.ts';
import { type CodeRow, findByLetters } from './tree-model.ts';

/** Letters typed within this many milliseconds of each other belong to one name. */
const typingPause = 700;
const pageLength = 12;

export type TreeKeys = {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Puts the keyboard on a row and selects it: alone, added to the others, or as the end of a stretch. */
  readonly choose: (guid: Guid, how?: 'only' | 'toggle' | 'stretch') => void;
};

export function useTreeKeys(rows: readonly CodeRow[], fold: (guid: Guid, isFolded: boolean) => void): TreeKeys {
  const typed = useRef({ letters: '', at: 0 });

  const choose: TreeKeys['choose'] = (guid, how = 'only') => {
    const { codeIds, go } = usePlace.getState();
    const { anchor, set } = useCodebook.getState();
    if (how === 'toggle') {
      go({ codeIds: codeIds.includes(guid) ? codeIds.filter((id) => id !== guid) : [...codeIds, guid] });
      set({ active: guid, anchor: guid });
    } else if (how === 'stretch') {
      go({ codeIds: stretch(rows, anchor ?? guid, guid) });
      set({ active: guid, anchor: anchor ?? guid });
    } else {
      go({ codeIds: [guid] });
      set({ active: guid, anchor: guid });
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const isInField = event.target instanceof HTMLInputElement;
    if (isInField || rows.length === 0 || event.altKey) return;
    const index = Math.max(
      0,
      rows.findIndex(({ code }) => code.guid === useCodebook.getState().active),
    );
    const row = rows[index];
    if (!row) return;
    const goTo = (target: number): void => {
      const { code } = rows[Math.min(Math.max(target, 0), rows.length - 1)] ?? row;
      choose(code.guid, event.shiftKey ? 'stretch' : 'only');
      event.preventDefault();
    };
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      usePlace.getState().go({ codeIds: rows.map(({ code }) => code.guid) });
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
        return goTo(index + 1);
      case 'ArrowUp':
        return goTo(index - 1);
      case 'Home':
        return goTo(0);
      case 'End':
        return goTo(rows.length - 1);
      case 'PageDown':
        return goTo(index + pageLength);
      case 'PageUp':
        return goTo(index - pageLength);
      case 'ArrowRight':
        if (row.hasChildren && !row.isExpanded) {
          fold(row.code.guid, false);
          event.preventDefault();
        } else if (row.hasChildren) goTo(index + 1);
        return;
      case 'ArrowLeft': {
        if (row.isExpanded) {
          fold(row.code.guid, true);
          event.preventDefault();
          return;
        }
        const parent = rows.findIndex(({ code }) => code.guid === row.code.parent);
        if (parent >= 0) goTo(parent);
        return;
      }
      case ' ':
        // Within a name being searched for, a space is a letter of it.
        if (event.timeStamp - typed.current.at > typingPause) {
          choose(row.code.guid, 'toggle');
          event.preventDefault();
          return;
        }
    }
    if ([...event.key].length === 1) {
      const isGoingOn = event.timeStamp - typed.current.at <= typingPause;
      const letters = isGoingOn ? typed.current.letters + event.key : event.key;
      typed.current = { letters, at: event.timeStamp };
      const found = findByLetters(rows, letters, index);
      if (found >= 0) choose(rows[found]?.code.guid ?? row.code.guid);
      event.preventDefault();
    }
  };

  return { onKeyDown, choose };
}

function stretch(rows: readonly CodeRow[], from: Guid, to: Guid): readonly Guid[] {
  const a = rows.findIndex(({ code }) => code.guid === from);
  const b = rows.findIndex(({ code }) => code.guid === to);
  if (a < 0 || b < 0) return [to];
  const guids = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ code }) => code.guid);
  // The end the keyboard is on comes last, so that the first chosen one stays first.
  return a <= b ? guids : guids.toReversed();
}
