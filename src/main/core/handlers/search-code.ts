// Coding what a search finds, in one step.

import type { CheckedInputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { firstTouched } from '../../../shared/domain/analysis/units.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { requireCoder } from '../../db/coders.ts';
import { insertCoding } from '../../db/codings.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { textOf } from '../../db/texts.ts';
import { label, type JobContext } from '../handler.ts';
import { runSearch, unitsOf, type FoundText } from '../search-run.ts';
import type { WriteScope } from '../write.ts';
import { requireCodableCode } from './codings.ts';
import { quoteAt } from './ranges.ts';

type CodeInput = CheckedInputOf<'search.code'>;

/** Codes every hit, or what stands around it; passages that this coder has coded so already are left as they are. */
export async function codeHits(context: JobContext, input: CodeInput): Promise<OutputOf<'search.code'>> {
  const { codeId, coderId, extent, dryRun, ...settings } = input;
  const { db, session } = context;
  const code = requireCodableCode(db, codeId);
  const coder =
    coderId === undefined ? (session.currentCoder?.id ?? null) : coderId === null ? null : requireCoder(db, coderId).id;
  const { values } = await runSearch<Planned>(context, settings, (found) => plannedIn(db, found, extent));
  const all = values.map((planned) => withoutKnown(db, planned, code.id, coder));
  const wanted = all.filter(({ ranges }) => ranges.length > 0);
  const value = {
    hits: all.reduce((sum, { hits }) => sum + hits, 0),
    documents: wanted.length,
    codings: wanted.reduce((sum, { ranges }) => sum + ranges.length, 0),
    already: all.reduce((sum, { already }) => sum + already, 0),
  };
  const [first] = wanted;
  const [place] = first?.ranges ?? [];
  if (dryRun || !first || !place) return value;
  context.write((scope) => {
    for (const planned of wanted) addCodings(context, scope, planned, code.id, coder);
    return {
      value,
      label: label('history.search.coded', { count: value.codings, code: code.name }),
      place: { area: 'reduction' as const, documentId: first.guid, start: place.start, end: place.end },
    };
  });
  return value;
}

type Planned = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly revision: number;
  readonly hits: number;
  readonly ranges: readonly Range[];
};

function plannedIn(db: ReadableDb, { document, hits }: FoundText, extent: CodeInput['extent']): Planned {
  const { id, guid, title, revision } = document;
  return {
    id,
    guid,
    title,
    revision,
    hits: hits.length,
    ranges: extent === 'hit' ? hits : around(db, document, hits, extent),
  };
}

/** The sentences, paragraphs or whole texts in which hits stand, each once. */
function around(
  db: ReadableDb,
  document: FoundText['document'],
  hits: readonly Range[],
  extent: Exclude<CodeInput['extent'], 'hit'>,
): readonly Range[] {
  const units = unitsOf(db, document, extent, null);
  const found = new Map<number, Range>();
  for (const { start, end } of hits) {
    const first = firstTouched(units, start);
    const unit = found.get(first) ?? { start: units.starts[first] ?? start, end: units.ends[first] ?? end };
    // A phrase may reach into the next sentence.
    const last = firstTouched(units, end - 1);
    found.set(first, { start: Math.min(unit.start, start), end: Math.max(unit.end, units.ends[last] ?? end, end) });
  }
  return [...found.values()];
}

type Checked = Planned & { readonly already: number };

function withoutKnown(db: ReadableDb, planned: Planned, codeId: number, coderId: number | null): Checked {
  const known = new Set(
    db
      .all<Range>(sql`
        SELECT start_offset AS start, end_offset AS "end" FROM coding
        WHERE document_id = ${planned.id} AND code_id = ${codeId} AND coder_id IS ${coderId} AND state <> 'orphaned'`)
      .map(({ start, end }) => `${start} ${end}`),
  );
  const ranges = planned.ranges.filter(({ start, end }) => !known.has(`${start} ${end}`));
  return { ...planned, ranges, already: planned.ranges.length - ranges.length };
}

function addCodings(
  { services }: JobContext,
  { db, now }: WriteScope,
  { id, title, revision, ranges }: Planned,
  codeId: number,
  coderId: number | null,
): void {
  const row = textOf(db, id);
  if (row?.revision !== revision) throw new SimpulError('text-changed-meanwhile', { title });
  for (const range of ranges) {
    insertCoding(db, {
      guid: services.ports.ids.next(),
      document_id: id,
      start_offset: range.start,
      end_offset: range.end,
      code_id: codeId,
      coder_id: coderId,
      quote: quoteAt(row.text, range),
      weight: null,
      created_at: now,
    });
  }
}
