// The words on the clipboard. Plain text is taken where there is any: word processors and browsers put their
// paragraphs into it. Only where a page of the web comes alone are its blocks read (PA3).

import { textOfBlocks } from '../../shared/domain/pasted.ts';
import { softBreak } from './tree.ts';

export function wordsIn(data: Pick<DataTransfer, 'getData'>): string {
  const plain = data.getData('text/plain');
  if (plain !== '') return plain;
  const html = data.getData('text/html');
  return html === '' ? '' : wordsOfPage(html);
}

/** The paragraphs of a page. It is read, never shown: nothing in it runs and nothing is fetched. */
export function wordsOfPage(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const blocks: string[] = [];
  let open = '';
  const close = (): void => {
    if (/\S/.test(open)) blocks.push(open);
    open = '';
  };
  const read = (node: Node): void => {
    if (node.nodeType === 3) open += node.nodeValue ?? '';
    if (node.nodeType !== 1 || silent.has(node.nodeName)) return;
    if (node.nodeName === 'BR') open += softBreak;
    const isBlock = blockNames.has(node.nodeName);
    if (isBlock) close();
    for (const child of node.childNodes) read(child);
    if (isBlock) close();
    // Cells of a row stay in one paragraph.
    else if (node.nodeName === 'TD' || node.nodeName === 'TH') open += ' ';
  };
  read(page.body);
  close();
  return textOfBlocks(blocks);
}

const silent: ReadonlySet<string> = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'NOSCRIPT', 'TITLE', 'HEAD']);
const blockNames: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TR UL'
  ).split(' '),
);
