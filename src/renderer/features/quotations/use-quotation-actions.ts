// What can be done with quotations: go there, copy them with their sources, take them to a spreadsheet.

import { useMemo } from 'react';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { QuotationFilter } from '../../parts/quotations-about.ts';
import { useFetchAnswer } from '../../services/answers.ts';
import { useSaveFromStudy } from '../../services/leaving.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { citationOf, pagesWith, quotationCells } from './citation.ts';
import { type Passage, passagesOf } from './grouping.ts';

export type QuotationActions = {
  readonly reveal: (quotation: Quotation) => void;
  readonly copy: (passages: readonly Passage[]) => Promise<void>;
  /** All quotations of a filter, also those not on screen. */
  readonly copyAll: (filter: QuotationFilter) => Promise<void>;
  readonly exportCsv: (filter: QuotationFilter) => Promise<void>;
};

const columns = [
  'quote',
  'code',
  'document',
  'case',
  'date',
  'speaker',
  'coder',
  'weight',
  'pages',
  'start',
  'end',
] as const;
const pageSize = 500;

export function useQuotationActions(): QuotationActions {
  const t = useT();
  const { day } = useDateFormat();
  const fetchAnswer = useFetchAnswer();
  const save = useSaveFromStudy();
  const reveal = usePlace((place) => place.reveal);
  return useMemo(() => {
    const readAll = async (filter: QuotationFilter): Promise<readonly Quotation[]> => {
      const read: Quotation[] = [];
      for (;;) {
        const page = await fetchAnswer('codings.quotations', { ...filter, offset: read.length, limit: pageSize });
        read.push(...page.items);
        if (page.items.length === 0 || read.length >= page.total) return read;
      }
    };
    const copy = async (passages: readonly Passage[]): Promise<void> => {
      const words = { day, quoted: (text: string) => t('quotations.quoted', { text }), pages: pagesWith(t) };
      try {
        await navigator.clipboard.writeText(passages.map((each) => citationOf(each, words)).join('\n\n'));
        notify({ kind: 'success', text: t('quotations.copied', { n: passages.length }) });
      } catch {
        notify({ kind: 'error', text: t('quotations.not-copied') });
      }
    };
    return {
      reveal: ({ document, start, end, guid }) =>
        reveal({ area: 'reduction', documentId: document, start, end, codingId: guid }),
      copy,
      copyAll: async (filter) => copy(passagesOf(await readAll(filter))),
      exportCsv: async (filter) => {
        const head = columns.map((column): string | number | null => t(`quotations.csv.${column}`));
        const rows = [head, ...(await readAll(filter)).map(quotationCells)];
        const { csv } = await fetchAnswer('analysis.exportTable', { rows });
        const name = `${t('quotations.csv.name')}.csv`;
        const isSaved = await save(new Blob([csv], { type: 'text/csv;charset=utf-8' }), name);
        if (isSaved) notify({ kind: 'success', text: t('display.export.saved', { name }) });
      },
    };
  }, [t, day, fetchAnswer, save, reveal]);
}
