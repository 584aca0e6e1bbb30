import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { QuotationAction } from '../../parts/quotations-about.ts';
import { useNumber, useT } from '../../services/text.ts';
import type { Passage, QuotationRow } from './grouping.ts';
import { QuotationCard } from './QuotationCard.tsx';

export type QuotationFeedProps = {
  readonly label: string;
  readonly rows: readonly QuotationRow[];
  /** Whether all rows there are have been read. */
  readonly isWhole: boolean;
  readonly action: QuotationAction | null;
  readonly onReveal: (quotation: Quotation) => void;
  readonly onCopy: (passages: readonly Passage[]) => void;
  readonly showsDocument: boolean;
  /** The end of what was read is near. */
  readonly onNearEnd: () => void;
};

/**
 * Only what is in view exists as elements. A grid of one column (ARIA), since rows hold buttons: arrows and Page Up and
 * Down go from one quotation to the next, Enter leads to the passage.
 */
export function QuotationFeed(props: QuotationFeedProps) {
  const { label, rows, isWhole, showsDocument, action, onReveal, onCopy, onNearEnd } = props;
  const t = useT();
  const number = useNumber();
  const scroll = useRef<HTMLDivElement>(null);
  const first = rows.findIndex(({ kind }) => kind === 'passage');
  const [chosen, setChosen] = useState<number | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const active = chosen !== null && rows[chosen]?.kind === 'passage' ? chosen : first;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? 34 : 190),
    getItemKey: (index) => {
      const row = rows[index];
      return row?.kind === 'passage' ? row.passage[0].guid : `heading ${row?.key ?? index}`;
    },
    overscan: 4,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;

  useEffect(() => {
    if (last >= rows.length - 8) onNearEnd();
  }, [last, rows.length, onNearEnd]);
  useEffect(() => {
    // The row may only come into being once it is scrolled to.
    if (wanted === null) return;
    const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] .quotation`);
    if (!row) return;
    row.focus();
    setWanted(null);
  }, [wanted, shown]);

  const press = (event: KeyboardEvent, quotation: Quotation): void => {
    // Keys pressed on a button inside are the button's.
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onReveal(quotation);
      return;
    }
    const to = quotationAfter(event.key, active, rows);
    if (to === null) return;
    event.preventDefault();
    setChosen(to);
    setWanted(to);
    virtual.scrollToIndex(to, { align: 'auto' });
  };

  return (
    <div className="quotation-scroll" ref={scroll}>
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={isWhole ? rows.length : -1}
        className="quotation-feed"
        style={{ height: virtual.getTotalSize() }}
      >
        {shown.map(({ key, index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className="quotation-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.kind === 'heading' ? (
                <div role="row" aria-rowindex={index + 1} className="quotation-heading">
                  <span role="rowheader" className="ellipsis">
                    {row.text ?? t('quotations.no-case')}
                  </span>
                  <span role="gridcell" className="quotation-number">
                    {number(row.count)}
                  </span>
                </div>
              ) : (
                <div
                  role="row"
                  className="quotation"
                  tabIndex={index === active ? 0 : -1}
                  aria-rowindex={index + 1}
                  aria-label={`${row.passage[0].documentTitle}: ${row.passage[0].quote.slice(0, 200)}`}
                  onFocus={() => setChosen(index)}
                  onKeyDown={(event) => press(event, row.passage[0])}
                  onDoubleClick={() => onReveal(row.passage[0])}
                >
                  <div role="gridcell">
                    <QuotationCard
                      passage={row.passage}
                      showsDocument={showsDocument}
                      action={action}
                      onReveal={onReveal}
                      onCopy={onCopy}
                    />
                  </div>
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The row of the quotation that a key leads to; headings are passed over. */
function quotationAfter(key: string, from: number, rows: readonly QuotationRow[]): number | null {
  const step = key === 'ArrowDown' || key === 'PageDown' ? 1 : key === 'ArrowUp' || key === 'PageUp' ? -1 : 0;
  if (key === 'Home') return rows.findIndex(({ kind }) => kind === 'passage');
  if (key === 'End') return rows.findLastIndex(({ kind }) => kind === 'passage');
  if (step === 0) return null;
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind === 'passage') return index;
  }
  return null;
}
