import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAnyDocument } from '../../../src/main/core/importers/read-any-document.ts';
import { documentExtensions, readDocument } from '../../../src/main/core/importers/read-document.ts';
import { docx, paragraph } from '../../support/docx-builder.ts';

const text = strToU8('Pewawancara: halo');
const word = docx({ body: paragraph('Pewawancara: halo') });
const ole = (content: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(content, 'utf16le')]),
  );
const office = (kind: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/x/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="x/main.xml"/></Relationships>',
    ),
    'x/main.xml': strToU8('<x/>'),
  });

describe('which reader a file gets', () => {
  it.each([
    ['a.txt', text, 'txt'],
    ['A.TXT', text, 'txt'],
    ['folder.docx/catatan.text', text, 'txt'],
    ['C:\\Wawancara\\a.md', text, 'md'],
    ['a.markdown', text, 'md'],
    ['a.docx', word, 'docx'],
    ['a.docm', word, 'docx'],
    ['a.dotx', word, 'docx'],
  ] as const)('%s', (name, bytes, format) => {
    expect(readDocument({ bytes, name })).toMatchObject({ format, text: 'Pewawancara: halo', notes: [] });
  });

  it('content goes before the name, and the report says so', () => {
    const document = readDocument({ bytes: word, name: 'wawancara.txt' });
    expect(document.format).toBe('docx');
    expect(document.notes).toEqual([{ code: 'format-differs-from-name', count: 1, detail: 'DOCX' }]);
  });

  it('every extension offered in dialogs is read, or its content is said to be another', async () => {
    for (const extension of documentExtensions) {
      const bytes = extension.startsWith('do') ? word : text;
      const reading = readAnyDocument({ bytes, name: `a.${extension}` });
      if (/^(txt|text|md|markdown|do..|x?html?)$/.test(extension)) {
        expect((await reading).text, extension).toBe('Pewawancara: halo');
      } else
        await expect(reading, extension).rejects.toMatchObject({
          code: /^(vtt|srt)$/.test(extension) ? 'no-captions' : 'not-as-named',
        });
    }
  });

  it.each([
    ['a.rtf', text, 'not-as-named', { format: 'RTF' }],
    ['a.odt', text, 'not-as-named', { format: 'ODT' }],
    ['a.xlsx', office('spreadsheetml.sheet'), 'table-as-document', {}],
    ['a.docx', office('spreadsheetml.sheet'), 'table-as-document', {}],
    ['a.pptx', office('presentationml.presentation'), 'format-not-read', { found: 'PPTX' }],
    ['a.odt', zipSync({ 'content.xml': text, 'META-INF/manifest.xml': text }), 'xml-malformed', {}],
    ['a.epub', zipSync({ 'META-INF/container.xml': text }), 'format-not-read', { found: 'EPUB' }],
    ['wawancara', text, 'type-unknown', {}],
    ['.docx', text, 'type-unknown', {}],
    ['a.docx', text, 'not-a-docx', {}],
    ['a.docx', zipSync({ 'a.txt': text }), 'not-a-docx', {}],
    ['a.txt', zipSync({ 'a.txt': text }), 'binary-file', {}],
    ['a.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'binary-file', {}],
    ['a.doc', ole('WordDocument'), 'old-word-file', {}],
    ['a.docx', ole('EncryptedPackage'), 'password-protected', {}],
    ['a.txt', ole('x'), 'binary-file', {}],
    ['a.txt', new Uint8Array(0), 'no-text', {}],
    ['a.docx', word.slice(0, -30), 'file-incomplete', {}],
    ['a.nvpx', text, 'qda-project', { program: 'NVivo' }],
    ['a.atlproj', text, 'qda-project', { program: 'ATLAS.ti' }],
    ['a.MX24', text, 'qda-project', { program: 'MAXQDA' }],
    ['a.ppj', text, 'qda-project', { program: 'QDA Miner' }],
    ['a.qdpx', zipSync({ 'project.qde': text }), 'qda-project', { program: 'REFI-QDA' }],
  ] as const)('%s is refused with what to do instead', (name, bytes, code, params) => {
    expect(() => readDocument({ bytes, name })).toThrow(
      expect.objectContaining({ name: 'ImportRefusal', code, params }),
    );
  });

  it('a file above 100 MB is refused before anything reads it', () => {
    expect(() => readDocument({ bytes: new Uint8Array(100_000_001), name: 'a.txt' })).toThrow(
      expect.objectContaining({ code: 'too-large', params: { limit: 100 } }),
    );
  });
});
