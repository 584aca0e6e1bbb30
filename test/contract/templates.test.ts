// Issue 6, acceptance: "Each template yields a project whose forms, codes, displays and report are complete, in both
// languages". Every template × language, through the contract (R-04, R-05, R-07, R-10, R-14, R-15, R-26).

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import { sectionsOfForm } from '../../src/shared/contract/forms.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { translate } from '../../src/shared/i18n/translate.ts';
import { clientFor, makeWorkshop } from '../support/project.ts';

const templates = [
  'agile-governance',
  'agile-transition',
  'egov-capacity',
  'smart-governance',
  'smart-governance-swot',
];
const all = templates.flatMap((template) => (['id', 'en'] as const).map((language) => [template, language] as const));
const folder = mkdtempSync(join(tmpdir(), 'simpul-templates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(all)('%s, %s', (template, language) => {
  const workshop = makeWorkshop({ defaultLanguage: language });
  const app = createApp(workshop.ports);
  const client: Client = clientFor(app);
  beforeAll(async () => {
    const path = join(workshop.folder, 'study.simpul');
    await client.projects.create({ name: 'Studi', path, template, language });
  });
  afterAll(async () => {
    await app.close();
    workshop.cleanUp();
  });

  test('asks questions that codes and the interview guide serve to answer (R-07)', async () => {
    const [questions, guide, codes] = [
      await client.questions.list({}),
      await client.guide.questions({}),
      await client.codes.list({}),
    ];
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(guide.length).toBeGreaterThanOrEqual(8);
    for (const { label, text, codes: serving, guideQuestions } of questions) {
      expect(text.trim(), label).not.toBe('');
      expect(serving.length, label).toBeGreaterThan(0);
      expect(guideQuestions.length, label).toBeGreaterThan(0);
    }
    const asked = new Set(questions.flatMap((question) => question.guideQuestions));
    expect(guide.filter(({ guid }) => !asked.has(guid))).toEqual([]);
    expect(guide.filter(({ wording }) => wording.trim() === '')).toEqual([]);
    // Every main branch of the codebook answers something: nothing is coded for no question.
    const serving = new Set(questions.flatMap((question) => question.codes));
    const byGuid = new Map(codes.map((code) => [code.guid, code]));
    const branch = (guid: Guid): Guid => {
      const parent = byGuid.get(guid)?.parent ?? null;
      return parent === null ? guid : branch(parent);
    };
    const served = new Set([...serving].map(branch));
    expect(codes.filter(({ parent, guid }) => parent === null && !served.has(guid)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test('says whom to ask and why them: cases, values, criteria that are met, a planned log (R-03, R-07)', async () => {
    const cases = await client.cases.list({});
    const variables = await client.variables.list({});
    const criteria = await client.collection.criteria({});
    expect(cases.length).toBeGreaterThanOrEqual(5);
    expect(cases.filter(({ values }) => values.length === 0)).toEqual([]);
    expect(variables.filter(({ description }) => description.trim() === '')).toEqual([]);
    expect(criteria.length).toBeGreaterThanOrEqual(2);
    const chosen = new Set(criteria.flatMap(({ fulfilledBy }) => fulfilledBy.map((each) => each.case)));
    expect(cases.filter(({ guid }) => !chosen.has(guid)).map(({ name }) => name)).toEqual([]);
    const { cells, counts } = await client.collection.coverage({});
    expect(counts.planned).toBeGreaterThanOrEqual(cases.length);
    const planned = new Set(cells.filter(({ state }) => state === 'planned').map(({ source }) => source));
    expect(cases.filter(({ guid }) => !planned.has(guid)).map(({ name }) => name)).toEqual([]);
  });

  test('has complete code cards (R-10)', async () => {
    const codes = await client.codes.list({});
    const fields = ['description', 'include', 'exclude', 'typicalExample', 'counterExample'] as const;
    expect(codes.filter((code) => fields.some((field) => code[field].trim() === '')).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test('has a summary for each contact and document to come, each about a research question (R-04, R-05)', async () => {
    const forms = await client.forms.list({});
    const cases = await client.cases.list({});
    const contacts = forms.filter(({ kind }) => kind === 'contact');
    expect(new Set(contacts.map((form) => form.case))).toEqual(new Set(cases.map(({ guid }) => guid)));
    expect(forms.filter(({ kind }) => kind === 'document').length).toBeGreaterThanOrEqual(3);
    for (const { title, kind, items } of forms) {
      const known: readonly string[] = sectionsOfForm[kind];
      expect(
        items.filter(({ section }) => !known.includes(section)),
        title,
      ).toEqual([]);
      expect(
        items.some(({ question }) => question !== null),
        title,
      ).toBe(true);
      expect(
        items.some(({ state }) => state === 'to-do'),
        title,
      ).toBe(true);
    }
  });

  test('has displays with rows, columns and a decision rule, in the report (R-14)', async () => {
    const displays = await client.displays.list({});
    expect(displays.length).toBeGreaterThanOrEqual(3);
    for (const { guid, name, decisionRule, inReport } of displays) {
      const { rows, columns } = await client.displays.matrix({ displayId: guid });
      expect(inReport, name).toBe(true);
      expect(decisionRule.trim(), name).not.toBe('');
      // Rows by source and columns by technique come with the first document.
      expect(rows.length + columns.length, name).toBeGreaterThan(0);
    }
  });

  test('has the networks its design calls for, with the codes of the study and no causes yet (R-16)', async () => {
    const networks = await client.networks.list({});
    expect(networks.map(({ kind }) => kind)).toEqual(template === 'egov-capacity' ? ['causal-network'] : []);
    for (const { nodes, links, inReport, decisionRule } of networks) {
      expect({ hasNodes: nodes > 2, links, inReport }).toEqual({ hasNodes: true, links: 0, inReport: true });
      expect(decisionRule).not.toBe('');
    }
  });

  test('has a report whose chapters, numbers and tables stand before the first word is coded (R-26)', async () => {
    for (const form of ['thesis', 'article'] as const) {
      const { blocks } = await client.report.preview({ form, language });
      const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
      const words = headings.map(({ text }) => text);
      expect(words.filter((each) => /\{|report\./.test(each))).toEqual([]);
      const roots = (await client.codes.list({})).filter(({ parent }) => parent === null);
      for (const { name } of roots)
        expect(
          words.some((each) => each.endsWith(name)),
          name,
        ).toBe(true);
      if (form === 'thesis') expectNumbers(headings);
      const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
      expect(tables.filter(({ caption }) => !/^(Tabel|Table) [\d.]+\. \S/.test(caption))).toEqual([]);
      expect(new Set(tables.map(({ caption }) => caption.split(' ')[1])).size).toBe(tables.length);
      for (const each of ['report.criteria.table', 'report.guide.table', 'report.codebook.table'] as const) {
        expect(
          tables.some(({ caption }) => caption.endsWith(translate(language, each))),
          each,
        ).toBe(true);
      }
    }
  });

  test('prints report and blank forms as Word and HTML (R-15)', async () => {
    for (const form of ['thesis', 'article'] as const) {
      const report = await client.report.export({ form, language, format: 'docx' });
      wellFormed(keep(`${template}-${language}-${form}.docx`, app.files.take(report.token).bytes));
    }
    const sheets = await client.forms.sheets({ format: 'docx', language });
    const xml = wellFormed(keep(`${template}-${language}-forms.docx`, app.files.take(sheets.token).bytes));
    for (const { text } of await client.questions.list({})) expect(xml).toContain(text);
    for (const { wording } of await client.guide.questions({})) expect(xml).toContain(wording);
    const page = await client.forms.sheets({ format: 'html', language, blank: ['contact', 'document'] });
    const html = new TextDecoder().decode(app.files.take(page.token).bytes);
    for (const kind of ['contact', 'document'] as const) {
      for (const section of sectionsOfForm[kind])
        expect(html).toContain(translate(language, `forms.section.${section}`));
    }
  });

  test('is sound', async () => {
    expect((await client.project.check({})).problems).toEqual([]);
  });
});

test('a filled summary prints what was written, and what is still to be done', async () => {
  const workshop = makeWorkshop();
  const app = createApp(workshop.ports);
  const client = clientFor(app);
  await client.projects.create({ name: 'Studi', path: join(workshop.folder, 'a.simpul'), language: 'en' });
  const { guid: caseId } = await client.cases.create({ name: 'Ratna' });
  const { guid: formId } = await client.forms.create({
    kind: 'contact',
    caseId,
    title: 'First talk',
    date: '2026-02-03',
  });
  await client.forms.addItem({ formId, section: 'salient', text: 'Counts <queues> by hand' });
  await client.forms.addItem({ formId, section: 'next', text: 'Ask for the list', state: 'to-do' });
  await client.forms.addItem({ formId, section: 'next', text: 'Thank her', state: 'done' });
  const { token } = await client.forms.sheets({ format: 'html', blank: [], formIds: [formId] });
  const html = new TextDecoder().decode(app.files.take(token).bytes);
  for (const words of ['First talk', 'Ratna', 'Counts &lt;queues&gt; by hand', '☐ Ask for the list', '☑ Thank her']) {
    expect(html).toContain(words);
  }
  await app.close();
  workshop.cleanUp();
});

// With SIMPUL_OFFICE=1: all thirty at once, in a minute; the pictures are for looking at.
test('Word documents of every template open in LibreOffice', { timeout: 300_000 }, () => {
  const target = process.env['SIMPUL_OFFICE'];
  if (!target || spawnSync('soffice', ['--version'], { timeout: 60_000 }).status !== 0) {
    process.stdout.write('skipped: SIMPUL_OFFICE not set, or LibreOffice (soffice) is not there\n');
    return;
  }
  const made = join(target, 'pdf');
  mkdirSync(made, { recursive: true });
  const files = readdirSync(folder).map((name) => join(folder, name));
  const home = pathToFileURL(join(folder, 'profile')).href;
  spawnSync(
    'soffice',
    [`-env:UserInstallation=${home}`, '--headless', '--convert-to', 'pdf', '--outdir', made, ...files],
    { timeout: 280_000 },
  );
  const pdfs = readdirSync(made).filter((name) => name.endsWith('.pdf'));
  expect(pdfs).toHaveLength(files.length);
});

function keep(name: string, bytes: Uint8Array): Uint8Array {
  writeFileSync(join(folder, name), bytes);
  return readFileSync(join(folder, name));
}

function wellFormed(docx: Uint8Array): string {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const parser = new SaxesParser();
  let text = '';
  parser.on('text', (words) => (text += words));
  parser.write(xml).close();
  return text;
}

/** Sections follow each other without a gap: 3.1, 3.2, 4.1, 4.1.1 … */
function expectNumbers(headings: readonly { readonly level: number; readonly text: string }[]): void {
  const counters = [2, 0, 0];
  for (const { level, text } of headings) {
    counters[level - 1] = (counters[level - 1] ?? 0) + 1;
    counters.fill(0, level);
    if (level > 1) expect(text.startsWith(`${counters.slice(0, level).join('.')} `), text).toBe(true);
  }
}
