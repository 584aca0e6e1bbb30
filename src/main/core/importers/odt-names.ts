// Names of OpenDocument (ISO/IEC 26300), with the usual prefixes whatever prefixes a file uses.

import type { XmlElement } from './xml.ts';
import { attributeOf } from './xml.ts';

const namespaceStart = 'urn:oasis:names:tc:opendocument:xmlns:';
const prefixes: ReadonlyMap<string, string> = new Map([
  [`${namespaceStart}office:1.0`, 'office:'],
  [`${namespaceStart}text:1.0`, 'text:'],
  [`${namespaceStart}table:1.0`, 'table:'],
  [`${namespaceStart}drawing:1.0`, 'draw:'],
  [`${namespaceStart}style:1.0`, 'style:'],
  [`${namespaceStart}meta:1.0`, 'meta:'],
  [`${namespaceStart}manifest:1.0`, 'manifest:'],
  [`${namespaceStart}form:1.0`, 'form:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
  ['http://www.w3.org/1999/xlink', 'xlink:'],
]);

/** One name per element, such as `text:p`; `?:` before those of other vocabularies. */
export function odfNameOf(element: XmlElement): string {
  return (prefixes.get(element.uri) ?? '?:') + element.local;
}

/** An attribute by its usual name, such as `text:style-name`. */
export function odfAttribute(element: XmlElement, name: string): string | undefined {
  const colon = name.indexOf(':') + 1;
  const prefix = name.slice(0, colon);
  return attributeOf(element, name.slice(colon), (uri) => prefixes.get(uri) === prefix);
}

/** A whole number from an attribute, or undefined. */
export function odfNumber(element: XmlElement, name: string): number | undefined {
  const value = odfAttribute(element, name);
  return value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}
