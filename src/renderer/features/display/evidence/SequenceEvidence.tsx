import { ArrowDown } from 'lucide-react';
import { useEffect } from 'react';
import type { Coding } from '../../../../shared/contract/codings.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { usePlace } from '../../../services/place.ts';
import { useT } from '../../../services/text.ts';
import { Panel } from '../../../ui/Panel.tsx';
import type { Opened } from '../opened.ts';
import { JobProgress } from '../parts/JobProgress.tsx';

export type SequenceEvidenceProps = { readonly opened: Extract<Opened, { readonly kind: 'sequence' }> };

/** Pairs read at once; nobody reads more of one cell. */
const mostPairs = 200;

/** The pairs behind one cell of the sequence matrix: what comes first, and what follows it. */
export function SequenceEvidence({ opened: { title, cell } }: SequenceEvidenceProps) {
  const t = useT();
  const { data, isRunning, progressKey, stale, rerun } = useJob('analysis.sequenceCell', cell);
  useEffect(() => {
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  const pairs = data?.pairs.slice(0, mostPairs) ?? [];
  const ids = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const { data: codings = [] } = useAnswer('codings.list', { codingIds: ids });
  const { data: documents = [] } = useAnswer('documents.list', {});
  const codingOf = new Map(codings.map((coding) => [coding.guid, coding]));
  const titleOf = new Map(documents.map((document) => [document.guid, document.title]));
  return (
    <Panel
      title={title}
      className="sequence-pairs"
      {...(data ? { count: t('sequence.pairs.count', { n: data.pairs.length }) } : {})}
      {...(data && data.pairs.length > mostPairs ? { footer: t('sequence.pairs.most', { n: mostPairs }) } : {})}
    >
      {isRunning && !data && <JobProgress progressKey={progressKey} />}
      {data?.pairs.length === 0 && <p className="display-note">{t('sequence.pairs.none')}</p>}
      <ol className="sequence-pair-list" aria-label={t('sequence.pairs', { title })}>
        {pairs.map(({ document, first, second }) => (
          <li key={`${first} ${second}`} className="sequence-pair">
            <p className="display-note ellipsis">{titleOf.get(document)}</p>
            <Passage coding={codingOf.get(first)} />
            <ArrowDown aria-label={t('sequence.followed-by')} />
            <Passage coding={codingOf.get(second)} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** A quotation that leads to its passage. */
function Passage({ coding }: { readonly coding: Coding | undefined }) {
  const t = useT();
  const reveal = usePlace((place) => place.reveal);
  if (!coding) return null;
  const { document, start, end, guid, quote } = coding;
  return (
    <button
      type="button"
      className="sequence-passage"
      title={t('quotations.go.short')}
      onClick={() => reveal({ area: 'reduction', documentId: document, start, end, codingId: guid })}
    >
      {quote}
    </button>
  );
}
