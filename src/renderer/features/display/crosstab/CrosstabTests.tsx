import { useMemo, useState } from 'react';
import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import type { CrosstabPictureProps } from './CrosstabPictures.tsx';

type Tests = NonNullable<CrosstabResult['tests']>;
type Row = { readonly name: string; readonly place: number; readonly tests: Tests['perCode'][number] };

/** Tests of each code and of the whole table, asked for and never by habit; what to beware of stands above them. */
export function CrosstabTests(props: CrosstabPictureProps) {
  const { tests } = props.result;
  const t = useT();
  // The former result is on screen while the tests are computed.
  if (!tests) return <EmptyState title={t('display.running')} />;
  return <TestsOf {...props} tests={tests} />;
}

function TestsOf({ result, tests, captionLines, fileName, onOpen }: CrosstabPictureProps & { readonly tests: Tests }) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo(() => columnsOf(tests, t, number), [tests, t, number]);
  const rows = useMemo(
    () =>
      tests.perCode.map((each, place) => ({
        name: result.rows[place]?.path.join(pathSeparator) ?? '',
        place,
        tests: each,
      })),
    [tests, result],
  );
  const whole = wholeTable(tests, t, number);
  const chart: ExportableChart = {
    fileName,
    caption: {
      title: `${t('crosstab.caption', { name: result.variable.name })}: ${t('crosstab.shows.tests')}`,
      lines: [...result.cautions.map((caution) => t(`analysis.caution.${caution}`)), ...whole, ...captionLines],
    },
    draw: null,
    rows: () => [
      columns.map(({ label }) => label),
      ...rows.map((row) => columns.map(({ sortBy, text }) => (sortBy ? sortBy(row) : text(row)))),
    ],
  };
  return (
    <>
      <ViewToolbar chart={chart}>
        {whole.map((line) => (
          <p key={line} className="display-note">
            {line}
          </p>
        ))}
      </ViewToolbar>
      <DataTable
        label={t('crosstab.tests.table')}
        columns={columns}
        rows={sortRows(rows, columns, sort, compare)}
        rowId={({ tests: { code } }) => code}
        sort={sort}
        onSort={setSort}
        onAction={({ place }) => onOpen(place, null)}
      />
    </>
  );
}

function wholeTable(
  { n, chiSquare, likelihoodRatio, cramersV, fisher }: Tests,
  t: ReturnType<typeof useT>,
  number: (value: number, digits?: number) => string,
): readonly string[] {
  if (!chiSquare) return [t('crosstab.tests.no-whole')];
  const p = (value: number | null): string => (value === null ? '–' : number(value, 4));
  return [
    t('crosstab.tests.whole', {
      n: number(n),
      chi: number(chiSquare.value, 3),
      df: number(chiSquare.df),
      p: p(chiSquare.p),
      g: likelihoodRatio ? number(likelihoodRatio.value, 3) : '–',
      v: cramersV === null ? '–' : number(cramersV, 3),
      fisher: fisher ? p(fisher.p) : '–',
    }),
  ];
}

function columnsOf(
  tests: Tests,
  t: ReturnType<typeof useT>,
  number: (value: number, digits?: number) => string,
): readonly TableColumn<Row>[] {
  const column = (id: string, label: string, of: (row: Row) => number | null | undefined): TableColumn<Row> => ({
    id,
    label,
    align: 'end',
    sortBy: (row) => of(row) ?? null,
    text: (row) => {
      const value = of(row) ?? null;
      return value === null ? '–' : number(value, 4);
    },
  });
  const { chiSquare, fisher, anova, kruskalWallis } = tests.adjusted;
  const isOrdered = tests.perCode.some(({ ordinal }) => ordinal !== null);
  return [
    { id: 'code', label: t('display.frequency.code'), text: ({ name }) => name, sortBy: ({ place }) => place },
    column('chi', 'χ²', ({ tests: { presence } }) => presence.chiSquare?.value),
    column('chi-p', t('crosstab.tests.p', { test: 'χ²' }), ({ tests: { presence } }) => presence.chiSquare?.p),
    column('chi-holm', t('crosstab.tests.holm', { test: 'χ²' }), ({ place }) => chiSquare.holm[place]),
    column('chi-bh', t('crosstab.tests.bh', { test: 'χ²' }), ({ place }) => chiSquare.benjaminiHochberg[place]),
    column('v', t('crosstab.tests.v'), ({ tests: { presence } }) => presence.cramersV),
    column('fisher', t('crosstab.tests.p', { test: 'Fisher' }), ({ tests: { presence } }) => presence.fisher?.p),
    column('fisher-holm', t('crosstab.tests.holm', { test: 'Fisher' }), ({ place }) => fisher.holm[place]),
    column('f', 'F', ({ tests: { anova: found } }) => found?.f),
    column('f-p', t('crosstab.tests.p', { test: 'F' }), ({ tests: { anova: found } }) => found?.p),
    column('f-holm', t('crosstab.tests.holm', { test: 'F' }), ({ place }) => anova.holm[place]),
    column('h', t('crosstab.tests.h'), ({ tests: { kruskalWallis: found } }) => found?.h),
    column('h-p', t('crosstab.tests.p', { test: 'H' }), ({ tests: { kruskalWallis: found } }) => found?.p),
    column('h-holm', t('crosstab.tests.holm', { test: 'H' }), ({ place }) => kruskalWallis.holm[place]),
    ...(isOrdered
      ? [
          column('tau', 'τ-b', ({ tests: { ordinal } }) => ordinal?.tauB),
          column('gamma', 'γ', ({ tests: { ordinal } }) => ordinal?.gamma),
          column('somers', 'Somers’ D', ({ tests: { ordinal } }) => ordinal?.somersYX),
          column('rho', 'ρ', ({ tests: { ordinal } }) => ordinal?.spearman?.value),
          column('rho-p', t('crosstab.tests.p', { test: 'ρ' }), ({ tests: { ordinal } }) => ordinal?.spearman?.p),
          column('r', 'r', ({ tests: { ordinal } }) => ordinal?.pearson?.value),
        ]
      : []),
  ];
}
