import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { mergePlan, mergeTargets } from './change-plan.ts';
import { useNamesOf } from './use-names.ts';
import { withDescendants } from './tree-model.ts';

export type MergeDialogProps = {
  readonly codes: readonly CodeSummary[];
  /** One code to merge into another, or several of which one stays. */
  readonly codeIds: readonly Guid[];
  readonly onClose: () => void;
};

/** CT4: says how many codings will move and how many will join before anything is merged. */
export function MergeDialog({ codes, codeIds, onClose }: MergeDialogProps) {
  const t = useT();
  const perform = usePerform();
  const namesOf = useNamesOf(codes);
  const chosen = codes.filter(({ guid }) => codeIds.includes(guid));
  const [targetId, setTargetId] = useState<Guid | null>(null);
  const [reason, setReason] = useState('');
  const target = codes.find(({ guid }) => guid === targetId) ?? null;
  const sources = chosen.filter(({ guid }) => guid !== targetId);
  const targets = possibleTargets(codes, codeIds);
  const involved = target ? [target.guid, ...sources.map(({ guid }) => guid)].toSorted() : [];
  const codings = useAnswer('codings.list', { codeIds: involved }, { enabled: target !== null }).data;
  const plan =
    target && codings
      ? mergePlan(
          codes,
          codings.filter(({ state }) => state !== 'orphaned'),
          sources.map(({ guid }) => guid),
          target.guid,
        )
      : null;
  const merge = async (): Promise<void> => {
    if (!target || sources.length === 0) return;
    onClose();
    const result = await perform('codes.merge', {
      sourceIds: sources.map(({ guid }) => guid),
      targetId: target.guid,
      ...(reason.trim() === '' ? {} : { reason }),
    });
    if (!result) return;
    usePlace.getState().go({ codeIds: [target.guid] });
    notify({ kind: 'success', text: t('codebook.merge.done', result) });
  };
  return (
    <Dialog
      title={t('codebook.merge.title', { what: namesOf(codeIds) })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" isDisabled={plan === null} onPress={() => void merge()}>
            {t('codebook.merge.do')}
          </Button>
        </>
      }
    >
      <CodePicker
        label={t('codebook.merge.target')}
        hint={t('codebook.merge.targetHelp')}
        codes={targets}
        value={targetId}
        onChange={setTargetId}
        autoFocus
      />
      <TextArea
        label={t('codebook.merge.reason')}
        hint={t('codebook.merge.reason.help')}
        value={reason}
        onChange={setReason}
        rows={2}
      />
      <div aria-live="polite">
        {plan && target ? (
          <ul className="codebook-plan">
            <li>{t('codebook.merge.sources', { names: sources.map(({ name }) => name).join(', ') })}</li>
            <li>{t('codebook.merge.plan.moved', { count: plan.moved, name: target.name })}</li>
            {plan.joined > 0 && <li>{t('codebook.merge.plan.joined', { count: plan.joined })}</li>}
            {plan.children > 0 && (
              <li>{t('codebook.merge.plan.children', { count: plan.children, name: target.name })}</li>
            )}
            {plan.memos > 0 && <li>{t('codebook.merge.plan.memos', { count: plan.memos })}</li>}
          </ul>
        ) : (
          <p className="dialog-text">{t('codebook.merge.choose')}</p>
        )}
      </div>
    </Dialog>
  );
}

/** Of several chosen codes any may stay that does not hang below another of them; else any code not below the chosen. */
function possibleTargets(codes: readonly CodeSummary[], codeIds: readonly Guid[]): readonly CodeSummary[] {
  const outside = new Set(mergeTargets(codes, codeIds).map(({ guid }) => guid));
  const inside =
    codeIds.length < 2
      ? []
      : codeIds.filter((guid) => {
          const others = codeIds.filter((other) => other !== guid);
          return !withDescendants(codes, others).has(guid);
        });
  return codes.filter(({ guid }) => outside.has(guid) || inside.includes(guid));
}
