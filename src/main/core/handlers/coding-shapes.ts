// Splitting and joining codings: SJ1–SJ5 of SPEC.md.

import { SimpulError } from '../../../shared/contract/errors.ts';
import { runsOf, spanOf, splitRange } from '../../../shared/domain/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { splitsCharacter } from '../../../shared/domain/text.ts';
import { handOverCoding } from '../../db/attached.ts';
import { codeById } from '../../db/codes.ts';
import {
  deleteCodingRow,
  insertCoding,
  listCodings,
  requireCodings,
  updateCoding,
  type CodingChange,
  type CodingRow,
} from '../../db/codings.ts';
import type { ReadableDb } from '../../db/database.ts';
import { copyTargets, moveTargets } from '../../db/memos.ts';
import { textOf } from '../../db/texts.ts';
import { label, type CommandContext, type CommandHandlers } from '../handler.ts';

export const codingShapeCommands = {
  'codings.split': ({ db, now, services }, { codingId, at }) => {
    const row = requireOne(db, codingId);
    const text = textOf(db, row.document_id)?.text ?? '';
    if (splitsCharacter(text, at)) throw new SimpulError('range-splits-character', { start: at, end: at });
    const parts = splitRange(text, rangeOf(row), at);
    if (!parts) throw new SimpulError('split-outside-coding');
    const [first, second] = parts;
    const guid = services.ports.ids.next();
    insertCoding(db, {
      guid,
      document_id: row.document_id,
      code_id: row.code_id,
      coder_id: row.coder_id,
      weight: row.weight,
      created_at: now,
      ...columnsOf(text, second),
    });
    if (row.state === 'changed') {
      updateCoding(db, requireOne(db, guid), { state: 'changed', former_quote: row.former_quote }, now);
    }
    updateCoding(db, row, columnsOf(text, first), now);
    copyTargets(db, row.guid, guid);
    return {
      value: { guid },
      label: label('history.coding.split', { code: codeById(db, row.code_id)?.name ?? '' }),
      ...placeOf(db, row.guid),
    };
  },
  'codings.join': (context, { codingIds, acrossWords = false }) => {
    const { db } = context;
    const rows = requireCodings(db, codingIds).filter(({ state }) => state !== 'orphaned');
    const alike = Map.groupBy(rows, (row) => `${row.document_id} ${row.code_id} ${row.coder_id ?? ''}`);
    const runs = [...alike.values()].flatMap((group) => runsIn(db, group, acrossWords)).filter((run) => run.length > 1);
    if (runs.length === 0) throw new SimpulError('codings-apart');
    const guids = runs.map((run) => joinRun(context, run));
    const joined = runs.reduce((sum, run) => sum + run.length, 0);
    return {
      value: { guids, joined },
      label: label('history.coding.joined', { count: joined }),
      ...(guids[0] ? placeOf(db, guids[0]) : {}),
    };
  },
} satisfies Partial<CommandHandlers>;

type PlacedRow = Range & { readonly row: CodingRow };

function runsIn(db: ReadableDb, rows: readonly CodingRow[], acrossWords: boolean): readonly (readonly PlacedRow[])[] {
  const [first] = rows;
  if (!first || rows.length < 2) return [];
  const text = acrossWords ? null : (textOf(db, first.document_id)?.text ?? '');
  // `requireCodings` answers in order of age, and sorting keeps it among equals (SJ4).
  return runsOf(
    text,
    rows.map((row) => ({ ...rangeOf(row), row })),
  );
}

/** SJ4, SJ5. @returns the identifier of the one that stays */
function joinRun({ db, now }: CommandContext, run: readonly PlacedRow[]): Guid {
  const [first, ...others] = run.map(({ row }) => row);
  if (!first) throw new SimpulError('internal');
  const rows = [first, ...others];
  for (const { id, guid } of others) {
    moveTargets(db, guid, first.guid);
    handOverCoding(db, id, first.id);
    deleteCodingRow(db, id);
  }
  const weights = rows.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  const isChanged = rows.some(({ state }) => state === 'changed');
  const former = rows.map((row) => row.former_quote ?? row.quote).join(' … ');
  const change: CodingChange = {
    ...columnsOf(textOf(db, first.document_id)?.text ?? '', spanOf(run)),
    weight: weights.length === 0 ? null : Math.max(...weights),
    ...(isChanged ? { state: 'changed', former_quote: former } : {}),
  };
  updateCoding(db, first, change, now);
  return first.guid;
}

function requireOne(db: ReadableDb, guid: Guid): CodingRow {
  const [row] = requireCodings(db, [guid]);
  if (!row) throw new SimpulError('not-found', { what: 'coding' });
  return row;
}

function rangeOf(row: CodingRow): Range {
  return { start: row.start_offset, end: row.end_offset };
}

function columnsOf(text: string, { start, end }: Range) {
  return { start_offset: start, end_offset: end, quote: text.slice(start, end) };
}

function placeOf(db: ReadableDb, guid: Guid) {
  const [coding] = listCodings(db, { codingIds: [guid] });
  if (!coding) return {};
  const { document: documentId, start, end } = coding;
  return { place: { area: 'reduction' as const, documentId, start, end } };
}
