import type { Quotation } from '../../../shared/contract/codings.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';

/** ED7: an edit changed the words of the coding. Before and after stand together, so that a person can judge. */
export function ReviewBox({ coding }: { readonly coding: Quotation }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const isOrphan = coding.state === 'orphaned';
  return (
    <div className="inspector-review" role="note">
      <p>{t(isOrphan ? 'inspector.coding.orphaned' : 'inspector.coding.changed')}</p>
      <dl>
        <dt>{t('inspector.coding.before')}</dt>
        <dd>
          <q>{coding.formerQuote ?? coding.quote}</q>
        </dd>
        {!isOrphan && (
          <>
            <dt>{t('inspector.coding.after')}</dt>
            <dd>
              <q>{coding.quote}</q>
            </dd>
          </>
        )}
      </dl>
      {!isOrphan && (
        <Button
          size="small"
          isDisabled={!canChange}
          onPress={() => void perform('codings.accept', { codingIds: [coding.guid] })}
        >
          {t('inspector.coding.accept')}
        </Button>
      )}
    </div>
  );
}
