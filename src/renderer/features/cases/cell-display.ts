// How a cell is shown. What is copied and edited is the canonical text instead.

import { useDateFormat, useNumber, useT } from '../../services/text.ts';
import type { GridColumn } from './grid-model.ts';

/** A value as the user's language writes it. */
export function useCellDisplay(): (column: GridColumn, text: string) => string {
  const t = useT();
  const dates = useDateFormat();
  const number = useNumber();
  return (column, text) => {
    if (text === '' || column.kind !== 'variable') return column.kind === 'documents' ? number(Number(text)) : text;
    const { type } = column.variable;
    if (type === 'Boolean') return t(text === 'true' ? 'cases.value.true' : 'cases.value.false');
    if (type === 'Date') return dates.day(text);
    // Numbers keep their digits: a code such as 1001 must not read 1,001.
    return type === 'DateTime' ? dates.moment(text) : text;
  };
}

/** Numbers stand at the end of their cell, so that they can be compared down the column. */
export function isNumeric(column: GridColumn): boolean {
  return column.kind === 'variable' && (column.variable.type === 'Integer' || column.variable.type === 'Float');
}
