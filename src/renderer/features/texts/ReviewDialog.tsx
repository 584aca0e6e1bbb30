// Codings whose words an edit changed, with the words before and after (ED7), in one document or in the project.

import { useMemo } from 'react';
import type { Coding } from '../../../shared/contract/codings.ts';
import { type ReviewScope, useReviewing } from '../../parts/reviewing.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { ReviewItem } from './ReviewItem.tsx';

const none: readonly Coding[] = [];
/** Items drawn at once: the list gets shorter as it is worked through. */
const most = 200;

export function ReviewDialog({ scope }: { readonly scope: ReviewScope }) {
  const t = useT();
  const number = useNumber();
  const perform = usePerform();
  const canChange = useCanChange();
  const documentId = usePlace((place) => place.documentId);
  const set = useReviewing((state) => state.set);
  const { data: all = none } = useAnswer('codings.list', { states: ['changed', 'orphaned'] });
  const inDocument = useMemo(() => all.filter(({ document }) => document === documentId), [all, documentId]);
  const shown = scope === 'document' ? inDocument : all;
  const idsOf = (state: Coding['state']) => shown.filter((coding) => coding.state === state).map(({ guid }) => guid);
  const acceptable = idsOf('changed');
  const onClose = (): void => set({ scope: null });
  const list = shown.length === 0 ? <EmptyState title={t('code.review.empty')} /> : <Items codings={shown} />;
  const tab = (id: ReviewScope, label: string, count: number) => ({
    id,
    label,
    badge: count > 0 ? <Badge tone="warning">{number(count)}</Badge> : null,
    content: list,
  });
  return (
    <Dialog
      title={t('code.review.title')}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        canChange ? (
          <>
            <Button
              isDisabled={shown.length === 0}
              onPress={() => void perform('texts.restoreWords', { codingIds: shown.map(({ guid }) => guid) })}
            >
              {t('texts.review.restoreAll')}
            </Button>
            <Button
              variant="primary"
              isDisabled={acceptable.length === 0}
              onPress={() => void perform('codings.accept', { codingIds: acceptable })}
            >
              {t('code.review.acceptAll')}
            </Button>
          </>
        ) : undefined
      }
    >
      <p className="texts-review-text">{t('code.review.text')}</p>
      {documentId === null ? (
        list
      ) : (
        <Tabs<ReviewScope>
          label={t('texts.review.scope')}
          selected={scope}
          onSelect={(next) => set({ scope: next })}
          parts={[
            tab('document', t('texts.review.document'), inDocument.length),
            tab('project', t('texts.review.project'), all.length),
          ]}
        />
      )}
    </Dialog>
  );
}

function Items({ codings }: { readonly codings: readonly Coding[] }) {
  const t = useT();
  const { data: codes } = useAnswer('codes.list', {});
  const { data: documents } = useAnswer('documents.list', {});
  const titles = useMemo(() => new Map(documents?.map(({ guid, title }) => [guid, title])), [documents]);
  const byId = useMemo(() => new Map(codes?.map((code) => [code.guid, code])), [codes]);
  return (
    <>
      <ul className="texts-review">
        {codings.slice(0, most).map((coding) => (
          <ReviewItem
            key={coding.guid}
            coding={coding}
            code={byId.get(coding.code) ?? null}
            title={titles.get(coding.document) ?? ''}
          />
        ))}
      </ul>
      {codings.length > most && <p>{t('texts.review.more', { n: codings.length - most })}</p>}
    </>
  );
}
