// What opens at a passage or a coding: the codes to choose from, a weight, a hint while something is dragged.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import type { Favourites } from '../../parts/favourites.ts';
import { DropHint } from './DropHint.tsx';
import { QuickCode } from './QuickCode.tsx';
import { useCode } from './store.ts';
import type { CodingActions } from './use-coding-actions.ts';
import { WeightPopover } from './WeightPopover.tsx';

export type PassagePopoversProps = {
  readonly editor: TranscriptHandle | null;
  readonly codes: readonly CodeSummary[];
  readonly codings: readonly PlacedCoding[];
  readonly recent: readonly Guid[];
  readonly favourites: Favourites;
  readonly keyCodes: readonly CodeSummary[];
  readonly actions: CodingActions;
  /** Gives the keyboard back to where it was: the text, with a range selected. */
  readonly onLeave: (range: Range | null) => void;
};

export function PassagePopovers(props: PassagePopoversProps) {
  const { editor, codes, codings, recent, favourites, keyCodes, actions, onLeave } = props;
  const { quick, weighing, set } = useCode();
  const weighed = codings.filter(({ guid }) => weighing?.includes(guid));
  const [first] = weighed;
  const quickAt = quick && anchorOf(editor, quick.passages);
  const weightAt = first && anchorOf(editor, [first]);
  const weights = new Set(weighed.map(({ weight }) => weight));
  return (
    <>
      {quick && quickAt && (
        <QuickCode
          codes={codes}
          recent={recent}
          favourites={favourites.favourites}
          keyCodes={keyCodes}
          at={quickAt}
          isMultiple={quick.codingIds.length === 0}
          note={quick.note}
          onStar={(code) => favourites.toggle([code])}
          onApply={(choices) => {
            const [choice] = choices;
            leaveQuick();
            if (quick.codingIds.length === 0) void actions.apply(quick.passages, choices);
            else if (choice) void actions.change(quick.codingIds, choice);
          }}
          onClose={leaveQuick}
        />
      )}
      {weighing && first && weightAt && (
        <WeightPopover
          at={weightAt}
          count={weighed.length}
          weight={weights.size === 1 ? first.weight : null}
          onSave={(weight) => void actions.weigh(weighing, weight)}
          onClose={() => {
            set({ weighing: null });
            onLeave(null);
          }}
        />
      )}
      <DropHint />
    </>
  );

  function leaveQuick(): void {
    const [range] = quick?.passages ?? [];
    set({ quick: null });
    onLeave(quick && quick.codingIds.length === 0 && quick.passages.length === 1 && range ? range : null);
  }
}

/** At the first of the passages that is near the screen, else at the edge beyond which they lie. */
function anchorOf(editor: TranscriptHandle | null, passages: readonly Range[]) {
  if (!editor) return null;
  const { window } = editor.figures();
  const shown = passages.find(({ start, end }) => start < window.end && end > window.start) ?? passages[0];
  return shown ? editor.boxOf(shown) : null;
}
