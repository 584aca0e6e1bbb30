import type { CodebookFormat } from '../../../shared/contract/codes.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { CodebookContent } from '../exporters/codebook-content.ts';
import { codebookCsv, codebookHtml, codebookMarkdown } from '../exporters/codebook-text.ts';
import type { JobHandlers } from '../handler.ts';
import { codebook } from './codes.ts';
import { requireProjectRow } from './project.ts';

type Writer = {
  readonly mediaType: string;
  readonly write: (content: CodebookContent) => Promise<Uint8Array>;
};

const utf8 = (text: string): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));

const writers: Readonly<Record<CodebookFormat, Writer>> = {
  csv: { mediaType: 'text/csv', write: (content) => utf8(codebookCsv(content)) },
  html: { mediaType: 'text/html', write: (content) => utf8(codebookHtml(content)) },
  md: { mediaType: 'text/markdown', write: (content) => utf8(codebookMarkdown(content)) },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // Loaded when asked for: it is large, and most commands of the command line never need it.
    write: async (content) => (await import('../exporters/codebook-docx.ts')).codebookDocx(content),
  },
};

export const codebookJobs = {
  'codes.export': async ({ db, services }, { format }) => {
    const codes = codebook(db);
    if (codes.length === 0) throw new SimpulError('nothing-to-export');
    const row = requireProjectRow(db);
    const language = services.language();
    const { mediaType, write } = writers[format];
    const bytes = await write({
      language,
      project: row.name,
      description: row.description,
      fictional: row.fictional === 1,
      madeAt: services.ports.clock.now(),
      codes,
    });
    const name = `${translate(language, 'codebook.title')} ${row.name}.${format}`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-');
    return { token: services.files.hold({ name, mediaType, bytes }), name, mediaType, size: bytes.byteLength };
  },
} satisfies Partial<JobHandlers>;
