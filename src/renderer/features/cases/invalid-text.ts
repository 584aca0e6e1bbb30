// Why a cell was refused, in words that say what to type instead.

import { useT } from '../../services/text.ts';
import type { GridColumn } from './grid-model.ts';

export function useInvalidText(): (column: GridColumn, raw: string) => string {
  const t = useT();
  return (column, value) => {
    switch (column.kind) {
      case 'name':
        return t('cases.invalid.name');
      case 'case':
        return t('cases.invalid.case', { value });
      case 'documents':
        return t('cases.invalid.documents');
      case 'variable':
        return t(`cases.invalid.${column.variable.type}`, { value });
    }
  };
}
