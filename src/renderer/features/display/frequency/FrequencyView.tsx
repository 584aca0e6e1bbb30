import './frequency.css';
import { useMemo } from 'react';
import type { FrequencyRow } from '../../../../shared/contract/analysis.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Select } from '../../../ui/Select.tsx';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import { hexOf, legible } from '../charts/color-scale.ts';
import { distinctNames } from '../charts/labels.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { LongName } from '../parts/LongName.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { frequencyDrawing } from './frequency-drawing.ts';
import { barLengths, type BarMeasure, barMeasures } from './frequency-model.ts';

export type FrequencyViewProps = {
  /** Those frequent enough, in the order of the codebook. */
  readonly rows: readonly FrequencyRow[];
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly openedCode: Guid | null;
  readonly onOpen: (code: Guid, name: string) => void;
};

/** How often and how widely each code was used, as a table with bars in it. */
export function FrequencyView({ rows, captionLines, fileName, openedCode, onOpen }: FrequencyViewProps) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const theme = useChartTheme();
  const [rememberedMeasure, setMeasure] = useRemembered<string>('display/frequency-bar', 'codings');
  const [rememberedSort, setSort] = useRemembered('display/frequency-sort', {
    column: 'codings',
    direction: 'descending',
  });
  const measure = barMeasures.find((each) => each === rememberedMeasure) ?? 'codings';
  const { column: sortColumn, direction } = rememberedSort;
  const sort = useMemo(
    (): Sort => ({ column: sortColumn, direction: direction === 'ascending' ? 'ascending' : 'descending' }),
    [sortColumn, direction],
  );

  const columns = useMemo((): readonly TableColumn<FrequencyRow>[] => {
    const names = distinctNames(rows.map(({ path }) => path));
    const nameOf = new Map(rows.map(({ code }, index) => [code, names[index] ?? '']));
    const places = new Map(rows.map(({ code }, index) => [code, index]));
    const bars = barLengths(rows, measure);
    const ground = chartGround[theme];
    const count = (id: BarMeasure, label: string): TableColumn<FrequencyRow> => ({
      id,
      label,
      align: 'end',
      text: (row) => number(row[id]),
      sortBy: (row) => row[id],
    });
    const share = (id: `${BarMeasure}Share`, label: string): TableColumn<FrequencyRow> => ({
      id,
      label,
      align: 'end',
      text: (row) => (row[id] === null ? '–' : number(row[id] * 100, 1)),
      sortBy: (row) => row[id],
    });
    return [
      {
        id: 'code',
        label: t('display.frequency.code'),
        text: ({ path }) => path.join(' / '),
        // The order of the codebook, not of the alphabet: siblings belong together.
        sortBy: ({ code }) => places.get(code) ?? 0,
        render: ({ code, path, color }) => (
          <span className="frequency-name" title={path.join(' / ')}>
            <span className="display-chip" style={{ background: hexOf(legible(color, ground, 3)) }} />
            <LongName name={nameOf.get(code) ?? ''} />
          </span>
        ),
      },
      {
        id: 'bar',
        label: t('display.frequency.bar'),
        text: (row) => number(row[measure]),
        render: ({ code, color }) => (
          <span className="frequency-track">
            <span
              className="frequency-bar"
              style={{ width: `${(bars.get(code) ?? 0) * 100}%`, background: hexOf(legible(color, ground, 3)) }}
            />
          </span>
        ),
      },
      count('codings', t('display.frequency.codings')),
      share('codingsShare', t('display.frequency.codings-share')),
      count('documents', t('display.frequency.documents')),
      share('documentsShare', t('display.frequency.documents-share')),
      count('cases', t('display.frequency.cases')),
      share('casesShare', t('display.frequency.cases-share')),
      count('words', t('display.frequency.words')),
      share('wordsShare', t('display.frequency.words-share')),
    ];
  }, [rows, measure, theme, number, t]);
  const sorted = useMemo(() => sortRows(rows, columns, sort, compare), [rows, columns, sort, compare]);
  // The bars show a number that has a column of its own: as text it would stand there twice.
  const written = columns.filter(({ id }) => id !== 'bar');

  const chart: ExportableChart = {
    fileName,
    caption: {
      title: `${t('display.frequency.title')}: ${t(`display.frequency.${measure}`)}`,
      lines: [...(measure === 'words' ? [t('display.frequency.words.help')] : []), ...captionLines],
    },
    draw: (exact) =>
      frequencyDrawing(sorted, measure, t(`display.frequency.${measure}`), (value) => number(value), exact),
    rows: () => [
      written.map(({ label }) => label),
      ...sorted.map((row) => [
        row.path.join(' / '),
        row.codings,
        percent(row.codingsShare),
        row.documents,
        percent(row.documentsShare),
        row.cases,
        percent(row.casesShare),
        row.words,
        percent(row.wordsShare),
      ]),
    ],
  };

  return (
    <>
      <ViewToolbar chart={chart}>
        <Select
          label={t('display.frequency.bar')}
          size="small"
          value={measure}
          onChange={setMeasure}
          options={barMeasures.map((id) => ({ id, label: t(`display.frequency.${id}`) }))}
        />
        <p className="display-note">{t('display.frequency.hint')}</p>
      </ViewToolbar>
      <DataTable
        label={t('display.frequency.table')}
        columns={columns}
        rows={sorted}
        rowId={({ code }) => code}
        sort={sort}
        onSort={(next) => setSort({ column: String(next.column), direction: next.direction })}
        onAction={({ code, path }) => onOpen(code, path.join(' / '))}
        currentId={openedCode}
        copied={written}
      />
    </>
  );
}

/** As the columns say: in percent. Null where there is nothing to be a share of. */
function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
