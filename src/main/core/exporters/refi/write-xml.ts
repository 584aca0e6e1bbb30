// A tree of elements as XML: strict, in UTF-8 without a mark of byte order, with every line end and tab that XML would
// eat written as a reference.

import type { RefiNode } from '../../importers/refi/schema.ts';
import type { Notes } from '../../merge/notes.ts';

const instance = 'http://www.w3.org/2001/XMLSchema-instance';
const projectNamespace = 'urn:QDA-XML:project:1.0';
const codebookNamespace = 'urn:QDA-XML:codebook:1.0';
const schemas = 'http://schema.qdasoftware.org/versions';

/** @returns pieces of the document, so that a long one can be packed while it is written */
export function* projectXml(project: RefiNode, notes: Notes): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield* element(
    project,
    `xmlns="${projectNamespace}" xmlns:xsi="${instance}" xsi:schemaLocation="${projectNamespace} ${schemas}/Project/v1.0/Project.xsd"`,
    notes,
  );
  yield '\n';
}

/** A codebook alone. Its schema knows no notes, and has another name for the codes in a set. */
export function codebookXml(codebook: RefiNode, notes: Notes): string {
  const head = `xmlns="${codebookNamespace}" xmlns:xsi="${instance}" xsi:schemaLocation="${codebookNamespace} ${schemas}/Codebook/v1.0/Codebook.xsd"`;
  const body = [...element(codebookForm(codebook), head, notes)].join('');
  return `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`;
}

function codebookForm(node: RefiNode): RefiNode {
  const children = node.children.filter(({ tag }) => !['NoteRef', 'MemberSource', 'MemberNote'].includes(tag));
  const attrs = node.tag === 'MemberCode' ? { guid: node.attrs['targetGUID'] ?? '' } : node.attrs;
  return { ...node, attrs, children: children.map(codebookForm) };
}

function* element(node: RefiNode, head: string, notes: Notes): Generator<string> {
  const attributes = Object.entries(node.attrs).map(([name, value]) => ` ${name}="${escaped(value, notes, true)}"`);
  const open = `<${node.tag}${head === '' ? '' : ` ${head}`}${attributes.join('')}`;
  if (node.children.length === 0 && node.text === '') {
    yield `${open}/>`;
    return;
  }
  yield `${open}>${escaped(node.text, notes, false)}`;
  for (const child of node.children) yield* element(child, '', notes);
  yield `</${node.tag}>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** XML 1.0 cannot hold some characters at all: each becomes U+FFFD, one for one, so that positions hold. */
function escaped(text: string, notes: Notes, isAttribute: boolean): string {
  const clean = text.toWellFormed().replace(forbidden, () => {
    notes.add('characters-replaced');
    return '\uFFFD';
  });
  return clean.replace(isAttribute ? /[&<>"\r\n\t]/g : /[&<>\r]/g, (character) => references[character] ?? character);
}

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
