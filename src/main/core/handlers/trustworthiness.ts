import type { LogStep, Stream } from '../../../shared/contract/trustworthiness.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { listRemarks, putRemark } from '../../db/remarks.ts';
import { loadPropositions } from '../claims/load.ts';
import { assertMayLeave } from '../export-gate.ts';
import { label, type CommandHandlers, type JobHandlers, type QueryContext, type QueryHandlers } from '../handler.ts';
import { auditBundle } from '../trust/audit-bundle.ts';
import { standardsOf } from '../trust/standards.ts';
import { entryOf, historyQueries } from './history.ts';

const mostSteps = 1000;

export const trustQueries = {
  'trustworthiness.page': ({ db, session, services }) => {
    const language = services.language();
    return [...standardsOf(db, loadPropositions(db, session.currentCoder?.id ?? null, language), language)];
  },
  'trustworthiness.log': (context, { stream, before, limit = mostSteps }) => logOf(context, { stream, before, limit }),
} satisfies Partial<QueryHandlers>;

export const trustCommands = {
  'trustworthiness.remark': ({ db, now, services, session }, remark) => {
    const subject = remark.kind === 'criterion' ? remark.criterion : String(remark.sequence);
    if (remark.kind === 'step' && !entryOf(db, remark.sequence, services.language())) {
      throw new SimpulError('not-found', { what: 'step' });
    }
    putRemark(db, {
      guid: services.ports.ids.next(),
      kind: remark.kind,
      subject,
      text: remark.text,
      created_by: session.currentCoder?.id ?? null,
      modified_at: now,
    });
    const name =
      remark.kind === 'criterion' ? translate(services.language(), `trust.criterion.${remark.criterion}`) : subject;
    return {
      value: {},
      label:
        remark.kind === 'criterion'
          ? label('history.trust.remarked', { criterion: name })
          : label('history.trust.step', { n: name }),
      place: { area: 'conclusion' as const },
    };
  },
} satisfies Partial<CommandHandlers>;

export const trustJobs = {
  'trustworthiness.audit': async (context, { confirmed }) => {
    const { db, services } = context;
    assertMayLeave(db, confirmed);
    const { name, bytes } = await auditBundle(context, logOf(context, { limit: Number.MAX_SAFE_INTEGER }));
    const mediaType = 'application/zip';
    return { token: services.files.hold({ name, mediaType, bytes }), name, mediaType, size: bytes.byteLength };
  },
} satisfies Partial<JobHandlers>;

type Page = { readonly stream?: Stream | undefined; readonly before?: number | undefined; readonly limit: number };

/** Newest first; read in pages, since what is wanted may be far back. */
function logOf(context: QueryContext, { stream, before = Number.MAX_SAFE_INTEGER, limit }: Page): LogStep[] {
  const remarks = new Map(listRemarks(context.db, 'step').map(({ subject, text }) => [subject, text]));
  const found: LogStep[] = [];
  for (let from = before; found.length < limit;) {
    const page = historyQueries['history.list'](context, { before: from, limit: mostSteps });
    for (const entry of page) {
      const own = streamOf(entry.method);
      if (stream !== undefined && own !== stream) continue;
      found.push({ ...entry, stream: own, remark: remarks.get(String(entry.sequence)) ?? '' });
    }
    const last = page.at(-1);
    if (!last || page.length < mostSteps) break;
    from = last.sequence;
  }
  return found.slice(0, limit);
}

const streams: Readonly<Record<string, Stream>> = {
  documents: 'collection',
  cases: 'collection',
  variables: 'collection',
  collection: 'collection',
  questions: 'collection',
  forms: 'collection',
  guide: 'collection',
  audio: 'collection',
  speakers: 'collection',
  texts: 'collection',
  codes: 'condensation',
  codings: 'condensation',
  condensation: 'condensation',
  memos: 'condensation',
  links: 'condensation',
  search: 'condensation',
  displays: 'display',
  networks: 'display',
  results: 'display',
  propositions: 'conclusion',
  triangulation: 'conclusion',
  trustworthiness: 'conclusion',
};

/** The stream of the method in which a step was taken (3.0). */
function streamOf(method: string): Stream {
  return streams[method.split('.', 1)[0] ?? ''] ?? 'project';
}
