// Which signs stand beside a text, and which of them a step or a press means.

import { describe, expect, test } from 'vitest';
import type { Link, LinkEnd } from '../../../src/shared/contract/links.ts';
import type { Memo } from '../../../src/shared/contract/memos.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { groupNotes, layOutCards, type TextNote } from '../../../src/renderer/editor/notes-view.ts';
import { lineAt } from '../../../src/renderer/features/links/note-commands.ts';
import { noteBeside, notesAt, oneLine, signsOf, subjectsOf } from '../../../src/renderer/features/links/note-signs.ts';
import type { Translate } from '../../../src/renderer/services/text.ts';
import { guidOf } from '../../support/project.ts';

const t: Translate = (key, params) => translate('en', key, params);
const [here, there] = [guidOf(1), guidOf(2)];

function memo(number: number, change: Partial<Memo>): Memo {
  const targets = [{ kind: 'passage' as const, guid: here, start: 10, end: 14 }];
  const moment = '2026-01-02T03:04:05Z';
  const plain = { guid: guidOf(number), title: '', body: 'Why  so\nlate?', kind: 'jotting', author: null } as const;
  return { ...plain, createdAt: moment, modifiedAt: moment, targets, ...change };
}

function end(document: Guid, start: number, quote: string, isLost = false): LinkEnd {
  const until = isLost ? start : start + quote.length;
  return { passage: guidOf(900 + start), document, documentTitle: 'D', start, end: until, quote, isLost };
}

function link(from: LinkEnd, to: LinkEnd): Link {
  const moment = '2026-01-02T03:04:05Z';
  return {
    guid: guidOf(77),
    kind: 'explains',
    note: '',
    author: null,
    createdAt: moment,
    modifiedAt: moment,
    from,
    to,
  };
}

function note(id: string, start: number, change: Partial<TextNote> = {}): TextNote {
  return { id, kind: 'jotting', start, end: start + 5, words: 'words', title: '', ...change };
}

describe('signs', () => {
  test('of jottings and memos stand at each of their passages in this text, and nowhere else', () => {
    const many = memo(5, {
      kind: 'analytic',
      title: 'Time',
      targets: [
        { kind: 'passage', guid: here, start: 3, end: 9 },
        { kind: 'passage', guid: there, start: 0, end: 2 },
        { kind: 'document', guid: here },
        { kind: 'passage', guid: here, start: 40, end: 40 },
        { kind: 'passage', guid: here, start: 20, end: 25 },
      ],
    });
    const signs = signsOf(here, [memo(4, {}), many], [], t);
    expect(signs.map(({ kind, start, end: until }) => [kind, start, until])).toEqual([
      ['memo', 3, 9],
      ['jotting', 10, 14],
      ['memo', 20, 25],
    ]);
    expect(signs[1]).toMatchObject({ words: 'Why so late?', title: 'Jotting: Why so late?' });
    expect(signs[0]?.title).toBe('Analytic: Time: Why so late?');
    expect(new Set(signs.map(({ id }) => id)).size).toBe(3);
    expect(subjectsOf(signs.map(({ id }) => id))).toEqual({ memos: [guidOf(5), guidOf(4)], links: [] });
  });

  test('of a link stand at both ends, tell the direction, and not where words are gone (LK3)', () => {
    const within = signsOf(here, [], [link(end(here, 2, 'slow'), end(here, 30, 'signal'))], t);
    expect(within.map(({ kind, start, title }) => [kind, start, title])).toEqual([
      ['link-from', 2, 'This passage explains “signal”'],
      ['link-to', 30, '“slow” explains this passage'],
    ]);
    expect(subjectsOf(within.map(({ id }) => id)).links).toEqual([guidOf(77)]);
    const across = signsOf(there, [], [link(end(here, 2, 'slow'), end(there, 30, 'signal'))], t);
    expect(across.map(({ kind }) => kind)).toEqual(['link-to']);
    expect(signsOf(here, [], [link(end(here, 2, 'slow', true), end(there, 3, 'x'))], t)).toEqual([]);
  });
});

describe('what is meant', () => {
  const notes = [note('a', 5), note('b', 20), note('c', 20)];

  test('a step goes to the next or former note, and round at the ends', () => {
    expect(noteBeside(notes, 5, false)?.id).toBe('b');
    expect(noteBeside(notes, 20, false)?.id).toBe('a');
    expect(noteBeside(notes, 20, true)?.id).toBe('a');
    expect(noteBeside(notes, 5, true)?.id).toBe('c');
    expect(noteBeside([], 5, true)).toBeNull();
  });

  test('a caret means the notes that hold it, a passage those it meets', () => {
    expect(notesAt(notes, 10, 10).map(({ id }) => id)).toEqual(['a']);
    expect(notesAt(notes, 10, 20)).toEqual([]);
    expect(notesAt(notes, 9, 21).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('a jotting without a passage is about the line of the caret', () => {
    const text = 'P: one \n  \nfirst\u2028 second \nlast';
    const words = (at: number): string | null => {
      const line = lineAt(text, at);
      return line && text.slice(line.start, line.end);
    };
    expect([0, 9, 11, 17, 25, text.length].map(words)).toEqual(['P: one', null, 'first', 'second', 'second', 'last']);
    expect(lineAt(text, null)).toBeNull();
  });

  test('words that stand for a passage are one line, and cut between characters', () => {
    expect(oneLine(' a\n b\u2028c ')).toBe('a b c');
    expect(oneLine(`${'x'.repeat(8)}😀yz`, 10).isWellFormed()).toBe(true);
    expect(oneLine('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});

describe('beside the text', () => {
  test('notes on one line share a sign', () => {
    const groups = groupNotes([
      { note: note('a', 0), top: 10 },
      { note: note('b', 3), top: 10 },
      { note: note('c', 90), top: 40 },
    ]);
    expect(groups.map(({ notes: all, top }) => [top, all.map(({ id }) => id)])).toEqual([
      [10, ['a', 'b']],
      [40, ['c']],
    ]);
  });

  test('cards of jottings never lie over each other, and have one line each where they crowd', () => {
    const words = 'A thought of several lines that would not fit into one of them, as it goes on for long.';
    const few = layOutCards(
      [
        { note: note('a', 0, { words }), top: 10 },
        { note: note('m', 1, { kind: 'memo' }), top: 20 },
        { note: note('b', 3, { words }), top: 30 },
      ],
      180,
    );
    expect(few.map(({ note: { id } }) => id)).toEqual(['a', 'b']);
    expect(few[0]?.height).toBeGreaterThan(40);
    expect(few[1]?.top).toBeGreaterThanOrEqual((few[0]?.top ?? 0) + (few[0]?.height ?? 0));
    const many = layOutCards(
      Array.from({ length: 8 }, (_, index) => ({ note: note(`n${index}`, index, { words }), top: 10 + index })),
      180,
    );
    expect(new Set(many.map(({ height }) => height))).toEqual(new Set([24]));
    for (const [index, card] of many.entries()) {
      const before = many[index - 1];
      if (before) expect(card.top).toBeGreaterThanOrEqual(before.top + before.height);
    }
  });
});
