// The text of a page from its tokens: blocks are lines, cells are joined by tabs, white space is what a browser shows.

import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { createFlow } from './docx-flow.ts';
import type { HeadingMarks } from './heading-marks.ts';
import { formatNumber } from './number-formats.ts';
import type { Tally } from './tally.ts';
import type { TextBudget } from './text-sink.ts';
import type { CountName, NoteCode, Watch } from './types.ts';
import { ImportRefusal, importLimits } from './types.ts';

export type HtmlContext = {
  readonly tally: Tally;
  readonly counts: Record<CountName, number>;
  readonly budget: TextBudget;
  readonly watch: Watch;
  /** A chapter of a book is XHTML: `<title/>` is complete. Its pictures stand in the book. */
  readonly isBook?: boolean;
  readonly headings?: HeadingMarks;
};

export type HtmlText = {
  /** Reads a page, or one chapter after the other. */
  readonly write: (page: string) => void;
  readonly finish: () => string;
};

type Left = { readonly tag: string; depth: number };
type Table = { row: boolean; cell: boolean };
type List = { readonly ordered: boolean; readonly format: string; next: number };

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table caption tr ul'
  ).split(' '),
);
/** Elements with nothing inside. */
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Left out with all they hold; what is named is counted. */
const leftOut: ReadonlyMap<string, NoteCode | null> = new Map([
  ['script', 'scripts-left-out'],
  ['style', null],
  ['template', null],
  ['noscript', null],
  ['title', null],
  ['iframe', 'external-content-left-out'],
  ['object', 'embedded-objects-left-out'],
  ['applet', 'embedded-objects-left-out'],
  ['audio', 'embedded-objects-left-out'],
  ['video', 'embedded-objects-left-out'],
  ['canvas', 'pictures-left-out'],
  ['svg', 'pictures-left-out'],
  ['select', 'form-fields-left-out'],
  ['textarea', 'form-fields-left-out'],
  ['datalist', 'form-fields-left-out'],
  ['del', 'tracked-deletions-left-out'],
  ['rt', 'phonetic-text-left-out'],
  ['rp', null],
]);
const listFormats: ReadonlyMap<string, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
]);
/** Characters given to the tokenizer at once. */
const step = 65_536;
/** Lists and tables inside each other. */
const deepest = 100;

export function createHtmlText(context: HtmlContext): HtmlText {
  const { tally, counts } = context;
  const flow = createFlow(context.budget);
  const lists: List[] = [];
  /** Elements being left out, the outermost first and alone. */
  let left: Left | undefined;
  const tables: Table[] = [];
  let preformatted = 0;
  let line = '';
  let isLineOpen = false;
  let label = '';
  /** Of the heading that is open; 0 outside of one. */
  let heading = 0;

  const endLine = (): void => {
    const words = preformatted > 0 ? line.replace(/\n$/, '') : line.replace(/^ | ?(?=\u2028) ?| $/g, '');
    const text = words.replace(/\u2028 /g, '\u2028').replace(/\u2028+$/, '');
    if (/[^ \u2028]/.test(text)) {
      flow.beginBlock();
      if (heading > 0) context.headings?.note(flow.sink.position(), heading);
      flow.sink.write(label + text);
      label = '';
    }
    line = '';
    isLineOpen = false;
  };
  const put = (text: string): void => {
    isLineOpen = true;
    if (preformatted > 0) line += text;
    else {
      const shown = text.replace(/[ \t\n\f\r]+/g, ' ');
      line += line.endsWith(' ') || line.endsWith('\u2028') ? shown.replace(/^ /, '') : shown;
    }
    if (line.length > context.budget.left) {
      throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
    }
  };
  const openItem = (token: Token.TagToken): void => {
    const list = lists.at(-1);
    counts.listItems += 1;
    if (list?.ordered !== true) {
      label = '• ';
      return;
    }
    const value = Number(attributeOf(token, 'value') ?? Number.NaN);
    if (Number.isSafeInteger(value)) list.next = value;
    label = `${formatNumber(list.next, list.format)}. `;
    list.next += 1;
  };
  const openImage = (token: Token.TagToken): void => {
    counts.images += 1;
    const isInside = context.isBook === true || /^\s*data:/i.test(attributeOf(token, 'src') ?? '');
    tally.add(isInside ? 'pictures-left-out' : 'linked-pictures-left-out');
  };
  const open = (token: Token.TagToken): void => {
    const tag = token.tagName;
    if (left !== undefined) {
      if (tag === left.tag && !token.selfClosing) left.depth += 1;
      return;
    }
    if (leaves(token)) return;
    if (tag === 'br') put('\u2028');
    else if (tag === 'img') openImage(token);
    else if (tag === 'input' && attributeOf(token, 'type') !== 'hidden') tally.add('form-fields-left-out');
    else if (tag === 'embed') tally.add('embedded-objects-left-out');
    else if (tag === 'a' && attributeOf(token, 'href') !== undefined) {
      counts.links += 1;
      tally.add('link-addresses-left-out');
    } else if (tag === 'td' || tag === 'th') openCell();
    else if (blocks.has(tag)) openBlock(token);
  };
  /** True where an element is left out with all it holds. */
  const leaves = (token: Token.TagToken): boolean => {
    const tag = token.tagName;
    const note = leftOut.get(tag);
    const style = attributeOf(token, 'style') ?? '';
    const isHidden =
      attributeOf(token, 'hidden') !== undefined || /(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
    if (note === undefined && !isHidden) return false;
    if (note === undefined) tally.add('hidden-text-left-out');
    else if (note !== null) tally.add(note);
    if (!empty.has(tag) && !token.selfClosing) left = { tag, depth: 1 };
    return true;
  };
  // The ends of cells and rows may be missing (HTML standard, 13.1.2.4).
  const closeCell = (): void => {
    endLine();
    const table = tables.at(-1);
    if (table?.cell === true) flow.closeCell();
    if (table !== undefined) table.cell = false;
  };
  const closeRow = (): void => {
    closeCell();
    const table = tables.at(-1);
    if (table?.row === true) flow.closeRow();
    if (table !== undefined) table.row = false;
  };
  const openRow = (): void => {
    closeRow();
    const table = tables.at(-1);
    if (table === undefined) return;
    flow.openRow();
    table.row = true;
  };
  const openCell = (): void => {
    closeCell();
    const table = tables.at(-1);
    if (table === undefined) return;
    if (!table.row) openRow();
    flow.openCell();
    table.cell = true;
  };
  const openTable = (): void => {
    if (tables.length >= deepest) throw new ImportRefusal('xml-too-deep', { limit: deepest });
    counts.tables += 1;
    tables.push({ row: false, cell: false });
  };
  const openBlock = (token: Token.TagToken): void => {
    const tag = token.tagName;
    endLine();
    if (tag === 'ol' || tag === 'ul') {
      if (lists.length >= deepest) throw new ImportRefusal('xml-too-deep', { limit: deepest });
      const start = Number(attributeOf(token, 'start') ?? 1);
      const format = listFormats.get(attributeOf(token, 'type') ?? '') ?? 'decimal';
      lists.push({ ordered: tag === 'ol', format, next: Number.isSafeInteger(start) ? start : 1 });
    } else if (tag === 'li') openItem(token);
    else if (tag === 'pre') preformatted += 1;
    else if (tag === 'table') openTable();
    else if (/^h[1-6]$/.test(tag)) {
      counts.headings += 1;
      heading = Number(tag.slice(1));
    } else if (tag === 'tr') openRow();
  };
  const close = (token: Token.TagToken): void => {
    const tag = token.tagName;
    if (left !== undefined) {
      if (tag === left.tag) left.depth -= 1;
      if (left.depth === 0) left = undefined;
      return;
    }
    if (tag === 'td' || tag === 'th') closeCell();
    else if (tag === 'tr') closeRow();
    else if (blocks.has(tag)) {
      endLine();
      if (/^h[1-6]$/.test(tag)) heading = 0;
      else if (tag === 'li') label = '';
      else if (tag === 'ol' || tag === 'ul') lists.pop();
      else if (tag === 'pre') preformatted = Math.max(0, preformatted - 1);
      else if (tag === 'table') {
        closeRow();
        tables.pop();
      }
    }
  };
  const tokenizer = (): Tokenizer => {
    const made = new Tokenizer(
      {},
      {
        onStartTag: (token) => {
          open(token);
          if (context.isBook === true && token.selfClosing) {
            close(token);
            return;
          }
          // What stands in these is no markup (HTML standard, 13.2.6.4).
          if (token.tagName === 'script') made.state = TokenizerMode.SCRIPT_DATA;
          else if (/^(style|iframe|noembed|noframes|xmp)$/.test(token.tagName)) made.state = TokenizerMode.RAWTEXT;
          else if (/^(textarea|title)$/.test(token.tagName)) made.state = TokenizerMode.RCDATA;
        },
        onEndTag: close,
        onCharacter: ({ chars }) => {
          if (left === undefined) put(chars);
        },
        onWhitespaceCharacter: ({ chars }) => {
          if (left === undefined && (isLineOpen || preformatted > 0)) put(chars);
        },
        onNullCharacter: () => undefined,
        onComment: () => undefined,
        onDoctype: () => undefined,
        onEof: () => undefined,
      },
    );
    return made;
  };
  return {
    write: (page) => {
      const reader = tokenizer();
      for (let at = 0; at < page.length || at === 0; at += step) {
        context.watch();
        reader.write(page.slice(at, at + step), at + step >= page.length);
      }
      while (tables.length > 0) {
        closeRow();
        tables.pop();
      }
      endLine();
      left = undefined;
      lists.length = 0;
      preformatted = 0;
    },
    finish: () => {
      endLine();
      return flow.sink.text();
    },
  };
}

function attributeOf(token: Token.TagToken, name: string): string | undefined {
  return token.attrs.find((attribute) => attribute.name === name)?.value;
}
