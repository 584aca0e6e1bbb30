// Which signs stand beside a text: one for each passage that a jotting or memo is about, one for each end of a link.

import { type Link, type LinkEnd, linkKind, type LinkKind } from '../../../shared/contract/links.ts';
import type { Memo } from '../../../shared/contract/memos.ts';
import { type Guid, isGuid } from '../../../shared/domain/ids.ts';
import type { TextNote } from '../../parts/text-notes.ts';
import type { Translate } from '../../services/text.ts';

export const linkKinds: readonly LinkKind[] = linkKind.options;

/** Length to which words are cut where they only stand for a passage or memo. */
const longest = 90;

export function signsOf(
  documentId: Guid,
  memos: readonly Memo[],
  links: readonly Link[],
  t: Translate,
): readonly TextNote[] {
  const ofMemos = memos.flatMap(({ guid, kind, title, body, targets }) =>
    targets.flatMap((target, index): TextNote[] => {
      if (target.kind !== 'passage' || target.guid !== documentId || target.end === target.start) return [];
      const words = title.trim() === '' ? body : `${title}: ${body}`;
      return [
        {
          id: `memo/${guid}/${index}`,
          kind: kind === 'jotting' ? 'jotting' : 'memo',
          start: target.start,
          end: target.end,
          words: oneLine(words, 400),
          title: `${t(`memos.kind.${kind}`)}: ${oneLine(words, 300) || t('memos.memo.untitled')}`,
        },
      ];
    }),
  );
  const ofLinks = links.flatMap(({ guid, kind, from, to }) => {
    const sign = (end: LinkEnd, other: LinkEnd, side: 'from' | 'to'): TextNote[] =>
      end.document !== documentId || end.isLost
        ? []
        : [
            {
              id: `link/${guid}/${side}`,
              kind: `link-${side}`,
              start: end.start,
              end: end.end,
              words: '',
              title: t(`links.sign.${side}`, { kind: t(`links.kind.${kind}`), quote: oneLine(other.quote) }),
            },
          ];
    return [...sign(from, to, 'from'), ...sign(to, from, 'to')];
  });
  return [...ofMemos, ...ofLinks].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The memos and links that signs stand for. */
export function subjectsOf(ids: readonly string[]): {
  readonly memos: readonly Guid[];
  readonly links: readonly Guid[];
} {
  const of = (what: string): readonly Guid[] => [
    ...new Set(
      ids.map((id) => id.split('/')).flatMap(([kind, guid = '']) => (kind === what && isGuid(guid) ? [guid] : [])),
    ),
  ];
  return { memos: of('memo'), links: of('link') };
}

/** The note after or before a place, in order of starts; the other end of the text follows the last. */
export function noteBeside(notes: readonly TextNote[], at: number, backward: boolean): TextNote | null {
  const found = backward ? notes.findLast(({ start }) => start < at) : notes.find(({ start }) => start > at);
  return found ?? (backward ? notes.at(-1) : notes[0]) ?? null;
}

/** Notes whose words meet a passage, or hold the caret. */
export function notesAt(notes: readonly TextNote[], start: number, end: number): readonly TextNote[] {
  return notes.filter((note) =>
    start === end ? note.start <= start && start <= note.end : note.start < end && note.end > start,
  );
}

export function oneLine(words: string, most = longest): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
