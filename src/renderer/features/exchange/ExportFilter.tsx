import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Picker } from '../../parts/Picker.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { isDayOrEmpty, isWeightOrEmpty, type Typed } from './export-choice.ts';

export type ExportFilterProps = {
  readonly typed: Typed;
  readonly onChange: (change: Partial<Typed>) => void;
  /** Days and weights too, which a matrix does not know. */
  readonly withDetails: boolean;
};

/** Which codings go out; nothing chosen means all. */
export function ExportFilter({ typed, onChange, withDetails }: ExportFilterProps) {
  const t = useT();
  const { data: codes = [] } = useAnswer('codes.list', {});
  const { data: documents = [] } = useAnswer('documents.list', {});
  const { data: cases = [] } = useAnswer('cases.list', {});
  const { data: coders = [] } = useAnswer('coders.list', {});
  const day = (text: string) => (isDayOrEmpty(text) ? null : t('exports.filter.day'));
  return (
    <fieldset className="export-filter">
      <legend className="field-label">{t('exports.filter')}</legend>
      <div className="export-pickers">
        <Picker
          label={t('display.scope.codes')}
          items={codes.map(({ guid, name, path, color }) => ({
            guid,
            name,
            fullName: path.join(' / '),
            depth: path.length - 1,
            color,
          }))}
          chosen={typed.codeIds}
          onChange={(codeIds) => onChange({ codeIds })}
          footer={
            withDetails && (
              <Checkbox isSelected={typed.subcodes} onChange={(subcodes) => onChange({ subcodes })}>
                {t('exports.filter.subcodes')}
              </Checkbox>
            )
          }
        />
        <Picker
          label={t('display.scope.documents')}
          items={documents.map(({ guid, title }) => ({ guid, name: title, fullName: title, depth: 0 }))}
          chosen={typed.documentIds}
          onChange={(documentIds) => onChange({ documentIds })}
        />
        {cases.length > 0 && (
          <Picker
            label={t('display.scope.cases')}
            items={cases.map(({ guid, name }) => ({ guid, name, fullName: name, depth: 0 }))}
            chosen={typed.caseIds}
            onChange={(caseIds) => onChange({ caseIds })}
          />
        )}
        {coders.length > 1 && (
          <Picker
            label={t('display.scope.coders')}
            items={coders.map(({ guid, name }) => ({ guid, name, fullName: name, depth: 0 }))}
            chosen={typed.coderIds}
            onChange={(coderIds) => onChange({ coderIds })}
          />
        )}
      </div>
      {withDetails && (
        <div className="export-details">
          <TextField
            label={t('exports.filter.from')}
            value={typed.from}
            placeholder={t('content.day.form')}
            error={day(typed.from)}
            onChange={(from) => onChange({ from })}
          />
          <TextField
            label={t('exports.filter.to')}
            value={typed.to}
            placeholder={t('content.day.form')}
            error={day(typed.to)}
            onChange={(to) => onChange({ to })}
          />
          <TextField
            label={t('exports.filter.weight')}
            value={typed.weight}
            error={isWeightOrEmpty(typed.weight) ? null : t('exports.filter.number')}
            onChange={(weight) => onChange({ weight })}
          />
        </div>
      )}
    </fieldset>
  );
}
