// The sample study that Simpul opens on: issue "Foundation" item 8 (ten sources in both languages, cases, variables,
// codings, memos, plainly fictional), METHODS R-10 (a complete code card), §3.7 (the domain), §2.0 (a coding is a
// range: here a quote and its occurrence, so that it can be checked by eye). The study is data; its rules are here.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const folder = new URL('../../samples/study/', import.meta.url);
const languages = ['id', 'en'] as const;
type Language = (typeof languages)[number];

const words = z
  .string()
  .min(1)
  .refine((text) => text === text.trim(), 'has white space at an end')
  .refine((text) => text === text.normalize('NFC'), 'is not NFC');
const both = z.strictObject({ id: words, en: words });
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const values = z.record(key, z.union([both, z.string(), z.number(), z.boolean()]));
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('project') }),
  z.strictObject({ kind: z.enum(['code', 'document', 'case']), key }),
  z.strictObject({ kind: z.literal('passage'), document: key, quote: both }),
]);
const studyShape = z.strictObject({
  name: both,
  description: both,
  coders: z.array(z.strictObject({ key, name: words, initials: words })),
  codes: z.array(
    z.strictObject({
      key,
      parent: key.nullable(),
      color: z.string().regex(/^#[0-9a-f]{6}$/),
      kind: z.enum(['start-list', 'descriptive', 'in-vivo', 'process', 'pattern', 'emergent']),
      codable: z.boolean(),
      name: both,
      description: both,
      include: both,
      exclude: both,
      typicalExample: both,
      counterExample: both,
    }),
  ),
  variables: z.array(
    z.strictObject({
      key,
      scope: z.enum(['case', 'document']),
      type: z.enum(['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime']),
      name: both,
      description: both,
      choices: z.array(both).min(2).optional(),
    }),
  ),
  cases: z.array(z.strictObject({ key, name: both, description: both, values })),
  documents: z.array(
    z.strictObject({
      key: z.string().regex(/^\d\d-[a-z0-9]+(-[a-z0-9]+)*$/),
      title: both,
      kind: z.enum(['interview', 'observation', 'document']),
      date: z.iso.date(),
      place: both,
      case: key.nullable(),
      values,
    }),
  ),
  codings: z.array(
    z.strictObject({
      document: key,
      code: key,
      coder: key,
      quote: both,
      occurrence: z.number().int().min(1).optional(),
      weight: z.number().int().min(0).max(100).optional(),
      memo: both.optional(),
    }),
  ),
  memos: z.array(
    z.strictObject({
      title: both,
      body: both,
      kind: z.enum(['analytic', 'jotting', 'theoretical', 'methodological', 'summary']),
      targets: z.array(target).min(1),
    }),
  ),
});
type Study = z.infer<typeof studyShape>;

const study: Study = studyShape.parse(JSON.parse(readText('study.json')));
const texts = new Map(
  languages.flatMap((language) =>
    study.documents.map(({ key: document }) => [`${language}/${document}`, readText(`${language}/${document}.txt`)]),
  ),
);
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map((row) => row.key);

describe('the sources', () => {
  test('six interviews, two observation notes, two document excerpts, and no file besides', () => {
    const kinds = study.documents.map(({ kind }) => kind);
    expect(Object.groupBy(kinds, (kind) => kind)).toEqual({
      interview: Array.from({ length: 6 }).fill('interview'),
      observation: ['observation', 'observation'],
      document: ['document', 'document'],
    });
    const files = keysOf(study.documents).map((document) => `${document}.txt`);
    for (const language of languages) expect(readdirSync(new URL(language, folder)).sort()).toEqual(files);
  });

  test('every file says in its first line that it is fictional', () => {
    for (const { key: document } of study.documents) {
      expect(linesOf('id', document)[0]).toMatch(/^SUMBER FIKTIF\. .*Kabupaten Tirtamaya.* tidak ada\.$/u);
      expect(linesOf('en', document)[0]).toMatch(/^FICTIONAL SOURCE\. .*Tirtamaya Regency.* do not exist\.$/u);
    }
    expect(study.description.id).toContain('rekaan');
    expect(study.description.en).toContain('invented');
    expect(readText('README.md')).toMatch(/Studi ini rekaan\.[\s\S]*This study is invented\./u);
  });

  test('texts are NFC with LF, one line end at the end, no blanks at the end of a line and no control characters', () => {
    for (const [name, text] of texts) {
      expect(text === text.normalize('NFC'), name).toBe(true);
      expect(text, name).not.toMatch(/[ \t\u00A0]\n|[ \t\u00A0]$|\n\n\n|\n\n$/u);
      expect(text, name).toMatch(/[^\n]\n$/u);
      expect(text, name).not.toMatch(/(?!\n)\p{Cc}|\uFEFF|\uFFFD/u);
    }
  });

  test('the two editions run line by line in parallel, turn by turn where people speak', () => {
    for (const document of study.documents) {
      const id = linesOf('id', document.key);
      const en = linesOf('en', document.key);
      expect(en.length, document.key).toBe(id.length);
      expect(en.map(isBlank), document.key).toEqual(id.map(isBlank));
      if (document.kind !== 'interview') continue;
      const speakers = id.slice(3, -1).map(speakerOf);
      expect(new Set(speakers).size, document.key).toBe(2);
      expect(speakers, document.key).toContain('Pewawancara');
      expect(en.slice(3, -1).map(speakerOf), document.key).toEqual(
        speakers.map((speaker) => (speaker === 'Pewawancara' ? 'Interviewer' : speaker)),
      );
    }
  });

  test('lengths are those of real sources: interviews 1,200 words or more, the others 500 to 1,000, in Indonesian', () => {
    for (const document of study.documents) {
      const count = linesOf('id', document.key).slice(2).join('\n').split(/\s+/u).filter(Boolean).length;
      const [least, most] = document.kind === 'interview' ? [1200, 2200] : [500, 1000];
      expect(count, document.key).toBeGreaterThanOrEqual(least);
      expect(count, document.key).toBeLessThanOrEqual(most);
    }
  });
});

describe('the codebook', () => {
  test('35 to 50 codes in tree order: every parent stands before its children', () => {
    expect(study.codes.length).toBeGreaterThanOrEqual(35);
    expect(study.codes.length).toBeLessThanOrEqual(50);
    const seen = new Set<string>();
    for (const code of study.codes) {
      if (code.parent !== null) expect(seen, code.key).toContain(code.parent);
      seen.add(code.key);
    }
    expect(seen.size).toBe(study.codes.length);
  });

  test('the seven dimensions of agile governance come first, each with two to four sub-codes', () => {
    const branches = keysOf(study.codes.filter((code) => code.parent === null));
    const dimensions = branches.slice(0, 7);
    expect(dimensions).toEqual([
      'inovasi',
      'manajer',
      'otonom',
      'koordinasi',
      'transparansi',
      'komunikasi',
      'egaliter',
    ]);
    expect(branches.slice(7)).toEqual(['pendorong', 'penghambat', 'peralihan', 'lapangan']);
    for (const dimension of dimensions) {
      const children = study.codes.filter((code) => code.parent === dimension);
      expect(children.length, dimension).toBeGreaterThanOrEqual(2);
      expect(children.length, dimension).toBeLessThanOrEqual(4);
    }
  });

  test('sibling names differ in both languages', () => {
    for (const language of languages) {
      const paths = study.codes.map((code) => `${code.parent ?? ''}/${code.name[language]}`);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });

  test('colours differ and stand out from white by 3:1 or more (WCAG 2.2, 1.4.11)', () => {
    expect(new Set(study.codes.map((code) => code.color)).size).toBe(study.codes.length);
    for (const code of study.codes) expect(contrastOnWhite(code.color), code.key).toBeGreaterThanOrEqual(3);
  });

  test('every leaf code is used twice or more, and a heading that takes no codings has none', () => {
    const used = Map.groupBy(study.codings, ({ code }) => code);
    const parents = new Set(study.codes.map((code) => code.parent));
    for (const code of study.codes) {
      const count = used.get(code.key)?.length ?? 0;
      if (!code.codable) expect(count, code.key).toBe(0);
      else if (!parents.has(code.key)) expect(count, code.key).toBeGreaterThanOrEqual(2);
    }
  });

  test('typical and counter-examples quote the sources', () => {
    for (const language of languages) {
      const all = study.documents.map(({ key: document }) => textOf(language, document)).join('\n');
      for (const code of study.codes) {
        for (const example of [code.typicalExample[language], code.counterExample[language]]) {
          const quoted = /^“([^”]+)” \(/u.exec(example)?.[1] ?? '';
          expect(quoted.length, code.key).toBeGreaterThan(0);
          for (const part of quoted.split(' … '))
            expect(all, code.key).toContain(part.replaceAll('‘', '“').replaceAll('’', '”'));
        }
      }
    }
  });
});

describe('cases and variables', () => {
  test('keys are unique and every key resolves', () => {
    const known = {
      case: keysOf(study.cases),
      document: keysOf(study.documents),
      code: keysOf(study.codes),
      coder: keysOf(study.coders),
      variable: keysOf(study.variables),
    };
    for (const keys of Object.values(known)) expect(new Set(keys).size).toBe(keys.length);
    for (const document of study.documents) expect([...known.case, null]).toContain(document.case);
    for (const coding of study.codings) {
      expect(known.document).toContain(coding.document);
      expect(known.code).toContain(coding.code);
      expect(known.coder).toContain(coding.coder);
    }
    for (const memo of study.memos)
      for (const about of memo.targets)
        if (about.kind === 'passage') expect(known.document).toContain(about.document);
        else if (about.kind !== 'project') expect(known[about.kind]).toContain(about.key);
  });

  test('every value belongs to a variable of its scope and is of its type, a choice where there are choices', () => {
    const rows = [
      ...study.cases.map((row) => ({ ...row, scope: 'case' as const })),
      ...study.documents.map((row) => ({ ...row, scope: 'document' as const })),
    ];
    for (const row of rows) {
      for (const [name, value] of Object.entries(row.values)) {
        const variable = study.variables.find((candidate) => candidate.key === name && candidate.scope === row.scope);
        expect(variable, `${row.key} ${name}`).toBeDefined();
        if (variable?.choices) expect(variable.choices, `${row.key} ${name}`).toContainEqual(value);
        expect(typeOf(value), `${row.key} ${name}`).toBe(variable?.type);
      }
    }
    for (const { key: name } of study.variables)
      expect(
        rows.some((row) => name in row.values),
        name,
      ).toBe(true);
  });

  test('the study has a before and an after, primary and secondary data, and three techniques (METHODS 3.6)', () => {
    for (const name of ['period', 'data-category', 'technique']) {
      const variable = study.variables.find((candidate) => candidate.key === name);
      for (const choice of variable?.choices ?? [])
        expect(
          study.documents.map((document) => document.values[name]),
          name,
        ).toContainEqual(choice);
    }
    expect(study.documents.every((document) => document.case !== null)).toBe(true);
  });
});

describe('the codings', () => {
  test('150 codings or more, most by the first coder, 25 or more by the second', () => {
    expect(study.codings.length).toBeGreaterThanOrEqual(150);
    const [first, second] = study.coders.map(({ key: coder }) => study.codings.filter((row) => row.coder === coder));
    expect(study.coders.length).toBe(2);
    expect(second?.length).toBeGreaterThanOrEqual(25);
    expect(first?.length).toBeGreaterThan(2 * (second?.length ?? 0));
  });

  test.each(languages)('every quote is found at its occurrence (%s)', (language) => {
    for (const coding of study.codings) {
      const range = rangeOf(coding, language);
      const name = `${coding.document} ${coding.code} ${coding.quote[language]}`;
      expect(range, name).not.toBeNull();
      // No quote begins or ends in the white space between words, or takes in the notice of the first line.
      expect(coding.quote[language], name).toBe(coding.quote[language].trim());
      expect(range?.start, name).toBeGreaterThan(textOf(language, coding.document).indexOf('\n\n'));
    }
  });

  test.each(languages)('no coding is there twice: same document, code, coder and range (%s)', (language) => {
    const codings = study.codings.map((coding) => {
      const range = rangeOf(coding, language);
      return [coding.document, coding.code, coding.coder, range?.start, range?.end].join(' ');
    });
    expect(codings.length - new Set(codings).size).toBe(0);
  });

  test('codings overlap: by different codes for co-occurrence, by both coders for agreement', () => {
    const codings = study.codings.map((coding) => ({ ...coding, range: rangeOf(coding, 'id') }));
    const pairs = codings.flatMap((a, index) =>
      codings.slice(index + 1).flatMap((b) => {
        if (a.document !== b.document || !a.range || !b.range) return [];
        return a.range.start < b.range.end && b.range.start < a.range.end ? [{ a, b }] : [];
      }),
    );
    const sameRange = ({ a, b }: (typeof pairs)[number]) =>
      a.range?.start === b.range?.start && a.range?.end === b.range?.end;
    const acrossCoders = pairs.filter(({ a, b }) => a.coder !== b.coder && a.code === b.code);
    expect(pairs.filter(({ a, b }) => a.coder === b.coder && a.code !== b.code).length).toBeGreaterThan(100);
    expect(pairs.filter((pair) => !sameRange(pair)).length).toBeGreaterThan(50);
    expect(acrossCoders.filter((pair) => !sameRange(pair)).length).toBeGreaterThanOrEqual(10);
  });

  test('some sources are silent on some dimensions, so that triangulation has something to show (METHODS R-24)', () => {
    const dimensionsIn = (document: string) => {
      const branches = study.codings
        .filter((coding) => coding.document === document)
        .map((coding) => study.codes.find((code) => code.key === coding.code))
        .map((code) => code?.parent ?? code?.key);
      return new Set(branches);
    };
    expect(dimensionsIn('06-kepala-desa')).not.toContain('manajer');
    expect(dimensionsIn('09-perbup-spbe')).not.toContain('egaliter');
    expect(dimensionsIn('10-lkjip-2024')).not.toContain('komunikasi');
    for (const { key: document } of study.documents) expect(dimensionsIn(document).size).toBeGreaterThanOrEqual(6);
  });
});

describe('the memos', () => {
  test('15 memos or more, of every kind, about the project, codes, documents, cases and passages', () => {
    expect(study.memos.length).toBeGreaterThanOrEqual(15);
    expect(new Set(study.memos.map(({ kind }) => kind)).size).toBe(5);
    const about = study.memos.flatMap((memo) => memo.targets.map(({ kind }) => kind));
    expect(new Set(about)).toEqual(new Set(['project', 'code', 'document', 'case', 'passage']));
  });

  test.each(languages)('a passage a memo is about is found, and only once (%s)', (language) => {
    for (const memo of study.memos)
      for (const about of memo.targets)
        if (about.kind === 'passage')
          expect(textOf(language, about.document).split(about.quote[language]).length, memo.title.en).toBe(2);
  });
});

function readText(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function textOf(language: Language, document: string): string {
  return texts.get(`${language}/${document}`) ?? '';
}

function linesOf(language: Language, document: string): readonly string[] {
  return textOf(language, document).split('\n');
}

function isBlank(line: string): boolean {
  return line === '';
}

function speakerOf(line: string): string {
  return /^(\p{Lu}\p{Ll}+): \S/u.exec(line)?.[1] ?? `no speaker: ${line}`;
}

function rangeOf(
  coding: Study['codings'][number],
  language: Language,
): { readonly start: number; readonly end: number } | null {
  const text = textOf(language, coding.document);
  const quote = coding.quote[language];
  let start = -1;
  for (let occurrence = coding.occurrence ?? 1; occurrence > 0; occurrence -= 1) {
    start = text.indexOf(quote, start + 1);
    if (start === -1) return null;
  }
  return { start, end: start + quote.length };
}

function typeOf(value: z.infer<typeof values>[string]): string {
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  return 'Text';
}

/** WCAG 2.2 contrast ratio against white, from the relative luminance of an sRGB colour. */
function contrastOnWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
