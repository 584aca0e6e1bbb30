// Streaming XML for readers: namespaces, no DTD ever, bounded depth, bounded memory, malformed input refused.

import { TextDecoder } from 'node:util';
import type { SaxesTagNS } from 'saxes';
import { SaxesParser } from 'saxes';
import type { Watch } from './types.ts';
import { ImportRefusal, importLimits } from './types.ts';

export type XmlElement = SaxesTagNS;

export type XmlHandlers = {
  readonly open: (element: XmlElement) => void;
  readonly close: (element: XmlElement) => void;
  /** Character data, CDATA included; one run of text may come in several parts. */
  readonly text: (text: string) => void;
};

export type XmlReader = {
  /** The next bytes of the document, in pieces of any size. */
  readonly write: (bytes: Uint8Array) => void;
  /** The end of the document: what is still open now is an error. */
  readonly close: () => void;
};

/** Longest stretch without an event, in UTF-16 units: a text, attribute list or comment longer than any text we take. */
const longestToken = importLimits.textLength + 1_000_000;
/** The same before the first element, where only a declaration and comments belong. */
const longestProlog = 65_536;
/** Bytes decoded at once. */
const step = 65_536;

/**
 * A reader of one XML document.
 * @param watch called for every piece of it
 * @throws ImportRefusal from `write` and `close`: `dtd-refused`, `xml-malformed`, `xml-too-deep`, `text-too-long`
 */
export function createXmlReader(handlers: XmlHandlers, watch: Watch = () => undefined): XmlReader {
  // XML 1.1 would let control characters through; no format we read uses it.
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  let depth = 0;
  let rooted = false;
  let silence = 0;
  let attributes = 0;
  parser.on('error', (error) => {
    throw malformed(error);
  });
  // A DTD is how entities read files, fetch addresses or blow up; documents never need one.
  parser.on('doctype', () => {
    throw new ImportRefusal('dtd-refused');
  });
  // The attributes of an element are kept until it is complete.
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > importLimits.xmlAttributes) throw malformed();
  });
  parser.on('opentag', (element) => {
    silence = 0;
    attributes = 0;
    rooted = true;
    depth += 1;
    if (depth > importLimits.xmlDepth) throw new ImportRefusal('xml-too-deep', { limit: importLimits.xmlDepth });
    handlers.open(element);
  });
  parser.on('closetag', (element) => {
    silence = 0;
    depth -= 1;
    handlers.close(element);
  });
  const text = (characters: string): void => {
    silence = 0;
    handlers.text(characters);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  const decoder = createXmlDecoder();
  // What the document says of its encoding must be how it was decoded, or letters would silently be others.
  parser.on('xmldecl', ({ encoding }) => {
    const family = decoder.family();
    const allowed = family === 'utf-8' ? ['utf-8', 'us-ascii'] : ['utf-16', 'utf-16le', 'utf-16be'];
    if (encoding !== undefined && !allowed.includes(encoding.toLowerCase())) throw malformed();
  });
  const feed = (characters: string): void => {
    if (characters === '') return;
    watch();
    parser.write(characters);
    silence += characters.length;
    if (!rooted && silence > longestProlog + step) throw malformed();
    if (silence > longestToken) throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
  };
  return {
    write: (bytes) => {
      for (let at = 0; at < bytes.length; at += step) feed(decoder.decode(bytes.subarray(at, at + step)));
    },
    close: () => {
      feed(decoder.end());
      parser.close();
    },
  };
}

/**
 * The value of an attribute by local name, or undefined.
 * @param inNamespace which namespaces count; by default any, the empty one too
 */
export function attributeOf(
  element: XmlElement,
  local: string,
  inNamespace: (uri: string) => boolean = () => true,
): string | undefined {
  for (const name in element.attributes) {
    const attribute = element.attributes[name];
    if (attribute !== undefined && attribute.local === local && inNamespace(attribute.uri)) return attribute.value;
  }
  return undefined;
}

function malformed(cause?: unknown): ImportRefusal {
  return new ImportRefusal('xml-malformed', {}, { cause });
}

type XmlDecoder = {
  readonly decode: (bytes: Uint8Array) => string;
  readonly end: () => string;
  readonly family: () => 'utf-8' | 'utf-16';
};

/** UTF-8 or UTF-16, by the mark of byte order or by how `<` looks (XML 1.0, appendix F). */
function createXmlDecoder(): XmlDecoder {
  let head = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  const decode = (bytes: Uint8Array, stream: boolean): string => {
    let input = bytes;
    if (decoder === undefined) {
      const joined = new Uint8Array(head.length + bytes.length);
      joined.set(head);
      joined.set(bytes, head.length);
      head = joined;
      if (head.length < 4 && stream) return '';
      decoder = new TextDecoder(encodingOf(head), { fatal: true });
      input = head;
    }
    try {
      return decoder.decode(input, { stream });
    } catch (error) {
      throw malformed(error);
    }
  };
  return {
    decode: (bytes) => decode(bytes, true),
    end: () => decode(new Uint8Array(0), false),
    family: () => (decoder?.encoding === 'utf-16le' || decoder?.encoding === 'utf-16be' ? 'utf-16' : 'utf-8'),
  };
}

function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
