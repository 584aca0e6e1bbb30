// The passage that is selected, as commands see it.

import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { usePlace } from '../../services/place.ts';

/** Where keys without a modifier count: in the text, while they cannot be meant as typing. */
export const inText = '.transcript-text[data-mode="read"]';
/** The list of codings. */
export const inList = '.code-codings-rows';
/** Keys that act on codings, wherever these are seen. */
export const onCodings = `${inText}, ${inList}`;

/** Length to which a quotation in the title of a memo is cut. */
const longestTitle = 60;

/** What is selected in the text, or was when the focus left it. */
export function passageIn(editor: Pick<TranscriptHandle, 'passage'> | null): Range | null {
  const now = editor?.passage();
  if (now !== undefined) return now;
  const { selection } = usePlace.getState();
  return selection && selection.end > selection.start ? selection : null;
}

/** One line of a passage's words. */
export function titleOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
