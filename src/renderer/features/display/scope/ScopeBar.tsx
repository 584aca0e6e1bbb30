import { RotateCcw } from 'lucide-react';
import { memo } from 'react';
import { useT } from '../../../services/text.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import { Picker } from '../../../parts/Picker.tsx';
import { LevelFields } from './LevelFields.tsx';
import { defaultScope, type Scope } from './scope.ts';
import type { Study } from './use-scope.ts';

export type ScopeBarProps = {
  readonly scope: Scope;
  readonly study: Study;
  readonly onChange: (change: Partial<Scope>) => void;
  /** Whether level and index matter to the display on screen. */
  readonly withLevel: boolean;
};

/** What every display looks at. Not drawn anew while a job tells its progress: it knows each document by name. */
export const ScopeBar = memo(function ScopeBar({ scope, study, onChange, withLevel }: ScopeBarProps) {
  const t = useT();
  return (
    <fieldset className="display-scope">
      <legend className="visually-hidden">{t('display.scope')}</legend>
      {withLevel && <LevelFields scope={scope} onChange={onChange} />}
      <Picker
        label={t('display.scope.codes')}
        items={study.codes.map(({ guid, name, path, color }) => ({
          guid,
          name,
          fullName: path.join(' / '),
          depth: path.length - 1,
          color,
        }))}
        chosen={scope.codeIds}
        onChange={(codeIds) => onChange({ codeIds })}
        footer={
          <Checkbox isSelected={scope.branches} onChange={(branches) => onChange({ branches })}>
            {t('display.scope.branches')}
          </Checkbox>
        }
      />
      <Picker
        label={t('display.scope.documents')}
        items={study.documents.map(({ guid, title }) => ({ guid, name: title, fullName: title, depth: 0 }))}
        chosen={scope.documentIds}
        onChange={(documentIds) => onChange({ documentIds })}
      />
      {study.cases.length > 0 && (
        <Picker
          label={t('display.scope.cases')}
          items={study.cases.map(({ guid, name }) => ({ guid, name, fullName: name, depth: 0 }))}
          chosen={scope.caseIds}
          onChange={(caseIds) => onChange({ caseIds })}
        />
      )}
      {study.coders.length > 1 && (
        <Picker
          label={t('display.scope.coders')}
          items={study.coders.map(({ guid, name }) => ({ guid, name, fullName: name, depth: 0 }))}
          chosen={scope.coderIds}
          onChange={(coderIds) => onChange({ coderIds })}
        />
      )}
      <NumberInput
        label={t('display.scope.minimum')}
        value={scope.minimum}
        minimum={0}
        maximum={1_000_000}
        onChange={(minimum) => onChange({ minimum })}
      />
      <IconButton
        label={t('display.scope.reset')}
        icon={<RotateCcw />}
        size="small"
        onPress={() => onChange(defaultScope)}
      />
    </fieldset>
  );
});
