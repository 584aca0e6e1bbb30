import { useMemo } from 'react';
import type { CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { distinctNames } from '../charts/labels.ts';
import type { OwnDisplayProps } from '../displays.ts';
import type { CrosstabShows } from './CrosstabDisplay.tsx';
import { CrosstabMapView } from './CrosstabMapView.tsx';
import { CrosstabTableView } from './CrosstabTableView.tsx';
import { CrosstabTests } from './CrosstabTests.tsx';

export type CrosstabPicturesProps = OwnDisplayProps & {
  readonly result: CrosstabResult;
  readonly settings: InputOf<'analysis.crosstab'> | null;
  readonly shows: CrosstabShows;
  readonly provenance: readonly string[];
};

/** What every picture of a crosstab needs. */
export type CrosstabPictureProps = {
  readonly result: CrosstabResult;
  /** Of its codes, short and different. */
  readonly names: readonly string[];
  readonly captionLines: readonly string[];
  readonly fileName: string;
  /** Places in the result; null stands for all codes, or for all values. */
  readonly onOpen: (row: number | null, column: number | null) => void;
};

/** Three pictures of one result: the table, the map and the tests. */
export function CrosstabPictures(props: CrosstabPicturesProps) {
  const { result, settings, shows, provenance, project, scope, onOpen } = props;
  const t = useT();
  const names = useMemo(() => distinctNames(result.rows.map(({ path }) => path)), [result]);
  if (result.columns.length === 0) {
    const { name } = result.variable;
    return <EmptyState title={t('crosstab.empty', { name })} text={t('crosstab.empty.text')} />;
  }
  const shared: CrosstabPictureProps = {
    result,
    names,
    captionLines: [projectLine(project, t), provenance.join(' · ')],
    fileName: fileNameOf(project.name, t('crosstab.caption', { name: result.variable.name })),
    onOpen: (row, column) => {
      const code = row === null ? undefined : result.rows[row];
      const value = column === null ? undefined : result.columns[column]?.value;
      const valueTitle = t('crosstab.value', { name: result.variable.name, value: value ?? '' });
      if (value === undefined) {
        if (code) onOpen({ kind: 'code', codeId: code.guid, title: names[row ?? 0] ?? '' });
      } else if (settings) {
        const cell = { ...settings, value, ...(code ? { codeId: code.guid } : {}) };
        const title = code ? t('display.cell.title', { row: names[row ?? 0] ?? '', column: valueTitle }) : valueTitle;
        onOpen({ kind: 'crosstab', title, cell });
      }
    },
  };
  switch (shows) {
    case 'table':
      return <CrosstabTableView {...shared} minimum={scope.minimum} />;
    case 'map':
      return <CrosstabMapView {...shared} />;
    case 'tests':
      return <CrosstabTests {...shared} />;
  }
}
