// The report as a Word document: numbered by its own headings, tables whose head is repeated on each page.

import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { linesOf } from '../exporters/docx-text.ts';
import { writableText } from '../exporters/xml-text.ts';
import type { Block, Report } from './blocks.ts';

export async function reportDocx({ title, blocks }: Report): Promise<Uint8Array> {
  const document = new Document({
    title: writableText(title),
    creator: 'Simpul',
    lastModifiedBy: 'Simpul',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } }, ...headings } },
    sections: [{ children: blocks.flatMap(partsOf) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** As universities ask for them: black, set off by space. */
const headings = {
  title: { run: { size: 36, bold: true, color: '000000' }, paragraph: { spacing: { after: 240 } } },
  heading1: { run: { size: 28, bold: true, color: '000000' }, paragraph: { spacing: { after: 240 } } },
  heading2: { run: { size: 26, bold: true, color: '000000' }, paragraph: { spacing: { before: 320, after: 120 } } },
  heading3: { run: { size: 24, bold: true, color: '000000' }, paragraph: { spacing: { before: 240, after: 120 } } },
} as const;

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function partsOf(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: writableText(block.text), heading: HeadingLevel.TITLE })];
    case 'heading':
      return [
        new Paragraph({
          text: writableText(block.text),
          heading: levels[block.level - 1] ?? HeadingLevel.HEADING_3,
          keepNext: true,
          pageBreakBefore: block.level === 1,
        }),
      ];
    case 'note':
      return [
        new Paragraph({
          children: [...linesOf(block.text, { color: '57606A' })],
          spacing: { after: 120 },
          keepNext: true,
        }),
      ];
    case 'claim':
      return [
        new Paragraph({ children: [...linesOf(block.text, { bold: true })], spacing: { after: 120 }, keepNext: true }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: [...linesOf(block.text)], spacing: { after: 160, line: 360 } })];
    case 'quotation':
      return [
        new Paragraph({
          indent: { left: 720 },
          spacing: { after: 160 },
          children: [
            ...linesOf(block.text),
            new TextRun({ text: writableText(`(${block.source})`), break: 1, color: '57606A' }),
          ],
        }),
      ];
    case 'picture':
      // Word processors draw SVG only beside a picture of pixels, which nothing here can paint; the table that follows
      // says all of it.
      return [];
    case 'table':
      return tableOf(block);
  }
}

/** Twentieths of a point between the margins of A4. */
const textWidth = 9026;

function tableOf({ caption, head, rows }: Extract<Block, { kind: 'table' }>): readonly (Paragraph | Table)[] {
  const widths = columnWidths(head, rows);
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'AFB8C1' };
  const borders = { top: border, bottom: border, left: border, right: border };
  const rowOf = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell, column) =>
          new TableCell({
            borders,
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            ...(isHead ? { shading: { fill: 'F3F1EC' } } : {}),
            children: [new Paragraph({ children: [...linesOf(cell, { size: 18, bold: isHead })] })],
          }),
      ),
    });
  return [
    ...(caption === ''
      ? []
      : [
          new Paragraph({
            children: [...linesOf(caption, { bold: true })],
            spacing: { before: 160, after: 80 },
            keepNext: true,
          }),
        ]),
    new Table({
      columnWidths: [...widths],
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      rows: [rowOf(head, true), ...rows.map((row) => rowOf(row, false))],
    }),
    new Paragraph({ text: '', spacing: { after: 120 } }),
  ];
}

/** Twentieths of a point: of a letter in a table, and of what stands on both sides of a cell's text. */
const letterWidth = 115;
const cellMargins = 190;

/** Each column takes its longest word; the table is as wide as the text. */
function columnWidths(head: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map(({ length }) => length));
  const least = head.map((name, column) => {
    const words = [longestWord(name) + 1, ...rows.map((row) => longestWord(row[column] ?? ''))];
    return Math.min(18, Math.max(...words)) * letterWidth + cellMargins;
  });
  const wanted = head.map((_, column) => {
    const lengths = rows.map((row) => Math.min(80, row[column]?.length ?? 0)).toSorted((a, b) => a - b);
    return Math.max(
      0,
      (lengths[Math.floor(lengths.length * 0.9)] ?? 0) * letterWidth + cellMargins - (least[column] ?? 0),
    );
  });
  const taken = least.reduce((sum, width) => sum + width, 0);
  if (taken >= textWidth) return least.map((width) => Math.floor((width * textWidth) / taken));
  // Columns that are to be written in take what the others leave; else it goes where the long texts are.
  const isEmpty = head.map((_, column) => rows.every((row) => (row[column] ?? '').trim() === ''));
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  const shares = [isEmpty.map(Number), wanted, least].find((each) => sum(each) > 0) ?? least;
  return least.map((width, column) => Math.floor(width + ((textWidth - taken) * (shares[column] ?? 0)) / sum(shares)));
}
