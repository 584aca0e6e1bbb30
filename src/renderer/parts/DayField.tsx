import { useDateFormat, useT } from '../services/text.ts';
import { AutosaveField } from './AutosaveField.tsx';
import { readDay } from './read-day.ts';

export type DayFieldProps = {
  readonly label: string;
  readonly hint: string;
  /** `YYYY-MM-DD`, empty where there is none. */
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly isLabelHidden?: boolean;
  /** Null clears the day. */
  readonly onSave: (day: string | null) => unknown;
};

/**
 * A day that is typed and said back in words. Not the browser's own field: that follows the browser's language, and
 * 06/11 must not be read as two different days.
 */
export function DayField({ label, hint, value, isReadOnly, isLabelHidden = false, onSave }: DayFieldProps) {
  const t = useT();
  const dates = useDateFormat();
  return (
    <AutosaveField
      label={label}
      value={value}
      isReadOnly={isReadOnly}
      isLabelHidden={isLabelHidden}
      placeholder={t('content.day.form')}
      maxLength={10}
      hint={(text) => {
        const day = readDay(text);
        return day === null ? hint : dates.day(day);
      }}
      check={(text) =>
        text.trim() === '' || readDay(text) !== null ? null : t('cases.invalid.Date', { value: text.trim() })
      }
      onSave={(text) => onSave(text.trim() === '' ? null : readDay(text))}
    />
  );
}
