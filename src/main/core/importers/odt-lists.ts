// Numbers of list items in an OpenDocument text: the file says how to count, not the numbers.

import { odfAttribute, odfNumber } from './odt-names.ts';
import type { OdfStyles } from './odt-styles.ts';
import { outlineList } from './odt-styles.ts';
import type { XmlElement } from './xml.ts';

export type OdfLists = {
  readonly open: (element: XmlElement) => void;
  readonly close: () => void;
  readonly openItem: (element: XmlElement) => void;
  /** A paragraph of the list that has no number. */
  readonly openHeader: () => void;
  /** The label of the paragraph that begins now, where it is the first of its item; else ''. */
  readonly labelOf: (isHeading: boolean, element: XmlElement, style: string | undefined) => string;
};

type OpenList = { readonly style: string | undefined; fresh: boolean };

/** Levels that are counted; deeper ones have no numbers. */
const levels = 10;

export function createOdfLists(styles: OdfStyles): OdfLists {
  const open: OpenList[] = [];
  /** By style: a list that goes on (`text:continue-numbering`) counts on. Places are levels, the first is 1. */
  const counts = new Map<string, number[]>();
  const headings: number[] = [];
  const countsOf = (style: string | undefined): number[] => {
    const known = counts.get(style ?? '') ?? [];
    counts.set(style ?? '', known);
    return known;
  };
  const count = (numbers: number[], list: string | undefined, level: number, start: number | undefined): string => {
    numbers[level] = start ?? (numbers[level] ?? styles.startOf(list, level) - 1) + 1;
    numbers.length = level + 1;
    return styles.label(list, level, numbers);
  };
  let started: number | undefined;

  return {
    open: (element) => {
      const style = odfAttribute(element, 'text:style-name') ?? open.at(-1)?.style;
      const continues =
        odfAttribute(element, 'text:continue-numbering') === 'true' ||
        odfAttribute(element, 'text:continue-list') !== undefined;
      if (open.length === 0 && !continues) countsOf(style).length = 0;
      open.push({ style, fresh: false });
    },
    close: () => {
      open.pop();
    },
    openItem: (element) => {
      const here = open.at(-1);
      if (here !== undefined) here.fresh = true;
      started = odfNumber(element, 'text:start-value');
    },
    openHeader: () => {
      const here = open.at(-1);
      if (here !== undefined) here.fresh = false;
    },
    labelOf: (isHeading, element, style) => {
      const here = open.at(-1);
      if (here !== undefined) {
        // A level that holds only a further level counts with that one.
        const isFirst = here.fresh;
        for (const list of open) list.fresh = false;
        if (!isFirst || open.length > levels) return '';
        const list = here.style ?? styles.listOf(style);
        return count(countsOf(list), list, open.length, started);
      }
      if (!isHeading || odfAttribute(element, 'text:is-list-header') === 'true') return '';
      const level = odfNumber(element, 'text:outline-level') ?? 1;
      if (level < 1 || level > levels) return '';
      const start = odfAttribute(element, 'text:restart-numbering') === 'true' ? 1 : undefined;
      return count(headings, outlineList, level, odfNumber(element, 'text:start-value') ?? start);
    },
  };
}
