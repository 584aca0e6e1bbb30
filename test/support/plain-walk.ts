// Other readers of the same files, for comparing: plain walks with another XML library, knowing nothing of the program.

import { unzipSync } from 'fflate';
import { XmlDocument, XmlElement, XmlText, type XmlTreeNode } from 'libxml2-wasm';

/** Lines of a Word document: its paragraphs in order, tabs and line breaks as signs, without numbers of lists. */
export function linesOfDocx(bytes: Uint8Array): readonly string[] {
  return linesOf(unzipSync(bytes)['word/document.xml'], ['p'], (element) => {
    switch (element.name) {
      case 'tab':
        return element.parent?.name === 'r' ? '\t' : '';
      case 'br':
      case 'cr':
        return '\u2028';
      case 'instrText':
      case 'delText':
        return '';
      default:
        return null;
    }
  });
}

/** Lines of an OpenDocument text. White space in its XML is one space, and none at the beginning of a paragraph. */
export function linesOfOdt(bytes: Uint8Array): readonly string[] {
  const lines = linesOf(unzipSync(bytes)['content.xml'], ['p', 'h'], (element) => {
    switch (element.name) {
      case 's':
        return '\u0001'.repeat(Number(element.attrs.find(({ name }) => name === 'c')?.value ?? 1));
      case 'tab':
        return '\t';
      case 'line-break':
        return '\u2028';
      case 'annotation':
      case 'tracked-changes':
        return '';
      default:
        return null;
    }
  });
  return lines.map((line) =>
    line
      .replace(/[ \n]+/g, ' ')
      .replace(/^ /, '')
      .replaceAll('\u0001', ' '),
  );
}

/** Rows of the first sheet, each cell as it is stored. */
export function rowsOfXlsx(bytes: Uint8Array): readonly (readonly string[])[] {
  const files = unzipSync(bytes);
  const shared = files['xl/sharedStrings.xml'];
  const strings = shared ? childrenOf(rootOf(shared)).map(wordsOf) : [];
  const data = childrenOf(rootOf(files['xl/worksheets/sheet1.xml'])).find(({ name }) => name === 'sheetData');
  return childrenOf(data).map((row) =>
    childrenOf(row).map((cell) => {
      const words = wordsOf(cell);
      return cell.attrs.find(({ name }) => name === 't')?.value === 's' ? (strings[Number(words)] ?? '') : words;
    }),
  );
}

/** Rows of a table with commas, character by character (RFC 4180). */
export function rowsOfCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += sign;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (sign !== '\r') cell += sign;
  }
  return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}

/** @param said what an element says in place of its content; null for its content */
function linesOf(
  part: Uint8Array | undefined,
  paragraphs: readonly string[],
  said: (element: XmlElement) => string | null,
): readonly string[] {
  const lines: string[] = [];
  const words = (node: XmlTreeNode): string => {
    if (node instanceof XmlText) return node.content;
    if (!(node instanceof XmlElement)) return '';
    const own = said(node);
    if (own !== null) return own;
    let text = '';
    for (let child = node.firstChild; child; child = child.next) text += words(child);
    return text;
  };
  const walk = (node: XmlTreeNode | null): void => {
    for (let each = node; each; each = each.next) {
      if (!(each instanceof XmlElement) || said(each) === '') continue;
      if (paragraphs.includes(each.name)) lines.push(words(each));
      else walk(each.firstChild);
    }
  };
  walk(rootOf(part).firstChild);
  return lines;
}

function rootOf(part: Uint8Array | undefined): XmlElement {
  if (!part) throw new Error('the part is not there');
  return XmlDocument.fromBuffer(part).root;
}

function childrenOf(element: XmlElement | undefined): readonly XmlElement[] {
  const children: XmlElement[] = [];
  for (let child = element?.firstChild ?? null; child; child = child.next) {
    if (child instanceof XmlElement) children.push(child);
  }
  return children;
}

function wordsOf(element: XmlElement): string {
  return element.content;
}
