// Coding retrieval: from the text of a query to segments with their quotations.

import type { RetrievalResult } from '../../../shared/contract/analysis-retrieval.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { parseQuery } from '../../../shared/domain/analysis/query-parser.ts';
import { partsOf, printQuery, type Query } from '../../../shared/domain/analysis/query.ts';
import { documentOffsets } from '../../../shared/domain/analysis/codings.ts';
import type { RetrievalOutput, RetrievalUnits } from '../../analysis/retrieval-tasks.ts';
import { select, type Selection } from '../../analysis/selection.ts';
import { slicer } from '../../analysis/slices.ts';
import type { Study } from '../../analysis/study.ts';
import type { PackedTexts } from '../../analysis/texts.ts';
import { codingDays, codingWeights } from '../../db/analysis.ts';
import { textOf } from '../../db/texts.ts';
import type { JobContext, JobHandlers } from '../handler.ts';
import { assertFresh, guidsOf, loadUnits, missing, pauseOf, provenanceOf, remembered } from './analysis-context.ts';
import { resolveQuery, type NumbersOf } from './analysis-query.ts';

export const retrievalJobs = {
  'analysis.retrieve': (context, settings) => {
    const query = readQuery(settings.query);
    return remembered(context, ['analysis.retrieve', settings], null, async ({ study }) => {
      const selection = select(study, settings);
      const resolved = await resolveQuery(context.db, study, selection, query, numbersIn(context, study));
      const texts: Partial<Record<RetrievalUnits, PackedTexts>> = {};
      for (const kind of unitsFor(query)) texts[kind] = await loadUnits(context, study, kind);
      assertFresh(context, study);
      const { scope, caseOf } = selection;
      const { mode } = settings;
      const output = await context.services.pool.run(
        'retrieve',
        { scope, query: resolved, mode, caseOf, texts },
        context,
      );
      const text = printQuery(query);
      return {
        query: text,
        mode,
        total: output.document.length,
        segments: await pageOf(context, study, selection, output, settings),
        ...tablesOf(study, selection, output),
        provenance: provenanceOf(context, `analysis.retrieve mode=${mode} ${text}`, study, selection, output),
      } satisfies RetrievalResult;
    });
  },
} satisfies Partial<JobHandlers>;

/** @throws SimpulError `retrieval-…` with the place, counted from 1, where reading stopped */
export function readQuery(text: string): Query {
  const parsed = parseQuery(text);
  if (parsed.ok) return parsed.query;
  const { kind, position, found } = parsed.fault;
  throw new SimpulError(`retrieval-${kind}`, { position: position + 1, found }, { position });
}

export function unitsFor(query: Query): ReadonlySet<RetrievalUnits> {
  const units = new Set(partsOf(query).flatMap((part) => [...unitsFor(part)]));
  if (query.op !== 'relation') return units;
  const { relation } = query;
  if (relation.kind === 'same') {
    if (relation.place !== 'document' && relation.place !== 'case') units.add(`${relation.place}s`);
  } else if ('unit' in relation && relation.unit !== 'characters') units.add(relation.unit);
  return units;
}

/** Weights or days of all codings, read document by document, once. */
function numbersIn(context: JobContext, study: Study): NumbersOf {
  const known = new Map<string, Promise<Float64Array>>();
  const readAll = async (field: 'weight' | 'coded'): Promise<Float64Array> => {
    const offsets = documentOffsets(study.codings.document, study.documents.length);
    const numbers = new Float64Array(study.codings.document.length);
    const slice = slicer(pauseOf(context));
    for (const [place, { id }] of study.documents.entries()) {
      await slice.rest();
      const found = field === 'weight' ? codingWeights(context.db, id) : codingDays(context.db, id);
      assertFresh(context, study);
      numbers.set(
        found.map((value) => (value < 0 ? Number.NaN : value)),
        offsets[place] ?? 0,
      );
    }
    return numbers;
  };
  return (field) => {
    const found = known.get(field) ?? readAll(field);
    known.set(field, found);
    return found;
  };
}

/** As the project lists its documents; segments of one document by place. */
async function pageOf(
  context: JobContext,
  study: Study,
  { documents }: Selection,
  { document, start, end, from, rows }: RetrievalOutput,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<RetrievalResult['segments']> {
  const positionOf = (k: number) => documents[document[k] ?? 0]?.position ?? 0;
  const order = Int32Array.from(document.keys()).sort((a, b) => positionOf(a) - positionOf(b) || a - b);
  const page = [...order.subarray(offset, offset + limit)];
  const ofPage = page.map((k) => rows.subarray(from[k], from[k + 1]));
  const guids = await guidsOf(context, study, Int32Array.from(ofPage.flatMap((each) => [...each])));
  const slice = slicer(pauseOf(context));
  let open = { document: -1, words: '' };
  let next = 0;
  const segments: RetrievalResult['segments'] = [];
  for (const [index, k] of page.entries()) {
    const place = document[k] ?? 0;
    const { id, guid } = documents[place] ?? missing();
    if (open.document !== place) {
      await slice.rest();
      open = { document: place, words: textOf(context.db, id)?.text ?? '' };
    }
    const count = ofPage[index]?.length ?? 0;
    const range = { start: start[k] ?? 0, end: end[k] ?? 0 };
    segments.push({
      document: guid,
      ...range,
      quote: open.words.slice(range.start, range.end),
      codings: guids.slice(next, next + count),
    });
    next += count;
  }
  assertFresh(context, study);
  return segments;
}

function tablesOf(
  study: Study,
  { codes, documents }: Selection,
  { byCode, document }: RetrievalOutput,
): Pick<RetrievalResult, 'byCode' | 'byCase' | 'byDocument'> {
  const inDocument = new Int32Array(documents.length);
  for (const place of document) inDocument[place] = (inDocument[place] ?? 0) + 1;
  const found = documents.flatMap((each, place) => {
    const segments = inDocument[place] ?? 0;
    return segments > 0 ? [{ each, segments }] : [];
  });
  found.sort((a, b) => a.each.position - b.each.position);
  const byCase = Map.groupBy(found, ({ each }) => each.case_id);
  const caseRow = (guid: RetrievalResult['byCase'][number]['case'], id: number | null) => {
    const rows = byCase.get(id) ?? [];
    const segments = rows.reduce((sum, row) => sum + row.segments, 0);
    return rows.length > 0 ? [{ case: guid, segments, documents: rows.length }] : [];
  };
  return {
    byCode: codes.flatMap(({ guid, path, color }, place) => {
      const segments = byCode[place] ?? 0;
      return segments > 0 ? [{ guid, path: [...path], color, segments }] : [];
    }),
    byCase: [...study.cases.flatMap(({ guid, id }) => caseRow(guid, id)), ...caseRow(null, null)],
    byDocument: found.map(({ each, segments }) => ({ document: each.guid, segments })),
  };
}
