import type { CooccurrenceLevel } from '../../../../shared/contract/analysis.ts';
import { indexDescriptions, similarityWarnings } from '../../../../shared/domain/analysis/similarity.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { fourfoldOf, indicesOf, type Matrix, similarityOf } from '../matrix.ts';

export type FourfoldTableProps = {
  readonly matrix: Matrix;
  readonly level: CooccurrenceLevel;
  /** Places of two different codes. */
  readonly row: number;
  readonly column: number;
};

/** The counts behind a coefficient, the formula with its value, and what every other index makes of the same counts. */
export function FourfoldTable({ matrix, level, row, column }: FourfoldTableProps) {
  const t = useT();
  const number = useNumber();
  const table = fourfoldOf(matrix, row, column);
  const [first, second] = [matrix.codes[row]?.name ?? '', matrix.codes[column]?.name ?? ''];
  const value = similarityOf(matrix, row, column);
  const written = (of: number | null): string => (of === null ? '–' : number(of));
  const exact = (of: number | null): string => (of === null ? t('display.heatmap.undefined') : number(of, 4));
  return (
    <div className="fourfold">
      <table className="fourfold-counts" aria-label={t('display.cell.table')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('display.cell.table')}</span>
            </th>
            <th scope="col" title={second}>
              {t('display.cell.with', { code: second })}
            </th>
            <th scope="col" title={second}>
              {t('display.cell.without', { code: second })}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" title={first}>
              {t('display.cell.with', { code: first })}
            </th>
            <td>
              <i>a</i> {written(table.a)}
            </td>
            <td>
              <i>b</i> {written(table.b)}
            </td>
          </tr>
          <tr>
            <th scope="row" title={first}>
              {t('display.cell.without', { code: first })}
            </th>
            <td>
              <i>c</i> {written(table.c)}
            </td>
            <td>
              <i>d</i> {written(table.d)}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="display-note">
        {t('display.provenance.n', { n: t(`display.n.${level}`, { n: matrix.n }) })}
        {table.d === null && ` · ${t('display.cell.neither-none')}`}
      </p>
      <p className="fourfold-formula">
        {matrix.index === 'second-order'
          ? t('display.cell.second-order', { value: exact(value) })
          : t('display.cell.chosen', {
              index: t(`display.index.${matrix.index}`),
              formula: indexDescriptions[matrix.index].formula,
              value: exact(value),
            })}
      </p>
      {similarityWarnings(table).map((warning) => (
        <p key={warning} className="fourfold-warning">
          {t(`display.warning.${warning}`)}
        </p>
      ))}
      <details className="fourfold-all">
        <summary>{t('display.cell.indices')}</summary>
        <table aria-label={t('display.cell.indices')}>
          <thead>
            <tr>
              <th scope="col">{t('display.cell.index')}</th>
              <th scope="col">{t('display.cell.formula')}</th>
              <th scope="col">{t('display.cell.value')}</th>
            </tr>
          </thead>
          <tbody>
            {indicesOf(matrix, row, column).map((each) => (
              <tr key={each.index} aria-current={each.index === matrix.index ? 'true' : undefined}>
                <th scope="row">{t(`display.index.${each.index}`)}</th>
                <td>{each.formula}</td>
                <td>{each.value === null ? '–' : number(each.value, 4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
