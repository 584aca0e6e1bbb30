import { requireCase } from '../../db/cases.ts';
import { requireCode } from '../../db/codes.ts';
import { requireCodings, updateCoding } from '../../db/codings.ts';
import {
  codingsToRecheck,
  deleteVignette,
  insertVignette,
  listCodeChanges,
  listVignettes,
  pageOfSegments,
  putCondensation,
  requireVignette,
  setParts,
  updateVignette,
  type CondensationChange,
  type NewPart,
} from '../../db/condensation.ts';
import { caseSkeleton } from '../case-skeleton.ts';
import { definitionVersions } from '../code-changes.ts';
import { funnelOf } from '../funnel.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { requireCodableCode } from './codings.ts';

export const condensationQueries = {
  'condensation.list': ({ db }, { offset, limit, ...filter }) => {
    const { total, segments } = pageOfSegments(db, filter, offset, limit);
    return { total, segments: [...segments] };
  },
  'condensation.recheck': ({ db }, { codeIds }) =>
    codingsToRecheck(db).filter(({ code }) => codeIds?.includes(code) ?? true),
  'condensation.changes': ({ db }, { codeId }) =>
    listCodeChanges(db).filter(({ code, other }) => codeId === undefined || code === codeId || other === codeId),
  'condensation.versions': ({ db }, { codeId }) => [...definitionVersions(db, requireCode(db, codeId))],
  'condensation.caseSkeleton': ({ db, services }, { caseId }) =>
    caseSkeleton(db, services.language(), requireCase(db, caseId)),
  'condensation.funnel': ({ db }) => funnelOf(db),
  'condensation.vignettes': ({ db }) => [...listVignettes(db)],
} satisfies Partial<QueryHandlers>;

const place = { area: 'reduction' as const };

export const condensationCommands = {
  'condensation.write': (context, { codingId, ...words }) => {
    const rows = requireCodings(context.db, [codingId]);
    for (const { id } of rows) put(context, id, given(words));
    return { value: {}, label: label('history.condensation.written'), place };
  },
  'condensation.mark': (context, { codingIds, mark }) => {
    const rows = requireCodings(context.db, codingIds);
    for (const { id } of rows) put(context, id, { mark });
    return { value: {}, label: label('history.condensation.marked', { count: rows.length }), place };
  },
  'condensation.keep': (context, { codingIds }) => {
    const rows = requireCodings(context.db, codingIds);
    for (const { id } of rows) put(context, id, { checked_at: context.now });
    return { value: {}, label: label('history.condensation.kept', { count: rows.length }), place };
  },
  'condensation.recode': (context, { codingIds, codeId }) => {
    const code = requireCodableCode(context.db, codeId);
    const rows = requireCodings(context.db, codingIds);
    for (const row of rows) {
      updateCoding(context.db, row, { code_id: code.id }, context.now);
      put(context, row.id, { checked_at: context.now });
    }
    return {
      value: {},
      label: label('history.condensation.recoded', { code: code.name, count: rows.length }),
      place: { ...place, codeId },
    };
  },
  'condensation.createVignette': ({ db, services, session, now }, { title, note = '', caseId }) => {
    const guid = services.ports.ids.next();
    insertVignette(db, {
      guid,
      title,
      note,
      case_id: caseId ? requireCase(db, caseId).id : null,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    return { value: { guid }, label: label('history.vignette.created', { title }), place };
  },
  'condensation.updateVignette': ({ db, services, now }, { vignetteId, title, note, caseId, parts }) => {
    const row = requireVignette(db, vignetteId);
    const next = {
      ...row,
      title: title ?? row.title,
      note: note ?? row.note,
      case_id: caseId === undefined ? row.case_id : caseId === null ? null : requireCase(db, caseId).id,
    };
    updateVignette(db, next, now);
    if (parts) {
      const rows = parts.map((part): NewPart => {
        const guid = services.ports.ids.next();
        if (part.kind === 'words') return { guid, kind: 'words', coding_id: null, text: part.text };
        const [coding] = part.codingId === null ? [] : requireCodings(db, [part.codingId]);
        return { guid, kind: 'segment', coding_id: coding?.id ?? null, text: coding?.quote ?? part.text ?? '' };
      });
      setParts(db, row.id, rows);
    }
    return { value: {}, label: label('history.vignette.changed', { title: row.title }), place };
  },
  'condensation.deleteVignettes': ({ db }, { vignetteIds }) => {
    const rows = [...new Set(vignetteIds)].map((guid) => requireVignette(db, guid));
    for (const row of rows) deleteVignette(db, row.id);
    return {
      value: {},
      label: label('history.vignette.deleted', { title: rows[0]?.title ?? '', count: rows.length }),
      place,
    };
  },
} satisfies Partial<CommandHandlers>;

function put({ db, services, session, now }: CommandContext, codingId: number, change: CondensationChange): void {
  const fresh = { guid: services.ports.ids.next(), created_by: session.currentCoder?.id ?? null, now };
  putCondensation(db, codingId, change, fresh);
}

type Words = { readonly [Key in 'paraphrase' | 'generalisation' | 'reduction']?: string | undefined };

function given(words: Words): CondensationChange {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}
