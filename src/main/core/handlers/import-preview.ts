import type { PreviewedFile } from '../../../shared/contract/documents.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { JobHandlers } from '../handler.ts';
import type { DocumentPreview } from '../importers/preview-document.ts';
import { ImportRefusal } from '../importers/types.ts';
import { breathe } from '../jobs.ts';
import { inLanes, readingChoices, saidNotes, saidRefusal } from './import-reading.ts';
import { titleOf } from './import.ts';

export const previewJobs = {
  'documents.preview': async ({ services, signal, progress }, { files }) => {
    const language = services.language();
    let read = 0;
    const previewed = await inLanes(services.reader.lanes, files, async ({ name, token, ...choices }) => {
      await breathe(signal);
      const { bytes } = services.files.look(token);
      const answer = await services.reader.preview({ name, bytes, ...readingChoices(choices) }).then(
        (found) => shown(language, name, found),
        (error: unknown) => refused(language, name, error),
      );
      read += 1;
      progress(read / files.length);
      return answer;
    });
    return { files: [...previewed] };
  },
} satisfies Partial<JobHandlers>;

function shown(language: Language, file: string, preview: DocumentPreview): PreviewedFile {
  const { notes, counts, split, ...found } = preview;
  return {
    file,
    found: {
      ...found,
      title: titleOf(file),
      speakers: [...found.speakers],
      headings: [...found.headings],
      comments: counts.comments,
      split: split && { ...split, parts: [...split.parts] },
    },
    notes: saidNotes(language, notes),
    error: null,
  };
}

function refused(language: Language, file: string, error: unknown): PreviewedFile {
  if (!(error instanceof ImportRefusal)) throw error;
  return { file, found: null, notes: [], error: saidRefusal(language, error) };
}
