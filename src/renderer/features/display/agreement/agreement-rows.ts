// The numbers of the display in the order in which they stand, on screen and in files.

import type { AgreementResult } from '../../../../shared/contract/analysis-agreement.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import type { Translate } from '../../../services/text.ts';
import type { TableValue } from '../../../ui/table-data.ts';

export const coefficients = [
  ['observed', 'observed'],
  ['kappa', 'kappa'],
  ['scottPi', 'scott-pi'],
  ['alpha', 'alpha'],
  ['freeMarginal', 'free-marginal'],
  ['ac1', 'ac1'],
  ['positive', 'positive'],
] as const;

/** With a head row, all codes added up last. */
export function agreementRows(
  { coders: [first, second], perCode, overall }: AgreementResult,
  t: Translate,
): readonly (readonly TableValue[])[] {
  const cells = (row: Omit<AgreementResult['overall'], 'segmentKappa'>) => [
    row.a,
    row.b,
    row.c,
    row.d,
    ...coefficients.map(([field]) => row[field]),
  ];
  return [
    [
      t('agreement.code'),
      t('agreement.both'),
      t('agreement.only', { coder: first.name }),
      t('agreement.only', { coder: second.name }),
      t('agreement.neither'),
      ...coefficients.map(([, name]) => t(`agreement.${name}`)),
      t('agreement.unitising'),
    ],
    ...perCode.map((row) => [row.path.join(pathSeparator), ...cells(row), row.unitising]),
    [t('agreement.overall'), ...cells(overall), null],
  ];
}
