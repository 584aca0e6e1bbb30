// Word documents (ISO/IEC 29500-1) written as text: thousands of passages with their comments take a second this way.

import { strToU8, zipSync } from 'fflate';
import type { Language } from '../../../shared/contract/values.ts';
import { officeTime } from './office.ts';
import { htmlText, writableText } from './xml-text.ts';

export type Look = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** `#rrggbb` */
  readonly color?: string;
  /** Name of a character style. */
  readonly style?: 'CommentReference';
};

export type ParagraphLook = {
  readonly style?: 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'Quote' | 'Source' | 'CommentText';
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
};

export type WordComment = {
  readonly author: string;
  readonly initials: string;
  /** Moment, ISO 8601. */
  readonly date: string;
  /** Paragraphs, as {@link paragraph} writes them. */
  readonly body: readonly string[];
};

export type WordFile = {
  readonly language: Language;
  readonly title: string;
  readonly body: readonly string[];
  /** Known by their place in this list. */
  readonly comments?: readonly WordComment[];
};

/** Words of one look; a line end becomes a line break. */
export function run(text: string, { bold, italic, color, style }: Look = {}): string {
  if (text === '') return '';
  const looks = [
    style === undefined ? '' : `<w:rStyle w:val="${style}"/>`,
    bold === true ? '<w:b/>' : '',
    italic === true ? '<w:i/>' : '',
    color === undefined ? '' : `<w:color w:val="${color.slice(1).toUpperCase()}"/>`,
  ].join('');
  const lines = text.split('\n').map((line) =>
    line
      .split('\t')
      .map((part) => `<w:t xml:space="preserve">${htmlText(writableText(part))}</w:t>`)
      .join('<w:tab/>'),
  );
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

/** @param content runs, and marks of comments */
export function paragraph(content: string, { style, keepNext, pageBreakBefore }: ParagraphLook = {}): string {
  const looks = [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepNext === true ? '<w:keepNext/>' : '',
    pageBreakBefore === true ? '<w:pageBreakBefore/>' : '',
  ].join('');
  return `<w:p>${looks === '' ? '' : `<w:pPr>${looks}</w:pPr>`}${content}</w:p>`;
}

export function commentStart(number: number): string {
  return `<w:commentRangeStart w:id="${number}"/>`;
}

export function commentEnd(number: number): string {
  return `<w:commentRangeEnd w:id="${number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`;
}

export function wordOf({ language, title, body, comments = [] }: WordFile): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(comments.length > 0),
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreXml(title),
    'word/document.xml': `${head}<w:document ${spaces}><w:body>${body.join('')}${section}</w:body></w:document>`,
    'word/styles.xml': stylesXml(language),
    'word/_rels/document.xml.rels': documentRelations(comments.length > 0),
  };
  if (comments.length > 0) {
    parts['word/comments.xml'] = `${head}<w:comments ${spaces}>${comments.map(commentXml).join('')}</w:comments>`;
  }
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { level: 6, mtime: officeTime });
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

// A4 with margins of 2.5 cm, in twentieths of a point.
const section =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

function commentXml({ author, initials, date, body }: WordComment, number: number): string {
  const attribute = (text: string) => htmlText(writableText(text).replace(/[\t\n\r]/g, ' '));
  const when = `${date.slice(0, 19)}Z`;
  return `<w:comment w:id="${number}" w:author="${attribute(author)}" w:date="${when}" w:initials="${attribute(initials)}">${body.join('')}</w:comment>`;
}

function contentTypes(withComments: boolean): string {
  const comments = withComments ? `<Override PartName="/word/comments.xml" ContentType="${types}.comments+xml"/>` : '';
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${comments}</Types>`;
}

const packageRelations = `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function documentRelations(withComments: boolean): string {
  const comments = withComments ? `<Relationship Id="rId2" Type="${relations}/comments" Target="comments.xml"/>` : '';
  return `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/>${comments}</Relationships>`;
}

function coreXml(title: string): string {
  return `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${htmlText(writableText(title))}</dc:title><dc:creator>Simpul</dc:creator></cp:coreProperties>`;
}

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

function stylesXml(language: Language): string {
  const named = (id: string, name: string, paragraphLook: string, look: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraphLook}</w:pPr><w:rPr>${look}</w:rPr></w:style>`;
  const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  const heading = (level: number, before: number, halfPoints: number) =>
    named(
      `Heading${level}`,
      `heading ${level}`,
      `<w:keepNext/><w:spacing w:before="${before}" w:after="120"/><w:outlineLvl w:val="${level - 1}"/>`,
      `<w:b/>${size(halfPoints)}`,
    );
  return `${head}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>${size(24)}<w:lang w:val="${locales[language]}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>${named('Title', 'Title', '<w:spacing w:after="120"/>', `<w:b/>${size(36)}`)}${heading(1, 360, 28)}${heading(2, 240, 26)}${heading(3, 200, 24)}${named('Quote', 'Quote', '<w:spacing w:before="60" w:after="40"/><w:ind w:left="567" w:right="567"/>', '')}${named('Source', 'Source', '<w:spacing w:after="200"/><w:ind w:left="567" w:right="567"/>', `<w:color w:val="57606A"/>${size(20)}`)}${named('CommentText', 'annotation text', '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', size(20))}<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/><w:rPr>${size(16)}</w:rPr></w:style></w:styles>`;
}
