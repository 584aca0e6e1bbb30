// Quotations in the report, each with who said it, how it was collected, and when.

import { dayIn, type Desk } from './desk.ts';
import type { Block } from './blocks.ts';
import type { ReportQuotation } from '../../db/report.ts';

export function quotationBlocks({ options, say }: Desk, quotations: readonly ReportQuotation[]): readonly Block[] {
  return quotations.map(({ guid, documentId, start, end, quote, informant, document, kind, date }) => ({
    kind: 'quotation',
    text: `“${quote}”`,
    source: [
      informant ?? document,
      say(`collect.kind.${kind as 'interview'}`),
      ...(date === null ? [] : [dayIn(options.language, date)]),
    ].join(', '),
    from: { kind: 'coding', guid, document: documentId, start, end },
  }));
}
