// SWOT and TOWS as a picture: two quadrants beside each other, each as high as its words need.

import type { MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { bulletWords, sheetOf, type Quadrant } from '../../../../shared/domain/matrix-sheet.ts';
import { hairline, ink, paper, type Drawing, type Mark } from '../charts/drawing.ts';
import type { Measure } from '../charts/labels.ts';
import { wrapped } from '../charts/wrap.ts';

const width = 380;
const padding = 10;
const size = 11.5;
const lineHeight = 16;
const headHeight = 30;

type Say = (counts: { readonly codings: number; readonly documents: number }) => string;

/** @param counts how many codings of how many sources, in words */
export function sheetDrawing(
  kind: 'swot' | 'tows',
  matrix: MatrixDisplay,
  measure: Measure,
  counts: Say,
): Drawing | null {
  const quadrants = sheetOf(kind, matrix);
  if (quadrants.length === 0) return null;
  const marks: Mark[] = [];
  let y = 0;
  for (let place = 0; place < quadrants.length; place += 2) {
    const pair = quadrants.slice(place, place + 2).map((each) => ({ title: each.title, lines: linesOf(each) }));
    const height = headHeight + Math.max(3, ...pair.map(({ lines }) => lines.length)) * lineHeight + padding;
    for (const [side, { title, lines }] of pair.entries()) {
      const x = side * width;
      marks.push({ kind: 'rect', x, y, width, height, fill: paper, stroke: hairline });
      marks.push({ kind: 'rect', x, y, width, height: headHeight, fill: '#f3f1ec', stroke: hairline });
      marks.push(words(title, x, y + headHeight / 2, true));
      for (const [at, line] of lines.entries()) {
        marks.push(words(line.text, x + line.indent, y + headHeight + (at + 0.75) * lineHeight, line.bold));
      }
    }
    y += height;
  }
  return { width: 2 * width, height: y, background: paper, marks };

  function linesOf({ bullets }: Quadrant<MatrixDisplay['cells'][number]>) {
    return bullets.flatMap((bullet) => {
      const head = [bullet.label === '' ? '' : `• ${bullet.label}`, counts(bullet)].filter((part) => part !== '');
      const room = width - 2 * padding;
      return [
        ...wrapped(head.join(' – '), room, size, measure).map((text) => ({
          text,
          indent: 0,
          bold: bullet.label !== '',
        })),
        ...bulletWords(bullet).flatMap((line) =>
          wrapped(line, room - padding, size, measure).map((text) => ({ text, indent: padding, bold: false })),
        ),
      ];
    });
  }
}

function words(text: string, x: number, y: number, bold: boolean): Mark {
  return { kind: 'text', x: x + padding, y, text, size, fill: ink, anchor: 'start', bold };
}
