import { useT } from '../../../services/text.ts';
import { Select } from '../../../ui/Select.tsx';
import { encodings } from './choices.ts';
import type { TableAnswer, TableChoices } from './TableDialog.tsx';

export type TableReadingProps = {
  readonly plan: TableAnswer;
  readonly choices: TableChoices;
  /** Of the way of reading only: roles and types are forgotten. */
  readonly onChange: (reading: TableChoices) => void;
};

const delimiters = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const;

/** Delimiter, encoding and decimal mark of CSV, or the sheet of a workbook. */
export function TableReading({ plan, choices, onChange }: TableReadingProps) {
  const t = useT();
  const { delimiter, encoding, decimal, sheet } = choices;
  const reading: TableChoices = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(sheet === undefined ? {} : { sheet }),
  };
  if (plan.sheets.length > 0) {
    return (
      <div className="incoming-choices">
        <Select
          label={t('incoming.table.sheet')}
          value={sheet ?? plan.sheets[0] ?? ''}
          onChange={(chosen) => onChange({ sheet: chosen })}
          options={plan.sheets.map((id) => ({ id, label: id }))}
          {...(plan.hiddenSheets > 0 ? { hint: t('incoming.table.hidden', { count: plan.hiddenSheets }) } : {})}
        />
      </div>
    );
  }
  const shownDelimiter = delimiter ?? plan.delimiter;
  const known = delimiters.some(([sign]) => sign === shownDelimiter);
  return (
    <div className="incoming-choices">
      <Select
        label={t('incoming.table.delimiter')}
        value={shownDelimiter}
        onChange={(chosen) => onChange({ ...reading, delimiter: chosen })}
        options={[
          ...delimiters.map(([id, name]) => ({ id: id as string, label: t(`incoming.table.delimiter.${name}`) })),
          ...(known || shownDelimiter === null ? [] : [{ id: shownDelimiter, label: shownDelimiter }]),
        ]}
      />
      <Select
        label={t('incoming.encoding')}
        value={encoding ?? plan.encoding}
        onChange={(chosen) => onChange({ ...reading, encoding: chosen })}
        options={[...new Set<string>([...encodings, ...(plan.encoding === null ? [] : [plan.encoding])])].map((id) => ({
          id,
          label: id.toUpperCase(),
        }))}
      />
      <Select
        label={t('incoming.table.decimal')}
        value={decimal ?? plan.decimal}
        onChange={(chosen) => onChange({ ...choices, decimal: chosen })}
        placeholder={t('incoming.table.decimal.none')}
        options={(['comma', 'point'] as const).map((id) => ({ id, label: t(`incoming.table.decimal.${id}`) }))}
      />
    </div>
  );
}
