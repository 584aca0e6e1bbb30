// The codebook templates that `new --template NAME` offers: METHODS R-10 (a complete code card), issue "Foundation"
// item 8 (both languages, definitions and rules). A template is data, so what it must fulfil is said here.

import { lab, rgb } from 'd3-color';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { variableScope, variableType } from '../../src/shared/contract/cases.ts';
import { codeKind } from '../../src/shared/contract/codes.ts';
import { matrixKind } from '../../src/shared/contract/displays.ts';
import { networkKind } from '../../src/shared/contract/networks.ts';
import { memoKind } from '../../src/shared/contract/memos.ts';
import { inTreeOrder, pathSeparator } from '../../src/shared/domain/codes.ts';

const expected = ['agile-governance', 'agile-transition', 'egov-capacity', 'smart-governance', 'smart-governance-swot'];
const folder = new URL('../../samples/templates/', import.meta.url);

const words = z
  .string()
  .min(1)
  .refine((text) => text === text.trim(), 'has white space at an end');
const both = z.strictObject({ id: words, en: words });
const key = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const template = z.strictObject({
  name: key,
  title: both,
  description: both,
  codes: z
    .array(
      z.strictObject({
        key,
        parent: key.nullable(),
        color: z.string().regex(/^#[0-9a-f]{6}$/),
        kind: codeKind,
        codable: z.boolean(),
        name: both,
        description: both,
        include: both,
        exclude: both,
        typicalExample: both,
        counterExample: both,
      }),
    )
    .min(12)
    .max(35),
  variables: z.array(
    z.strictObject({
      key,
      scope: variableScope,
      type: variableType,
      name: both,
      description: both,
      choices: z.array(both).min(2).optional(),
    }),
  ),
  memos: z
    .array(z.strictObject({ title: both, body: both, kind: memoKind }))
    .min(1)
    .max(3),
  displays: z.array(matrixKind).min(3),
  networks: z.array(z.strictObject({ kind: networkKind, name: both })).optional(),
  cases: z
    .array(
      z.strictObject({
        key,
        name: both,
        description: both,
        values: z.array(z.strictObject({ variable: key, value: both })),
      }),
    )
    .min(3),
  questions: z
    .array(
      z.strictObject({
        key,
        label: both,
        text: both,
        note: both,
        codes: z.array(key).min(1),
        guide: z.array(key).min(1),
        ask: z.array(key).min(1),
      }),
    )
    .min(3),
  guide: z.array(z.strictObject({ key, label: both, wording: both })).min(8),
  criteria: z
    .array(
      z.strictObject({
        kind: z.enum(['informant', 'site']),
        label: both,
        description: both,
        wanted: z.number().int().min(1),
        cases: z.array(key).min(1),
      }),
    )
    .min(2),
  documents: z.array(z.strictObject({ title: both, significance: both, questions: z.array(key).min(1) })).min(3),
});
type Template = z.infer<typeof template>;
type Both = z.infer<typeof both>;
type Code = Template['codes'][number];

test('the five templates the command line names are there, and nothing else', () => {
  expect(
    readdirSync(folder)
      .map((file) => file.replace(/\.json$/, ''))
      .sort(),
  ).toEqual(expected);
});

describe.each(expected)('template %s', (name) => {
  const study = template.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  const byKey = new Map(study.codes.map((code) => [code.key, code]));
  const texts = [...bilingualTexts(study)];

  test('carries its own name', () => {
    expect(study.name).toBe(name);
  });

  test('keys are unique', () => {
    for (const list of [study.codes, study.variables, study.cases, study.questions, study.guide]) {
      expect(repeated(list.map((item) => item.key))).toEqual([]);
    }
  });

  test('codes stand in codebook order: parents first, depth first, at most three deep (CT1, CT2)', () => {
    const items = study.codes.map((code) => ({
      guid: code.key,
      parent: code.parent,
      name: code.name.en,
    }));
    const before = new Set<string>();
    for (const code of study.codes) {
      if (code.parent !== null) expect(before, code.key).toContain(code.parent);
      before.add(code.key);
    }
    expect(inTreeOrder(items).map((item) => item.guid)).toEqual(study.codes.map((code) => code.key));
    const depths = study.codes.map((code) => lineage(code, byKey).length);
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...depths)).toBeLessThanOrEqual(3);
  });

  test('a heading that takes no codings has codes below it (CT6)', () => {
    for (const code of study.codes.filter((candidate) => !candidate.codable)) {
      expect(
        study.codes.some((child) => child.parent === code.key),
        code.key,
      ).toBe(true);
    }
  });

  test.each(['id', 'en'] as const)('names are unambiguous and can be written as paths (%s)', (language) => {
    const codeNames = study.codes.map((code) => code.name[language]);
    expect(repeated(codeNames)).toEqual([]);
    expect(codeNames.filter((codeName) => codeName.includes(pathSeparator))).toEqual([]);
    expect(repeated(study.variables.map((variable) => variable.name[language]))).toEqual([]);
    expect(repeated(study.cases.map((suggested) => suggested.name[language]))).toEqual([]);
  });

  test.each(['id', 'en'] as const)('the parts of a code card say different things (R-10, %s)', (language) => {
    for (const code of study.codes) {
      const parts = [code.description, code.include, code.exclude, code.typicalExample, code.counterExample];
      expect(repeated(parts.map((part) => part[language].toLowerCase())), code.key).toEqual([]);
    }
    const definitions = study.codes.map((code) => code.description[language]);
    expect(repeated(definitions)).toEqual([]);
  });

  test('no text is the same in both languages', () => {
    expect(texts.filter((text) => text.id.toLowerCase() === text.en.toLowerCase())).toEqual([]);
  });

  test('each language is written in that language', () => {
    // Titles of works and spoken words, in double quotation marks, may be foreign, and so may the name of a journal.
    const journal = /(?:[A-Z]\S+ |& |and )+\d+\(\d+\): \d+–\d+/g;
    const bare = (text: string): string => text.replaceAll(/“[^”]*”/g, '').replaceAll(journal, '');
    expect(texts.filter((text) => /\b(the|and|which|with|from)\b/i.test(bare(text.id)))).toEqual([]);
    expect(texts.filter((text) => /\b(yang|dan|untuk|dengan|tidak)\b/i.test(bare(text.en)))).toEqual([]);
  });

  test.each(['id', 'en'] as const)('every ‘reference’ names a code or variable of this template (%s)', (language) => {
    const names = new Set([...study.codes, ...study.variables].map((item) => item.name[language]));
    const references = texts.flatMap((text) => referencesIn(text[language]));
    expect(references.filter((reference) => !names.has(reference))).toEqual([]);
    expect(references.length).toBeGreaterThan(study.codes.length);
  });

  test('both languages make the same references', () => {
    expect(texts.filter((text) => referencesIn(text.id).length !== referencesIn(text.en).length)).toEqual([]);
  });

  test('suggested cases use case variables and their choices', () => {
    for (const { key: caseKey, values } of study.cases) {
      expect(repeated(values.map((value) => value.variable)), caseKey).toEqual([]);
      for (const { variable: variableKey, value } of values) {
        const variable = study.variables.find((candidate) => candidate.key === variableKey);
        expect(variable?.scope, `${caseKey}: ${variableKey}`).toBe('case');
        if (variable?.choices) expect(variable.choices, `${caseKey}: ${variableKey}`).toContainEqual(value);
      }
    }
  });

  test('choices belong to text variables and do not repeat', () => {
    for (const variable of study.variables.filter((candidate) => candidate.choices)) {
      expect(variable.type, variable.key).toBe('Text');
      for (const language of ['id', 'en'] as const) {
        expect(repeated((variable.choices ?? []).map((choice) => choice[language])), variable.key).toEqual([]);
      }
    }
  });

  test('the variables that triangulation compares are there (R-23)', () => {
    const known = study.variables.map((variable) => `${variable.scope}:${variable.key}`);
    expect(known).toEqual(
      expect.arrayContaining([
        'case:office',
        'case:division',
        'case:role',
        'document:technique',
        'document:data-category',
        'document:statement-setting',
      ]),
    );
  });

  test('colours are unique and stand out from white by 3:1 (WCAG 2.2, 1.4.11)', () => {
    expect(repeated(study.codes.map((code) => code.color))).toEqual([]);
    expect(study.codes.filter((code) => contrastWithWhite(code.color) < 3).map((code) => code.key)).toEqual([]);
  });

  // 12 is five times the just noticeable difference of 2.3 (Mahy et al. 1994).
  test('top branches stay apart for every kind of colour vision', () => {
    const heads = study.codes.filter((code) => code.parent === null);
    for (const [vision, matrix] of Object.entries(colourVision)) {
      for (const [index, head] of heads.entries()) {
        for (const other of heads.slice(index + 1)) {
          const apart = difference(seen(head.color, matrix), seen(other.color, matrix));
          expect(apart, `${head.key} and ${other.key}, ${vision}`).toBeGreaterThan(12);
        }
      }
    }
  });

  test('a branch keeps its hue, and its shades can be told apart', () => {
    for (const code of study.codes) {
      const [head] = lineage(code, byKey);
      if (head === undefined || head === code) continue;
      const own = lab(code.color);
      const branch = lab(head.color);
      const turn = Math.abs(((hue(own) - hue(branch) + 540) % 360) - 180);
      // Hue means nothing in a branch of greys.
      if (Math.hypot(branch.a, branch.b) > 12) expect(turn, code.key).toBeLessThan(20);
      else expect(Math.hypot(own.a, own.b), code.key).toBeLessThan(12);
      const siblings = study.codes.filter((other) => other !== code && lineage(other, byKey)[0] === head);
      for (const other of siblings) {
        expect(difference(own, lab(other.color)), `${code.key} and ${other.key}`).toBeGreaterThan(4);
      }
    }
  });
});

test('the definition of open communication is marked as disputed in both agile templates (METHODS §3.7)', () => {
  for (const name of ['agile-governance', 'agile-transition']) {
    const study = template.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
    const code = study.codes.find((candidate) => candidate.key === 'open-communication');
    expect(code?.description.id).toContain('diperdebatkan');
    expect(code?.description.en).toContain('disputed');
  }
});

test('the seven agile dimensions head both agile templates with the same names and colours', () => {
  const [first, second] = ['agile-governance', 'agile-transition'].map((name) =>
    template
      .parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))
      .codes.filter((code) => code.parent === null)
      .slice(0, 7)
      .map(({ key: dimension, name: title, color }) => ({ dimension, title, color })),
  );
  expect(first?.map((head) => head.title.id)).toEqual([
    'Inovasi',
    'Manajer',
    'Otonom dan berjejaring',
    'Koordinasi terstruktur',
    'Transparansi',
    'Komunikasi terbuka',
    'Egaliter',
  ]);
  expect(second).toEqual(first);
});

/** Every text of a template that exists in both languages. */
function* bilingualTexts(value: unknown): Generator<Both> {
  const pair = both.safeParse(value);
  if (pair.success) yield pair.data;
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* bilingualTexts(part);
  }
}

/** A template writes the names of codes and variables in single quotation marks. */
function referencesIn(text: string): readonly string[] {
  return [...text.replaceAll(/“[^”]*”/g, '').matchAll(/‘([^‘’]+)’/g)].map((match) => match[1] ?? '');
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The code and what is above it, topmost first. */
function lineage(code: Code, byKey: ReadonlyMap<string, Code>): readonly Code[] {
  const parent = code.parent === null ? undefined : byKey.get(code.parent);
  return parent ? [...lineage(parent, byKey), code] : [code];
}

type Matrix = readonly (readonly [number, number, number])[];

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear sRGB. */
const colourVision: Readonly<Record<string, Matrix>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

type Lab = { readonly l: number; readonly a: number; readonly b: number };

/** Linear sRGB, 0 to 1 (IEC 61966-2-1). */
function linear(color: string): readonly [number, number, number] {
  const { r, g, b } = rgb(color);
  const toLinear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [toLinear(r), toLinear(g), toLinear(b)];
}

function contrastWithWhite(color: string): number {
  const [red, green, blue] = linear(color);
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function seen(color: string, matrix: Matrix): Lab {
  const [red, green, blue] = linear(color);
  const [r = 0, g = 0, b = 0] = matrix.map(([x, y, depth]) => {
    const share = Math.min(1, Math.max(0, x * red + y * green + depth * blue));
    return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
  });
  return lab(rgb(r, g, b));
}

/** ΔE*ab of CIE 1976. */
function difference(one: Lab, other: Lab): number {
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

/** Hue angle in degrees. */
function hue({ a, b }: Lab): number {
  return (Math.atan2(b, a) * 180) / Math.PI;
}
