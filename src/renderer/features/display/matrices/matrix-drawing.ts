// A matrix as a picture: a table whose rows are as high as their words need.

import type { MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { hairline, ink, paper, type Drawing, type Mark } from '../charts/drawing.ts';
import type { Measure } from '../charts/labels.ts';
import { wrapped } from '../charts/wrap.ts';
import { matrixRows, type Cells } from './matrix-model.ts';

const headWidth = 190;
const cellWidth = 150;
const padding = 6;
const size = 11.5;
const lineHeight = 15;

export function matrixDrawing(matrix: MatrixDisplay, cells: Cells, measure: Measure): Drawing | null {
  if (matrix.rows.length === 0 || matrix.columns.length === 0) return null;
  const marks: Mark[] = [];
  let y = 0;
  for (const [place, row] of matrixRows(matrix, cells).entries()) {
    const lines = row.map((text, column) =>
      wrapped(String(text ?? ''), (column === 0 ? headWidth : cellWidth) - 2 * padding, size, measure),
    );
    const height = Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + 2 * padding;
    for (const [column, words] of lines.entries()) {
      const x = column === 0 ? 0 : headWidth + (column - 1) * cellWidth;
      const width = column === 0 ? headWidth : cellWidth;
      const isHead = place === 0 || column === 0;
      marks.push({ kind: 'rect', x, y, width, height, fill: isHead ? '#f3f1ec' : paper, stroke: hairline });
      for (const [line, text] of words.entries()) {
        const at = { x: x + padding, y: y + padding + (line + 0.5) * lineHeight };
        marks.push({ kind: 'text', ...at, text, size, fill: ink, anchor: 'start', bold: isHead });
      }
    }
    y += height;
  }
  return { width: headWidth + matrix.columns.length * cellWidth, height: y, background: paper, marks };
}
