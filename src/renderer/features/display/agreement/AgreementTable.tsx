import { useMemo, useState } from 'react';
import type { AgreementResult } from '../../../../shared/contract/analysis-agreement.ts';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import { distinctNames } from '../charts/labels.ts';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { coefficients } from './agreement-rows.ts';
import { type Finding, findingName, type OpenedFinding } from './AgreementPlaces.tsx';

export type AgreementTableProps = {
  readonly result: AgreementResult;
  readonly opened: OpenedFinding | null;
  readonly onOpen: (opened: OpenedFinding) => void;
};

type Row = Omit<AgreementResult['overall'], 'segmentKappa'> & {
  /** Null where all codes are added up. */
  readonly code: OpenedFinding['codeId'] | null;
  readonly name: string;
  readonly unitising: number | null;
};

const cells = [
  ['a', 'both'],
  ['b', 'first'],
  ['c', 'second'],
] as const satisfies readonly (readonly [string, Finding])[];

/** Code by code; a number that counts places opens them. A row opens what only the first coder found. */
export function AgreementTable({ result, opened, onOpen }: AgreementTableProps) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const rows = useMemo((): readonly Row[] => {
    const names = distinctNames(result.perCode.map(({ path }) => path));
    return result.perCode.map((row, place) => ({ ...row, name: names[place] ?? '' }));
  }, [result]);
  const columns = useMemo((): readonly TableColumn<Row>[] => {
    const counted = cells.map(([cell, finding]): TableColumn<Row> => {
      const label = findingName(finding, result.coders, t);
      const head = findingName(finding, shortened(result.coders), t);
      return {
        ...numberColumn<Row>(cell, head, (row) => row[cell], number),
        render: (row) =>
          row.code === null || row[cell] === 0 ? (
            number(row[cell])
          ) : (
            <button
              type="button"
              className="agreement-open"
              aria-label={t('agreement.open', { n: number(row[cell]), code: row.name, finding: label })}
              onClick={(event) => {
                event.stopPropagation();
                if (row.code !== null) onOpen({ codeId: row.code, name: row.name, finding });
              }}
              // Enter on a number is not Enter on its row.
              onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
            >
              {number(row[cell])}
            </button>
          ),
      };
    });
    return [
      wordColumn<Row>('name', t('agreement.code'), ({ name }) => name),
      ...counted,
      numberColumn<Row>('d', t('agreement.neither'), ({ d }) => d, number),
      ...coefficients.map(([field, name]) =>
        field === 'observed'
          ? percentColumn(t(`agreement.${name}`), number)
          : numberColumn<Row>(field, t(`agreement.${name}`), (row) => row[field], number, 3),
      ),
      ...(result.level === 'character'
        ? [numberColumn<Row>('unitising', t('agreement.unitising'), ({ unitising }) => unitising, number, 3)]
        : []),
    ];
  }, [result, t, number, onOpen]);
  const sorted = useMemo(() => {
    const all: Row = { ...result.overall, code: null, name: t('agreement.overall'), unitising: null };
    return [...sortRows(rows, columns, sort, compare), all];
  }, [rows, columns, sort, compare, result, t]);
  return (
    <DataTable
      label={t('agreement.table')}
      columns={columns}
      rows={sorted}
      rowId={({ code }) => code ?? 'overall'}
      sort={sort}
      onSort={setSort}
      currentId={opened?.codeId ?? null}
      onAction={({ code, name, b }) => {
        if (code !== null) onOpen({ codeId: code, name, finding: b > 0 ? 'first' : 'second' });
      }}
    />
  );
}

/** A head has room for the beginning of a long name; the title above has it whole. */
function shortened([first, second]: AgreementResult['coders']): AgreementResult['coders'] {
  const short = (name: string): string => {
    const signs = [...name];
    return signs.length > 12 ? `${signs.slice(0, 11).join('').trimEnd()}…` : name;
  };
  return [
    { ...first, name: short(first.name) },
    { ...second, name: short(second.name) },
  ];
}

function percentColumn(label: string, number: (value: number, digits?: number) => string): TableColumn<Row> {
  return {
    ...numberColumn<Row>('observed', label, ({ observed }) => observed, number),
    text: ({ observed }) => (observed === null ? '–' : `${number(observed * 100, 1)} %`),
  };
}
