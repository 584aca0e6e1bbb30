// R-22: one ZIP in the six classes of an audit trail (Halpern, as Lincoln & Guba give it). Texts as they are, tables as
// CSV, what is read as HTML; the list of files names the hash of each.

import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import type { LogStep } from '../../../shared/contract/trustworthiness.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { localeOf, translate } from '../../../shared/i18n/translate.ts';
import { revisionOf } from '../../db/analysis.ts';
import { csvOf } from '../exporters/csv.ts';
import { officeTime } from '../exporters/office.ts';
import { htmlText } from '../exporters/xml-text.ts';
import { collectionQueries } from '../handlers/collection.ts';
import { displayJobs, displayQueries } from '../handlers/displays.ts';
import { formQueries } from '../handlers/forms.ts';
import { networkQueries } from '../handlers/networks.ts';
import { requireProjectRow } from '../handlers/project.ts';
import { propositionQueries } from '../handlers/propositions.ts';
import { questionQueries } from '../handlers/questions.ts';
import { triangulationQueries } from '../handlers/triangulation.ts';
import type { JobContext } from '../handler.ts';
import type { Block } from '../report/blocks.ts';
import { matrixBlocks, networkBlocks } from '../report/display-blocks.ts';
import { reportHtml } from '../report/report-html.ts';
import { standardsOf } from './standards.ts';
import { analysisTables, rawTables, rawTexts, type Table } from './audit-tables.ts';

type Folder = 'raw' | 'condensation' | 'synthesis' | 'process' | 'intentions' | 'instruments';

/** The folders begin with their number, so that they stand in this order everywhere. */
const folders: Readonly<Record<Folder, string>> = {
  raw: '1-raw-data',
  condensation: '2-condensation',
  synthesis: '3-synthesis',
  process: '4-process',
  intentions: '5-intentions',
  instruments: '6-instruments',
};

export async function auditBundle(context: JobContext, log: readonly LogStep[]) {
  const { db, services, progress } = context;
  const { language, name, description } = requireProjectRow(db);
  const say = (key: MessageKey, params = {}) => translate(language, key, params);
  const files = new Map<string, Uint8Array>();
  const add = (folder: Folder, file: string, bytes: Uint8Array): void => {
    files.set(`${folders[folder]}/${file}`, bytes);
  };
  const table = (folder: Folder, file: string, { head, rows }: Table): void =>
    add(folder, `${file}.csv`, strToU8(csvOf([head, ...rows])));
  const page = (folder: Folder, file: string, title: string, blocks: readonly Block[]): void =>
    add(
      folder,
      `${file}.html`,
      strToU8(reportHtml({ language, title, blocks: [{ kind: 'title', text: title }, ...blocks] })),
    );

  for (const { file, text } of rawTexts(db)) add('raw', `texts/${file}`, strToU8(text));
  for (const [file, rows] of rawTables(db)) table('raw', file, rows);
  progress(0.3);
  for (const [file, rows] of analysisTables(db)) table('condensation', file, rows);

  const propositions = propositionQueries['propositions.list'](context, {});
  table('synthesis', 'propositions', {
    head: [
      'guid',
      'statement',
      'status',
      'confidence',
      'argument',
      'scope',
      'limits',
      'question',
      'dimension',
      'override',
    ],
    rows: propositions.map((each) => [
      each.guid,
      each.statement,
      each.status,
      each.confidence,
      each.argument,
      each.scope,
      each.limits,
      each.question,
      each.dimension,
      each.overrideReason,
    ]),
  });
  table('synthesis', 'evidence', {
    head: [
      'guid',
      'proposition',
      'side',
      'kind',
      'target',
      'strength',
      'state',
      'source',
      'words',
      'note',
      'document',
      'start',
      'end',
    ],
    rows: propositions.flatMap(({ guid, evidence }) =>
      evidence.map((each) => [
        each.guid,
        guid,
        each.side,
        each.kind,
        each.target,
        each.strength,
        each.mark,
        each.title,
        each.words,
        each.note,
        each.document,
        each.start,
        each.end,
      ]),
    ),
  });
  // Claim → display → coding: which quotations come through a cell, a matrix or a network.
  table('synthesis', 'evidence-through-displays', {
    head: ['proposition', 'evidence', 'coding'],
    rows: propositions.flatMap(({ guid }) =>
      propositionQueries['propositions.behind'](context, { propositionId: guid }).flatMap(({ evidence, codings }) =>
        codings.map((coding) => [guid, evidence, coding]),
      ),
    ),
  });
  table('synthesis', 'tactics', {
    head: ['guid', 'proposition', 'tactic', 'subject', 'outcome', 'note', 'informant', 'at'],
    rows: propositions.flatMap(({ guid, checks }) =>
      checks.map((each) => [
        each.guid,
        guid,
        each.tactic,
        each.subject,
        each.outcome,
        each.note,
        each.case,
        each.createdAt,
      ]),
    ),
  });
  table('synthesis', 'verdicts', {
    head: ['guid', 'proposition', 'comparison', 'verdict', 'reason', 'judge', 'state', 'at'],
    rows: propositions.flatMap(({ guid, verdicts }) =>
      verdicts.map((each) => [
        each.guid,
        guid,
        each.comparison,
        each.verdict,
        each.reason,
        each.judge,
        each.mark,
        each.createdAt,
      ]),
    ),
  });
  const matrix = triangulationQueries['triangulation.matrix'](context, {
    comparison: { kind: 'technique' },
    rows: 'propositions',
  });
  table('synthesis', 'triangulation', {
    head: ['proposition', ...matrix.columns.map(({ label }) => label), 'verdict', 'reason'],
    rows: matrix.rows.map(({ label, cells, verdict }) => [
      label,
      ...cells.map(({ state, count, meaning }) =>
        [`${state} ${count}`, meaning].filter((part) => part !== '').join(': '),
      ),
      verdict?.verdict ?? null,
      verdict?.reason ?? null,
    ]),
  });
  for (const [place, details] of displayQueries['displays.list'](context).entries()) {
    const shown = await displayJobs['displays.matrix'](context, { displayId: details.guid });
    page(
      'synthesis',
      `display-${String(place + 1).padStart(2, '0')}`,
      details.name,
      matrixBlocks(say, details, shown, 2),
    );
  }
  for (const [place, { guid }] of networkQueries['networks.list'](context).entries()) {
    const network = networkQueries['networks.show'](context, { networkId: guid });
    page('synthesis', `network-${String(place + 1).padStart(2, '0')}`, network.name, networkBlocks(say, network, 2));
  }
  progress(0.7);

  table('process', 'log', {
    head: ['step', 'at', 'who', 'stream', 'method', 'what', 'undone', 'remark'],
    rows: log.map((step) => [
      step.sequence,
      step.at,
      step.coderName,
      step.stream,
      step.method,
      step.label,
      step.undone ? 'yes' : '',
      step.remark,
    ]),
  });
  const standards = standardsOf(db, propositions, language);
  page(
    'process',
    'trustworthiness',
    say('trust.page'),
    standards.flatMap(({ criterion, facts, remark }): readonly Block[] => [
      { kind: 'heading', level: 2, text: say(`trust.criterion.${criterion}`) },
      ...facts.map(({ text, isGap }): Block => ({
        kind: 'paragraph',
        text: isGap ? `${text} (${say('trust.gap')})` : text,
      })),
      ...(remark === '' ? [] : [{ kind: 'note', text: remark } as const]),
    ]),
  );
  table('intentions', 'research-questions', {
    head: ['guid', 'label', 'question', 'note'],
    rows: questionQueries['questions.list'](context).map((each) => [each.guid, each.label, each.text, each.note]),
  });
  table('intentions', 'sampling', {
    head: ['kind', 'criterion', 'description', 'wanted', 'fulfilled'],
    rows: collectionQueries['collection.criteria'](context).map((each) => [
      each.kind,
      each.label,
      each.description,
      each.wanted,
      each.fulfilledBy.length,
    ]),
  });
  const coverage = collectionQueries['collection.coverage'](context);
  table('instruments', 'accounting-log', {
    head: ['source', 'question', 'state', 'codings', 'status', 'completeness', 'date', 'note'],
    rows: coverage.cells.map(({ source, question, state, codings, entry }) => [
      source,
      question,
      state,
      codings,
      entry?.status ?? null,
      entry?.completeness ?? null,
      entry?.date ?? null,
      entry?.note ?? null,
    ]),
  });
  table('instruments', 'summary-forms', {
    head: ['form', 'kind', 'title', 'date', 'place', 'section', 'text', 'state'],
    rows: formQueries['forms.list'](context, {}).flatMap((form) =>
      [{ section: 'body', text: form.body, state: 'note' }, ...form.items].map((item) => [
        form.guid,
        form.kind,
        form.title,
        form.date,
        form.place,
        item.section,
        item.text,
        item.state,
      ]),
    ),
  });
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const note = say('audit.text', { date: made.format(services.ports.clock.now()), revision: revisionOf(db) });
  files.set(
    'files.csv',
    strToU8(
      csvOf([
        ['file', 'bytes', 'sha-256'],
        ...[...files].map(([path, bytes]) => [path, bytes.byteLength, sha256(bytes)]),
      ]),
    ),
  );
  const title = say('audit.title', { project: name });
  files.set('index.html', strToU8(indexHtml(language, title, [description, note], say, [...files.keys()])));
  progress(1);
  const bytes = zipSync(Object.fromEntries(files), { level: 6, mtime: officeTime });
  return { name: `${title}.zip`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-'), bytes };
}

function indexHtml(
  language: string,
  title: string,
  texts: readonly string[],
  say: (key: MessageKey) => string,
  paths: readonly string[],
): string {
  const sections = (Object.keys(folders) as Folder[]).map((folder) => {
    const own = paths.filter((path) => path.startsWith(`${folders[folder]}/`));
    const items = own.map(
      (path) =>
        `<li><a href="${path.split('/').map(encodeURIComponent).join('/')}">${htmlText(path.slice(folders[folder].length + 1))}</a></li>`,
    );
    return `<h2>${htmlText(say(`audit.folder.${folder}`))}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>body{font:16px/1.6 Georgia,'Times New Roman',serif;max-width:46rem;margin:3rem auto;padding:0 1.5rem;color:#1f2328;background:#fff}</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
${texts.map((text) => `<p>${htmlText(text)}</p>`).join('\n')}
${sections.join('\n')}
<p><a href="files.csv">files.csv</a></p>
</body>
</html>
`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
