// Traps of exchange files, continued: other sources (5), notes, links, cases, sets, people, colours and codes (6), what each
// program is known to write (7) and what must always hold (8). Rows and fixtures as in `refi-traps.test.ts`.

import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeQdc } from '../../../src/main/core/exporters/refi/write-refi.ts';
import { readRefi } from '../../../src/main/core/importers/refi/read-refi.ts';
import { ImportRefusal } from '../../../src/main/core/importers/types.ts';
import type { Study } from '../../../src/main/core/merge/study.ts';
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
import { archiveErrors, schemaErrors } from '../../support/refi-schema.ts';

type Trap = readonly [chapter: string, trap: string, run: () => void];

const studyOf = (bytes: Uint8Array): Study => readRefi(bytes).study;
const notesOf = (bytes: Uint8Array): readonly string[] => readRefi(bytes).notes.map(({ code }) => code);
const bare = (body: string, attributes?: string, namespace?: string): Uint8Array =>
  strToU8(projectOf(body, attributes, namespace));
const refusalOf = (xml: string): string => {
  try {
    readRefi(strToU8(xml));
    return 'read';
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    return error.code;
  }
};

function expectSound(study: Study): void {
  const { bytes, xml } = written(study);
  expect(schemaErrors(xml, 'project') ?? '').toBe('');
  expect(archiveErrors(bytes)).toEqual([]);
  expect(readRefi(bytes).study).toEqual(study);
}

const coding = (n: number, code: string = id.code): string =>
  `<Coding guid="${guidOf(n)}"><CodeRef targetGUID="${code}"/></Coding>`;
const withFiles = (sources: string, more = ''): Uint8Array =>
  archiveOf(projectOf(`${users}${codes}<Sources>${sources}</Sources>${more}`), {
    'sources/teks.txt': 'satu dua tiga',
    'sources/g.jpg': 'JPG',
    'sources/p.pdf': '%PDF-1.4',
  });
const area = (inside: string): string =>
  `<PDFSelection guid="${guidOf(101)}" page="0" firstX="577" firstY="234" secondX="18" secondY="45">${inside}</PDFSelection>`;
const pdf = (inside: string): string =>
  `<PDFSource guid="${guidOf(40)}" name="P" path="internal://p.pdf">${inside}</PDFSource>`;
const representation = (inside: string): string =>
  `<Representation guid="${guidOf(41)}" plainTextPath="internal://teks.txt">${inside}</Representation>`;
const point = (n: number, position: number | '', time: number | ''): string =>
  `<SyncPoint guid="${guidOf(60 + n)}"${position === '' ? '' : ` position="${position}"`}${time === '' ? '' : ` timeStamp="${time}"`}/>`;
const stretch = (n: number, from: number, to: number, inside = coding(80 + n)): string =>
  `<TranscriptSelection guid="${guidOf(70 + n)}" fromSyncPoint="${guidOf(60 + from)}" toSyncPoint="${guidOf(60 + to)}">${inside}</TranscriptSelection>`;
const transcript = (inside: string, guid: string = id.text, attributes = ''): string =>
  `<Transcript guid="${guid}" ${attributes} plainTextPath="internal://teks.txt">${inside}</Transcript>`;
const audio = (inside: string, attributes = 'name="Rekaman"'): string =>
  `<AudioSource guid="${guidOf(30)}" ${attributes} path="relative:///a.mp3">${inside}</AudioSource>`;

const sources: readonly Trap[] = [
  [
    '5 PDF',
    'an area goes out as it came: points from below, corners in any order, the first page 0',
    () => {
      const study = studyOf(withFiles(pdf(area(coding(50)))));
      expect(written(study).xml).toContain('page="0" firstX="577" firstY="234" secondX="18" secondY="45"');
      expectSound(study);
    },
  ],
  [
    '5 PDF',
    'the selections of a PDF stand before its representation, whoever wrote them after it',
    () => {
      expectSound(studyOf(withFiles(pdf(representation(selection(1, 0, 4)) + area(coding(50))))));
    },
  ],
  [
    '5 PDF',
    'a quotation that was taken from the text goes from the area too, another area stays',
    () => {
      const both = area(coding(50)) + area(coding(51)).replace(guidOf(101), guidOf(102));
      const study = studyOf(withFiles(pdf(both + representation(selection(1, 0, 4)))));
      const { xml } = written({ ...study, codings: [] });
      expect(xml).not.toContain(guidOf(50));
      expect(xml).toContain(guidOf(51));
      expect(schemaErrors(xml, 'project') ?? '').toBe('');
    },
  ],
  [
    '5 PDF',
    'without a text it is kept and told',
    () => {
      const bytes = withFiles(pdf(area(coding(50))));
      expect(notesOf(bytes)).toEqual(expect.arrayContaining(['kept-source', 'kept-region']));
      expect(studyOf(bytes).files.map(({ name }) => name)).toEqual(['p.pdf']);
    },
  ],
  [
    '5 picture',
    'pixels of a picture and the coding on them are kept',
    () => {
      const region = `<PictureSelection guid="${guidOf(101)}" firstX="1" firstY="2" secondX="300" secondY="400">${coding(50)}</PictureSelection>`;
      const study = studyOf(
        withFiles(`<PictureSource guid="${id.text}" name="G" path="internal://g.jpg">${region}</PictureSource>`),
      );
      expect(written(study).xml).toContain('firstX="1" firstY="2" secondX="300" secondY="400"');
      expect(Object.keys(written(study).entries)).toContain('sources/g.jpg');
      expectSound(study);
    },
  ],
  [
    '5 media',
    'milliseconds stay milliseconds',
    () => {
      const study = studyOf(
        withFiles(
          audio(`<AudioSelection guid="${guidOf(101)}" begin="1234" end="5678">${coding(50)}</AudioSelection>`),
        ),
      );
      expect(written(study).xml).toContain('begin="1234" end="5678"');
      expectSound(study);
    },
  ],
  [
    '5 transcript',
    'several transcripts of a recording are documents each; one without a name has that of the recording',
    () => {
      const two =
        transcript(point(1, 0, 0)) + transcript(point(2, 0, 0), id.note, 'name="Catatan"').replace('teks.txt', 'g.jpg');
      const study = studyOf(withFiles(audio(two)));
      expect(study.documents.map(({ title }) => title)).toEqual(['Rekaman', 'Catatan']);
      expectSound(study);
    },
  ],
  [
    '5 transcript',
    'a selection stands between two sync points, in any order; what is coded since gets its own',
    () => {
      const study = studyOf(withFiles(audio(transcript(point(1, 0, 0) + point(2, 4, 900) + stretch(1, 2, 1)))));
      expect(quotesOf(study)).toEqual(['satu']);
      expectSound(study);
      const more = { guid: guidOf(85), document: id.text, code: id.code, coder: null, start: 5, end: 8 };
      const back = again({ ...study, codings: [...study.codings, more] });
      expect(quotesOf(back)).toEqual(['satu', 'dua']);
    },
  ],
  [
    '5 transcript',
    'sync points may share a place, and lack time or place',
    () => {
      const study = studyOf(
        withFiles(
          audio(
            transcript(point(1, 0, '') + point(2, 4, 900) + point(3, 4, 950) + point(4, '', 990) + stretch(1, 1, 3)),
          ),
        ),
      );
      expect(quotesOf(study)).toEqual(['satu']);
      expectSound(study);
    },
  ],
  [
    '5 transcript',
    'a selection without sync points is kept, not guessed at',
    () => {
      const lost = `<TranscriptSelection guid="${guidOf(71)}">${coding(81)}</TranscriptSelection>`;
      const bytes = withFiles(audio(transcript(lost)));
      expect(quotesOf(studyOf(bytes))).toEqual([]);
      expect(notesOf(bytes)).toEqual(expect.arrayContaining(['position-unreadable', 'kept-coding']));
      expect(written(studyOf(bytes)).xml).toContain(guidOf(81));
      expectSound(studyOf(bytes));
    },
  ],
  [
    '5 transcript',
    'Transana writes references to notes before sync points',
    () => {
      const note = `<Notes><Note guid="${id.note}" name="M"><PlainTextContent>isi</PlainTextContent></Note></Notes>`;
      const study = studyOf(
        withFiles(
          audio(transcript(`<NoteRef targetGUID="${id.note}"/>${point(1, 0, 0)}${point(2, 4, 1)}${stretch(1, 1, 2)}`)),
          note,
        ),
      );
      expect(quotesOf(study)).toEqual(['satu']);
      expect(study.memos[0]?.targets).toEqual([{ kind: 'document', guid: id.text }]);
      expectSound(study);
    },
  ],
  ...[true, false].map((textFirst): Trap => [
    '5 transcript',
    `ATLAS.ti writes a transcript a second time as a text (${textFirst ? 'before' : 'after'} it): one document`,
    () => {
      const media = audio(transcript(point(1, 0, 0), guidOf(31)));
      const text = textSource(selection(1, 0, 4));
      const bytes = withFiles(textFirst ? text + media : media + text);
      const study = studyOf(bytes);
      expect(study.documents.map(({ guid }) => guid)).toEqual([id.text]);
      expect(quotesOf(study)).toEqual(['satu']);
      expect(notesOf(bytes)).toContain('transcript-twice');
      expect(written(study).xml).toContain(`<Transcript guid="${guidOf(31)}"`);
      expectSound(study);
    },
  ]),
];

const noteList = (...inside: readonly string[]): string =>
  `<Notes>${inside.map((each, n) => `<Note guid="${guidOf(500 + n)}" name="N${n}" creatingUser="${id.user}">${each}</Note>`).join('')}</Notes>`;
const content = '<PlainTextContent>isi memo</PlainTextContent>';
const noteRef = `<NoteRef targetGUID="${guidOf(500)}"/>`;
const targetsIn = (bytes: Uint8Array) => studyOf(bytes).memos.map(({ body, targets }) => [body, targets] as const);
const passage = { kind: 'passage', guid: id.text, start: 0, end: 4 } as const;
const uncoded = (inside: string): string =>
  `<PlainTextSelection guid="${guidOf(101)}" startPosition="0" endPosition="4">${inside}</PlainTextSelection>`;
const values = (guid: string, inside: string, sourceRef = ''): string =>
  `<Case guid="${guid}" ${inside}><VariableValue><VariableRef targetGUID="${guidOf(600)}"/><TextValue>x</TextValue></VariableValue>${sourceRef}</Case>`;
const variable = `<Variables><Variable guid="${guidOf(600)}" name="v" typeOfVariable="Text"/></Variables>`;
const code = (n: number, attributes: string, inside = ''): string =>
  `<Code guid="${guidOf(n)}" isCodable="true" ${attributes}>${inside}</Code>`;
const book = (inside: string): string => `<CodeBook><Codes>${inside}</Codes></CodeBook>`;

const parts: readonly Trap[] = [
  ...(
    [
      ['the project', noteRef, '', { kind: 'project' }],
      ['a code', '', '', { kind: 'code', guid: guidOf(7) }],
      ['a source', '', noteRef, { kind: 'document', guid: id.text }],
      ['a selection', '', uncoded(noteRef), passage],
      [
        'a coding',
        '',
        uncoded(`<Coding guid="${guidOf(201)}"><CodeRef targetGUID="${guidOf(7)}"/>${noteRef}</Coding>`),
        { kind: 'coding', guid: guidOf(201) },
      ],
    ] as const
  ).map(([what, project, source, target]): Trap => [
    '6 notes',
    `a note about ${what}`,
    () => {
      const bytes = archiveOf(
        projectOf(
          `${users}${book(code(7, 'name="k"', what === 'a code' ? noteRef : ''))}<Sources>${textSource(source)}</Sources>${noteList(content)}${project}`,
        ),
        { 'sources/teks.txt': 'satu dua' },
      );
      expect(targetsIn(bytes)).toEqual([['isi memo', [target]]]);
      expect(studyOf(bytes).memos[0]?.created_by).toBe(id.user);
      expectSound(studyOf(bytes));
    },
  ]),
  [
    '6 notes',
    'NVivo: a link from a note to a selection without coding',
    () => {
      const link = `<Links><Link guid="${guidOf(700)}" originGUID="${guidOf(500)}" targetGUID="${guidOf(101)}"/></Links>`;
      const bytes = oneText(uncoded(''), 'satu dua', noteList(content) + link);
      expect(targetsIn(bytes)).toEqual([['isi memo', [passage]]]);
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 notes',
    'f4: a selection of its own with description and note beside the coded one of the same range',
    () => {
      const bytes = oneText(
        selection(2, 0, 4) + uncoded(`<Description>pendek</Description>${noteRef}`),
        'satu dua',
        noteList(content),
      );
      expect(targetsIn(bytes)).toEqual([
        ['pendek', [passage]],
        ['isi memo', [passage]],
      ]);
      expect(quotesOf(studyOf(bytes))).toEqual(['satu']);
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 notes',
    'ATLAS.ti: the description of a coded selection is a memo on its coding',
    () => {
      const bytes = oneText(selection(1, 0, 4, { inside: '<Description>komentar</Description>' }), 'satu dua');
      expect(targetsIn(bytes)).toEqual([['komentar', [{ kind: 'coding', guid: guidOf(201) }]]]);
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 notes',
    'QualCoder: the selection of a note means the source that refers to the note',
    () => {
      const inside = `${content}<PlainTextSelection guid="${guidOf(101)}" startPosition="9" endPosition="13"/>`;
      const bytes = oneText(noteRef, 'satu dua tiga', noteList(inside));
      expect(targetsIn(bytes)).toEqual([['isi memo', expect.arrayContaining([{ ...passage, start: 9, end: 13 }])]]);
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 notes',
    'MAXQDA: a selection with a description and no coding',
    () => {
      const bytes = oneText(uncoded('<Description>catatan</Description>'), 'satu dua');
      expect(targetsIn(bytes)).toEqual([['catatan', [passage]]]);
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 notes',
    'a note whose words stand in a file',
    () => {
      const notes = `<Notes><Note guid="${id.note}" name="N" plainTextPath="internal://n.txt"/></Notes>`;
      const bytes = archiveOf(projectOf(notes), { 'sources/n.txt': '\uFEFFdua\r\nbaris' });
      expect(studyOf(bytes).memos[0]?.body).toBe('dua\nbaris');
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 descriptions',
    'an empty one is none, line ends inside one stay',
    () => {
      const bytes = bare(
        book(code(7, 'name="a"', '<Description/>') + code(8, 'name="b"', '<Description>satu\n\n dua</Description>')),
      );
      expect(studyOf(bytes).codes.map(({ description }) => description)).toEqual(['', 'satu\n\n dua']);
      expectSound(studyOf(bytes));
    },
  ],
  [
    '6 links',
    'of anything to anything with any name are kept; only an end that is not there goes',
    () => {
      const links = [
        `<Link guid="${guidOf(700)}" name="is part of" direction="Bidirectional" color="#112233" originGUID="${id.code}" targetGUID="${id.text}"/>`,
        `<Link guid="${guidOf(701)}" name="x" originGUID="${id.code}" targetGUID="${guidOf(999)}"/>`,
      ].join('');
      const { study, notes } = readRefi(oneText('', 'satu', `<Links>${links}</Links>`));
      expect(notes.map(({ code: kind }) => kind)).toEqual(['reference-dangling', 'kept-link']);
      expect(written(study).xml).toContain('name="is part of" direction="Bidirectional" color="#112233"');
      expectSound(study);
    },
  ],
  [
    '6 cases',
    'a named case with its sources, selections and codes',
    () => {
      const cases = `<Cases><Case guid="${guidOf(300)}" name="Ibu S"><CodeRef targetGUID="${id.code}"/><SourceRef targetGUID="${id.text}"/><SelectionRef targetGUID="${guidOf(101)}"/></Case></Cases>`;
      const study = studyOf(oneText(selection(1, 0, 4), 'satu', cases));
      expect(study.documents[0]?.case).toBe(guidOf(300));
      expect(written(study).xml).toContain(`<SelectionRef targetGUID="${guidOf(101)}"/>`);
      expectSound(study);
    },
  ],
  [
    '6 cases',
    'Quirkos, MAXQDA: a case without a name and with one source says what that source is like',
    () => {
      const cases = `<Cases>${values(guidOf(300), '', `<SourceRef targetGUID="${id.text}"/>`)}</Cases>`;
      const study = studyOf(oneText('', 'satu', variable + cases));
      expect(study.cases).toEqual([]);
      expect(study.values).toEqual([{ variable: guidOf(600), owner: { kind: 'document', guid: id.text }, value: 'x' }]);
      expect(study.variables[0]?.scope).toBe('document');
      expectSound(study);
    },
  ],
  [
    '6 cases',
    'MAXQDA before: values on the source itself',
    () => {
      const own = `<VariableValue><VariableRef targetGUID="${guidOf(600)}"/><TextValue>x</TextValue></VariableValue>`;
      const study = studyOf(oneText(own, 'satu', variable));
      expect(study.values.map(({ value }) => value)).toEqual(['x']);
      expectSound(study);
    },
  ],
  [
    '6 cases',
    'a value that is none of its variable’s type stays as it came, and is told',
    () => {
      const bytes = bare(
        `${variable.replace('"Text"', '"Integer"')}<Cases>${values(guidOf(300), 'name="K"').replace(/TextValue/g, 'IntegerValue')}</Cases>`,
      );
      expect(studyOf(bytes).values).toEqual([]);
      expect(notesOf(bytes)).toEqual(['kept-value']);
      expect(written(studyOf(bytes)).xml).toContain('<IntegerValue>x</IntegerValue>');
    },
  ],
  [
    '6 surveys',
    'sources of one name are as many documents',
    () => {
      const study = studyOf(
        withFiles(textSource('') + textSource('', 'name="Teks" plainTextPath="internal://g.jpg"', id.note)),
      );
      expect(study.documents.map(({ title }) => title)).toEqual(['Teks', 'Teks']);
      expectSound(study);
    },
  ],
  [
    '6 sets',
    'members in the old form of Transana',
    () => {
      const set = `<Sets><Set guid="${guidOf(800)}" name="S"><MemberSource guid="${id.text}"/><MemberNote>{${guidOf(500).toLowerCase()}}</MemberNote></Set></Sets>`;
      const study = studyOf(oneText('', 'satu', noteList(content) + set));
      expect(written(study).xml).toContain(
        `<MemberSource targetGUID="${id.text}"/><MemberNote targetGUID="${guidOf(500)}"/>`,
      );
      expectSound(study);
    },
  ],
  [
    '6 graphs',
    'a vertex that stands for nothing stays as a box, an edge without an end goes',
    () => {
      const graph = `<Graphs><Graph guid="${guidOf(810)}" name="G"><Vertex guid="${guidOf(811)}" representedGUID="${guidOf(999)}" firstX="-5" firstY="7"/><Vertex guid="${guidOf(812)}" representedGUID="${id.code}" firstX="1" firstY="1"/><Edge guid="${guidOf(813)}" sourceVertex="${guidOf(811)}" targetVertex="${guidOf(812)}" lineStyle="dashed"/><Edge guid="${guidOf(814)}" sourceVertex="${guidOf(811)}" targetVertex="${guidOf(998)}"/></Graph></Graphs>`;
      const study = studyOf(oneText('', 'satu', graph));
      const { xml } = written(study);
      expect(xml).toContain(`<Vertex guid="${guidOf(811)}" firstX="-5" firstY="7"/>`);
      expect(xml).not.toContain(guidOf(814));
      expectSound(study);
    },
  ],
  [
    '6 people',
    'none at all, two of one name, one without a name, initials',
    () => {
      expect(studyOf(bare(codes)).coders).toEqual([]);
      const people = ['name="Rina" id="RS"', 'name="Rina"', 'name=""']
        .map((each, n) => `<User guid="${guidOf(20 + n)}" ${each}/>`)
        .join('');
      const study = studyOf(bare(`<Users>${people}</Users>`));
      expect(study.coders.map(({ name, initials }) => [name, initials])).toEqual([
        ['Rina', 'RS'],
        ['Rina', 'R'],
        [`? ${guidOf(22).slice(0, 8)}`, '?0'],
      ]);
      expectSound(study);
    },
  ],
  [
    '6 people',
    'somebody the file does not list is somebody, never “”',
    () => {
      const marked = selection(1, 0, 4).replace('<Coding ', `<Coding creatingUser="${guidOf(99)}" `);
      const { study, notes } = readRefi(oneText(marked, 'satu'));
      expect(study.codings[0]?.coder).toBe(guidOf(99));
      expect(notes.map(({ code: kind }) => kind)).toEqual(['coder-unknown']);
      expect(written(study).xml).not.toContain('creatingUser=""');
      expectSound(study);
    },
  ],
  ...(
    [
      ['#abc', '#aabbcc', true],
      ['#A1B2C3', '#a1b2c3', true],
      ['#80A1B2C3', '#a1b2c3', true],
      ['rgba(1, 2, 255, 0.5)', '#0102ff', true],
      ['red', '#ff0000', true],
      ['None', null, false],
      ['', null, true],
    ] as const
  ).map(([raw, color, isKnown]): Trap => [
    '6 colours',
    `“${raw}”`,
    () => {
      const bytes = bare(book(code(7, `name="k" color="${raw}"`)));
      expect(studyOf(bytes).codes[0]?.color).toMatch(color === null ? /^#[\da-f]{6}$/ : new RegExp(`^${color}$`));
      expect(notesOf(bytes).includes('color-unreadable')).toBe(!isKnown);
      expectSound(studyOf(bytes));
    },
  ]),
  [
    '6 codes',
    'equal names among siblings, seven levels, and colons in names',
    () => {
      const deep = [1, 2, 3, 4, 5, 6, 7].reduceRight((inside, n) => code(900 + n, `name="t${n}"`, inside), '');
      const study = studyOf(
        bare(
          book(
            `${code(7, 'name="k"')}${code(8, 'name="k"')}${code(9, 'name="Coke::diet Coke"')}<Code guid="${guidOf(10)}" name="Nodes" isCodable="false">${deep}</Code>`,
          ),
        ),
      );
      expect(study.codes.map(({ name }) => name)).toEqual([
        'k',
        'k',
        'Coke::diet Coke',
        'Nodes',
        't1',
        't2',
        't3',
        't4',
        't5',
        't6',
        't7',
      ]);
      expectSound(study);
    },
  ],
  ...['urn:QDA-XML:codebook:1.0', 'urn:QDA-XML:codebook:1:0', 'urn:QDA-XML:codebook:0:4', ''].map((namespace): Trap => [
    '6 namespaces',
    `codebook in “${namespace}”`,
    () => {
      const xml = `<CodeBook xmlns="${namespace}"><Codes>${code(7, 'name="k"')}</Codes></CodeBook>`;
      expect(studyOf(strToU8(xml)).codes).toHaveLength(1);
    },
  ]),
  ...['urn:QDA-XML:project:1.0', 'urn:QDA-XML:project:0:10', ''].map((namespace): Trap => [
    '6 namespaces',
    `project in “${namespace}”`,
    () => {
      expect(studyOf(bare(codes, 'name="P"', namespace)).codes).toHaveLength(2);
    },
  ]),
  [
    '6 namespaces',
    'a codebook file that holds a whole project gives its codes alone',
    () => {
      const whole = projectOf(`${users}${codes}<Sources>${textSource('')}</Sources>`);
      const { study, notes } = readRefi(strToU8(whole), { codesOnly: true });
      expect(study.codes.map(({ name }) => name)).toEqual(['satu', 'dua']);
      expect([study.documents, study.coders]).toEqual([[], []]);
      expect(notes).toEqual([{ code: 'only-codes-read', count: 2, details: [] }]);
    },
  ],
  [
    '6 namespaces',
    'unknown elements and attributes are left out with a line in the report',
    () => {
      const { study, notes } = readRefi(
        bare(`${codes.replace('name="satu"', 'name="satu" weight="3"')}<Dashboard><Widget/></Dashboard>`),
      );
      expect(study.codes).toHaveLength(2);
      expect(notes[0]).toMatchObject({ code: 'element-unknown', details: ['Code/@weight', 'Project/Dashboard'] });
    },
  ],
];

const programs: readonly Trap[] = [
  [
    '7 QualCoder',
    'a remark that was not escaped is no XML, and is said to be none',
    () => {
      expect(refusalOf(projectOf(noteList('<PlainTextContent>R & D < 3</PlainTextContent>')))).toBe('xml-malformed');
    },
  ],
  [
    '7 QualCoder',
    'empty sources, an empty coder, a date without a time, a coding without a code',
    () => {
      const bytes = oneText(
        `<PlainTextSelection guid="${guidOf(101)}" startPosition="0" endPosition="4" creatingUser="" creationDateTime="2026-01-15TZ"><Coding guid="${guidOf(201)}"/></PlainTextSelection>`,
        'satu',
        '<Links></Links>',
      );
      const { study, notes } = readRefi(bytes);
      expect(quotesOf(study)).toEqual(['satu']);
      expect(notes.map(({ code: kind }) => kind)).toEqual(['value-unreadable', 'code-unknown']);
      expectSound(study);
      expect(studyOf(bare('<Sources></Sources>')).documents).toEqual([]);
    },
  ],
  [
    '7 QualCoder',
    'a codebook with a mark of byte order',
    () => {
      expect(studyOf(strToU8(`\uFEFF<CodeBook><Codes>${code(7, 'name="k"')}</Codes></CodeBook>`)).codes).toHaveLength(
        1,
      );
    },
  ],
  [
    '7 QualCoder',
    'a codebook without codes has a root that nobody closed',
    () => {
      expect(
        refusalOf('<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'),
      ).toBe('xml-malformed');
    },
  ],
  [
    '7 Taguette',
    'an empty list of sets',
    () => {
      const study = studyOf(strToU8(`<CodeBook><Codes>${code(7, 'name="a.b"')}</Codes><Sets/></CodeBook>`));
      expect(study.codes.map(({ name }) => name)).toEqual(['a.b']);
      expect(schemaErrors(new TextDecoder().decode(writeQdc(study, 'Simpul').bytes), 'codebook') ?? '').toBe('');
    },
  ],
  [
    '7 Magnolia',
    'an attribute without a value is no XML',
    () => {
      expect(refusalOf('<CodeBook><Codes><Code guid="a" name="k" isCodable></Code></Codes></CodeBook>')).toBe(
        'xml-malformed',
      );
    },
  ],
  [
    '8.4',
    'a text of a million characters with 5,000 selections is read and written in seconds',
    () => {
      const text = '𝒜 kata lalu '.repeat(1_000_000 / 12);
      const marks = Array.from({ length: 5_000 }, (_, n) =>
        selection(1_000 + n * 2, n * 200 + 2, n * 200 + 6)
          .replace(guidOf(1_200 + n * 2), guidOf(100_000 + n))
          .replace(guidOf(1_100 + n * 2), guidOf(200_000 + n)),
      );
      const bytes = oneText(marks.join(''), text);
      const begun = performance.now();
      const study = studyOf(bytes);
      expect(study.codings).toHaveLength(5_000);
      expect(written(study).xml.match(/<Coding /g)).toHaveLength(5_000);
      // Three seconds where nothing else runs; what grows with the square would take many minutes.
      expect(performance.now() - begun).toBeLessThan(60_000);
    },
  ],
];

describe('exchange files: other sources', () => {
  test.each(sources)('%s %s', (_chapter, _trap, run) => run());
});
describe('exchange files: notes, links, cases, sets, people, colours, codes', () => {
  test.each(parts)('%s %s', (_chapter, _trap, run) => run());
});
describe('exchange files: what programs write', () => {
  test.each(programs)('%s %s', (_chapter, _trap, run) => run());
});
