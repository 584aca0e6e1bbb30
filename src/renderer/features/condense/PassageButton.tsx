import type { Guid } from '../../../shared/domain/ids.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';

export type PassageButtonProps = {
  readonly place: {
    readonly coding: Guid;
    readonly document: Guid;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
};

/** The words of a segment, which lead to where they stand. */
export function PassageButton({ place: { coding, document, start, end, quote } }: PassageButtonProps) {
  const t = useT();
  const open = (): void =>
    usePlace.getState().reveal({ area: 'reduction', documentId: document, start, end, codingId: coding });
  return (
    <button type="button" className="condense-quote" title={t('condense.open')} onClick={open}>
      {quote}
    </button>
  );
}
