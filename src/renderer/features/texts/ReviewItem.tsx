import type { Coding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { useReviewing } from '../../parts/reviewing.ts';
import { DiffSide, useShownDifference } from '../../parts/WordDiff.tsx';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';

export type ReviewItemProps = {
  readonly coding: Coding;
  readonly code: CodeSummary | null;
  readonly title: string;
};

/** One coding with its words before and after, and what can be done about it. */
export function ReviewItem({ coding, code, title }: ReviewItemProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const reveal = usePlace((place) => place.reveal);
  const set = useReviewing((state) => state.set);
  const isGone = coding.state === 'orphaned';
  const former = coding.formerQuote ?? '';
  const sides = useShownDifference(former, isGone ? '' : coding.quote);
  const { guid, document, start, end } = coding;
  const goTo = (attaching: boolean): void => {
    set({ scope: null, attaching: attaching ? coding : null });
    reveal({ area: 'reduction', documentId: document, start, end, codingId: guid });
  };
  return (
    <li className="texts-review-item">
      <div className="texts-review-head">
        {code && <CodeLabel color={code.color} path={code.path} />}
        <span className="texts-review-title ellipsis" title={title}>
          {title}
        </span>
      </div>
      <dl className="texts-review-words">
        <dt>{t('code.review.before')}</dt>
        <dd dir="auto">{isGone ? <q>{former}</q> : <DiffSide parts={sides.before} side="before" />}</dd>
        <dt>{t('code.review.after')}</dt>
        <dd dir="auto">{isGone ? t('code.review.gone') : <DiffSide parts={sides.after} side="after" />}</dd>
      </dl>
      <div className="texts-review-actions">
        <Button size="small" onPress={() => goTo(false)}>
          {t('code.review.goTo')}
        </Button>
        {canChange && (
          <>
            {isGone ? (
              <Button size="small" onPress={() => goTo(true)}>
                {t('texts.review.attach')}
              </Button>
            ) : (
              <Button size="small" onPress={() => void perform('codings.accept', { codingIds: [guid] })}>
                {t('code.review.accept')}
              </Button>
            )}
            <Button size="small" onPress={() => void perform('texts.restoreWords', { codingIds: [guid] })}>
              {t('texts.review.restore')}
            </Button>
            <Button size="small" variant="quiet" onPress={() => void perform('codings.delete', { codingIds: [guid] })}>
              {t('code.remove')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
