// Codings whose words an edit changed, with the words before and after (ED7).

import type { Coding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { CodingActions } from './use-coding-actions.ts';

export type ReviewDialogProps = {
  readonly documentId: Guid;
  readonly codes: readonly CodeSummary[];
  readonly actions: CodingActions;
  readonly onGoTo: (coding: Coding) => void;
  readonly onClose: () => void;
};

export function ReviewDialog({ documentId, codes, actions, onGoTo, onClose }: ReviewDialogProps) {
  const t = useT();
  const { data: changed = [] } = useAnswer('codings.list', {
    documentIds: [documentId],
    states: ['changed', 'orphaned'],
  });
  const acceptable = changed.filter(({ state }) => state === 'changed').map(({ guid }) => guid);
  return (
    <Dialog
      title={t('code.review.title')}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <Button isDisabled={acceptable.length === 0} onPress={() => void actions.accept(acceptable)}>
          {t('code.review.acceptAll')}
        </Button>
      }
    >
      {changed.length === 0 ? (
        <EmptyState title={t('code.review.empty')} />
      ) : (
        <>
          <p className="code-review-text">{t('code.review.text')}</p>
          <ul className="code-review">
            {changed.map((coding) => (
              <Changed key={coding.guid} coding={coding} codes={codes} actions={actions} onGoTo={onGoTo} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

type ChangedProps = Pick<ReviewDialogProps, 'codes' | 'actions' | 'onGoTo'> & { readonly coding: Coding };

function Changed({ coding, codes, actions, onGoTo }: ChangedProps) {
  const t = useT();
  const code = codes.find(({ guid }) => guid === coding.code);
  const isGone = coding.state === 'orphaned';
  return (
    <li className="code-review-item">
      {code && <CodeLabel color={code.color} path={code.path} />}
      <dl className="code-review-words">
        <dt>{t('code.review.before')}</dt>
        <dd>
          <q>{coding.formerQuote}</q>
        </dd>
        <dt>{t('code.review.after')}</dt>
        <dd>{isGone ? t('code.review.gone') : <q>{coding.quote}</q>}</dd>
      </dl>
      <div className="code-review-actions">
        {!isGone && (
          <>
            <Button size="small" onPress={() => onGoTo(coding)}>
              {t('code.review.goTo')}
            </Button>
            <Button size="small" onPress={() => void actions.accept([coding.guid])}>
              {t('code.review.accept')}
            </Button>
          </>
        )}
        <Button size="small" variant="quiet" onPress={() => void actions.remove([coding.guid])}>
          {t('code.remove')}
        </Button>
      </div>
    </li>
  );
}
