// Coded passages to be read: as a page and as a Word document, below the code or the document they belong to.

import type { Guid } from '../../../shared/domain/ids.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { htmlPage } from './html-page.ts';
import { documentsIn, groupsOf, originLines, sourceOf, type SegmentsContent } from './segments-content.ts';
import { paragraph, run, wordOf } from './word.ts';
import { htmlText } from './xml-text.ts';

/** @param codeOrder the codes in the order of the codebook */
export function segmentsHtml(content: SegmentsContent, codeOrder: readonly Guid[]): string {
  const body = groupsOf(content, codeOrder).map(({ heading, color, segments }) => {
    const swatch = color === null ? '' : `<span class="swatch" style="background:${color}"></span>`;
    const quotes = segments.map((segment) => {
      const memos = segment.memos.map((memo) => `<p class="memo">${htmlText(memo)}</p>`).join('');
      const source = htmlText(sourceOf(segment, content));
      return `<figure><blockquote style="border-color:${segment.color}">${htmlText(segment.quote)}</blockquote><figcaption>${source}</figcaption>${memos}</figure>`;
    });
    return `<section><h2>${swatch}${htmlText(heading)} <span class="count">${segments.length}</span></h2>${quotes.join('\n')}</section>`;
  });
  return htmlPage({
    language: content.language,
    title: titleOf(content),
    lines: linesOf(content),
    style,
    body: body.join('\n'),
  });
}

export function segmentsDocx(content: SegmentsContent, codeOrder: readonly Guid[]): Uint8Array {
  const { language } = content;
  const groups = groupsOf(content, codeOrder).flatMap(({ heading, color, segments }) => [
    paragraph(
      (color === null ? '' : run('■ ', { color })) + run(`${heading} `) + run(`(${segments.length})`, { color: grey }),
      { style: 'Heading1' },
    ),
    ...segments.flatMap((segment) => [
      paragraph(run(segment.quote), { style: 'Quote', keepNext: segment.quote.length < 600 }),
      paragraph(run(sourceOf(segment, content)), { style: 'Source' }),
      ...segment.memos.map((memo) =>
        paragraph(run(`${translate(language, 'exports.column.memo')}: `, { bold: true }) + run(memo), {
          style: 'Source',
        }),
      ),
    ]),
  ]);
  const title = titleOf(content);
  return wordOf({
    language,
    title,
    body: [
      paragraph(run(title), { style: 'Title' }),
      ...linesOf(content).map((line) => paragraph(run(line, { color: grey }))),
      ...groups,
    ],
  });
}

const grey = '#57606a';

const style = `
figure{margin:0 0 1.3rem;break-inside:avoid}
blockquote{margin:0 0 .25rem;padding-left:1rem;border-left:3px solid;white-space:pre-wrap;overflow-wrap:anywhere}
figcaption,.memo,.count{font:.82rem/1.5 system-ui,sans-serif;color:#57606a}
figcaption,.memo{margin:0;padding-left:calc(1rem + 3px);overflow-wrap:anywhere}
.memo{font-style:italic;white-space:pre-wrap}`;

function titleOf({ language, project }: SegmentsContent): string {
  return `${translate(language, 'exports.segments')}: ${project}`;
}

function linesOf(content: SegmentsContent): readonly string[] {
  const { segments } = content;
  return originLines(content, { segments: segments.length, documents: documentsIn(segments) });
}
