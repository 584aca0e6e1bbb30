// What the reader needs of a document's styles: whether they hide text, number paragraphs, or make headings.

import { isOn, nameOf, numberAttribute, wordAttribute } from './docx-names.ts';
import type { XmlHandlers } from './xml.ts';

export type ParagraphNumber = { readonly list: string; readonly level: number };

export type Styles = {
  /**
   * Whether text is hidden. What stands on the text itself decides; else the styles, where hiding is a toggle: paragraph and
   * character style together show the text again (ISO/IEC 29500-1, 17.7.3).
   */
  readonly isHidden: (
    direct: boolean | undefined,
    paragraphStyle: string | undefined,
    runStyle: string | undefined,
  ) => boolean;
  readonly numberOf: (paragraphStyle: string | undefined) => Partial<ParagraphNumber>;
  /** 0 for the highest heading, 9 for a paragraph that is none. */
  readonly outlineOf: (paragraphStyle: string | undefined) => number;
};

type Style = {
  basedOn?: string;
  hidden?: boolean;
  list?: string;
  level?: number;
  outline?: number;
};

/** Longest chain of styles that is followed: a circle ends here. */
const longestChain = 20;

/** Reads `styles.xml` through `handlers`; `styles` answers from what was read so far. */
export function createStylesReader(): { readonly handlers: XmlHandlers; readonly styles: Styles } {
  const known = new Map<string, Style>();
  const defaults: Style = {};
  let defaultParagraphStyle: string | undefined;
  let current: Style | undefined;
  const path: string[] = [];

  const open: XmlHandlers['open'] = (element) => {
    const name = nameOf(element);
    const parent = path.at(-1);
    path.push(name);
    const value = wordAttribute(element, 'val');
    if (name === 'style') {
      const id = wordAttribute(element, 'styleId') ?? '';
      current = {};
      known.set(id, current);
      const isDefault = wordAttribute(element, 'default');
      if (wordAttribute(element, 'type') === 'paragraph' && (isDefault === '1' || isDefault === 'true')) {
        defaultParagraphStyle = id;
      }
    } else if (name === 'rPrDefault') current = defaults;
    if (current === undefined) return;
    if (name === 'basedOn' && value !== undefined) current.basedOn = value;
    // A table style hides text under conditions too (`tblStylePr`); those are formatting of tables, not of a passage.
    if (name === 'vanish' && parent === 'rPr' && !path.includes('tblStylePr')) current.hidden = isOn(element);
    if (name === 'numId' && parent === 'numPr' && value !== undefined) current.list = value;
    if (name === 'ilvl' && parent === 'numPr') current.level = numberAttribute(element, 'val') ?? 0;
    if (name === 'outlineLvl' && parent === 'pPr') current.outline = numberAttribute(element, 'val') ?? 9;
  };
  const close: XmlHandlers['close'] = (element) => {
    path.pop();
    const name = nameOf(element);
    if (name === 'style' || name === 'rPrDefault') current = undefined;
  };

  const inherited = <Value>(
    id: string | undefined,
    property: (style: Style) => Value | undefined,
  ): Value | undefined => {
    let next = id;
    for (let steps = 0; next !== undefined && steps < longestChain; steps += 1) {
      const style = known.get(next);
      const value = style === undefined ? undefined : property(style);
      if (value !== undefined) return value;
      next = style?.basedOn;
    }
    return undefined;
  };
  const styles: Styles = {
    isHidden: (direct, paragraphStyle, runStyle) => {
      if (direct !== undefined) return direct;
      if (defaults.hidden === true) return true;
      const byParagraph = inherited(paragraphStyle ?? defaultParagraphStyle, (style) => style.hidden) ?? false;
      const byRun = inherited(runStyle, (style) => style.hidden) ?? false;
      return byParagraph !== byRun;
    },
    numberOf: (paragraphStyle) => {
      const list = inherited(paragraphStyle ?? defaultParagraphStyle, (style) => style.list);
      const level = inherited(paragraphStyle ?? defaultParagraphStyle, (style) => style.level);
      return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level }) };
    },
    outlineOf: (paragraphStyle) => inherited(paragraphStyle, (style) => style.outline) ?? 9,
  };
  return { handlers: { open, close, text: () => undefined }, styles };
}
