// From the bytes of a .qde or .qdc to one tree of canonical elements. Reads by local name, whatever the namespace
// says: tools disagree on it. What is not of the standard is left out and noted, never an error.

import { derivedGuid } from '../../merge/derived-guid.ts';
import type { Notes } from '../../merge/notes.ts';
import { ImportRefusal, type Watch } from '../types.ts';
import { createXmlReader, type XmlElement } from '../xml.ts';
import { elementOf, inOrder, isRefiTag, rankOf, type RefiNode, type RefiTag } from './schema.ts';
import { canonicalAttribute } from './values.ts';

type Frame = {
  readonly tag: RefiTag;
  readonly attrs: Record<string, string>;
  readonly children: RefiNode[];
  readonly text: string[];
};

/**
 * @returns the `Project`; a codebook alone comes as a project that holds nothing else
 * @throws ImportRefusal `refi-other-xml` and what the reading of XML throws
 */
export function parseRefi(pieces: Iterable<Uint8Array>, notes: Notes, watch: Watch): RefiNode {
  const stack: Frame[] = [];
  let root: RefiNode | undefined;
  /** Depth inside an element that is left out. */
  let skipped = 0;
  const missing = { count: 0 };
  const reader = createXmlReader(
    {
      open: (element) => {
        const { local } = element;
        const parent = stack.at(-1);
        if (skipped > 0) skipped += 1;
        else if (parent === undefined && local !== 'Project' && local !== 'CodeBook') {
          throw new ImportRefusal('refi-other-xml', { found: local.slice(0, 80) });
        } else if (!isRefiTag(local) || (parent !== undefined && rankOf(parent.tag, local) === -1)) {
          notes.add('element-unknown', parent ? `${parent.tag}/${local}` : local);
          skipped = 1;
        } else {
          stack.push({ tag: local, attrs: attributesOf(local, element, notes, missing), children: [], text: [] });
        }
      },
      text: (text) => {
        const frame = stack.at(-1);
        if (skipped === 0 && frame) frame.text.push(text);
      },
      close: () => {
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        const frame = stack.pop();
        if (!frame) return;
        const node = finished(frame);
        const parent = stack.at(-1);
        if (parent) parent.children.push(node);
        else root = node;
      },
    },
    watch,
  );
  for (const piece of pieces) reader.write(piece);
  reader.close();
  if (!root) throw new ImportRefusal('xml-malformed');
  return root.tag === 'CodeBook' ? asProject(root) : root;
}

function attributesOf(
  tag: RefiTag,
  element: XmlElement,
  notes: Notes,
  missing: { count: number },
): Record<string, string> {
  const { attrs: known, required = [] } = elementOf(tag);
  const found: Record<string, string> = {};
  for (const name in element.attributes) {
    const attribute = element.attributes[name];
    if (!attribute || attribute.prefix === 'xmlns' || attribute.uri !== '' || name === 'xmlns') continue;
    const local = aliasOf(tag, attribute.local);
    const type = Object.hasOwn(known, local) ? known[local] : undefined;
    if (type === undefined) notes.add('element-unknown', `${tag}/@${attribute.local}`);
    else {
      const value = canonicalAttribute(type, attribute.value, `${tag}/@${local}`, notes);
      if (value !== null) found[local] = value;
    }
  }
  if (required.includes('guid') && found['guid'] === undefined) {
    missing.count += 1;
    notes.add('guid-missing', tag);
    found['guid'] = derivedGuid('missing', tag, String(missing.count));
  }
  if (tag === 'Code') found['isCodable'] ??= 'true';
  if (tag === 'Variable') found['typeOfVariable'] ??= 'Text';
  const ordered: Record<string, string> = {};
  for (const name of Object.keys(known)) if (found[name] !== undefined) ordered[name] = found[name];
  return ordered;
}

/** The codebook's schema, and old Transana, name the object of a reference `guid`. */
function aliasOf(tag: RefiTag, name: string): string {
  return name === 'guid' && !Object.hasOwn(elementOf(tag).attrs, 'guid') ? 'targetGUID' : name;
}

function finished({ tag, attrs, children, text }: Frame): RefiNode {
  const written = text.join('');
  // Transana's old form writes the GUID of a member as text.
  if (attrs['targetGUID'] === undefined && elementOf(tag).required?.includes('targetGUID') && written.trim() !== '') {
    attrs['targetGUID'] = derivedOrSame(written.trim());
  }
  const kept = children.filter((child) => !isEmpty(child));
  return { tag, attrs, text: elementOf(tag).text ? written : '', children: inOrder(tag, kept) };
}

function derivedOrSame(text: string): string {
  const bare = text.replace(/^\{(.*)\}$/, '$1').toUpperCase();
  return /^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/.test(bare) ? bare : derivedGuid('not a guid', text);
}

/** An empty description is none, an empty value is no value, and a reference to nothing refers to nothing. */
function isEmpty(node: RefiNode): boolean {
  const { text, required = [] } = elementOf(node.tag);
  if (required.includes('targetGUID')) return node.attrs['targetGUID'] === undefined;
  return text === true && (node.text === '' || (node.tag === 'Description' && node.text.trim() === ''));
}

function asProject(codebook: RefiNode): RefiNode {
  const origin = codebook.attrs['origin'];
  const codes = codebook.children.filter(({ tag }) => tag === 'Codes');
  const sets = codebook.children.filter(({ tag }) => tag === 'Sets');
  return {
    tag: 'Project',
    attrs: { name: '', ...(origin === undefined ? {} : { origin }) },
    text: '',
    children: inOrder('Project', [{ tag: 'CodeBook', attrs: {}, text: '', children: codes }, ...sets]),
  };
}
