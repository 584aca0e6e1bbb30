import { useState } from 'react';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

export type ProjectDetailsDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

export function ProjectDetailsDialog({ isOpen, onClose }: ProjectDetailsDialogProps) {
  const { data } = useAnswer('project.info', {}, { enabled: isOpen });
  return isOpen && data ? <DetailsForm project={data.project} onClose={onClose} /> : null;
}

type DetailsFormProps = { readonly project: ProjectInfo['project']; readonly onClose: () => void };

function DetailsForm({ project, onClose }: DetailsFormProps) {
  const t = useT();
  const perform = usePerform();
  const [name, setName] = useState(project.name);
  const [description, setDescription] = useState(project.description);
  const [language, setLanguage] = useState(project.language);
  const isMissing = name.trim() === '';
  const save = async (): Promise<void> => {
    if (isMissing) return;
    if ((await perform('project.update', { name, description, language })) !== null) onClose();
  };
  return (
    <Dialog
      title={t('project.details')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={isMissing}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('project.name')}
        value={name}
        onChange={setName}
        error={isMissing ? t('start.new.name.missing') : null}
        maxLength={500}
        isRequired
        autoFocus
      />
      <TextArea
        label={t('project.description')}
        hint={t('project.description.hint')}
        value={description}
        onChange={setDescription}
        rows={6}
      />
      <RadioGroup
        label={t('project.language')}
        orientation="horizontal"
        options={[
          { id: 'id', label: t('language.id') },
          { id: 'en', label: t('language.en') },
        ]}
        value={language}
        onChange={setLanguage}
      />
    </Dialog>
  );
}
