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
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: [{ children: blocks.flatMap(partsOf) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

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
      return [new Paragraph({ children: [...linesOf(block.text, { color: '57606A' })], spacing: { after: 120 } })];
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
    case 'table':
      return tableOf(block);
  }
}

/** Twentieths of a point between the margins of A4. */
const textWidth = 9026;

function tableOf({ caption, head, rows }: Extract<Block, { kind: 'table' }>): readonly (Paragraph | Table)[] {
  const width = Math.floor(textWidth / Math.max(1, head.length));
  const border = { style: BorderStyle.SINGLE, size: 4, color: 'AFB8C1' };
  const borders = { top: border, bottom: border, left: border, right: border };
  const rowOf = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell) =>
          new TableCell({
            borders,
            width: { size: width, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            ...(isHead ? { shading: { fill: 'F3F1EC' } } : {}),
            children: [new Paragraph({ children: [...linesOf(cell, { size: 18, bold: isHead })] })],
          }),
      ),
    });
  return [
    new Paragraph({
      children: [...linesOf(caption, { bold: true })],
      spacing: { before: 160, after: 80 },
      keepNext: true,
    }),
    new Table({
      columnWidths: head.map(() => width),
      width: { size: width * head.length, type: WidthType.DXA },
      rows: [rowOf(head, true), ...rows.map((row) => rowOf(row, false))],
    }),
    new Paragraph({ text: '', spacing: { after: 120 } }),
  ];
}
