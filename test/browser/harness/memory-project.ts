// A project of one document that obeys the domain's rules and tells of every change, as the core does.

import type { FakeLink } from '../../support/window/fake-link.ts';
import { createFakeLink } from '../../support/window/fake-link.ts';
import type { Coding } from '../../../src/shared/contract/codings.ts';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import type { Topic } from '../../../src/shared/contract/define.ts';
import { SimpulError } from '../../../src/shared/contract/errors.ts';
import { runsOf, spanOf, splitRange } from '../../../src/shared/domain/codings.ts';
import { type Guid, parseGuid } from '../../../src/shared/domain/ids.ts';
import { applySplices, moveRangeThrough, type Range, type Splice } from '../../../src/shared/domain/segments.ts';

export type MemoryProject = {
  readonly link: FakeLink;
  readonly text: () => string;
  readonly codings: () => readonly Coding[];
  readonly memos: () => readonly unknown[];
  /** An edit of another window. */
  readonly editElsewhere: (splices: readonly Splice[]) => void;
};

const moment = '2026-01-05T08:00:00.000Z';
let guids = 0;

export const documentId = guid();

export function createMemoryProject(): MemoryProject {
  let text = startText;
  let revision = 1;
  let changes = 1;
  let codes: readonly CodeSummary[] = startCodes.map(([name, color], position) =>
    codeOf(guid(), name, color, position),
  );
  let codings: readonly Coding[] = [];
  let favourites: readonly Guid[] = [];
  const memos: unknown[] = [];

  const changed = (topics: readonly Topic[], requestId: string | null, splices?: readonly Splice[]): void => {
    changes += 1;
    const texts = splices ? [{ documentId, revision, splices }] : [];
    link.emit({ type: 'changed', revision: changes, topics, texts, requestId });
  };
  const edit = (splices: readonly Splice[], requestId: string | null): void => {
    text = applySplices(text, splices);
    revision += 1;
    codings = codings.map((coding) => afterEdit(coding, splices, text));
    changed(['texts', 'codings', 'documents', 'memos'], requestId, splices);
  };
  const make = (code: Guid, { start, end }: Range): Guid => {
    const made = guid();
    codings = [...codings, codingOf(made, code, start, end, text.slice(start, end))];
    return made;
  };

  const link: FakeLink = createFakeLink({
    'settings.get': () => ({ language: 'id', theme: 'light', window: {} }),
    'projects.session': () => ({
      open: {
        path: '/x.simpul',
        name: 'Uji',
        revision: 1,
        fictional: true,
        mode: 'read-write',
        reason: null,
        currentCoder: null,
      },
      host: 'test',
      version: '0.0.0',
    }),
    'documents.list': () => [documentOf(text, codings)],
    'documents.text': () => ({ documentId, text, revision }),
    'documents.editText': (input, { requestId }) => {
      if (input.revision !== revision) throw new SimpulError('text-changed-meanwhile');
      edit(input.splices, requestId ?? null);
      return { revision, changed: 0, orphaned: 0, recomposed: false };
    },
    'codes.list': () => [...codes],
    'codes.create': ({ name, color, parentId, kind }, { requestId }) => {
      const made = guid();
      const above = codes.find((code) => code.guid === parentId);
      const code = codeOf(made, name, color ?? '#7a4a9e', codes.length);
      codes = [
        ...codes,
        { ...code, kind: kind ?? null, parent: above?.guid ?? null, path: [...(above?.path ?? []), name] },
      ];
      changed(['codes'], requestId ?? null);
      return { guid: made };
    },
    'codes.favourites': () => ({ codeIds: [...favourites] }),
    'codes.setFavourites': ({ codeIds }) => {
      favourites = codeIds;
      link.emit({ type: 'settings' });
      return {};
    },
    'codings.inDocument': () =>
      codings.map(({ guid: id, code, coder, start, end, weight, state, memos: count }) => ({
        guid: id,
        code,
        coder,
        start,
        end,
        weight,
        state,
        memos: count,
      })),
    'codings.list': ({ states = [] }) => codings.filter(({ state }) => states.includes(state)),
    'codings.create': ({ codeId, start, end }, { requestId }) => {
      const made = make(codeId, { start, end });
      changed(['codings', 'memos'], requestId ?? null);
      return { guid: made };
    },
    'codings.createMany': ({ items }, { requestId }) => {
      const made = items.map(({ codeId, start, end }) => make(codeId, { start, end }));
      changed(['codings'], requestId ?? null);
      return { guids: made };
    },
    'codings.update': ({ codingIds, codeId, weight, start, end }, { requestId }) => {
      codings = codings.map((coding) => {
        if (!codingIds.includes(coding.guid)) return coding;
        const range = { start: start ?? coding.start, end: end ?? coding.end };
        const own = weight === undefined ? coding.weight : weight;
        const quote = text.slice(range.start, range.end);
        return { ...coding, ...range, code: codeId ?? coding.code, weight: own, quote };
      });
      changed(['codings'], requestId ?? null);
      return {};
    },
    'codings.split': ({ codingId, at }, { requestId }) => {
      const coding = codings.find((other) => other.guid === codingId);
      const parts = coding && splitRange(text, coding, at);
      if (!coding || !parts) throw new SimpulError('split-outside-coding');
      const [first, second] = parts;
      const made = make(coding.code, second);
      codings = codings.map((other) =>
        other.guid === codingId ? { ...other, ...first, quote: text.slice(first.start, first.end) } : other,
      );
      changed(['codings', 'memos'], requestId ?? null);
      return { guid: made };
    },
    'codings.join': ({ codingIds, acrossWords = false }, { requestId }) => {
      const chosen = codings.filter(({ guid: id }) => codingIds.includes(id));
      const runs = runsOf(acrossWords ? null : text, chosen).filter((run) => run.length > 1);
      if (runs.length === 0) throw new SimpulError('codings-apart');
      for (const run of runs) {
        const [first, ...others] = run;
        const span = spanOf(run);
        codings = codings
          .filter((coding) => !others.includes(coding))
          .map((coding) =>
            coding === first ? { ...coding, ...span, quote: text.slice(span.start, span.end) } : coding,
          );
      }
      changed(['codings', 'memos'], requestId ?? null);
      return { guids: runs.flatMap(([first]) => first?.guid ?? []), joined: runs.flat().length };
    },
    'codings.delete': ({ codingIds }, { requestId }) => {
      codings = codings.filter((coding) => !codingIds.includes(coding.guid));
      changed(['codings', 'memos'], requestId ?? null);
      return { codings: codingIds.length, memos: 0 };
    },
    'codings.accept': ({ codingIds }, { requestId }) => {
      codings = codings.map((coding) =>
        codingIds.includes(coding.guid) ? { ...coding, state: 'kept', formerQuote: null } : coding,
      );
      changed(['codings'], requestId ?? null);
      return {};
    },
    'memos.create': (memo, { requestId }) => {
      memos.push(memo);
      changed(['memos'], requestId ?? null);
      return { guid: guid() };
    },
  });
  return {
    link,
    text: () => text,
    codings: () => codings,
    memos: () => memos,
    editElsewhere: (splices) => edit(splices, null),
  };
}

const startText = [
  'Pewawancara: Bagaimana layanan publik berubah sejak aplikasi dipakai?',
  'Informan: Dulu warga datang pagi-pagi dan pulang sore. Sekarang banyak yang lewat gawai, tetapi tidak semua.',
  'Pewawancara: Siapa yang tertinggal?',
  'Informan: Warga yang tinggal jauh dari kantor. Sinyal sering hilang, dan pelatihan ditunda karena anggaran terlambat.',
].join('\n');

const startCodes = [
  ['Akses layanan', '#0072b2'],
  ['Kapasitas aparatur', '#b85c00'],
  ['Anggaran', '#00805f'],
] as const;

function guid(): Guid {
  guids += 1;
  const made = parseGuid(`00000000-0000-4000-8000-${String(guids).padStart(12, '0')}`);
  if (!made) throw new Error('not a GUID');
  return made;
}

// ED6, ED7.
function afterEdit(coding: Coding, splices: readonly Splice[], text: string): Coding {
  const { start, end, fate } = moveRangeThrough(coding, splices);
  const quote = text.slice(start, end);
  const former = coding.formerQuote ?? coding.quote;
  if (fate === 'orphaned') return { ...coding, start, end, quote: '', state: 'orphaned', formerQuote: former };
  return quote === former
    ? { ...coding, start, end, quote, state: 'kept', formerQuote: null }
    : { ...coding, start, end, quote, state: 'changed', formerQuote: former };
}

function codingOf(id: Guid, code: Guid, start: number, end: number, quote: string): Coding {
  const shape = { coder: null, createdAt: moment, modifiedAt: moment, weight: null, formerQuote: null, memos: 0 };
  return { guid: id, document: documentId, code, start, end, quote, state: 'kept', ...shape };
}

function codeOf(id: Guid, name: string, color: string, position: number): CodeSummary {
  const card = { description: '', include: '', exclude: '', typicalExample: '', counterExample: '', kind: null };
  const counts = { codings: 0, documents: 0, memos: 0 };
  return { guid: id, path: [name], parent: null, name, color, codable: true, position, ...card, ...counts };
}

function documentOf(text: string, codings: readonly Coding[]) {
  return {
    guid: documentId,
    title: 'Wawancara Kepala Bidang',
    kind: 'interview' as const,
    characters: text.length,
    codings: codings.length,
    case: null,
    language: 'id',
    date: null,
    place: '',
    description: '',
    position: 0,
    memos: 0,
    toReview: codings.filter(({ state }) => state !== 'kept').length,
    createdAt: moment,
    modifiedAt: moment,
  };
}
