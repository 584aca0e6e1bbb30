// Correspondence analysis of a table of counts. Formulas: Methods, coding by variables; Greenacre 2017.

import { totalsOf, withoutEmpty, type CountTable } from './contingency.ts';
import { symmetricEigen } from './eigen.ts';

export type Correspondence = {
  /** Rows and columns of the table that hold something: only they have a place. */
  readonly rowPlaces: readonly number[];
  readonly columnPlaces: readonly number[];
  /** χ² / N. */
  readonly totalInertia: number;
  readonly chiSquare: number;
  /** Inertia of every axis and its share of the total, greatest first. */
  readonly axes: readonly { readonly inertia: number; readonly share: number }[];
  readonly rows: readonly CorrespondencePoint[];
  readonly columns: readonly CorrespondencePoint[];
};

export type CorrespondencePoint = {
  readonly mass: number;
  /** Its part of the total inertia. */
  readonly inertia: number;
  /** Principal coordinates, one for each axis asked for. */
  readonly coordinates: readonly number[];
  /** Share of the axis's inertia that comes from this point; sums to 1 over the points. */
  readonly contributions: readonly number[];
  /** cos²: how much of the point's distance from the centre the axis shows; null where the point is the centre. */
  readonly cosines: readonly (number | null)[];
};

/**
 * P = N/n, r and c its masses, S = D_r^−½ (P − rcᵀ) D_c^−½ = U Σ Vᵀ; F = D_r^−½ U Σ, G = D_c^−½ V Σ. Each axis is a
 * share of the *total* inertia. The sign of an axis is free; one is kept to.
 * @param dimensions axes for which points are given, at most min(rows, columns) − 1
 * @returns null where fewer than two rows or columns hold something, or nothing deviates from what is expected
 */
export function correspondence(table: CountTable, dimensions = 2): Correspondence | null {
  const { rowTotals: allRows, columnTotals: allColumns } = totalsOf(table);
  const rowPlaces = [...allRows.keys()].filter((row) => allRows[row] !== 0);
  const columnPlaces = [...allColumns.keys()].filter((column) => allColumns[column] !== 0);
  if (rowPlaces.length < 2 || columnPlaces.length < 2) return null;
  const transposed = rowPlaces.length < columnPlaces.length;
  // The eigenvectors of the smaller product are the cheaper ones; the other side follows from them.
  const { counts, rows, columns } = transposed ? turned(withoutEmpty(table)) : withoutEmpty(table);
  const { rowTotals, columnTotals, n } = totalsOf({ counts, rows, columns });
  const rowMass = rowTotals.map((total) => total / n);
  const columnMass = columnTotals.map((total) => total / n);
  const residuals = counts.map((count, cell) => {
    const expected = (rowMass[Math.floor(cell / columns)] ?? 0) * (columnMass[cell % columns] ?? 0);
    return (count / n - expected) / Math.sqrt(expected);
  });
  const totalInertia = residuals.reduce((sum, value) => sum + value * value, 0);
  if (totalInertia < 1e-15) return null;
  const most = Math.min(rows, columns) - 1;
  const { values, vectors } = symmetricEigen(productOf(residuals, rows, columns), columns, Math.min(dimensions, most));
  const inertias = Array.from(values.subarray(0, most), (value) => (value < totalInertia * 1e-14 ? 0 : value));

  const shown = inertias.slice(0, dimensions).filter((inertia) => inertia > 0).length;
  const columnVectors = Array.from({ length: shown }, (_, k) =>
    upright(vectors.subarray(k * columns, (k + 1) * columns)),
  );
  const rowVectors = columnVectors.map((vector, k) =>
    Float64Array.from({ length: rows }, (_, row) => {
      let sum = 0;
      for (let column = 0; column < columns; column += 1)
        sum += (residuals[row * columns + column] ?? 0) * (vector[column] ?? 0);
      return sum / Math.sqrt(inertias[k] ?? 1);
    }),
  );
  const squaresOfRow = new Float64Array(rows);
  const squaresOfColumn = new Float64Array(columns);
  residuals.forEach((value, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    squaresOfRow[row] = (squaresOfRow[row] ?? 0) + value * value;
    squaresOfColumn[column] = (squaresOfColumn[column] ?? 0) + value * value;
  });
  const first = pointsOf(rowMass, squaresOfRow, rowVectors, inertias);
  const second = pointsOf(columnMass, squaresOfColumn, columnVectors, inertias);
  return {
    rowPlaces,
    columnPlaces,
    totalInertia,
    chiSquare: totalInertia * n,
    axes: inertias.map((inertia) => ({ inertia, share: inertia / totalInertia })),
    rows: transposed ? second : first,
    columns: transposed ? first : second,
  };
}

function pointsOf(
  masses: Float64Array,
  inertiaOf: Float64Array,
  vectors: readonly Float64Array[],
  axes: readonly number[],
): readonly CorrespondencePoint[] {
  return Array.from(masses, (mass, point) => {
    const inertia = inertiaOf[point] ?? 0;
    const parts = vectors.map((vector, k) => ({ loading: vector[point] ?? 0, axis: axes[k] ?? 0 }));
    return {
      mass,
      inertia,
      coordinates: parts.map(({ loading, axis }) => (loading * Math.sqrt(axis)) / Math.sqrt(mass)),
      contributions: parts.map(({ loading }) => loading * loading),
      cosines: parts.map(({ loading, axis }) =>
        inertia < 1e-15 ? null : Math.min(1, (loading * loading * axis) / inertia),
      ),
    };
  });
}

/** SᵀS, columns × columns. */
function productOf(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const product = new Float64Array(columns * columns);
  for (let i = 0; i < columns; i += 1) {
    for (let j = i; j < columns; j += 1) {
      let sum = 0;
      for (let row = 0; row < rows; row += 1) {
        sum += (matrix[row * columns + i] ?? 0) * (matrix[row * columns + j] ?? 0);
      }
      product[i * columns + j] = sum;
      product[j * columns + i] = sum;
    }
  }
  return product;
}

function turned({ counts, rows, columns }: CountTable): CountTable {
  const result = new Float64Array(counts.length);
  counts.forEach((count, cell) => (result[(cell % columns) * rows + Math.floor(cell / columns)] = count));
  return { counts: result, rows: columns, columns: rows };
}

/** The vector or its opposite: the one whose greatest element, the first of equals, is positive. */
function upright(vector: Float64Array): Float64Array {
  let greatest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(greatest) + 1e-12) greatest = value;
  return vector.map((value) => (greatest < 0 ? -value : value));
}
