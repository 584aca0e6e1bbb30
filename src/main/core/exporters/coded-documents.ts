// Documents with their codes: as a page with the codes in the margin, and as a Word document with the codes as comments.

import { translate } from '../../../shared/i18n/translate.ts';
import { htmlPage } from './html-page.ts';
import { codeName, originLines, type Origin, type Segment } from './segments-content.ts';
import { commentEnd, commentStart, paragraph, run, wordOf, type WordComment } from './word.ts';
import { htmlText } from './xml-text.ts';

export type CodedDocument = {
  readonly title: string;
  readonly date: string | null;
  readonly caseName: string | null;
  readonly text: string;
  /** In the order of start, then end. */
  readonly segments: readonly Segment[];
};

export type CodedDocuments = Origin & {
  readonly documents: readonly CodedDocument[];
  /** Shown for codings of nobody. */
  readonly nobody: string;
};

export function codedDocumentsHtml(content: CodedDocuments): string {
  return htmlPage({
    language: content.language,
    title: titleOf(content),
    lines: linesOf(content),
    style,
    body: content.documents.map(documentHtml).join('\n'),
  });
}

export function codedDocumentsDocx(content: CodedDocuments): Uint8Array {
  const { language, documents, nobody } = content;
  const comments: WordComment[] = [];
  const bodies = documents.flatMap((document, index) => {
    const first = comments.length;
    for (const segment of document.segments) comments.push(commentOf(segment, content, nobody));
    const facts = factsOf(document);
    return [
      paragraph(run(document.title), { style: 'Heading1', pageBreakBefore: index > 0 }),
      ...(facts === '' ? [] : [paragraph(run(facts, { color: grey }))]),
      ...paragraphsOf(document).map(({ start, end, marks }) => {
        let at = start;
        const parts: string[] = [];
        for (const { at: place, number, opens } of marks) {
          parts.push(run(document.text.slice(at, place)), (opens ? commentStart : commentEnd)(first + number));
          at = place;
        }
        return paragraph(parts.join('') + run(document.text.slice(at, end)));
      }),
    ];
  });
  const title = titleOf(content);
  const about = linesOf(content).map((line) => paragraph(run(line, { color: grey })));
  return wordOf({ language, title, body: [paragraph(run(title), { style: 'Title' }), ...about, ...bodies], comments });
}

const grey = '#57606a';

type Mark = { readonly at: number; readonly number: number; readonly opens: boolean };
type Lines = {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** Where codings begin and end, in order of place; what began before ends before another begins. */
  readonly marks: readonly Mark[];
  /** Codings that share a character with the paragraph, by number. */
  readonly numbers: readonly number[];
};

/** A coding belongs to a paragraph by its characters; the line end is the last character of its paragraph. */
function paragraphsOf({ text, segments }: CodedDocument): readonly Lines[] {
  const result: Lines[] = [];
  let open: number[] = [];
  let next = 0;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const marks: Mark[] = [];
    const numbers = [...open];
    for (; (segments[next]?.start ?? Infinity) <= end && next < segments.length; next += 1) {
      marks.push({ at: segments[next]?.start ?? 0, number: next, opens: true });
      numbers.push(next);
    }
    const ends = (number: number): boolean => (segments[number]?.end ?? 0) <= end + 1;
    for (const number of numbers.filter(ends)) {
      marks.push({ at: Math.min(end, segments[number]?.end ?? 0), number, opens: false });
    }
    open = numbers.filter((number) => !ends(number));
    const rank = ({ at, number, opens }: Mark): number => (opens ? 1 : (segments[number]?.start ?? 0) < at ? 0 : 2);
    marks.sort((a, b) => a.at - b.at || rank(a) - rank(b));
    result.push({ start, end, marks, numbers });
    if (found === -1) break;
    start = end + 1;
  }
  return result;
}

function commentOf(segment: Segment, { language }: Origin, nobody: string): WordComment {
  const author = segment.coder ?? nobody;
  const weight =
    segment.weight === null ? '' : ` · ${translate(language, 'exports.weight', { weight: segment.weight })}`;
  return {
    author,
    initials: author
      .split(/\s+/u)
      .map((word) => [...word][0] ?? '')
      .join('')
      .slice(0, 4),
    date: segment.codedAt,
    body: [
      paragraph(run(codeName(segment.path), { bold: true }) + run(weight), { style: 'CommentText' }),
      ...segment.memos.map((memo) => paragraph(run(memo), { style: 'CommentText' })),
    ],
  };
}

function documentHtml(document: CodedDocument): string {
  const facts = factsOf(document);
  const rows = paragraphsOf(document).map((lines) => {
    const labels = lines.numbers.map((number) => labelHtml(document, number, lines)).join('');
    const margin = labels === '' ? '' : `<ul>${labels}</ul>`;
    return `<div class="row"><p>${wordsHtml(document, lines)}</p>${margin}</div>`;
  });
  const about = facts === '' ? '' : `<p class="note">${htmlText(facts)}</p>`;
  return `<article><h2>${htmlText(document.title)}</h2>${about}${rows.join('\n')}</article>`;
}

/** Underlined in the colours of its codes; the number of a coding stands where it begins. */
function wordsHtml({ text, segments }: CodedDocument, { start, end, marks, numbers }: Lines): string {
  const begun = new Set(marks.filter(({ opens }) => opens).map(({ number }) => number));
  const open = new Set(numbers.filter((number) => !begun.has(number)));
  const parts: string[] = [];
  let at = start;
  const put = (until: number): void => {
    if (until > at)
      parts.push(
        underlined(
          text.slice(at, until),
          [...open].map((n) => segments[n]?.color ?? grey),
        ),
      );
    at = until;
  };
  for (const { at: place, number, opens } of marks) {
    put(place);
    if (opens) {
      open.add(number);
      parts.push(`<sup>${number + 1}</sup>`);
    } else open.delete(number);
  }
  put(end);
  return parts.join('');
}

/** Lines drawn below words at most: more would run into the line that follows. */
const mostLines = 4;

function underlined(words: string, colors: readonly string[]): string {
  if (colors.length === 0) return htmlText(words);
  const lines = colors
    .slice(0, mostLines)
    .map((color, place) => `linear-gradient(${color},${color}) 0 calc(100% - ${place * 3}px)/100% 2px no-repeat`)
    .join(',');
  const room = 1 + 3 * (Math.min(colors.length, mostLines) - 1);
  return `<span class="coded" style="background:${lines};padding-bottom:${room}px">${htmlText(words)}</span>`;
}

function labelHtml({ segments }: CodedDocument, number: number, { start }: Lines): string {
  const segment = segments[number];
  if (!segment) return '';
  const swatch = `<span class="swatch" style="background:${segment.color}"></span>`;
  const isNew = segment.start >= start;
  const who = isNew && segment.coder !== null ? ` <span class="who">${htmlText(segment.coder)}</span>` : '';
  const memos = isNew ? segment.memos.map((memo) => `<span class="memo">${htmlText(memo)}</span>`).join('') : '';
  const name = htmlText(isNew ? codeName(segment.path) : (segment.path.at(-1) ?? ''));
  return `<li${isNew ? '' : ' class="on"'}>${swatch}<b>${number + 1}</b> ${isNew ? '' : '… '}${name}${who}${memos}</li>`;
}

const style = `
article{margin-bottom:3rem}
.row{display:grid;grid-template-columns:minmax(0,1fr) 17rem;gap:1.5rem;align-items:start}
.row p{margin:0 0 .55rem;min-height:1em;white-space:pre-wrap;overflow-wrap:anywhere}
.row ul{list-style:none;margin:.15rem 0 .55rem;padding:0 0 0 .8rem;border-left:1px solid #d8dee4;font:.78rem/1.45 system-ui,sans-serif;overflow-wrap:anywhere}
.on{color:#57606a}.who{color:#57606a}.memo{display:block;font-style:italic;white-space:pre-wrap;color:#57606a}
.coded{box-decoration-break:clone;-webkit-box-decoration-break:clone;print-color-adjust:exact;-webkit-print-color-adjust:exact}
sup{font:600 .62em system-ui,sans-serif;color:#57606a;margin-right:.1em;line-height:0}
@media (max-width:48rem){.row{grid-template-columns:minmax(0,1fr)}}
@media print{.row{grid-template-columns:minmax(0,1fr) 5.4cm}article{break-before:page}article:first-of-type{break-before:auto}}`;

function factsOf({ date, caseName }: CodedDocument): string {
  return [caseName, date].filter((part) => part !== null && part !== '').join(' · ');
}

function titleOf({ language, project }: CodedDocuments): string {
  return `${translate(language, 'exports.documents')}: ${project}`;
}

function linesOf(content: CodedDocuments): readonly string[] {
  const { documents } = content;
  const segments = documents.reduce((sum, { segments: own }) => sum + own.length, 0);
  return originLines(content, { segments, documents: documents.length });
}
