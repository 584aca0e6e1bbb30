import { ArrowUpFromLine } from 'lucide-react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Memo } from '../../../shared/contract/memos.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { Needs } from './Needs.tsx';

export type ConclusionEditorProps = {
  readonly memo: Memo;
  readonly codes: readonly CodeSummary[];
  /** The code whose quotations are shown beside the claim. */
  readonly found: Guid | null;
  readonly onFind: (code: Guid | null) => void;
};

/** One claim with its reasons, its evidence and what it still needs. */
export function ConclusionEditor({ memo, codes, found, onFind }: ConclusionEditorProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { moment } = useDateFormat();
  return (
    <article className="conclude-editor" aria-label={memo.title === '' ? t('conclude.untitled') : memo.title}>
      <AutosaveField
        key={`title ${memo.guid}`}
        label={t('conclude.statement')}
        value={memo.title}
        maxLength={500}
        isReadOnly={!canChange}
        onSave={(title) => perform('memos.update', { memoId: memo.guid, title: title.trim() })}
      />
      <AutosaveField
        key={`body ${memo.guid}`}
        label={t('conclude.body')}
        hint={t('conclude.body.hint')}
        value={memo.body}
        rows={8}
        isReadOnly={!canChange}
        onSave={(body) => perform('memos.update', { memoId: memo.guid, body })}
      />
      <p className="conclude-note">
        {t(memo.kind === 'summary' ? 'conclude.kind.summary' : 'conclude.kind.analytic')} ·{' '}
        {t('conclude.changed', { when: moment(memo.modifiedAt) })}
      </p>
      {memo.kind !== 'summary' && canChange && (
        <Button
          icon={<ArrowUpFromLine aria-hidden="true" />}
          onPress={() => void perform('memos.update', { memoId: memo.guid, kind: 'summary' })}
        >
          {t('conclude.promote')}
        </Button>
      )}
      <EvidenceList memo={memo} />
      <CodePicker label={t('conclude.evidence.find')} codes={codes} value={found} onChange={onFind} />
      <Needs />
    </article>
  );
}
