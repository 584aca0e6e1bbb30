import { useState } from 'react';
import {
  displayDefinition,
  matrixKind,
  type DisplayDefinition,
  type DisplayDetails,
  type MatrixKind,
} from '../../../../shared/contract/displays.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useLanguage, useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { AxisFields } from './AxisFields.tsx';

export type DefinitionDialogProps = {
  /** Null: a new one. */
  readonly display: DisplayDetails | null;
  readonly onClose: () => void;
  readonly onMade?: (guid: Guid) => void;
};

/** What stands in the rows and columns of a matrix. A new one begins with a template. */
export function DefinitionDialog({ display, onClose, onMade }: DefinitionDialogProps) {
  const t = useT();
  const language = useLanguage();
  const perform = usePerform();
  const { data: templates } = useAnswer('displays.templates', { language });
  const [kind, setKind] = useState<MatrixKind>(display?.kind ?? 'role-ordered');
  const [typedName, setName] = useState<string | null>(display?.name ?? null);
  const [changed, setDefinition] = useState<DisplayDefinition | null>(display?.definition ?? null);
  const template = templates?.find((each) => each.kind === kind);
  const definition = changed ?? template?.definition ?? null;
  const name = typedName ?? t(`matrix.kind.${kind}`);
  if (!definition) return null;

  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    const checked = displayDefinition.parse(definition);
    if (display) {
      if (await perform('displays.update', { displayId: display.guid, name, definition: checked })) onClose();
      return;
    }
    const decisionRule = template?.decisionRule ?? '';
    const made = await perform('displays.create', { kind, name, definition: checked, decisionRule });
    if (made) onMade?.(made.guid);
  };
  return (
    <Dialog
      title={t(display ? 'matrices.define' : 'matrices.new')}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            {t(display ? 'matrices.save' : 'matrices.create')}
          </Button>
        </>
      }
    >
      <div className="matrices-form">
        {!display && (
          <Select
            label={t('matrices.kind')}
            options={matrixKind.options.map((id) => ({ id, label: t(`matrix.kind.${id}`) }))}
            value={kind}
            onChange={(next) => {
              setKind(next);
              setDefinition(null);
            }}
          />
        )}
        <p className="display-note">{t(`matrix.purpose.${kind}`)}</p>
        <TextField label={t('matrices.name')} value={name} onChange={setName} maxLength={500} />
        <AxisFields
          label={t('matrices.rows')}
          axis={definition.rows}
          onChange={(rows) => setDefinition({ ...definition, rows })}
        />
        <AxisFields
          label={t('matrices.columns')}
          axis={definition.columns}
          onChange={(columns) => setDefinition({ ...definition, columns })}
        />
        <Checkbox
          isSelected={definition.meet === 'either'}
          onChange={(either) => setDefinition({ ...definition, meet: either ? 'either' : 'both' })}
        >
          {t('matrices.either')}
        </Checkbox>
      </div>
    </Dialog>
  );
}
