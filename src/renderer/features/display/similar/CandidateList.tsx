import { Check, Undo2, X } from 'lucide-react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { usePlace } from '../../../services/place.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { IconButton } from '../../../ui/Button.tsx';

export type Candidate = OutputOf<'search.similar'>['candidates'][number];

export type CandidateListProps = {
  readonly label: string;
  readonly candidates: readonly Candidate[];
  /** What they were judged to be; left out where nobody has judged them yet. */
  readonly marked?: 'hit' | 'miss';
  readonly onHit?: (candidate: Candidate) => void;
  readonly onMiss?: (candidate: Candidate) => void;
  readonly onTakeBack?: (candidate: Candidate) => void;
};

/** Passages with how like they are, each leading to its place; nothing where there are none. */
export function CandidateList(props: CandidateListProps) {
  const { label, candidates, marked, onHit, onMiss, onTakeBack } = props;
  const t = useT();
  const number = useNumber();
  const reveal = usePlace((place) => place.reveal);
  if (candidates.length === 0) return null;
  return (
    <section aria-label={label}>
      <h2 className="similar-head">{label}</h2>
      <ul className="similar-list">
        {candidates.map((candidate) => {
          const { document, title, start, end, quote, score } = candidate;
          const words = { quote: quote.slice(0, 80) };
          return (
            <li key={`${document} ${start}`} className={marked ? `similar-item similar-${marked}` : 'similar-item'}>
              <span className="similar-marks">
                {onHit && (
                  <IconButton
                    label={t('similar.hit', words)}
                    icon={<Check />}
                    size="small"
                    onPress={() => onHit(candidate)}
                  />
                )}
                {onMiss && (
                  <IconButton
                    label={t('similar.miss', words)}
                    icon={<X />}
                    size="small"
                    onPress={() => onMiss(candidate)}
                  />
                )}
                {onTakeBack && (
                  <IconButton
                    label={t('similar.take-back', words)}
                    icon={<Undo2 />}
                    size="small"
                    onPress={() => onTakeBack(candidate)}
                  />
                )}
              </span>
              <button
                type="button"
                className="similar-words"
                onClick={() => reveal({ area: 'reduction', documentId: document, start, end })}
              >
                <span className="similar-source">
                  {title} · {number(score, 2)}
                </span>
                {quote}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
