// Makes small Word documents for tests, part by part, so that a test shows all the XML it is about.

import { strToU8, zipSync } from 'fflate';

export type DocxParts = {
  /** Content of `w:body`. */
  readonly body: string;
  /** Content of `w:styles`, `w:numbering`, `w:footnotes`, `w:endnotes`, `w:comments`, `w:settings`. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Content of the core properties. */
  readonly core?: string;
  /** More `Relationship` elements of the main part. */
  readonly relations?: string;
  /** More parts, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Namespace of WordprocessingML, for the strict form. */
  readonly namespace?: string;
  /** Whole text of the main part, in place of the one made from `body`. */
  readonly document?: string;
  /** True to store the parts unpacked, for tests about size. */
  readonly stored?: boolean;
};

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Bytes of a DOCX. */
export function docx(parts: DocxParts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const add = (type: string, name: string, content: string | undefined): void => {
    if (content === undefined) return;
    files[`word/${name}.xml`] = strToU8(content);
    relations.push(`<Relationship Id="r-${name}" Type="${officeRelations}/${type}" Target="${name}.xml"/>`);
  };
  const root = (name: string, content: string | undefined): string | undefined =>
    content === undefined ? undefined : wordXml(name, content, parts.namespace);
  add('styles', 'styles', root('styles', parts.styles));
  add('numbering', 'numbering', root('numbering', parts.numbering));
  add('footnotes', 'footnotes', root('footnotes', parts.footnotes));
  add('endnotes', 'endnotes', root('endnotes', parts.endnotes));
  add('comments', 'comments', root('comments', parts.comments));
  add('settings', 'settings', root('settings', parts.settings));
  add('header', 'header1', root('hdr', parts.header));
  add('footer', 'footer1', root('ftr', parts.footer));
  const packageParts = [
    `<Relationship Id="main" Type="${officeRelations}/officeDocument" Target="word/document.xml"/>`,
  ];
  if (parts.core !== undefined) {
    files['docProps/core.xml'] = strToU8(
      `${declaration}<cp:coreProperties xmlns:cp="urn:core" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`,
    );
    packageParts.push(
      `<Relationship Id="core" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/>`,
    );
  }
  for (const [name, content] of Object.entries(parts.parts ?? {})) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  const all = {
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(relationsXml(packageParts)),
    'word/document.xml': strToU8(
      parts.document ?? wordXml('document', `<w:body>${parts.body}</w:body>`, parts.namespace),
    ),
    'word/_rels/document.xml.rels': strToU8(relationsXml([...relations, parts.relations ?? ''])),
    ...files,
  };
  return zipSync(all, { level: parts.stored === true ? 0 : 6 });
}

/** A paragraph of runs or of one text; `properties` is the content of `w:pPr`. */
export function paragraph(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : content === '' ? '' : run(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of text; `properties` is the content of `w:rPr`. */
export function run(text: string, properties = ''): string {
  return wrapRun(`<w:t xml:space="preserve">${escapeXml(text)}</w:t>`, properties);
}

/** A run of any content. */
export function wrapRun(content: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

/** A table of rows of cells; a cell is the content of `w:tc`, or a text for one paragraph. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string): string =>
    `<w:tc><w:tcPr/>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A relation that leads out of the package. */
export function externalRelation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}" TargetMode="External"/>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

function relationsXml(relations: readonly string[]): string {
  return `${declaration}<Relationships xmlns="${packageRelations}">${relations.join('')}</Relationships>`;
}

function wordXml(name: string, content: string, namespace: string = wordNamespace): string {
  const others = [
    `xmlns:r="${officeRelations}"`,
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  ];
  return `${declaration}<w:${name} xmlns:w="${namespace}" ${others.join(' ')}>${content}</w:${name}>`;
}
