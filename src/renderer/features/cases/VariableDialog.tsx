import { useState } from 'react';
import { type Variable, type VariableScope, variableType, type VariableType } from '../../../shared/contract/cases.ts';
import { CallError } from '../../../shared/contract/client.ts';
import { useServices } from '../../services/client.ts';
import { perform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

export type VariableDialogProps = {
  readonly scope: VariableScope;
  /** Null for a new one. */
  readonly variable: Variable | null;
  readonly onClose: () => void;
};

/** Makes or changes a variable. A type that a value does not fit is refused beside the field. */
export function VariableDialog({ scope, variable, onClose }: VariableDialogProps) {
  const t = useT();
  const services = useServices();
  const [name, setName] = useState(variable?.name ?? '');
  const [owner, setOwner] = useState<VariableScope>(scope);
  const [type, setType] = useState<VariableType>(variable?.type ?? 'Text');
  const [choices, setChoices] = useState((variable?.choices ?? []).join('\n'));
  const [description, setDescription] = useState(variable?.description ?? '');
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setTried(true);
    setRefusal(null);
    if (name.trim() === '') return;
    const offered = type === 'Text' ? linesOf(choices) : [];
    const fields = { name, type, description, choices: offered };
    try {
      if (variable) await perform(services, 'variables.update', { variableId: variable.guid, ...fields });
      else await perform(services, 'variables.create', { ...fields, scope: owner });
      onClose();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setRefusal(error.message);
    }
  };
  return (
    <Dialog
      title={variable ? t('cases.variable.edit.title', { name: variable.name }) : t('cases.variable.new.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t(variable ? 'cases.variable.save' : 'cases.variable.create')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('cases.variable.name')}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === '' ? t('content.needed') : null}
        maxLength={500}
        autoFocus
      />
      {!variable && (
        <RadioGroup
          label={t('cases.variable.scope')}
          value={owner}
          onChange={setOwner}
          orientation="horizontal"
          options={[
            { id: 'case', label: t('cases.variable.scope.case') },
            { id: 'document', label: t('cases.variable.scope.document') },
          ]}
        />
      )}
      <Select
        label={t('cases.variable.type')}
        value={type}
        error={refusal}
        onChange={setType}
        options={variableType.options.map((id) => ({ id, label: t(`cases.type.${id}`) }))}
      />
      {type === 'Text' && (
        <TextArea
          label={t('cases.variable.choices')}
          hint={t('cases.variable.choicesHelp')}
          value={choices}
          onChange={setChoices}
          rows={5}
        />
      )}
      <TextArea label={t('cases.variable.description')} value={description} onChange={setDescription} rows={2} />
    </Dialog>
  );
}

/** One choice per line, each once. */
function linesOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
