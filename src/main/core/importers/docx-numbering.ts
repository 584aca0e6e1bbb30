// Numbers of lists: Word stores how to count, not the numbers, so a text without them would lose "3. b)" that people cite.

import { nameOf, numberAttribute, wordAttribute } from './docx-names.ts';
import type { ParagraphNumber } from './docx-styles.ts';
import { formatNumber } from './number-formats.ts';
import type { XmlElement, XmlHandlers } from './xml.ts';
import { attributeOf } from './xml.ts';

export type ListCounter = {
  /** Counts one paragraph and gives its label with what follows it, such as `3. ` or `• `; '' for an unknown list. */
  readonly next: (number: ParagraphNumber) => string;
};

type Level = {
  format: string;
  text: string;
  start: number;
  /** 0 never restarts; n restarts after a paragraph of level n or higher up. */
  restart: number | undefined;
  legal: boolean;
  separated: boolean;
};

type AbstractList = {
  readonly levels: Map<number, Level>;
  styleLink: string | undefined;
  numStyleLink: string | undefined;
};
type List = {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
  used: boolean;
};

const levelCount = 9;

/** Reads `numbering.xml` through `handlers`; `counter` counts with what was read. */
export function createNumberingReader(): {
  readonly handlers: XmlHandlers;
  readonly counter: () => ListCounter;
} {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  let abstract: AbstractList | undefined;
  let list: List | undefined;
  let overridden = 0;
  let level: Level | undefined;

  const openLevel = (element: XmlElement): void => {
    level = {
      format: 'decimal',
      text: '',
      start: 0,
      restart: undefined,
      legal: false,
      separated: true,
    };
    const index = numberAttribute(element, 'ilvl') ?? 0;
    if (index < 0 || index >= levelCount) return;
    (list?.levels ?? abstract?.levels)?.set(index, level);
  };
  const open: XmlHandlers['open'] = (element) => {
    const value = wordAttribute(element, 'val') ?? '';
    switch (nameOf(element)) {
      case 'abstractNum':
        abstract = { levels: new Map(), styleLink: undefined, numStyleLink: undefined };
        abstracts.set(wordAttribute(element, 'abstractNumId') ?? '', abstract);
        break;
      case 'styleLink':
        if (abstract !== undefined) abstract.styleLink = value;
        break;
      case 'numStyleLink':
        if (abstract !== undefined) abstract.numStyleLink = value;
        break;
      case 'num':
        list = { abstract: '', starts: new Map(), levels: new Map(), used: false };
        lists.set(wordAttribute(element, 'numId') ?? '', list);
        break;
      case 'abstractNumId':
        if (list !== undefined) list.abstract = value;
        break;
      case 'lvlOverride':
        overridden = numberAttribute(element, 'ilvl') ?? 0;
        break;
      case 'startOverride':
        list?.starts.set(overridden, numberAttribute(element, 'val') ?? 0);
        break;
      case 'lvl':
        openLevel(element);
        break;
      default:
        if (level !== undefined) setLevel(level, element, value);
    }
  };
  const close: XmlHandlers['close'] = (element) => {
    const name = nameOf(element);
    if (name === 'abstractNum') abstract = undefined;
    if (name === 'num') list = undefined;
    if (name === 'lvl') level = undefined;
  };
  return {
    handlers: { open, close, text: () => undefined },
    counter: () => createCounter(abstracts, lists),
  };
}

function setLevel(level: Level, element: XmlElement, value: string): void {
  switch (nameOf(element)) {
    case 'start':
      level.start = numberAttribute(element, 'val') ?? 0;
      break;
    case 'numFmt':
      level.format = value;
      break;
    case 'lvlText':
      // A label is short; a long one would be repeated before every paragraph.
      level.text = value.slice(0, 100);
      break;
    case 'lvlRestart':
      level.restart = numberAttribute(element, 'val');
      break;
    case 'isLgl':
      level.legal = attributeOf(element, 'val') !== '0';
      break;
    case 'suff':
      level.separated = value !== 'nothing';
      break;
    default:
  }
}

function createCounter(abstracts: ReadonlyMap<string, AbstractList>, lists: ReadonlyMap<string, List>): ListCounter {
  /** Lists made from one definition count on together. */
  const counts = new Map<AbstractList, (number | undefined)[]>();
  return {
    next: (number) => {
      const list = lists.get(number.list);
      const abstract = list === undefined ? undefined : definitionOf(abstracts, list);
      if (list === undefined || abstract === undefined) return '';
      const levelAt = (index: number): Level | undefined => list.levels.get(index) ?? abstract.levels.get(index);
      const level = levelAt(number.level);
      if (level === undefined) return '';
      const state = counts.get(abstract) ?? [];
      counts.set(abstract, state);
      if (!list.used) {
        list.used = true;
        for (const index of list.starts.keys()) state[index] = undefined;
      }
      const startOf = (index: number): number => list.starts.get(index) ?? levelAt(index)?.start ?? 0;
      for (let index = 0; index < number.level; index += 1) state[index] ??= startOf(index);
      const before = state[number.level];
      state[number.level] = before === undefined ? startOf(number.level) : before + 1;
      for (let index = number.level + 1; index < levelCount; index += 1) {
        const restart = levelAt(index)?.restart;
        if (restart === undefined || number.level < restart) state[index] = undefined;
      }
      const label = labelOf(level, levelAt, state);
      return label === '' || !level.separated ? label : `${label} `;
    },
  };
}

/** A definition may be only a link to a list style, whose own definition then counts. */
function definitionOf(abstracts: ReadonlyMap<string, AbstractList>, list: List): AbstractList | undefined {
  const found = abstracts.get(list.abstract);
  if (found?.numStyleLink === undefined) return found;
  for (const candidate of abstracts.values()) if (candidate.styleLink === found.numStyleLink) return candidate;
  return found;
}

function labelOf(
  level: Level,
  levelAt: (index: number) => Level | undefined,
  state: readonly (number | undefined)[],
): string {
  if (level.format === 'bullet') return bulletOf(level.text);
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = levelAt(index)?.format ?? 'decimal';
    return formatNumber(state[index] ?? 0, level.legal && format !== 'none' ? 'decimal' : format);
  });
}

/** Bullets of symbol fonts lie in the private use area, where they are only boxes without their font. */
function bulletOf(text: string): string {
  return text === '' ? '' : /^[\uE000-\uF8FF]/.test(text) ? '•' : text;
}
