import { useState } from 'react';
import type { Coder } from '../../../shared/contract/coders.ts';
import { palette } from '../../../shared/domain/palette.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type CoderFields = { readonly name: string; readonly initials: string; readonly color: string };

export type CoderFormProps = {
  /** Null for a new one. */
  readonly coder: Coder | null;
  /** How many there are: a new one gets the next colour. */
  readonly count: number;
  readonly onSave: (fields: CoderFields) => Promise<void>;
  readonly onGiveUp: () => void;
};

export function CoderForm({ coder, count, onSave, onGiveUp }: CoderFormProps) {
  const t = useT();
  const [name, setName] = useState(coder?.name ?? '');
  const [initials, setInitials] = useState(coder?.initials ?? '');
  const [color, setColor] = useState(coder?.color ?? palette[count % palette.length] ?? palette[0]);
  const isMissing = name.trim() === '';
  const title = coder ? t('coders.change', { name: coder.name }) : t('coders.add');
  return (
    <form
      className="coders-form"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing) void onSave({ name, initials, color });
      }}
    >
      <div className="coders-fields">
        <TextField label={t('coders.name')} value={name} onChange={setName} maxLength={500} isRequired autoFocus />
        <TextField
          label={t('coders.initials')}
          hint={t('coders.initials.hint')}
          value={initials}
          onChange={setInitials}
          maxLength={10}
        />
      </div>
      <ColorPicker label={t('coders.color')} value={color} onChange={setColor} />
      <div className="coders-actions">
        <Button onPress={onGiveUp}>{t('ui.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={isMissing}>
          {t('ui.save')}
        </Button>
      </div>
    </form>
  );
}
