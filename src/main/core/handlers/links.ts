// Links between passages: rules LK1–LK4 of SPEC.md.

import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Link, LinkEnd } from '../../../shared/contract/links.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { WritableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { deleteLink, insertLink, listLinks, requireLink, updateLink } from '../../db/links.ts';
import { insertPassage, requirePassage } from '../../db/passages.ts';
import { textOf } from '../../db/texts.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { quoteAt } from './ranges.ts';

export const linkQueries = {
  'links.list': ({ db }, { documentId, start = 0, end = Number.MAX_SAFE_INTEGER, kinds }): Link[] => {
    const meets = (one: LinkEnd): boolean =>
      one.document === documentId &&
      (one.isLost ? start <= one.start && one.end <= end : one.start < end && one.end > start);
    return listLinks(db).filter(
      ({ kind, from, to }) => (kinds?.includes(kind) ?? true) && (documentId === undefined || meets(from) || meets(to)),
    );
  },
} satisfies Partial<QueryHandlers>;

export const linkCommands = {
  'links.create': (context, { kind, from, to, note }) => {
    const { db, now, services, session } = context;
    if (from.documentId === to.documentId && from.start === to.start && from.end === to.end) {
      throw new SimpulError('link-to-itself'); // LK1
    }
    const guid = services.ports.ids.next();
    const first = addPassage(context, from);
    const second = addPassage(context, to);
    insertLink(db, {
      guid,
      kind,
      note,
      from_passage_id: first.id,
      to_passage_id: second.id,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    return {
      value: { guid },
      label: label('history.link.created', { from: short(first.quote), to: short(second.quote) }),
      place: placeOf(from.documentId, from),
    };
  },
  'links.update': ({ db, now }, { linkId, kind, note, turn = false }) => {
    const row = requireLink(db, linkId);
    const [from, to] = [row.from_passage_id, row.to_passage_id];
    const ends = turn ? { from_passage_id: to, to_passage_id: from } : {};
    updateLink(db, row, { kind: kind ?? row.kind, note: note ?? row.note, ...ends }, now);
    return {
      value: {},
      label: label(turn ? 'history.link.turned' : 'history.link.changed', namesOf(db, row)),
      ...placeOfLink(db, linkId),
    };
  },
  'links.delete': ({ db }, { linkIds }) => {
    const rows = [...new Set(linkIds)].map((guid) => requireLink(db, guid));
    const [first] = rows;
    const names = first ? namesOf(db, first) : {};
    const place = first ? placeOfLink(db, first.guid) : {};
    for (const row of rows) deleteLink(db, row);
    return { value: {}, label: label('history.link.deleted', { ...names, count: rows.length }), ...place };
  },
} satisfies Partial<CommandHandlers>;

type Passage = Range & { readonly documentId: Guid };

function addPassage({ db, services }: CommandContext, { documentId, start, end }: Passage) {
  const document = requireDocument(db, documentId);
  const quote = quoteAt(textOf(db, document.id)?.text ?? '', { start, end });
  const guid = services.ports.ids.next();
  const row = { guid, document_id: document.id, start_offset: start, end_offset: end, quote };
  return { id: insertPassage(db, row), quote };
}

function namesOf(db: WritableDb, row: { readonly from_passage_id: number; readonly to_passage_id: number }) {
  return {
    from: short(requirePassage(db, row.from_passage_id).quote),
    to: short(requirePassage(db, row.to_passage_id).quote),
  };
}

function placeOfLink(db: WritableDb, guid: Guid) {
  const from = listLinks(db).find((link) => link.guid === guid)?.from;
  return from ? { place: placeOf(from.document, from) } : {};
}

function placeOf(documentId: Guid, { start, end }: Range) {
  return { area: 'reduction' as const, documentId, start, end };
}

/** A few words that stand for a passage. */
function short(quote: string): string {
  const words = quote.replaceAll(/\s+/g, ' ').trim();
  return words.length <= 40 ? words : `${words.slice(0, 39).toWellFormed()}…`;
}
