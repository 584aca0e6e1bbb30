// Styles of an OpenDocument text: what they hide, and how its lists and headings are numbered.

import { formatNumber } from './number-formats.ts';
import { odfAttribute, odfNameOf, odfNumber } from './odt-names.ts';
import type { XmlElement } from './xml.ts';

export type OdfStyles = {
  /** Takes in an element of a style; called for every element of `office:styles` and `office:automatic-styles`. */
  readonly open: (element: XmlElement) => void;
  readonly close: (element: XmlElement) => void;
  /** Whether text in this style is hidden. */
  readonly isHidden: (family: StyleFamily, name: string | undefined) => boolean;
  /** The label of an item with what follows it, such as `3. ` or `• `; '' where there is none. */
  readonly label: (list: string | undefined, level: number, counts: readonly number[]) => string;
  /** Where a level of a list begins to count. */
  readonly startOf: (list: string | undefined, level: number) => number;
  /** The list of a paragraph style, for paragraphs that stand in no list of their own. */
  readonly listOf: (paragraphStyle: string | undefined) => string | undefined;
};

export type StyleFamily = 'text' | 'paragraph' | 'section';

/** Name under which the numbers of headings are kept. */
export const outlineList = '\0outline';

type Style = { readonly parent: string | undefined; hidden: boolean | undefined; readonly list: string | undefined };
type Level = {
  readonly bullet: string | undefined;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly shown: number;
};

/** Styles build on each other; a circle among them ends here. */
const longestChain = 50;

export function createOdfStyles(): OdfStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, Map<number, Level>>();
  let style: Style | undefined;
  let list: Map<number, Level> | undefined;

  const isHidden = (family: StyleFamily, name: string | undefined): boolean => {
    let key = name;
    for (let step = 0; key !== undefined && step < longestChain; step += 1) {
      const found = styles.get(`${family} ${key}`);
      if (found?.hidden !== undefined) return found.hidden;
      key = found?.parent;
    }
    return false;
  };
  return {
    open: (element) => {
      const name = odfNameOf(element);
      if (name === 'style:style') {
        style = {
          parent: odfAttribute(element, 'style:parent-style-name'),
          hidden: undefined,
          list: odfAttribute(element, 'style:list-style-name'),
        };
        const family = odfAttribute(element, 'style:family') ?? '';
        styles.set(`${family} ${odfAttribute(element, 'style:name') ?? ''}`, style);
      } else if (name === 'style:text-properties' || name === 'style:section-properties') {
        const display = odfAttribute(element, 'text:display');
        if (style !== undefined && display !== undefined) style.hidden = display === 'none';
      } else if (name === 'text:list-style' || name === 'text:outline-style') {
        list = new Map();
        const key = name === 'text:list-style' ? (odfAttribute(element, 'style:name') ?? '') : outlineList;
        lists.set(key, list);
      } else if (/^text:(list|outline)-level-style/.test(name)) {
        list?.set(odfNumber(element, 'text:level') ?? 1, levelOf(name, element));
      }
    },
    close: (element) => {
      const name = odfNameOf(element);
      if (name === 'style:style') style = undefined;
      if (name === 'text:list-style' || name === 'text:outline-style') list = undefined;
    },
    isHidden,
    label: (name, level, counts) => {
      const levels = lists.get(name ?? '');
      const here = levels?.get(level);
      if (levels === undefined || here === undefined) return '';
      if (here.bullet !== undefined) return here.bullet === '' ? '' : `${here.bullet} `;
      if (here.format === '') return '';
      const first = Math.max(1, level - here.shown + 1);
      const numbers: string[] = [];
      for (let index = first; index <= level; index += 1) {
        const format = levels.get(index)?.format ?? '';
        if (format !== '') numbers.push(formatNumber(counts[index] ?? 1, formatNames.get(format) ?? 'decimal'));
      }
      return `${here.prefix}${numbers.join('.')}${here.suffix} `;
    },
    startOf: (name, level) => lists.get(name ?? '')?.get(level)?.start ?? 1,
    listOf: (name) => {
      let key = name;
      for (let step = 0; key !== undefined && step < longestChain; step += 1) {
        const found = styles.get(`paragraph ${key}`);
        if (found?.list !== undefined) return found.list === '' ? undefined : found.list;
        key = found?.parent;
      }
      return undefined;
    },
  };
}

const formatNames: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
]);

/** A label is short; a long one would be repeated before every paragraph. */
const longestSign = 20;

function levelOf(name: string, element: XmlElement): Level {
  const sign = (attribute: string): string => (odfAttribute(element, attribute) ?? '').slice(0, longestSign);
  const bullet = sign('text:bullet-char');
  const isPicture = name === 'text:list-level-style-image';
  return {
    bullet: isPicture ? '•' : name.endsWith('-bullet') ? bulletOf(bullet) : undefined,
    format: sign('style:num-format'),
    prefix: sign('style:num-prefix'),
    suffix: sign('style:num-suffix'),
    start: odfNumber(element, 'text:start-value') ?? 1,
    shown: odfNumber(element, 'text:display-levels') ?? 1,
  };
}

/** Bullets of symbol fonts lie in the private use area, where they are only boxes without their font. */
function bulletOf(text: string): string {
  return /^[\uE000-\uF8FF]/.test(text) ? '•' : text;
}
