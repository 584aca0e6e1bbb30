import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { deletePlan } from './change-plan.ts';
import { useNamesOf } from './use-names.ts';
import { withDescendants } from './tree-model.ts';

export type DeleteCodesDialogProps = {
  readonly codes: readonly CodeSummary[];
  readonly codeIds: readonly Guid[];
  readonly onClose: () => void;
};

type CodingsChoice = 'delete' | 'move-to-parent' | 'move';
type ChildrenChoice = 'delete' | 'lift';

/** CT5: asks what happens to the codings and the subcodes; nothing of them is deleted silently. */
export function DeleteCodesDialog({ codes, codeIds, onClose }: DeleteCodesDialogProps) {
  const t = useT();
  const perform = usePerform();
  const namesOf = useNamesOf(codes);
  const [children, setChildren] = useState<ChildrenChoice>('lift');
  const plan = deletePlan(codes, codeIds, children);
  // What keeps the researcher's work is offered first.
  const [wanted, setWanted] = useState<CodingsChoice | null>(null);
  const fallback: CodingsChoice = plan.canMoveToParent ? 'move-to-parent' : 'move';
  const choice = wanted === null || (wanted === 'move-to-parent' && !plan.canMoveToParent) ? fallback : wanted;
  const [targetId, setTargetId] = useState<Guid | null>(null);
  // A subcode that stays can take the codings of the code above it.
  const doomed: ReadonlySet<Guid> = children === 'delete' ? withDescendants(codes, codeIds) : new Set(codeIds);
  const targets = codes.filter(({ guid, codable }) => codable && !doomed.has(guid));
  const target = targets.find(({ guid }) => guid === targetId);
  const needsTarget = plan.codings > 0 && choice === 'move';
  const isReady = !needsTarget || target !== undefined;
  const remove = async (): Promise<void> => {
    if (!isReady) return;
    onClose();
    const result = await perform('codes.delete', {
      codeIds: [...codeIds],
      codings: plan.codings === 0 ? 'delete' : choice,
      children,
      ...(needsTarget && target ? { targetId: target.guid } : {}),
    });
    if (!result) return;
    usePlace.getState().go({ codeIds: [], codingId: null });
    notify({ kind: 'success', text: t('codebook.delete.done', result) });
  };
  return (
    <Dialog
      title={t('codebook.delete.title', { what: namesOf(codeIds) })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('content.cancel')}
          </Button>
          <Button variant="danger" isDisabled={!isReady} onPress={() => void remove()}>
            {t('codebook.delete.do')}
          </Button>
        </>
      }
    >
      {plan.children > 0 && (
        <RadioGroup
          label={t('codebook.delete.children', { count: plan.children })}
          value={children}
          onChange={setChildren}
          options={[
            { id: 'lift', label: t('codebook.delete.children.lift', { count: plan.children }) },
            { id: 'delete', label: t('codebook.delete.children.delete', { count: plan.children }) },
          ]}
        />
      )}
      {plan.codings > 0 && (
        <RadioGroup
          label={t('codebook.delete.codings', { count: plan.codings })}
          value={choice}
          onChange={setWanted}
          options={[
            ...(plan.canMoveToParent ? [{ id: 'move-to-parent' as const, label: parentLabel() }] : []),
            { id: 'move' as const, label: t('codebook.delete.codings.move', { count: plan.codings }) },
            { id: 'delete' as const, label: t('codebook.delete.codings.delete', { count: plan.codings }) },
          ]}
        />
      )}
      {needsTarget && (
        <CodePicker label={t('codebook.delete.target')} codes={targets} value={targetId} onChange={setTargetId} />
      )}
      <p className="dialog-text" aria-live="polite">
        {t('codebook.delete.summary', { codes: plan.codes, codings: plan.codings, memos: plan.memos })}{' '}
        {t('codebook.delete.undoable')}
      </p>
    </Dialog>
  );

  function parentLabel(): string {
    return codeIds.length === 1 && plan.parent
      ? t('codebook.delete.codings.parent', { count: plan.codings, name: plan.parent.name })
      : t('codebook.delete.codings.parentEach', { count: plan.codings });
  }
}
