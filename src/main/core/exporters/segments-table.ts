// Coded passages as rows: one coding each.

import { translate } from '../../../shared/i18n/translate.ts';
import { csvOf } from './csv.ts';
import { codeName, documentsIn, originLines, type SegmentsContent } from './segments-content.ts';
import { rowsWithHeads, type Sheet } from './sheet.ts';
import { xlsxOf, type WrittenSheets } from './xlsx.ts';

export function segmentsCsv(content: SegmentsContent): string {
  return csvOf(rowsWithHeads(segmentsSheet(content)));
}

/** The passages, and on a second sheet what they are. */
export function segmentsXlsx(content: SegmentsContent): WrittenSheets {
  const { language, segments } = content;
  const lines = originLines(content, { segments: segments.length, documents: documentsIn(segments) });
  const about: Sheet = {
    name: translate(language, 'exports.about'),
    columns: [{ label: translate(language, 'exports.about'), width: 100 }],
    rows: lines.map((line) => [line]),
  };
  return xlsxOf([segmentsSheet(content), about]);
}

function segmentsSheet({ language, variables, segments }: SegmentsContent): Sheet {
  const heads = [
    ['document', 28],
    ['date', 12],
    ['case', 18],
  ] as const;
  const more = [
    ['code', 32],
    ['quote', 70],
    ['speaker', 16],
    ['memo', 40],
    ['coder', 16],
    ['weight', 9],
    ['coded-at', 21],
    ['page', 9],
    ['start', 10],
    ['end', 10],
    ['guid', 38],
  ] as const;
  const named = ([key, width]: (typeof heads)[number] | (typeof more)[number]) => ({
    label: translate(language, `exports.column.${key}`),
    width,
  });
  return {
    name: translate(language, 'exports.segments'),
    columns: [
      ...heads.map(named),
      ...variables.map((label) => ({ label, width: Math.min(30, Math.max(10, label.length)) })),
      ...more.map(named),
    ],
    rows: segments.map((segment) => [
      segment.documentTitle,
      segment.documentDate,
      segment.caseName,
      ...segment.values,
      codeName(segment.path),
      segment.quote,
      segment.speaker,
      segment.memos.join('\n\n'),
      segment.coder,
      segment.weight,
      segment.codedAt,
      segment.pages,
      segment.start,
      segment.end,
      segment.guid,
    ]),
  };
}
