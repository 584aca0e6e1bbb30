// How a dialog calls what it is about: one code by its name, several by their number.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';

export function useNamesOf(codes: readonly CodeSummary[]): (codeIds: readonly Guid[]) => string {
  const t = useT();
  return (codeIds) => {
    const name = codes.find(({ guid }) => guid === codeIds[0])?.name ?? '';
    return codeIds.length === 1 ? t('content.quoted', { name }) : t('content.codes', { count: codeIds.length });
  };
}
