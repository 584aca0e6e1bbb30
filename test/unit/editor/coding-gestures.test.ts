// What the gestures of coding mean: which codings, which codes, which rows. The window shows it; here it is decided.

import { describe, expect, test } from 'vitest';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import type { PlacedCoding } from '../../../src/shared/contract/codings.ts';
import { type Guid, parseGuid } from '../../../src/shared/domain/ids.ts';
import type { Range } from '../../../src/shared/domain/segments.ts';
import { keyboardPage } from '../../../src/renderer/commands/keyboard-page.ts';
import { type CommandCard, holderOf, sharePlace } from '../../../src/renderer/commands/registry.ts';
import { rankCodes } from '../../../src/renderer/features/code/code-search.ts';
import { codingToSplit, joiningOf, nextWeight, targetsOf } from '../../../src/renderer/features/code/coding-targets.ts';
import { droppedCodes } from '../../../src/renderer/features/code/dropped-codes.ts';
import { choose, type ListSelection, present, rowOfKey } from '../../../src/renderer/features/code/list-selection.ts';
import { newCodeOf } from '../../../src/renderer/features/code/quick-model.ts';
import { Resizing } from '../../../src/renderer/features/code/resizing.ts';
import { keyCodesOf } from '../../../src/renderer/parts/favourites.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';

const codes = [
  code(1, ['Tata kelola']),
  code(2, ['Tata kelola', 'Partisipasi'], 1),
  code(3, ['Layanan']),
  { ...code(4, ['Judul']), codable: false },
];

describe('a code that is to be made', () => {
  test('a path goes below what is there; what is missing between is made too', () => {
    expect(newCodeOf(codes, 'Baru')).toEqual({ name: 'Baru', parent: null, between: [] });
    expect(newCodeOf(codes, 'tata kelola / Baru')).toEqual({ name: 'Baru', parent: id(1), between: [] });
    expect(newCodeOf(codes, 'Partisipasi / Warga / Muda')).toEqual({ name: 'Muda', parent: id(2), between: ['Warga'] });
    expect(newCodeOf(codes, 'Lain / Baru')).toEqual({ name: 'Baru', parent: null, between: ['Lain'] });
  });

  test('nothing is made of nothing, nor of what is there already', () => {
    expect(newCodeOf(codes, ' / ')).toBeNull();
    expect(newCodeOf(codes, 'LAYANAN')).toBeNull();
    expect(newCodeOf(codes, 'Tata kelola / partisipasi')).toBeNull();
  });

  test('a path finds codes below those it names first; what this coder chose before comes first', () => {
    expect(rankCodes(codes, 'tata / pa', [], 5).map(({ guid }) => guid)).toEqual([id(2)]);
    expect(rankCodes(codes, 'la', [], 5)[0]?.guid).toBe(id(3));
    expect(rankCodes(codes, 'la', [], 5, id(1))[0]?.guid).toBe(id(1));
    expect(rankCodes(codes, 'zz', [], 5, id(1))).toEqual([]);
  });
});

test('number keys: stars first, then codes used lately, each once, no headings (CT6), nine at most', () => {
  expect(keyCodesOf(codes, [id(3), id(4)], [id(2), id(3)]).map(({ guid }) => guid)).toEqual([id(3), id(2)]);
  const many = Array.from({ length: 12 }, (_, index) => code(index + 1, [`K${index}`]));
  expect(
    keyCodesOf(
      many,
      many.map(({ guid }) => guid),
      [],
    ),
  ).toHaveLength(9);
});

test('of what is dropped only codes of the study that take codings count', () => {
  expect(droppedCodes(JSON.stringify([id(4), id(3), 'x', 7]), codes)).toEqual([id(3)]);
  expect([droppedCodes('{', codes), droppedCodes('null', codes)]).toEqual([[], []]);
});

describe('codings a command is about', () => {
  const text = 'satu dua tiga empat lima';
  const codings = [placed(1, 0, 4), placed(2, 5, 8), placed(3, 14, 19), { ...placed(4, 0, 24), code: id(9) }];
  const ids = (found: readonly PlacedCoding[]) => found.map(({ guid }) => guid);

  test('those chosen in the list, or the active one where another was pressed', () => {
    expect(ids(targetsOf(codings, { codingId: id(1), chosen: [id(1), id(3)] }))).toEqual([id(1), id(3)]);
    expect(ids(targetsOf(codings, { codingId: id(2), chosen: [id(1), id(3)] }))).toEqual([id(2)]);
    expect(targetsOf(codings, { codingId: null, chosen: [] })).toEqual([]);
  });

  test('SJ3: one is joined with those it meets, else with the nearest over the words between', () => {
    const [first, second, third] = codings;
    if (!first || !second || !third) throw new Error('no codings');
    const joined = (targets: readonly PlacedCoding[]) => {
      const found = joiningOf(codings, targets, text);
      return found && [ids(found.codings), found.acrossWords];
    };
    expect(joined([first])).toEqual([[id(1), id(2)], false]);
    expect(joined([third])).toEqual([[id(3), id(2)], true]);
    expect(joined([first, third])).toEqual([[id(1), id(3)], true]);
    expect(joined([first, second, third])).toEqual([[id(1), id(2), id(3)], false]);
    expect(joiningOf([first], [first], text)).toBeNull();
  });

  test('a cut is meant for the active coding where it holds the place, else for the shortest', () => {
    expect(codingToSplit(codings, null, 6)?.guid).toBe(id(2));
    expect(codingToSplit(codings, id(4), 6)?.guid).toBe(id(4));
    expect(codingToSplit(codings.slice(0, 3), id(1), 4)).toBeNull();
  });

  test('weights stay within 0 and 100', () => {
    expect([nextWeight(null, 10), nextWeight(95, 10), nextWeight(5, -10)]).toEqual([10, 100, 0]);
  });
});

test('choosing rows: alone, by stretches from where they began, in and out', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const start: ListSelection<string> = { active: null, anchor: null, chosen: [] };
  const b = choose(ids, start, 'b', 'only');
  const toD = choose(ids, b, 'd', 'stretch');
  expect(toD.chosen).toEqual(['b', 'c', 'd']);
  expect(choose(ids, toD, 'a', 'stretch').chosen).toEqual(['a', 'b']);
  expect(choose(ids, toD, 'c', 'toggle').chosen).toEqual(['b', 'd']);
  expect(present(['a', 'd'], toD)).toEqual({ active: 'd', anchor: null, chosen: ['d'] });
  expect([rowOfKey('End', 0, 4, 2), rowOfKey('PageDown', 3, 4, 2), rowOfKey('x', 0, 4, 2)]).toEqual([3, 3, null]);
});

describe('resizing by keys', () => {
  const setUp = () => {
    let coding = placed(1, 5, 8);
    const sent: Range[] = [];
    const shown: (readonly Range[])[] = [];
    const resizing = new Resizing({
      editor: () => ({
        wordEdge: (from, toward) => (toward === 'later' ? from + 5 : from - 5),
        preview: (passages) => shown.push(passages),
        isRightToLeft: () => false,
      }),
      active: () => coding,
      resize: (_, range) => sent.push(range),
    });
    const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
    return { resizing, sent, shown, none, move: (start: number, end: number) => (coding = placed(1, start, end)) };
  };

  test('presses with the keys held are one step, shown meanwhile', () => {
    const { resizing, sent, shown, none } = setUp();
    resizing.noteKeys({ ...none, altKey: true });
    resizing.step('end', 'right');
    resizing.step('end', 'right');
    expect([sent, shown]).toEqual([[], [[{ start: 5, end: 13 }], [{ start: 5, end: 18 }]]]);
    resizing.noteKeys(none);
    expect(sent).toEqual([{ start: 5, end: 18 }]);
  });

  test('without keys held each is a step, and goes on from the former one before that has come back', () => {
    const { resizing, sent } = setUp();
    resizing.step('end', 'right');
    resizing.step('end', 'right');
    expect(sent.at(-1)).toEqual({ start: 5, end: 18 });
  });

  test('an end is never led past the other; Escape leaves all as it was', () => {
    const { resizing, sent, none } = setUp();
    resizing.noteKeys({ ...none, shiftKey: true });
    resizing.step('end', 'left');
    expect(resizing.cancel()).toBe(false);
    resizing.step('start', 'left');
    expect(resizing.cancel()).toBe(true);
    resizing.noteKeys(none);
    expect(sent).toEqual([]);
  });
});

test('a shortcut is held by a command of the same place; the printed list shows what counts now', () => {
  const cards: readonly CommandCard[] = [
    { id: 'a.one', label: 'coding.split', shortcut: 'X', within: '.text', group: 'coding' },
    { id: 'a.two', label: 'coding.join', shortcut: 'J', within: '.text, .list', group: 'coding' },
    { id: 'a.three', label: 'command.undo', shortcut: 'X', group: 'edit' },
  ];
  const known = new Map(cards.map((card) => [card.id, card]));
  const one = { id: 'a.one', within: '.text' };
  expect([sharePlace('.text', '.text, .list'), sharePlace('.text', undefined)]).toEqual([true, false]);
  expect(holderOf(['J'], one, known, {})?.id).toBe('a.two');
  expect(holderOf(['J'], one, known, { 'a.two': 'K' })).toBeUndefined();
  const page = keyboardPage(cards, { 'a.two': 'Mod+J' }, (key) => translate('en', key), 'en');
  expect(page).toContain('<td>Join codings</td><td><kbd>Ctrl + J</kbd></td>');
  expect(page).not.toContain('<script');
});

function code(number: number, path: readonly string[], parent?: number): CodeSummary {
  const card = { description: '', include: '', exclude: '', typicalExample: '', counterExample: '', kind: null };
  const name = path.at(-1) ?? '';
  const counts = { codings: 0, documents: 0, memos: 0 };
  const above = parent === undefined ? null : id(parent);
  return {
    guid: id(number),
    path: [...path],
    parent: above,
    name,
    color: '#0072b2',
    codable: true,
    position: 0,
    ...card,
    ...counts,
  };
}

function placed(number: number, start: number, end: number): PlacedCoding {
  return { guid: id(number), code: id(100), coder: null, start, end, weight: null, state: 'kept', memos: 0 };
}

function id(number: number): Guid {
  const guid = parseGuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (!guid) throw new Error('not a GUID');
  return guid;
}
