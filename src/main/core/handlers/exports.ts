// What goes out to be read or counted elsewhere: coded passages, documents with their codes, matrices for statistics.

import { zipSync } from 'fflate';
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { select } from '../../analysis/selection.ts';
import { namedCases } from '../../db/analysis.ts';
import { documentValues, listCases, listVariables } from '../../db/cases.ts';
import { listDocuments } from '../../db/documents.ts';
import { assertMayLeave } from '../export-gate.ts';
import { caseMatrix, columnsName, type MatrixContent } from '../exporters/case-matrix.ts';
import { officeTime } from '../exporters/office.ts';
import { documentsIn } from '../exporters/segments-content.ts';
import { writeInWorker } from '../exporters/write-in-worker.ts';
import { fileName, holdExport, holdFile, mediaTypes, said } from '../export-reports.ts';
import type { JobContext, JobHandlers } from '../handler.ts';
import { createNotes } from '../merge/notes.ts';
import { assertFresh, remembered } from './analysis-context.ts';
import { codebook } from './codes.ts';
import { gatherDocuments, gatherSegments, originOf } from './export-content.ts';
import { requireProjectRow } from './project.ts';

export const exportJobs = {
  'exports.segments': async (context, { format, groupBy, confirmed, ...choice }) => {
    const { db } = context;
    assertMayLeave(db, confirmed);
    const { segments, variables, orphans } = await gatherSegments(context, choice);
    if (segments.length === 0) throw new SimpulError('nothing-to-export');
    const content = { ...originOf(context, choice), groupBy, variables, segments };
    const codeOrder = codebook(db).map(({ guid }) => guid);
    const codes = new Set(segments.map(({ code }) => code)).size;
    const counts = { codings: segments.length, codes, sources: documentsIn(segments) };
    const task = { kind: 'segments', format, content, codeOrder } as const;
    return written(context, task, { title: 'exports.segments', counts, orphans });
  },
  'exports.documents': async (context, { format, confirmed, ...choice }) => {
    assertMayLeave(context.db, confirmed);
    const { documents, segments, orphans } = await gatherDocuments(context, choice);
    if (documents.length === 0) throw new SimpulError('nothing-to-export');
    const origin = originOf(context, choice);
    const nobody = translate(origin.language, 'exports.nobody');
    const counts = { sources: documents.length, codings: segments.length };
    const task = { kind: 'documents', format, content: { ...origin, documents, nobody } } as const;
    return written(context, task, { title: 'exports.documents', counts, orphans });
  },
  'exports.matrix': async (context, input) => {
    const { services } = context;
    assertMayLeave(context.db, input.confirmed);
    const content = await matrixContent(context, input);
    const { table, columns, syntax } = caseMatrix(content);
    const encoder = new TextEncoder();
    const { name } = content;
    const parts = [
      [`${name}.csv`, mediaTypes.csv, encoder.encode(table)],
      [columnsName(name), mediaTypes.csv, encoder.encode(columns)],
      [`${name}.sps`, mediaTypes.sps, encoder.encode(syntax)],
    ] as const;
    const packed = (): Uint8Array =>
      zipSync(Object.fromEntries(parts.map(([part, , bytes]) => [part, bytes])), { mtime: officeTime });
    const rows = content.units.length;
    const counts = { ...(input.rows === 'cases' ? { cases: rows } : { sources: rows }), codes: content.codes.length };
    const exported = (file: string) => ({ name: file, counts, notes: [] });
    const [[tableName, tableType, tableBytes], ...others] = parts;
    const files =
      input.format === 'zip'
        ? [holdExport(context, exported(`${name}.zip`), mediaTypes.zip, packed())]
        : [
            holdExport(context, exported(tableName), tableType, tableBytes),
            ...others.map(([part, mediaType, bytes]) => holdFile(services, part, mediaType, bytes)),
          ];
    return { files, counts, notes: [] };
  },
} satisfies Partial<JobHandlers>;

type Task = Extract<Parameters<typeof writeInWorker>[1], { readonly kind: 'segments' | 'documents' }>;
type About = {
  readonly title: 'exports.segments' | 'exports.documents';
  readonly counts: Readonly<Record<string, number>>;
  readonly orphans: number;
};

async function written(context: JobContext, task: Task, { title, counts, orphans }: About) {
  const { db, services, progress } = context;
  const { bytes, notes: own } = await writeInWorker(services.ports.workers.exporter, task, context);
  progress(1);
  const language = services.language();
  const name = fileName(`${translate(language, title)} ${requireProjectRow(db).name}`, task.format);
  const left = createNotes();
  left.add('without-words-left-out', undefined, orphans);
  const notes = [...left.all(), ...own];
  const file = holdExport(context, { name, counts, notes }, mediaTypes[task.format], bytes);
  return { file, counts: { ...counts }, notes: said(language, notes) };
}

/** Cases or documents in their order, with the numbers of the codes as the crosstabs count them. */
function matrixContent(context: JobContext, input: CheckedInputOf<'exports.matrix'>): Promise<MatrixContent> {
  const { db, services } = context;
  const { rows, measure, name, confirmed: _, ...filter } = input;
  const ofCases = rows === 'cases';
  const wanted = ['exports.matrix', filter, rows, measure];
  return remembered(context, wanted, measure === 'words' ? 'words' : null, async ({ study, texts }) => {
    const selection = select(study, filter, ofCases);
    const { scope, documents, codes } = selection;
    const idOf = ({ id, case_id }: (typeof documents)[number]) => (ofCases ? (case_id ?? -1) : id);
    const units = [...new Set(documents.map(idOf))];
    if (units.length === 0 || codes.length === 0) throw new SimpulError('nothing-to-export');
    const placeOf = new Map(units.map((id, place) => [id, place]));
    const groupOf = Int32Array.from(documents, (document) => placeOf.get(idOf(document)) ?? -1);
    const { words, allWords, codings } = await services.pool.run(
      'profiles',
      { scope, texts, groupOf, groups: units.length },
      context,
    );
    assertFresh(context, study);
    const numbers = (place: number): number[] => {
      const line = (measure === 'words' && words ? words : codings).subarray(
        place * codes.length,
        (place + 1) * codes.length,
      );
      return Array.from(line, (count) => (measure === 'binary' ? Math.min(1, count) : count));
    };
    const variables = listVariables(db).filter(({ scope: of }) => of === (ofCases ? 'case' : 'document'));
    const named = ofCases ? casesInOrder(context, units) : documentsInOrder(context, units, documents);
    const values = valuesOf(context, ofCases);
    return {
      language: services.language(),
      name: name ?? plainName(`${translate(services.language(), 'exports.matrix')} ${requireProjectRow(db).name}`),
      rows,
      measure,
      variables: variables.map(({ name: label, type }) => ({ name: label, type })),
      codes: codes.map(({ guid, path }) => ({ guid, path })),
      units: named.map(({ guid, name: label, place }) => ({
        name: label,
        values: variables.map(({ guid: variable }) => values.get(`${guid} ${variable}`) ?? null),
        words: allWords?.[place] ?? null,
        numbers: numbers(place),
      })),
    };
  });
}

type NamedUnit = { readonly guid: string; readonly name: string; readonly place: number };

function casesInOrder({ db }: JobContext, units: readonly number[]): readonly NamedUnit[] {
  const places = new Map(units.map((id, place) => [id, place]));
  const named = new Map(namedCases(db).map(({ id, guid }) => [guid, id]));
  return listCases(db).flatMap(({ guid, name }) => {
    const place = places.get(named.get(guid) ?? -1);
    return place === undefined ? [] : [{ guid, name, place }];
  });
}

function documentsInOrder(
  { db }: JobContext,
  units: readonly number[],
  documents: readonly { readonly id: number; readonly guid: string }[],
): readonly NamedUnit[] {
  const places = new Map(units.map((id, place) => [id, place]));
  const ids = new Map(documents.map(({ id, guid }) => [guid, id]));
  return listDocuments(db).flatMap(({ guid, title }) => {
    const place = places.get(ids.get(guid) ?? -1);
    return place === undefined ? [] : [{ guid, name: title, place }];
  });
}

/** Values by unit and variable. */
function valuesOf({ db }: JobContext, ofCases: boolean): ReadonlyMap<string, string> {
  const all = ofCases
    ? listCases(db).flatMap(({ guid, values }) => values.map((each) => ({ ...each, unit: guid })))
    : documentValues(db).map((each) => ({ ...each, unit: each.document }));
  return new Map(all.map(({ unit, variable, value }) => [`${unit} ${variable}`, value]));
}

function plainName(text: string): string {
  return fileName(text, '').slice(0, -1);
}
