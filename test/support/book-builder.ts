// EPUB and ELAN files for tests, as their standards ask for them.

import { strToU8, zipSync } from 'fflate';

export type BookParts = {
  /** Chapters by the name of their part, in the order of the spine. */
  readonly chapters: Readonly<Record<string, string>>;
  readonly spine?: readonly string[];
  readonly parts?: Readonly<Record<string, string>>;
};

/** A chapter around its body. */
export function chapter(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body>${body}</body></html>`;
}

/** A book whose package stands in the folder `OEBPS`. */
export function epub({ chapters, spine = Object.keys(chapters), parts = {} }: BookParts): Uint8Array {
  const items = Object.keys(chapters).map(
    (name) => `<item id="${name}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const order = spine.map((name) => `<itemref idref="${name}"/>`);
  const container =
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>' +
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>${items.join('')}</manifest><spine>${order.join('')}</spine></package>`;
  const files: Record<string, Uint8Array | [Uint8Array, { level: 0 }]> = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'OEBPS/book.opf': strToU8(opf),
  };
  for (const [name, text] of Object.entries(chapters)) files[`OEBPS/${name}`] = strToU8(text);
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files);
}

/** @param tiers the XML of the tiers @param slots milliseconds by slot, null for a slot without a time */
export function elan(tiers: string, slots: readonly (number | null)[]): string {
  const order = slots.map(
    (time, index) => `<TIME_SLOT TIME_SLOT_ID="ts${index + 1}"${time === null ? '' : ` TIME_VALUE="${time}"`}/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'AUTHOR="" DATE="2026-03-05T10:00:00+07:00" FORMAT="3.0" VERSION="3.0" ' +
    'xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">' +
    '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///a.wav" MIME_TYPE="audio/x-wav"/></HEADER>' +
    `<TIME_ORDER>${order.join('')}</TIME_ORDER>${tiers}` +
    '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="utterance" TIME_ALIGNABLE="true"/>' +
    '<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" LINGUISTIC_TYPE_ID="beside" TIME_ALIGNABLE="false"/>' +
    '<LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Subdivision" LINGUISTIC_TYPE_ID="words" TIME_ALIGNABLE="false"/>' +
    '</ANNOTATION_DOCUMENT>'
  );
}

/** An annotation with times of its own. */
export function spoken(id: string, from: number, to: number, words: string): string {
  return `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="${id}" TIME_SLOT_REF1="ts${from}" TIME_SLOT_REF2="ts${to}"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;
}

/** An annotation that stands at another one. */
export function standing(id: string, at: string, words: string): string {
  return `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${at}"><ANNOTATION_VALUE>${words}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`;
}
