// The report as a Word document: numbered by its own headings, tables whose head is repeated on each page.

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { pictureParagraph } from '../exporters/docx-picture.ts';
import { linesOf } from '../exporters/docx-text.ts';
import { writableText } from '../exporters/xml-text.ts';
import type { Block, Report } from './blocks.ts';

export async function reportDocx({ title, blocks }: Report): Promise<Uint8Array> {
  const document = new Document({
    title: writableText(title),
    creator: 'Simpul',
    lastModifiedBy: 'Simpul',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } }, ...headings } },
    sections: [
      {
        children: blocks.flatMap((block, place) => partsOf(block, blocks[place + 1], place)),
        footers: { default: pageNumber() },
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function pageNumber(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 20 })],
      }),
    ],
  });
}

/** As universities ask for them: black, set off by space. */
const headings = {
  title: { run: { size: 36, bold: true, color: '000000' }, paragraph: { spacing: { after: 240 } } },
  heading1: { run: { size: 28, bold: true, color: '000000' }, paragraph: { spacing: { after: 240 } } },
  heading2: { run: { size: 26, bold: true, color: '000000' }, paragraph: { spacing: { before: 320, after: 120 } } },
  heading3: { run: { size: 24, bold: true, color: '000000' }, paragraph: { spacing: { before: 240, after: 120 } } },
} as const;

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** What a line announces stays on its page with it; what closes a part does not pull the next part along. */
const announced: ReadonlySet<Block['kind'] | undefined> = new Set(['claim', 'quotation', 'picture', 'table']);

function partsOf(block: Block, next: Block | undefined, place: number): readonly (Paragraph | Table)[] {
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
          keepNext: announced.has(next?.kind),
        }),
      ];
    case 'claim':
      return [
        new Paragraph({ children: [...linesOf(block.text, { bold: true })], spacing: { after: 120 }, keepNext: true }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          children: [...linesOf(block.text)],
          spacing: { after: 160, line: 360 },
          keepNext: next?.kind === 'note',
        }),
      ];
    case 'quotation':
      return [
        new Paragraph({
          indent: { left: 720 },
          spacing: { after: 160 },
          keepLines: true,
          children: [
            ...linesOf(block.text),
            new TextRun({ text: writableText(`(${block.source})`), break: 1, color: '57606A' }),
          ],
        }),
      ];
    case 'picture':
      return [
        pictureParagraph(block.drawing, block.caption, place + 1),
        new Paragraph({ children: [...linesOf(block.caption, { bold: true, size: 20 })], spacing: { after: 160 } }),
      ];
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
  // A small table, and a box to write in, is not torn apart; a tall one would leave half a page empty.
  const together = sumOf(rows.map((row) => linesIn(row, widths))) <= mostLinesTogether;
  const rowOf = (cells: readonly string[], isHead: boolean, isLast: boolean): TableRow =>
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
            children: [
              new Paragraph({
                children: [...linesOf(cell, { size: 18, bold: isHead })],
                keepNext: together && !isLast,
              }),
            ],
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
      width: { size: sumOf(widths), type: WidthType.DXA },
      rows: [rowOf(head, true, false), ...rows.map((row, place) => rowOf(row, false, place === rows.length - 1))],
    }),
    // What keeps two tables apart is no taller than a line of theirs.
    new Paragraph({ run: { size: 12 }, spacing: { after: 60 } }),
  ];
}

const mostLinesTogether = 24;

/** How many lines the highest cell of a row takes, about. */
function linesIn(row: readonly string[], widths: readonly number[]): number {
  const heights = row.map((cell, column) => {
    const room = Math.max(letterWidth, (widths[column] ?? 0) - cellMargins);
    return sumOf(cell.split('\n').map((line) => Math.max(1, Math.ceil((line.length * letterWidth * 0.8) / room))));
  });
  return Math.max(1, ...heights);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
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
  const taken = sumOf(least);
  if (taken >= textWidth) return least.map((width) => Math.floor((width * textWidth) / taken));
  // Columns that are to be written in take what the others leave; else it goes where the long texts are.
  const isEmpty = head.map((_, column) => rows.every((row) => (row[column] ?? '').trim() === ''));
  const free = textWidth - taken;
  const even = isEmpty.includes(true)
    ? wanted.map((width, column) => (isEmpty[column] ? 1 : Math.min(1, (width * head.length) / free)))
    : [];
  const shares = [even, wanted, least].find((each) => sumOf(each) > 0) ?? least;
  return least.map((width, column) => Math.floor(width + (free * (shares[column] ?? 0)) / sumOf(shares)));
}
