import type { Quotation } from '../../../shared/contract/codings.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { pathsOf } from '../../../shared/domain/codes.ts';
import { pagesOfRange, type PageStarts } from '../../../shared/domain/pages.ts';
import { surroundingsOf } from '../../../shared/domain/surroundings.ts';
import { turnsOf, type Turn } from '../../../shared/domain/turns.ts';
import { listCodes, requireCode, type CodeRow } from '../../db/codes.ts';
import { requireCoder } from '../../db/coders.ts';
import {
  codingsInDocument,
  deleteCodingRow,
  insertCoding,
  listCodings,
  pageOfQuotations,
  requireCodings,
  updateCoding,
  type CodingRow,
} from '../../db/codings.ts';
import type { ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { pageStartsOf } from '../../db/pages.ts';
import { textOf } from '../../db/texts.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { addMemo, removeMemosAbout } from '../memo-rules.ts';
import { addCoder } from './coders.ts';
import { quoteAt, quoteIn } from './ranges.ts';

/** Characters shown before and after a quotation, at most. */
const surroundings = 120;

export const codingQueries = {
  'codings.list': ({ db }, filter) => [...listCodings(db, filter)],
  'codings.inDocument': ({ db }, { documentId }) => [...codingsInDocument(db, requireDocument(db, documentId).id)],
  'codings.quotations': ({ db }, { offset = 0, limit = 100, ...filter }) => {
    const { total, rows } = pageOfQuotations(db, filter, offset, limit);
    const paths = codePaths(db);
    const texts = new Map<number, { text: string; turns: readonly Turn[]; starts: PageStarts | null }>();
    const items = rows.map(({ documentId, ...row }): Quotation => {
      let known = texts.get(documentId);
      if (!known) {
        const text = textOf(db, documentId)?.text ?? '';
        known = { text, turns: turnsOf(text), starts: pageStartsOf(db, documentId) };
        texts.set(documentId, known);
      }
      return {
        ...row,
        codePath: [...(paths.get(row.code) ?? [])],
        ...surroundingsOf(known.text, row, surroundings),
        speaker: speakerAt(known.turns, row.start),
        pages: pagesOfRange(known.starts, row),
      };
    });
    return { total, items };
  },
} satisfies Partial<QueryHandlers>;

export const codingCommands = {
  'codings.create': (context, input) => {
    const { memo, newCoder, ...item } = input;
    const coder = newCoder === undefined ? {} : { coderId: addCoder(context, { name: newCoder }) };
    const [added] = addCodings(context, [{ ...item, ...coder }]);
    if (!added) throw new SimpulError('internal');
    const { guid, code } = added;
    if (memo !== undefined && memo.trim() !== '') {
      addMemo(context, { title: '', body: memo, kind: 'analytic', targets: [{ kind: 'coding', guid }] });
    }
    return {
      value: { guid },
      label: label('history.coding.created', { code: code.name }),
      place: placeOf(input.documentId, input.start, input.end),
    };
  },
  'codings.createMany': (context, { items }) => {
    const guids = addCodings(context, items).map(({ guid }) => guid);
    const first = items[0];
    return {
      value: { guids },
      label: label('history.coding.created-many', { count: items.length }),
      ...(first ? { place: placeOf(first.documentId, first.start, first.end) } : {}),
    };
  },
  'codings.update': (context, { codingIds, codeId, coderId, weight, start, end }) => {
    const { db, now } = context;
    const rows = requireCodings(db, codingIds);
    if ((start !== undefined || end !== undefined) && rows.length !== 1) {
      throw new SimpulError('invalid-input', { field: 'start' });
    }
    const code = codeId === undefined ? null : requireCodableCode(db, codeId);
    const coder = coderId === undefined ? undefined : coderId === null ? null : requireCoder(db, coderId).id;
    for (const row of rows) {
      updateCoding(
        db,
        row,
        {
          ...(code ? { code_id: code.id } : {}),
          ...(coder === undefined ? {} : { coder_id: coder }),
          ...(weight === undefined ? {} : { weight }),
          ...(start === undefined && end === undefined ? {} : resized(db, row, start, end)),
        },
        now,
      );
    }
    return { value: {}, label: label('history.coding.changed', { count: rows.length }), ...placeOfRow(db, rows[0]) };
  },
  'codings.delete': (context, { codingIds }) => {
    const { db } = context;
    const rows = requireCodings(db, codingIds);
    const place = placeOfRow(db, rows[0]);
    let memos = 0;
    for (const row of rows) {
      memos += removeMemosAbout(context, row.guid);
      deleteCodingRow(db, row.id);
    }
    return {
      value: { codings: rows.length, memos },
      label: label('history.coding.deleted', { count: rows.length }),
      ...place,
    };
  },
  'codings.accept': ({ db, now }, { codingIds }) => {
    const rows = requireCodings(db, codingIds).filter(({ state }) => state === 'changed');
    for (const row of rows) updateCoding(db, row, { state: 'kept', former_quote: null }, now); // ED7
    return { value: {}, label: label('history.coding.accepted', { count: rows.length }), ...placeOfRow(db, rows[0]) };
  },
} satisfies Partial<CommandHandlers>;

/** @throws SimpulError `code-not-codable` (CT6) */
export function requireCodableCode(db: ReadableDb, guid: Guid): CodeRow {
  const code = requireCode(db, guid);
  if (code.codable === 0) throw new SimpulError('code-not-codable', { name: code.name });
  return code;
}

export function codePaths(db: ReadableDb): ReadonlyMap<Guid, readonly string[]> {
  return pathsOf(listCodes(db).map((row) => ({ guid: row.guid, parent: row.parent_guid, name: row.name })));
}

type Item = {
  readonly documentId: Guid;
  readonly codeId: Guid;
  readonly start: number;
  readonly end: number;
  readonly coderId?: Guid | null | undefined;
  readonly weight?: number | null | undefined;
};

type Added = { readonly guid: Guid; readonly code: CodeRow };

function addCodings({ db, now, services, session }: CommandContext, items: readonly Item[]): readonly Added[] {
  const texts = new Map<number, string>();
  const textAt = (id: number): string => {
    const text = texts.get(id) ?? textOf(db, id)?.text ?? '';
    texts.set(id, text);
    return text;
  };
  return items.map((item) => {
    const document = requireDocument(db, item.documentId);
    const guid = services.ports.ids.next();
    const code = requireCodableCode(db, item.codeId);
    insertCoding(db, {
      guid,
      document_id: document.id,
      start_offset: item.start,
      end_offset: item.end,
      code_id: code.id,
      coder_id:
        item.coderId === undefined
          ? (session.currentCoder?.id ?? null)
          : item.coderId === null
            ? null
            : requireCoder(db, item.coderId).id,
      quote: items.length === 1 ? quoteIn(db, document.id, item) : quoteAt(textAt(document.id), item),
      weight: item.weight ?? null,
      created_at: now,
    });
    return { guid, code };
  });
}

function resized(db: ReadableDb, row: CodingRow, start = row.start_offset, end = row.end_offset) {
  const quote = quoteIn(db, row.document_id, { start, end });
  // A person who sets the range anew has seen the words: nothing is left to review.
  return { start_offset: start, end_offset: end, quote, state: 'kept' as const, former_quote: null };
}

function placeOf(documentId: Guid, start: number, end: number) {
  return { area: 'reduction' as const, documentId, start, end };
}

function placeOfRow(db: ReadableDb, row: CodingRow | undefined) {
  if (!row) return {};
  const [coding] = listCodings(db, { codingIds: [row.guid] });
  return coding ? { place: placeOf(coding.document, coding.start, coding.end) } : {};
}

/** The speaker in whose turn a place lies. */
export function speakerAt(turns: readonly Turn[], offset: number): string | null {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1]?.speaker ?? null;
}
