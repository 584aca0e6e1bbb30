import { useState } from 'react';
import { isSpeakerName } from '../../../shared/domain/turns.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { notify } from '../../services/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type Renaming = { readonly from: string; readonly to: string };

export type RenameSpeakerDialogProps = {
  readonly open: OpenTranscript;
  readonly renaming: Renaming;
  readonly initialScope: 'document' | 'project';
  readonly onClose: () => void;
};

/** Another name in every label, here or in all documents. A name that is there already makes one of two (SP5). */
export function RenameSpeakerDialog({ open, renaming, initialScope, onClose }: RenameSpeakerDialogProps) {
  const t = useT();
  const perform = usePerform();
  const { from } = renaming;
  const [to, setTo] = useState(renaming.to);
  const [scope, setScope] = useState<'document' | 'project'>(initialScope);
  const { data: everywhere = [] } = useAnswer('speakers.list', {});
  const name = to.trim();
  const speaker = everywhere.find((one) => one.name === from);
  const hasOther = name !== from && everywhere.some((one) => one.name === name);
  const isPossible = name !== '' && name !== from && isSpeakerName(name);
  const turns =
    scope === 'document' ? open.turns.filter((turn) => turn.speaker === from).length : (speaker?.turns ?? 0);
  const documents = scope === 'document' ? 1 : (speaker?.documents.length ?? 0);
  const rename = async (): Promise<void> => {
    if (!isPossible || !(await open.store())) return;
    const answer = await perform('speakers.rename', {
      from: [from],
      to: name,
      ...(scope === 'document' ? { documentIds: [open.documentId] } : {}),
    });
    if (!answer) return;
    notify({ kind: 'success', text: t('structure.rename.done', { turns: answer.turns, n: answer.documents }) });
    onClose();
  };
  return (
    <Dialog
      title={t('structure.rename.title', { speaker: from })}
      isOpen
      onClose={onClose}
      size="small"
      onSubmit={() => void rename()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!isPossible}>
            {t(hasOther ? 'structure.rename.merge' : 'structure.rename.do', { turns })}
          </Button>
        </>
      }
    >
      <TextField
        label={t('structure.rename.name')}
        value={to}
        onChange={setTo}
        autoFocus
        maxLength={80}
        error={name !== '' && !isSpeakerName(name) ? t('structure.rename.invalid') : null}
      />
      <RadioGroup
        label={t('structure.rename.where')}
        options={[
          { id: 'document', label: t('structure.scope.document') },
          { id: 'project', label: t('structure.scope.project') },
        ]}
        value={scope}
        onChange={setScope}
      />
      <p className="structure-note" aria-live="polite">
        {t('structure.rename.count', { turns, n: documents })}{' '}
        {hasOther && t('structure.rename.same', { speaker: name })}
      </p>
    </Dialog>
  );
}
