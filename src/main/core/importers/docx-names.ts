// Names of WordprocessingML, in the transitional and in the strict form of the standard (ISO/IEC 29500).

import type { XmlElement } from './xml.ts';
import { attributeOf } from './xml.ts';

const families: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', ''],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a:'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c:'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c:'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm:'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm:'],
  ['urn:schemas-microsoft-com:vml', 'v:'],
]);

const relationNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** One name per element: bare for WordprocessingML, with the usual prefix for its neighbours, `?:` for anything else. */
export function nameOf(element: XmlElement): string {
  return (families.get(element.uri) ?? '?:') + element.local;
}

/** An attribute of WordprocessingML itself; some programs write it without a namespace. */
export function wordAttribute(element: XmlElement, local: string): string | undefined {
  return attributeOf(element, local, (uri) => uri === '' || families.get(uri) === '');
}

/** An attribute that names a relation of the part, such as `r:embed`. */
export function relationAttribute(element: XmlElement, local: string): string | undefined {
  return attributeOf(element, local, (uri) => relationNamespaces.has(uri));
}

/** A property that is on when present, unless it says otherwise (`w:val`). */
export function isOn(element: XmlElement): boolean {
  const value = wordAttribute(element, 'val');
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** A whole number from an attribute, or undefined. */
export function numberAttribute(element: XmlElement, local: string): number | undefined {
  const value = wordAttribute(element, local);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}
