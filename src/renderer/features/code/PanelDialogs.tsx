// What opens over the transcript: the menu of a place, the popovers of a passage, whose turn begins at the caret.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { Command } from '../../commands/registry.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import type { Favourites } from '../../parts/favourites.ts';
import { usePlace } from '../../services/place.ts';
import { AttachBar } from './AttachBar.tsx';
import { CodeMenu } from './CodeMenu.tsx';
import { PassagePopovers } from './PassagePopovers.tsx';
import { TurnTools } from './TurnTools.tsx';
import type { CodingActions } from './use-coding-actions.ts';

export type PanelDialogsProps = {
  readonly documentId: Guid;
  readonly editor: TranscriptHandle | null;
  readonly codes: readonly CodeSummary[];
  readonly codings: readonly PlacedCoding[];
  readonly recent: readonly Guid[];
  readonly favourites: Favourites;
  readonly keyCodes: readonly CodeSummary[];
  readonly actions: CodingActions;
  readonly commands: readonly Command[];
  /** Stores what was typed. */
  readonly flush: () => Promise<boolean>;
  /** Gives the keyboard back to the text, with a range selected. */
  readonly onLeave: (range: Range | null) => void;
};

export function PanelDialogs(props: PanelDialogsProps) {
  const { documentId, editor, codes, codings, recent, actions, commands, flush } = props;
  const selection = usePlace((place) => place.selection);
  const go = usePlace((place) => place.go);
  return (
    <>
      <CodeMenu
        codings={codings}
        codes={codes}
        recent={recent}
        commands={commands}
        onApply={(code) => selection && void actions.apply([selection], [code])}
        onActivate={(id) => go({ codingId: id })}
      />
      <PassagePopovers {...props} />
      <AttachBar documentId={documentId} flush={flush} />
      <TurnTools editor={editor} flush={flush} />
    </>
  );
}
