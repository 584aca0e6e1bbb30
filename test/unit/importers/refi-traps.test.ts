// Every trap of exchange files that is known, one row each, by the chapters of the notes on REFI-QDA (1 container, 2
// elements, 3 GUIDs, 4 texts and places): a file made here, and what Simpul makes of it. First acceptance line of the
// exchange: valid files come in completely, broken ones are refused or repaired with a message of their own.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeQdc, writeQdpx } from '../../../src/main/core/exporters/refi/write-refi.ts';
import { readRefi } from '../../../src/main/core/importers/refi/read-refi.ts';
import { ImportRefusal } from '../../../src/main/core/importers/types.ts';
import { emptyStudy, type Study } from '../../../src/main/core/merge/study.ts';
import { docx, paragraph } from '../../support/docx-builder.ts';
import { guidOf } from '../../support/project.ts';
import {
  again,
  archiveOf,
  codes,
  id,
  oneText,
  projectOf,
  quotesOf,
  selection,
  textSource,
  users,
  written,
} from '../../support/refi-fixture.ts';
import { archiveErrors, projectXmlOf, schemaErrors } from '../../support/refi-schema.ts';

type Trap = readonly [chapter: string, trap: string, run: () => void];

const refusalOf = (bytes: Uint8Array): string => {
  try {
    readRefi(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return error.code;
  }
};
const notesOf = (bytes: Uint8Array): Readonly<Record<string, number>> =>
  Object.fromEntries(readRefi(bytes).notes.map(({ code, count }) => [code, count]));
const studyOf = (bytes: Uint8Array): Study => readRefi(bytes).study;
const bare = (body: string, attributes?: string, namespace?: string): Uint8Array =>
  strToU8(projectOf(body, attributes, namespace));

/** What goes out is valid, complete and the same when it comes in again. */
function expectSound(study: Study): void {
  const { bytes, xml } = written(study);
  expect(schemaErrors(xml, 'project') ?? '').toBe('');
  expect(archiveErrors(bytes)).toEqual([]);
  expect(readRefi(bytes).study).toEqual(study);
}

const plain = oneText(selection(1, 0, 4), 'satu dua');

const container: readonly Trap[] = [
  [
    '1',
    'a codebook is one bare XML file with the root CodeBook, not an archive',
    () => {
      const file = writeQdc(studyOf(plain), 'Simpul').bytes;
      expect(strFromU8(file)).toMatch(/^<\?xml[^>]*\?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/);
      expect(studyOf(file).codes.map(({ name }) => name)).toEqual(['satu', 'dua']);
    },
  ],
  [
    '1',
    'a project has one project.qde at its root and a flat folder sources/, names <GUID>.<ext> in small letters',
    () => {
      const { entries } = written(studyOf(plain));
      expect(Object.keys(entries)).toEqual(['project.qde', `sources/${id.text}.txt`]);
    },
  ],
  [
    '1',
    'XML goes out as UTF-8 without a mark of byte order and names the schema that is never fetched',
    () => {
      const { entries, xml } = written(studyOf(plain));
      expect([...(entries['project.qde'] ?? [])].slice(0, 5)).toEqual([...strToU8('<?xml')]);
      expect(xml).toContain(
        'xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"',
      );
    },
  ],
  [
    '1',
    'what other programs will not see is said at export, what was changed at import',
    () => {
      const study = { ...studyOf(plain), favourites: [id.code] };
      expect(writeQdpx(study, 'Simpul', () => undefined).notes.map(({ code }) => code)).toEqual(['only-for-simpul']);
      expect(Object.keys(notesOf(oneText(selection(1, 0, 99), 'satu')))).toEqual(['position-repaired']);
    },
  ],
  [
    '1',
    'a file inside of more than 2^31-1 bytes is refused before it is written',
    () => {
      const source = `<Sources><PictureSource guid="${id.text}" name="G" path="internal://g.jpg"/></Sources>`;
      const study = studyOf(archiveOf(projectOf(source), { 'sources/g.jpg': 'x' }));
      const files = [{ name: 'g.jpg', bytes: new Uint8Array(2 ** 31) }];
      expect(() => writeQdpx({ ...study, files }, 'Simpul', () => undefined)).toThrow('too-large');
    },
  ],
  ...['Proyek Desa.qde', 'PROJECT.QDE', 'Project.qde'].map((name): Trap => [
    '1 (a)',
    `the project may be called ${name}`,
    () => {
      expect(
        quotesOf(
          studyOf(
            archiveOf(
              strFromU8(unzipSync(plain)['project.qde'] ?? new Uint8Array()),
              { 'sources/teks.txt': 'satu dua' },
              name,
            ),
          ),
        ),
      ).toEqual(['satu']);
    },
  ]),
  ...['Sources/TEKS.TXT', 'SOURCES/teks.txt', String.raw`sources\teks.txt`].map((name): Trap => [
    '1 (b, c)',
    `a text may stand at ${name}`,
    () => {
      expect(quotesOf(studyOf(archiveOf(projectXmlOf(plain), { [name]: 'satu dua' })))).toEqual(['satu']);
    },
  ]),
  [
    '1 (c)',
    'folders as entries, hidden files and what a Mac adds are no files of the project',
    () => {
      const junk = {
        'sources/': '',
        'sources/.root': 'x',
        '__MACOSX/sources/._teks.txt': 'x',
        '.DS_Store': 'x',
        '__MACOSX/._project.qde': 'x',
      };
      const { study, notes } = readRefi(archiveOf(projectXmlOf(plain), { 'sources/teks.txt': 'satu dua', ...junk }));
      expect(quotesOf(study)).toEqual(['satu']);
      expect(notes).toEqual([]);
    },
  ],
  [
    '1 (c)',
    'without a folder of sources the project comes in, and each missing text is named',
    () => {
      const { study, notes } = readRefi(archiveOf(projectXmlOf(plain)));
      expect(study.codes).toHaveLength(2);
      expect(notes.find(({ code }) => code === 'source-file-missing')?.details).toEqual(['Teks: teks.txt']);
    },
  ],
  [
    '1 (c)',
    'a bare .qde is a project',
    () => {
      expect(studyOf(bare(codes)).codes).toHaveLength(2);
    },
  ],
  ['1 (d)', 'no archive', () => expect(refusalOf(strToU8('halo'))).toBe('xml-malformed')],
  [
    '1 (d)',
    'an archive without a project',
    () => expect(refusalOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('refi-no-project'),
  ],
  [
    '1 (d)',
    'two projects',
    () => expect(refusalOf(archiveOf(projectOf(''), { 'b.qde': projectOf('') }))).toBe('refi-two-projects'),
  ],
  [
    '1 (d)',
    'XML that is cut off',
    () => expect(refusalOf(archiveOf(projectOf(codes).slice(0, 150)))).toMatch(/^(xml-malformed|file-incomplete)$/),
  ],
  [
    '1 (d)',
    'XML that is none',
    () => expect(refusalOf(archiveOf('<Project name="a"><b></Project>'))).toBe('xml-malformed'),
  ],
  [
    '1 (d)',
    'a document type (XXE, billion laughs)',
    () => {
      expect(refusalOf(archiveOf(`<!DOCTYPE a [<!ENTITY x "y">]>${projectOf('').replace(/^.*\n/, '')}`))).toBe(
        'dtd-refused',
      );
    },
  ],
  [
    '1 (d)',
    'a name that leads out of the archive is no file of it',
    () => {
      const { study, notes } = readRefi(
        archiveOf(projectXmlOf(plain).replace('teks.txt', '../teks.txt'), { '../teks.txt': 'satu dua' }),
      );
      expect(quotesOf(study)).toEqual([]);
      expect(notes.map(({ code }) => code)).toContain('source-path-refused');
    },
  ],
  [
    '1 (d)',
    'a bomb: more than a hundred to one',
    () => {
      const bomb = zipSync({ 'project.qde': strToU8(`<Project name="${' '.repeat(40_000_000)}"/>`) }, { level: 9 });
      expect(refusalOf(bomb)).toBe('unpacks-too-large');
    },
  ],
  [
    '1 (d)',
    'an encrypted entry',
    () => {
      const locked = new Uint8Array(plain);
      for (const [offset, mark] of [
        [0, 6],
        [findDirectory(locked), 8],
      ] as const)
        locked[offset + mark] = (locked[offset + mark] ?? 0) | 1;
      expect(refusalOf(locked)).toBe('password-protected');
    },
  ],
];

function findDirectory(bytes: Uint8Array): number {
  return Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
}

const withPath = (path: string, name = 'sources/teks.txt'): Uint8Array =>
  archiveOf(
    projectOf(`${codes}<Sources>${textSource(selection(1, 0, 4), `name="T" plainTextPath="${path}"`)}</Sources>`),
    { [name]: 'satu dua' },
  );

const paths: readonly Trap[] = [
  ...['internal://teks.txt', 'internal:///teks.txt', 'teks.txt', 'sources/teks.txt', 'INTERNAL://TEKS.TXT'].map(
    (path): Trap => [
      '1 paths',
      `${path} is in the archive`,
      () => {
        expect(quotesOf(studyOf(withPath(path)))).toEqual(['satu']);
      },
    ],
  ),
  [
    '1 paths',
    'percent-escapes',
    () => {
      expect(quotesOf(studyOf(withPath('internal://teks%20satu.txt', 'sources/teks satu.txt')))).toEqual(['satu']);
      expect(quotesOf(studyOf(withPath('internal://teks%20satu.txt', 'sources/teks%20satu.txt')))).toEqual(['satu']);
    },
  ],
  ...['relative:///AR/wawancara.mp4', 'absolute:///C:/PROJECT/Sources/x.mp4', 'absolute://E:/x.mp4'].map(
    (path): Trap => [
      '1 paths',
      `a film at ${path} is kept with its place, and is not looked for`,
      () => {
        const study = studyOf(bare(`<Sources><VideoSource guid="${id.text}" name="Film" path="${path}"/></Sources>`));
        expect(written(study).xml).toContain(`path="${path}"`);
        expectSound(study);
      },
    ],
  ),
  [
    '1 paths',
    'where a file once was (currentPath) is never written of what Simpul made',
    () => {
      expect(written(studyOf(plain)).xml).not.toContain('currentPath');
    },
  ],
];

const elements: readonly Trap[] = [
  [
    '2',
    'lists that would be empty are left out, and no codebook without codes is written',
    () => {
      const { xml } = written({ ...emptyStudy, project: { name: 'Kosong', description: '' } });
      expect(schemaErrors(xml, 'project') ?? '').toBe('');
      expect(xml).not.toMatch(/<(Users|CodeBook|Codes|Variables|Cases|Sources|Notes|Links|Sets|Graphs)\b/);
      expect(() => writeQdc(emptyStudy, 'Simpul')).toThrow('nothing-to-export');
    },
  ],
  [
    '2',
    'children out of order are read, and written in order',
    () => {
      const upset = `<NoteRef targetGUID="${id.note}"/><Notes><Note guid="${id.note}"><PlainTextContent>m</PlainTextContent></Note></Notes><Sources>${textSource(`<Coding guid="${guidOf(9)}"><CodeRef targetGUID="${id.code}"/></Coding>${selection(1, 0, 4)}<Description>d</Description>`)}</Sources>${codes}${users}`;
      expectSound(studyOf(archiveOf(projectOf(upset), { 'sources/teks.txt': 'satu dua' })));
    },
  ],
  [
    '2',
    'a memo about a case or a variable, which cannot refer to notes, goes by a link',
    () => {
      const study = {
        ...studyOf(
          bare(
            `${users}<Cases><Case guid="${id.other}" name="Ibu S"/></Cases><Variables><Variable guid="${id.code}" name="v" typeOfVariable="Text"/></Variables>`,
          ),
        ),
        memos: [
          {
            guid: id.note,
            title: 'M',
            body: 'isi',
            targets: [
              { kind: 'case' as const, guid: id.other },
              { kind: 'variable' as const, guid: id.code },
            ],
          },
        ],
      };
      expect(written(study).xml.match(/<Link [^>]*name="memo"/g)).toHaveLength(2);
      expect(again(study).memos[0]?.targets).toEqual(expect.arrayContaining(study.memos[0]?.targets ?? []));
    },
  ],
  [
    '2',
    'the order of the file is the order',
    () => {
      const order = [7, 3, 9, 1].map((n) => `<Code guid="${guidOf(n)}" name="k${n}" isCodable="true"/>`).join('');
      const study = studyOf(bare(`<CodeBook><Codes>${order}</Codes></CodeBook>`));
      expect(study.codes.map(({ name }) => name)).toEqual(['k7', 'k3', 'k9', 'k1']);
      expect(again(study).codes.map(({ name }) => name)).toEqual(['k7', 'k3', 'k9', 'k1']);
    },
  ],
  [
    '2',
    'several codes and coders on one span are one selection with several codings',
    () => {
      const more = `<Coding guid="${guidOf(301)}" creatingUser="${id.user}"><CodeRef targetGUID="${id.code}"/></Coding><Coding guid="${guidOf(302)}"><CodeRef targetGUID="${id.other}"/></Coding>`;
      const study = studyOf(oneText(selection(1, 0, 4, { inside: more }), 'satu dua'));
      expect(study.codings.map(({ code, coder }) => [code, coder])).toEqual([
        [id.code, id.user],
        [id.other, null],
        [id.code, null],
      ]);
      expect(written(study).xml.match(/<PlainTextSelection/g)).toHaveLength(1);
      expectSound(study);
      const own = { ...study, kept: [] };
      expect(written(own).xml.match(/<PlainTextSelection/g)).toHaveLength(1);
    },
  ],
  [
    '2',
    'a coding of a whole source stays one',
    () => {
      const study = studyOf(oneText(`<Coding guid="${guidOf(9)}"><CodeRef targetGUID="${id.code}"/></Coding>`, 'satu'));
      expect(written(study).xml).toMatch(new RegExp(`plainTextPath[^>]*><Coding guid="${guidOf(9)}"`));
      expectSound(study);
    },
  ],
  ...[
    ['true', 1],
    ['1', 1],
    ['false', 0],
    ['0', 0],
    ['TRUE', 1],
    [undefined, 1],
  ].map(([value, codable]): Trap => [
    '2',
    `isCodable ${value ?? 'not said'}`,
    () => {
      const said = value === undefined ? '' : `isCodable="${value}"`;
      const study = studyOf(bare(`<CodeBook><Codes><Code guid="${id.code}" name="k" ${said}/></Codes></CodeBook>`));
      expect(study.codes[0]?.codable).toBe(codable);
      expect(written(study).xml).toContain(`isCodable="${codable === 1 ? 'true' : 'false'}"`);
    },
  ]),
  ...[
    ['3,25', '3.25'],
    ['-0.50', '-0.5'],
    ['12345678901234567890.5', '12345678901234567890.5'],
  ].map(([raw = '', value = '']): Trap => [
    '2',
    `a decimal ${raw} is ${value}, without exponent`,
    () => {
      const study = studyOf(valued('Float', `<FloatValue>${raw}</FloatValue>`));
      expect(study.values[0]?.value).toBe(value);
      expect(written({ ...study, kept: [] }).xml).toContain(`<FloatValue>${value}</FloatValue>`);
    },
  ]),
  ...['<FloatValue></FloatValue>', '<FloatValue/>', ''].map((value): Trap => [
    '2',
    `an empty value (${value || 'none'}) is a reference alone`,
    () => {
      const study = studyOf(valued('Float', value));
      expect(study.values).toEqual([]);
      expect(written(study).xml).not.toContain('<FloatValue');
      expectSound(study);
    },
  ]),
  ...[
    ['2026-01-15T16:00:00+07:00', '2026-01-15T09:00:00.000Z', false],
    ['2026-01-15T09:00:00', '2026-01-15T09:00:00.000Z', true],
    ['2026-01-15T09:00:00.125Z', '2026-01-15T09:00:00.125Z', false],
  ].map(([raw, moment, noted]): Trap => [
    '2',
    `the moment ${String(raw)}`,
    () => {
      const { study, notes } = readRefi(
        bare(`<Sources>${textSource('', `name="T" creationDateTime="${String(raw)}"`)}</Sources>`),
      );
      expect(study.documents[0]?.created_at).toBe(moment);
      expect(notes.map(({ code }) => code).includes('date-without-zone')).toBe(noted);
      expect(written(study).xml).toMatch(/creationDateTime="[^"]*Z"/);
    },
  ]),
  [
    '2',
    'a project without a name gets one, and its file name is not it',
    () => {
      const study = studyOf(bare(codes, 'name=""'));
      expect(study.project.name).toBe('');
      expect(written(study).xml).toContain('name="–"');
    },
  ],
];

function valued(type: string, value: string): Uint8Array {
  return bare(
    `<Variables><Variable guid="${id.other}" name="v" typeOfVariable="${type}"/></Variables><Cases><Case guid="${id.code}" name="K"><VariableValue><VariableRef targetGUID="${id.other}"/>${value}</VariableValue></Case></Cases>`,
  );
}

const coded = (guid: string, reference: string): Uint8Array =>
  archiveOf(
    projectOf(
      `<CodeBook><Codes><Code guid="${guid}" name="k" isCodable="true"/></Codes></CodeBook><Sources>${textSource(selection(1, 0, 4, { code: reference }))}</Sources>`,
    ),
    { 'sources/teks.txt': 'satu' },
  );
const pdf = (inside: string): string =>
  `<PDFSource guid="${guidOf(40)}" name="P" path="internal://p.pdf">${inside}</PDFSource>`;
const area = (guid: string, code: string = id.code): string =>
  `<PDFSelection guid="${guid}" page="0" firstX="577" firstY="234" secondX="18" secondY="45"><Coding guid="${guidOf(50)}"><CodeRef targetGUID="${code}"/></Coding></PDFSelection>`;
const pdfProject = (inside: string): Uint8Array =>
  archiveOf(projectOf(`${users}${codes}<Sources>${pdf(inside)}</Sources>`), {
    'sources/p.pdf': '%PDF-1.4',
    'sources/p.txt': 'satu dua',
  });
const twoViews = pdfProject(
  `${area(guidOf(101))}<Representation guid="${guidOf(41)}" plainTextPath="internal://p.txt">${selection(1, 0, 4)}</Representation>`,
);

const guids: readonly Trap[] = [
  [
    '3',
    'capitals and braces are the same GUID; it goes out in capitals without braces',
    () => {
      const guid = guidOf(0xabcdef).toLowerCase();
      const study = studyOf(coded(`{${guid}}`, guid));
      expect(study.codings[0]?.code).toBe(guid.toUpperCase());
      expect(study.codes[0]?.guid).toBe(guid.toUpperCase());
      expect(written(study).xml).toContain(`<Code guid="${guid.toUpperCase()}"`);
    },
  ],
  [
    '3',
    'bits of version and variant are nobody’s business',
    () => {
      const guid = '34653336-3766-3235-6466-363134396437';
      expect(notesOf(coded(guid, guid))).toEqual({});
      expect(studyOf(coded(guid, guid)).codes[0]?.guid).toBe(guid);
    },
  ],
  [
    '3',
    'what is no GUID is taken with a warning, and what refers to it follows',
    () => {
      const { study, notes } = readRefi(coded('c001', 'c001'));
      expect(study.codings[0]?.code).toBe(study.codes[0]?.guid);
      expect(notes.map(({ code }) => code)).toEqual(['guid-replaced']);
      expectSound(study);
    },
  ],
  [
    '3',
    'one quotation of a PDF as area and as text is one coding, and both views go out with their GUID',
    () => {
      const { study, notes } = readRefi(twoViews);
      expect(quotesOf(study)).toEqual(['satu']);
      expect(notes.map(({ code }) => code)).not.toContain('guid-repeated');
      expect(written(study).xml.split(`guid="${guidOf(101)}"`)).toHaveLength(3);
      expectSound(study);
    },
  ],
  [
    '3',
    'NVivo: a case and a code of one GUID are two objects with a GUID each',
    () => {
      const bytes = archiveOf(
        projectOf(
          `${codes}<Cases><Case guid="${id.code}" name="satu"/></Cases><Sources>${textSource(selection(1, 0, 4))}</Sources>`,
          'name="P" origin="NVivo 12"',
        ),
        { 'sources/teks.txt': 'satu' },
      );
      const { study, notes } = readRefi(bytes);
      expect(study.codings[0]?.code).toBe(id.code);
      expect(study.cases[0]?.guid).not.toBe(id.code);
      expect(study.documents[0]?.case).toBe(study.cases[0]?.guid);
      expect(notes.map(({ code }) => code)).toEqual(['case-as-code']);
      const { bytes: out } = written(study);
      expect(archiveErrors(out).filter((error) => !error.startsWith('case-as-code'))).toEqual([]);
      // Only what the first reading learned is added to the case: that the document is its own.
      const back = readRefi(out).study;
      expect(readRefi(written(back).bytes).study).toEqual(back);
      expect({ ...back, kept: [] }).toEqual({ ...study, kept: [] });
    },
  ],
  [
    '3',
    'two codes of one GUID stay two; a code and a coder of one GUID get one each, and references follow by kind',
    () => {
      const twice = bare(
        `<CodeBook><Codes><Code guid="${id.code}" name="a" isCodable="true"/><Code guid="${id.code}" name="b" isCodable="true"/></Codes></CodeBook>`,
      );
      expect(studyOf(twice).codes.map(({ name }) => name)).toEqual(['a', 'b']);
      expect(notesOf(twice)['guid-repeated']).toBe(1);
      expectSound(studyOf(twice));
      const shared = archiveOf(
        projectOf(
          `<Users><User guid="${id.code}" name="Rina"/></Users>${codes}<Sources>${textSource(`<PlainTextSelection guid="${guidOf(101)}" startPosition="0" endPosition="4"><Coding guid="${guidOf(201)}" creatingUser="${id.code}"><CodeRef targetGUID="${id.code}"/></Coding></PlainTextSelection>`)}</Sources>`,
        ),
        { 'sources/teks.txt': 'satu' },
      );
      const study = studyOf(shared);
      expect(study.codings[0]?.coder).toBe(study.coders[0]?.guid);
      expect(study.codings[0]?.code).toBe(study.codes[0]?.guid);
      expect(study.codes[0]?.guid).not.toBe(study.coders[0]?.guid);
      expectSound(study);
    },
  ],
  [
    '3',
    'a representation never has the GUID of its PDF',
    () => {
      const study = studyOf(pdfProject(`<Representation guid="${guidOf(40)}" plainTextPath="internal://p.txt"/>`));
      expect(written(study).xml).not.toContain(`<Representation guid="${guidOf(40)}"`);
      expectSound(study);
    },
  ],
  [
    '3',
    'GUIDs are the same in every export',
    () => {
      const study = studyOf(twoViews);
      expect(written({ ...study, kept: [] }).xml).toBe(written({ ...study, kept: [] }).xml);
      expect(written(study).xml).toContain(guidOf(201));
    },
  ],
  [
    '3',
    'references to nothing are left out and told, and nothing else is',
    () => {
      const { study, notes } = readRefi(
        archiveOf(
          projectOf(
            `${codes}<Cases><Case guid="${id.other}" name="K"><SourceRef targetGUID="${guidOf(99)}"/></Case></Cases>`,
            `name="P" creatingUserGUID="${guidOf(98)}"`,
          ),
        ),
      );
      expect(study.cases.map(({ name }) => name)).toEqual(['K']);
      expect(notes.find(({ code }) => code === 'reference-dangling')?.count).toBe(2);
    },
  ],
];

const emoji = '👩🏽‍💻 𝒜 kata';

const texts: readonly Trap[] = [
  [
    '4.1',
    'positions count code points: an emoji of four is seven units here',
    () => {
      const study = studyOf(oneText(selection(1, 5, 6) + selection(2, 7, 11), emoji));
      expect(quotesOf(study)).toEqual(['𝒜', 'kata']);
      expect(written(study).xml).toContain('startPosition="7" endPosition="11"');
      expectSound(study);
    },
  ],
  [
    '4.2',
    'the end is exclusive, and a place without words is kept',
    () => {
      const study = studyOf(oneText(selection(1, 0, 4) + selection(2, 5, 5), 'satu dua'));
      expect(quotesOf(study)).toEqual(['satu']);
      expect(written(study).xml).toContain('startPosition="5" endPosition="5"');
      expect(written(study).xml.match(/<Coding /g)).toHaveLength(2);
      expectSound(study);
    },
  ],
  [
    '4.3',
    'the text is the plain one, whatever the formatted one says',
    () => {
      const xml = projectOf(
        `${codes}<Sources>${textSource(selection(1, 0, 4), 'name="T" plainTextPath="internal://t.txt" richTextPath="internal://t.docx"')}</Sources>`,
      );
      const study = studyOf(
        archiveOf(xml, { 'sources/t.txt': 'satu', 'sources/t.docx': docx({ body: paragraph('lain sekali') }) }),
      );
      expect(quotesOf(study)).toEqual(['satu']);
      expect(written(study).xml).toContain('richTextPath="internal://t.docx"');
      expectSound(study);
    },
  ],
  [
    '4.3',
    'a text inside the XML is one too',
    () => {
      const study = studyOf(
        bare(
          `${codes}<Sources>${textSource(`<PlainTextContent>satu dua</PlainTextContent>${selection(1, 5, 8)}`, 'name="T"')}</Sources>`,
        ),
      );
      expect(quotesOf(study)).toEqual(['dua']);
    },
  ],
  [
    '4.4',
    'a mark of byte order is not counted, and none is written',
    () => {
      const study = studyOf(
        oneText(selection(1, 0, 4, { name: 'satu' }) + selection(2, 5, 8, { name: 'dua' }), '\uFEFFsatu dua'),
      );
      expect(quotesOf(study)).toEqual(['satu', 'dua']);
      expect(strFromU8(written(study).entries[`sources/${id.text}.txt`] ?? new Uint8Array())).toBe('satu dua');
    },
  ],
  [
    '4.4, 4.6',
    'a mark that was counted is found out and told',
    () => {
      const bytes = oneText(
        selection(1, 1, 5, { name: 'satu' }) + selection(2, 6, 9, { name: 'dua' }),
        '\uFEFFsatu dua',
      );
      expect(quotesOf(studyOf(bytes))).toEqual(['satu', 'dua']);
      expect(notesOf(bytes)).toEqual({ 'mark-counted': 1 });
    },
  ],
  [
    '4.5',
    'CRLF counted as one character',
    () => {
      const study = studyOf(
        oneText(selection(1, 5, 8, { name: 'dua' }) + selection(2, 9, 13, { name: 'tiga' }), 'satu\r\ndua\r\ntiga'),
      );
      expect(quotesOf(study)).toEqual(['dua', 'tiga']);
      expect(study.documents[0]?.text).toBe('satu\ndua\ntiga');
      expectSound(study);
    },
  ],
  [
    '4.5',
    'CRLF counted as two',
    () => {
      const bytes = oneText(
        selection(1, 6, 9, { name: 'dua' }) + selection(2, 11, 15, { name: 'tiga' }),
        'satu\r\ndua\r\ntiga',
      );
      expect(quotesOf(studyOf(bytes))).toEqual(['dua', 'tiga']);
      expect(notesOf(bytes)).toEqual({ 'line-ends-counted-as-two': 1 });
      expectSound(studyOf(bytes));
    },
  ],
  [
    '4.6',
    'without names the edges of words decide',
    () => {
      expect(quotesOf(studyOf(oneText(selection(1, 6, 9) + selection(2, 11, 15), 'satu\r\ndua\r\ntiga')))).toEqual([
        'dua',
        'tiga',
      ]);
    },
  ],
  [
    '4.6',
    'a way of counting that leaves the text is none',
    () => {
      expect(notesOf(oneText(selection(1, 12, 14), 'aa\r\nbb\r\ncc\r\ndd'))).toEqual({ 'line-ends-counted-as-two': 1 });
      expect(quotesOf(studyOf(oneText(selection(1, 12, 14), 'aa\r\nbb\r\ncc\r\ndd')))).toEqual(['dd']);
    },
  ],
  [
    '4.6',
    'UTF-16 units are found out by the words',
    () => {
      const bytes = oneText(selection(1, 11, 15, { name: 'kata' }), emoji);
      expect(quotesOf(studyOf(bytes))).toEqual(['kata']);
      expect(notesOf(bytes)).toEqual({ 'positions-in-utf16': 1 });
    },
  ],
  [
    '4.6',
    'sync points are evidence too',
    () => {
      const points = [
        [0, 0],
        [6, 1000],
        [11, 2000],
      ]
        .map(([at, time], n) => `<SyncPoint guid="${guidOf(60 + n)}" position="${at}" timeStamp="${time}"/>`)
        .join('');
      const study = studyOf(
        archiveOf(
          projectOf(
            `<Sources><AudioSource guid="${guidOf(30)}" name="A" path="relative:///a.mp3"><Transcript guid="${id.text}" plainTextPath="internal://teks.txt">${points}</Transcript></AudioSource></Sources>`,
          ),
          { 'sources/teks.txt': 'satu\r\ndua\r\ntiga' },
        ),
      );
      expect(study.passages.map(({ start }) => start)).toEqual([0, 5, 9]);
    },
  ],
  [
    '4.6',
    'names are cut off and their spaces collapsed by ATLAS.ti',
    () => {
      const words = `${'kata '.repeat(30)}akhir`;
      const bytes = oneText(
        selection(1, 6, 6 + words.length, { name: `${'kata '.repeat(20).trim()}…` }),
        `satu\r\n${words}`,
      );
      expect(quotesOf(studyOf(bytes))).toEqual([words]);
    },
  ],
  [
    '4.7',
    'line ends and tabs in names survive, and what XML cannot hold is replaced one for one',
    () => {
      const study: Study = {
        ...emptyStudy,
        project: { name: 'P', description: '' },
        codes: [
          { guid: id.code, parent: null, name: 'a\nb\tc', color: '#112233', codable: 1, description: 'satu\r\ndua' },
        ],
        memos: [{ guid: id.note, title: 't', body: 'x\fy\u0001z\uFFFE', targets: [{ kind: 'project' }] }],
      };
      const { xml, notes } = written(study);
      expect(schemaErrors(xml, 'project') ?? '').toBe('');
      expect(xml).toContain('name="a&#10;b&#9;c"');
      expect(again(study).codes[0]).toMatchObject({ name: 'a\nb\tc', description: 'satu\r\ndua' });
      expect(again(study).memos[0]?.body).toBe('x\uFFFDy\uFFFDz\uFFFD');
      expect(notes.find(({ code }) => code === 'characters-replaced')?.count).toBe(3);
    },
  ],
  [
    '4.7',
    'a form feed in the file of a text stays, so that places hold',
    () => {
      const study = studyOf(oneText(selection(1, 5, 8), 'satu\fdua'));
      expect(quotesOf(study)).toEqual(['dua']);
      expectSound(study);
    },
  ],
  [
    '4.8',
    'letters with their marks apart, spaces and edges stay as they came',
    () => {
      const text = ' e\u0301  Å\u0323\n\n';
      const study = studyOf(oneText(selection(1, 1, 3), text));
      expect(study.documents[0]?.text).toBe(text);
      expectSound(study);
    },
  ],
  [
    '4.8',
    'a selection beyond the text is brought into it, one turned round is turned, and both are told',
    () => {
      const { study, notes } = readRefi(
        oneText(selection(1, 5, 99) + selection(2, 4, 0) + selection(3, -3, 4), 'satu dua'),
      );
      expect(quotesOf(study)).toEqual(['dua', 'satu', 'satu']);
      expect(notes).toEqual([{ code: 'position-repaired', count: 3, details: ['Teks: satu'] }]);
    },
  ],
  [
    '4.8',
    'a place that cannot be read is not guessed at, and its coding is kept',
    () => {
      const bytes = oneText(selection(1, 0, 4).replace('startPosition="0"', 'startPosition="0x10"'), 'satu dua');
      expect(quotesOf(studyOf(bytes))).toEqual([]);
      expect(Object.keys(notesOf(bytes))).toEqual(expect.arrayContaining(['position-unreadable', 'kept-coding']));
      expect(written(studyOf(bytes)).xml).toContain(guidOf(201));
    },
  ],
  [
    '4.9',
    'the very text that was coded is the file that goes out',
    () => {
      const text = 'sel\tsel\nbaris\u2028lunak\n\uFFFC\n';
      const study = studyOf(oneText(selection(1, 0, 3), text));
      expect(strFromU8(written(study).entries[`sources/${id.text}.txt`] ?? new Uint8Array())).toBe(text);
    },
  ],
  [
    '4.9',
    'no plain text is ever called a formatted one',
    () => {
      expect(written(studyOf(plain)).xml).not.toContain('richTextPath');
    },
  ],
  [
    '4.9',
    'without a plain text the formatted one is read, and its codings are to be checked',
    () => {
      const xml = projectOf(
        `${codes}<Sources>${textSource(selection(1, 0, 4), 'name="T" richTextPath="internal://t.docx"')}</Sources>`,
      );
      const bytes = archiveOf(xml, { 'sources/t.docx': docx({ body: paragraph('satu dua') }) });
      expect(quotesOf(studyOf(bytes))).toEqual(['satu']);
      expect(notesOf(bytes)).toMatchObject({ 'text-from-formatting': 1 });
      expectSound(studyOf(bytes));
    },
  ],
];

describe('exchange files: container and paths', () => {
  test.each([...container, ...paths])('%s %s', (_chapter, _trap, run) => run());
});
describe('exchange files: elements', () => {
  test.each(elements)('%s %s', (_chapter, _trap, run) => run());
});
describe('exchange files: GUIDs', () => {
  test.each(guids)('%s %s', (_chapter, _trap, run) => run());
});
describe('exchange files: texts and places', () => {
  test.each(texts)('%s %s', (_chapter, _trap, run) => run());
});
