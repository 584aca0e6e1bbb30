import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { ReportBlock, ReportFormat } from '../../../shared/contract/report.ts';
import { resultTable } from '../../../shared/contract/results.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { z } from 'zod';
import { slicer } from '../../analysis/slices.ts';
import { analysedDocuments, revisionOf } from '../../db/analysis.ts';
import { listCases, listVariables } from '../../db/cases.ts';
import { listCoders } from '../../db/coders.ts';
import { listDocuments } from '../../db/documents.ts';
import { reportCriteria, reportGuide, reportQuestions, reportQuotations } from '../../db/report.ts';
import { answerOf, listResults, statesOf } from '../../db/results.ts';
import { sql } from '../../db/database.ts';
import { listForms, requireForm } from '../../db/forms.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { formSheets, type SheetStudy } from '../report/form-sheets.ts';
import { assertMayLeave } from '../export-gate.ts';
import { loadPropositions } from '../claims/load.ts';
import type { JobContext, JobHandlers } from '../handler.ts';
import type { Block, Report } from '../report/blocks.ts';
import { reportOf } from '../report/content.ts';
import type { ReportStudy } from '../report/desk.ts';
import { pauseOf } from './analysis-context.ts';
import { codebook } from './codes.ts';
import { groundOfLinks, networkOf, networksIn } from '../displays/networks.ts';
import { writeInWorker } from '../exporters/write-in-worker.ts';
import { breathe } from '../jobs.ts';
import { matricesIn } from '../displays/present.ts';
import { detailsOf, matrixDisplayOf } from './displays.ts';
import { requireProjectRow } from './project.ts';

type Options = CheckedInputOf<'report.preview'>;
const mediaTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export const reportJobs = {
  'report.preview': async (context, options) => {
    const { title, blocks } = await made(context, options);
    return { title, blocks: blocks.map(told) };
  },
  'report.export': async (context, { format, confirmed, ...options }) => {
    assertMayLeave(context.db, confirmed);
    const report = await made(context, options);
    const { name: project } = requireProjectRow(context.db);
    return produce(context, report, format, `${translate(report.language, 'report.title')} ${project}`);
  },
  'forms.sheets': async (context, { blank, formIds, format, language, confirmed }) => {
    const { db } = context;
    if (formIds.length > 0) assertMayLeave(db, confirmed);
    const project = requireProjectRow(db);
    const forms = formIds.map((guid) => requireForm(db, guid).guid);
    const names = [
      ...listCases(db).map(({ guid, name }): [Guid, string] => [guid, name]),
      ...listDocuments(db).map(({ guid, title }): [Guid, string] => [guid, title]),
    ];
    const study: SheetStudy = {
      name: project.name,
      questions: reportQuestions(db),
      guide: reportGuide(db),
      forms: listForms(db).filter(({ guid }) => forms.includes(guid)),
      names: new Map(names),
    };
    const sheets = formSheets(study, blank, language ?? project.language);
    return produce(context, sheets, format, sheets.title);
  },
} satisfies Partial<JobHandlers>;

async function produce(context: JobContext, report: Report, format: ReportFormat, title: string) {
  const { services } = context;
  const { bytes } = await writeInWorker(services.ports.workers.exporter, { kind: 'report', format, report }, context);
  const name = `${title}.${format}`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-');
  const mediaType = mediaTypes[format];
  return { token: services.files.hold({ name, mediaType, bytes }), name, mediaType, size: bytes.byteLength };
}

function told(block: Block): ReportBlock {
  if (block.kind === 'picture') {
    const { drawing, ...picture } = block;
    return { ...picture, width: drawing.width, height: drawing.height };
  }
  if (block.kind !== 'table') return block;
  const { from, ...table } = block;
  const plain = { ...table, head: [...table.head], rows: table.rows.map((row) => [...row]) };
  return from ? { ...plain, from: from.map((row) => [...row]) } : plain;
}

async function made(context: JobContext, { form, language, quotations }: Options): Promise<Report> {
  context.progress(0);
  const wanted = language ?? requireProjectRow(context.db).language;
  const study = await readStudy(context, wanted);
  context.progress(0.5);
  await breathe(context.signal);
  return reportOf(study, { form, language: wanted, quotations });
}

/** All of one revision: where a command comes in between, it is read again. */
async function readStudy(context: JobContext, language: Language): Promise<ReportStudy> {
  const { db, services, session } = context;
  for (;;) {
    const revision = revisionOf(db);
    const displays: ReportStudy['displays'][number][] = [];
    for (const row of matricesIn(db).filter(({ in_report }) => in_report === 1)) {
      displays.push({ details: detailsOf(row), matrix: await matrixDisplayOf(context, row) });
    }
    const slice = slicer(pauseOf(context));
    const quotations: ReportStudy['quotations'][number][] = [];
    const documents = analysedDocuments(db).toSorted((a, b) => a.position - b.position || a.id - b.id);
    for (const [place, { id }] of documents.entries()) {
      await slice.rest();
      context.progress((0.5 * place) / documents.length);
      quotations.push(...reportQuotations(db, id));
    }
    if (revisionOf(db) !== revision) continue;
    const project = requireProjectRow(db);
    const links = groundOfLinks(db, language);
    return {
      name: project.name,
      description: project.description,
      fictional: project.fictional === 1,
      revision,
      madeAt: services.ports.clock.now(),
      documents: listDocuments(db),
      cases: listCases(db),
      variables: listVariables(db),
      codes: codebook(db),
      coders: listCoders(db).map(({ name }) => name),
      memos: db.get<{ n: number }>(sql`SELECT count(*) AS n FROM memo`)?.n ?? 0,
      questions: reportQuestions(db),
      criteria: reportCriteria(db),
      guide: reportGuide(db),
      quotations,
      propositions: loadPropositions(db, session.currentCoder?.id ?? null, language),
      displays,
      networks: networksIn(db)
        .filter(({ in_report }) => in_report === 1)
        .map((row) => networkOf(db, row, links)),
      results: listResults(db)
        .filter(({ in_report }) => in_report === 1)
        .flatMap((row) => {
          const [state] = statesOf(db, row.id);
          if (!state) return [];
          const tables = z.array(resultTable).parse(JSON.parse(answerOf(db, state.id)));
          return [{ name: row.name, comment: row.comment, method: row.method, revision: state.revision, tables }];
        }),
    };
  }
}
