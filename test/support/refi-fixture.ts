// Small exchange files as other programs write them, made on the spot.

import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeQdpx } from '../../src/main/core/exporters/refi/write-refi.ts';
import { readRefi } from '../../src/main/core/importers/refi/read-refi.ts';
import type { Study } from '../../src/main/core/merge/study.ts';
import { guidOf } from './project.ts';
import { projectXmlOf } from './refi-schema.ts';

/** GUIDs of the fixtures, by what they are for. */
export const id = { user: guidOf(1), code: guidOf(2), other: guidOf(3), text: guidOf(4), note: guidOf(5) } as const;

/** The XML of a project. `body` are its children in any order. */
export function projectOf(body: string, attributes = 'name="P"', namespace = 'urn:QDA-XML:project:1.0'): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<Project ${attributes} xmlns="${namespace}">${body}</Project>`;
}

export const codes =
  `<CodeBook><Codes><Code guid="${id.code}" name="satu" isCodable="true"/>` +
  `<Code guid="${id.other}" name="dua" isCodable="true"/></Codes></CodeBook>`;
export const users = `<Users><User guid="${id.user}" name="Rina"/></Users>`;

type Marked = {
  readonly name?: string;
  readonly code?: string;
  readonly inside?: string;
  readonly attributes?: string;
};

/** A selection with one coding. */
export function selection(
  n: number,
  start: number,
  end: number,
  { name, code = id.code, inside = '', attributes = '' }: Marked = {},
): string {
  const said = name === undefined ? '' : ` name="${name}"`;
  return (
    `<PlainTextSelection guid="${guidOf(100 + n)}" startPosition="${start}" endPosition="${end}"${said} ${attributes}>` +
    `${inside}<Coding guid="${guidOf(200 + n)}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`
  );
}

/** A text source whose words stand in `sources/teks.txt`. */
export function textSource(
  inside: string,
  attributes = 'name="Teks" plainTextPath="internal://teks.txt"',
  guid: string = id.text,
): string {
  return `<TextSource guid="${guid}" ${attributes}>${inside}</TextSource>`;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** An archive of `project.qde` and the files given by their whole names in it. */
export function archiveOf(xml: string, files: Files = {}, project = 'project.qde'): Uint8Array {
  const bytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? strToU8(content) : content;
  const entries = Object.entries({ [project]: xml, ...files }).map(([name, content]) => [name, bytes(content)]);
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

/** A project with two codes and one text. */
export function oneText(inside: string, text: string | Uint8Array, more = ''): Uint8Array {
  const xml = projectOf(`${users}${codes}<Sources>${textSource(inside)}</Sources>${more}`);
  return archiveOf(xml, { 'sources/teks.txt': text });
}

/** What another program would read of what Simpul writes of a study: without what only Simpul reads. */
export function written(study: Study) {
  const { bytes, notes } = writeQdpx(study, 'Simpul', () => undefined);
  const { 'simpul.json': _, ...entries } = unzipSync(bytes);
  const bare = zipSync(entries, { level: 0 });
  return { bytes: bare, xml: projectXmlOf(bare), entries, notes };
}

/** The same file read, written and read again. */
export function again(study: Study): Study {
  return readRefi(written(study).bytes).study;
}

export function quotesOf({ codings, documents }: Study): readonly string[] {
  const texts = new Map(documents.map(({ guid, text }) => [guid, text]));
  return codings.map(({ document, start, end }) => texts.get(document)?.slice(start, end) ?? '?');
}
