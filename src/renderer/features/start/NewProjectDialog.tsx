import { useState } from 'react';
import { CallError } from '../../../shared/contract/client.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { useAnswer } from '../../services/answers.ts';
import { useServices } from '../../services/client.ts';
import { perform } from '../../services/perform.ts';
import { useLanguage, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FolderField } from './FolderField.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';

export type NewProjectDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

type Problem = { readonly field: 'name' | 'folder' | 'other'; readonly text: string };

export function NewProjectDialog({ isOpen, onClose }: NewProjectDialogProps) {
  // A form opened anew starts empty.
  return isOpen ? <NewProjectForm onClose={onClose} /> : null;
}

function NewProjectForm({ onClose }: Pick<NewProjectDialogProps, 'onClose'>) {
  const t = useT();
  const services = useServices();
  const recent = useAnswer('projects.recent', {});
  const [name, setName] = useState('');
  const [folder, setFolder] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [template, setTemplate] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isMaking, setMaking] = useState(false);
  const projectsFolder = recent.data?.folder ?? '';
  const place = folder ?? projectsFolder;
  const isOwnFolder = place.trim() !== '' && place.trim() !== projectsFolder;

  const make = async (): Promise<void> => {
    if (isMaking) return;
    if (name.trim() === '') return setProblem({ field: 'name', text: t('start.new.name.missing') });
    setMaking(true);
    try {
      await perform(services, 'projects.create', {
        name,
        language,
        // The projects folder is made where it is missing; any other one must be there.
        ...(isOwnFolder ? { folder: place.trim() } : {}),
        ...(template === null ? {} : { template }),
      });
      onClose();
    } catch (error) {
      setProblem(problemOf(error, t('notice.unexpected')));
    } finally {
      setMaking(false);
    }
  };
  const errorAt = (field: Problem['field']): string | null => (problem?.field === field ? problem.text : null);

  return (
    <Dialog
      title={t('start.new')}
      isOpen
      onClose={onClose}
      size="wide"
      onSubmit={() => void make()}
      footer={
        <>
          {problem?.field === 'other' && (
            <p role="alert" className="field-error start-problem">
              {problem.text}
            </p>
          )}
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={isMaking}>
            {t('start.new.create')}
          </Button>
        </>
      }
    >
      <div className="start-form">
        <div className="start-form-part">
          <TextField
            label={t('start.new.name')}
            value={name}
            onChange={(value) => {
              setName(value);
              setProblem(null);
            }}
            error={errorAt('name')}
            isRequired
            autoFocus
            maxLength={500}
          />
          <RadioGroup
            label={t('start.new.language')}
            hint={t('start.new.language.hint')}
            orientation="horizontal"
            options={[
              { id: 'id', label: t('language.id') },
              { id: 'en', label: t('language.en') },
            ]}
            value={language}
            onChange={setLanguage}
          />
          <FolderField
            value={place}
            onChange={(value) => {
              setFolder(value);
              setProblem(null);
            }}
            error={errorAt('folder')}
          />
        </div>
        <TemplateChoice value={template} onChange={setTemplate} />
      </div>
    </Dialog>
  );
}

/** Each error stands beside what caused it. */
function problemOf(error: unknown, otherwise: string): Problem {
  if (!(error instanceof CallError)) return { field: 'other', text: otherwise };
  const isFolder = error.code === 'folder-not-found' || error.code === 'folder-not-writable';
  const field = error.code === 'project-exists' ? 'name' : isFolder ? 'folder' : 'other';
  return { field, text: error.message };
}
