import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ForeignNote, ForeignProject } from '../foreign/model.ts';
import { storeForeign } from '../foreign/store.ts';
import { label, type JobContext, type JobHandlers } from '../handler.ts';
import { ImportRefusal } from '../importers/types.ts';
import { keepImportReport, type ImportReport } from '../import-reports.ts';
import { breathe } from '../jobs.ts';
import { tried } from '../tried.ts';

const nothing = { documents: 0, codes: 0, codings: 0, cases: 0, variables: 0, memos: 0, coders: 0 };

export const foreignJobs = {
  // The file is read whole before the first row is written: it comes in one undoable step, or nothing does.
  'documents.importProject': async (context, { file, preview = false }) => {
    const { services, signal } = context;
    const sentence = (key: string, params: Readonly<Record<string, string | number>>): string =>
      isMessageKey(key) ? translate(services.language(), key, params) : key;
    const { bytes } = preview ? services.files.look(file.token) : services.files.take(file.token);
    try {
      const project = await services.reader.readForeign({ name: file.name, bytes });
      await breathe(signal);
      const { program } = project;
      const stored = preview
        ? tried(context, (scope) => storeForeign(scope, project))
        : written(context, file.name, project);
      return {
        outcome: preview ? ('preview' as const) : ('imported' as const),
        program,
        counts: stored.counts,
        notes: joined([...project.left, ...stored.notes]).map(({ code, count }) => ({
          code,
          count,
          message: sentence(`foreign.note.${code}`, { count }),
        })),
        error: null,
      };
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      return {
        outcome: 'refused' as const,
        program: null,
        counts: nothing,
        notes: [],
        error: { code: error.code, message: sentence(`import.refused.${error.code}`, error.params) },
      };
    }
  },
} satisfies Partial<JobHandlers>;

function written(context: JobContext, file: string, project: ForeignProject): ReturnType<typeof storeForeign> {
  const { program } = project;
  return context.write((scope) => {
    const stored = storeForeign({ ...context, ...scope }, project);
    keepImportReport({ ...context, ...scope }, reportOf(file, project, stored));
    return {
      value: stored,
      label: label('history.project.imported', { program, count: stored.counts.documents }),
      place: { area: 'collection' as const, ...(stored.first === null ? {} : { documentId: stored.first }) },
    };
  }).value;
}

/** Things in are things out: each is stored, was there by name, or stands in a note. */
function reportOf(
  file: string,
  project: ForeignProject,
  { counts, notes }: ReturnType<typeof storeForeign>,
): ImportReport {
  const { program, documents, codes, codings, cases, variables } = project;
  return {
    files: [file],
    origin: program,
    counts: {
      sources: documents.length,
      codes: codes.length,
      codings: codings.length,
      cases: cases.length,
      variables: variables.length,
    },
    added: {
      documents: counts.documents,
      texts: counts.documents,
      codes: counts.codes,
      codings: counts.codings,
      cases: counts.cases,
      variables: counts.variables,
      memos: counts.memos,
      coders: counts.coders,
    },
    notes: [...project.left, ...notes].map((note) => ({ ...note, details: [], of: 'foreign' as const })),
  };
}

/** One note of a kind, with all its counts. */
function joined(notes: readonly ForeignNote[]): readonly ForeignNote[] {
  return [...Map.groupBy(notes, ({ code }) => code)].map(([code, own]) => ({
    code,
    count: own.reduce((sum, { count }) => sum + count, 0),
  }));
}
