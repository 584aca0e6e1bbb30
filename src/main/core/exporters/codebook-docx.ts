// The codebook as a Word document: headings by level, one table-free card per code.

import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { linesOf } from './docx-text.ts';
import { writableText } from './xml-text.ts';
import { cardOf, codebookProvenance, codebookTitle, type CodebookContent } from './codebook-content.ts';

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

export async function codebookDocx(content: CodebookContent): Promise<Uint8Array> {
  const { codes, description } = content;
  const document = new Document({
    title: writableText(codebookTitle(content)),
    creator: 'Simpul',
    lastModifiedBy: 'Simpul',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: writableText(codebookTitle(content)), heading: HeadingLevel.TITLE }),
          paragraph([new TextRun({ text: writableText(codebookProvenance(content)), color: '57606A' })]),
          ...(description ? [paragraph(linesOf(description))] : []),
          ...codes.flatMap((code) => [
            new Paragraph({
              heading: levels[Math.min(levels.length, code.path.length) - 1] ?? HeadingLevel.HEADING_6,
              keepNext: true,
              children: [
                new TextRun({ text: '■ ', color: code.color.slice(1) }),
                new TextRun({ text: writableText(code.name) }),
              ],
            }),
            ...cardOf(content, code).map(([label, text]) =>
              paragraph([new TextRun({ text: `${label}: `, bold: true }), ...linesOf(text)]),
            ),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraph(children: readonly TextRun[]): Paragraph {
  return new Paragraph({ children: [...children], spacing: { after: 120 } });
}
