// A chart as a file or on the clipboard.

import { useCallback, useMemo } from 'react';
import { useFetchAnswer } from '../../../services/answers.ts';
import { useSaveFromStudy } from '../../../services/leaving.ts';
import { notify } from '../../../services/notices.ts';
import { useT } from '../../../services/text.ts';
import { type TableValue } from '../../../ui/table-data.ts';
import { type Caption, captioned, type Drawing } from './drawing.ts';
import type { Measure } from './labels.ts';
import { sharedMeasure } from './measure.ts';
import { pngOf } from './png.ts';
import { svgOf } from './svg-writer.ts';
import { wrapped } from './wrap.ts';

export type ExportableChart = {
  /** Without an ending. */
  readonly fileName: string;
  readonly caption: Caption;
  /** Null where there is nothing to draw, or where it is no picture at all. Made only when asked for. */
  readonly draw: ((measure: Measure) => Drawing | null) | null;
  /** With a head row. In a file, how the numbers came about follows them. */
  readonly rows: () => readonly (readonly TableValue[])[];
};

export type ChartExport = {
  readonly svg: (chart: ExportableChart) => Promise<void>;
  readonly png: (chart: ExportableChart) => Promise<void>;
  readonly csv: (chart: ExportableChart) => Promise<void>;
  readonly xlsx: (chart: ExportableChart) => Promise<void>;
  readonly copy: (chart: ExportableChart) => Promise<void>;
  readonly copyPicture: (chart: ExportableChart) => Promise<void>;
};

export function useChartExport(): ChartExport {
  const t = useT();
  const measure = sharedMeasure();
  const fetchAnswer = useFetchAnswer();
  const saveFromStudy = useSaveFromStudy();
  const save = useCallback(
    async (blob: Blob, name: string): Promise<void> => {
      if (await saveFromStudy(blob, name)) notify({ kind: 'success', text: t('display.export.saved', { name }) });
    },
    [saveFromStudy, t],
  );
  const whole = useCallback(
    (chart: ExportableChart): Drawing | null => {
      const drawing = chart.draw?.(measure) ?? null;
      return drawing && captioned(drawing, chart.caption, (text, width) => wrapped(text, width, 11.5, measure));
    },
    [measure],
  );
  return useMemo(
    () => ({
      svg: async (chart) => {
        const drawing = whole(chart);
        if (drawing)
          await save(new Blob([svgOf(drawing, chart.caption)], { type: 'image/svg+xml' }), `${chart.fileName}.svg`);
      },
      png: async (chart) => {
        const drawing = whole(chart);
        if (!drawing) return;
        try {
          await save(await pngOf(drawing), `${chart.fileName}.png`);
        } catch {
          // A picture larger than this machine's graphics take: the SVG has no such limit.
          notify({ kind: 'error', text: t('display.export.failed') });
        }
      },
      csv: async (chart) => {
        const { title, lines } = chart.caption;
        const work = [[''], ...[title, ...lines].map((line) => [line])];
        const rows = [...chart.rows().map((row) => [...row]), ...work];
        const { csv } = await fetchAnswer('analysis.exportTable', { rows });
        await save(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${chart.fileName}.csv`);
      },
      xlsx: async (chart) => {
        const { title, lines } = chart.caption;
        const rows = chart.rows().map((row) => [...row]);
        const { xlsx } = await fetchAnswer('analysis.exportSheet', {
          name: title.slice(0, 200),
          rows,
          notes: [...lines],
        });
        const bytes = Uint8Array.from(atob(xlsx), (letter) => letter.charCodeAt(0));
        await save(new Blob([bytes], { type: spreadsheet }), `${chart.fileName}.xlsx`);
      },
      copyPicture: async (chart) => {
        const drawing = whole(chart);
        if (!drawing) return;
        try {
          // The picture is made while the press still counts as the user's: browsers let a page copy only then.
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(drawing) })]);
          notify({ kind: 'success', text: t('display.export.picture-copied') });
        } catch {
          notify({ kind: 'error', text: t('display.export.picture-not-copied') });
        }
      },
      copy: async (chart) => {
        try {
          await navigator.clipboard.writeText(tabbed(chart.rows()));
          notify({ kind: 'success', text: t('display.export.copied') });
        } catch {
          notify({ kind: 'error', text: t('display.export.not-copied') });
        }
      },
    }),
    [fetchAnswer, save, t, whole],
  );
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Cells as spreadsheets and Word paste them. */
function tabbed(rows: readonly (readonly TableValue[])[]): string {
  return rows
    .map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\r\n\u2028]+/g, ' ')).join('\t'))
    .join('\n');
}
