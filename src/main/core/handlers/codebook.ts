import { SimpulError } from '../../../shared/contract/errors.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { assertMayLeave } from '../export-gate.ts';
import { fileName, holdExport, mediaTypes } from '../export-reports.ts';
import { writeInWorker } from '../exporters/write-in-worker.ts';
import type { JobHandlers } from '../handler.ts';
import { codebook } from './codes.ts';
import { gatherQuotations } from './export-content.ts';
import { requireProjectRow } from './project.ts';

export const codebookJobs = {
  'codes.export': async (context, { format, quotations: mostQuotations, confirmed }) => {
    const { db, services } = context;
    context.progress(0);
    const codes = codebook(db);
    if (codes.length === 0) throw new SimpulError('nothing-to-export');
    // Examples are words of those who were asked; a codebook without any is the researcher's own.
    const quotes = codes.some(({ typicalExample, counterExample }) => typicalExample + counterExample !== '');
    if (quotes || mostQuotations > 0) assertMayLeave(db, confirmed);
    const row = requireProjectRow(db);
    const language = services.language();
    const content = {
      language,
      project: row.name,
      description: row.description,
      fictional: row.fictional === 1,
      madeAt: services.ports.clock.now(),
      codes,
      quotations: await gatherQuotations(context, mostQuotations),
      mostQuotations,
    };
    const { bytes, notes } = await writeInWorker(
      services.ports.workers.exporter,
      { kind: 'codebook', format, content },
      context,
    );
    const name = fileName(`${translate(language, 'codebook.title')} ${row.name}`, format);
    return holdExport(context, { name, counts: { codes: codes.length }, notes }, mediaTypes[format], bytes);
  },
} satisfies Partial<JobHandlers>;
