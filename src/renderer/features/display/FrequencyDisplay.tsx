import { memo, useMemo } from 'react';
import type { FrequencyRow } from '../../../shared/contract/analysis.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { fileNameOf, projectLine } from './captions.ts';
import { FrequencyView } from './frequency/FrequencyView.tsx';
import type { Opened } from './opened.ts';
import { ResultFrame, type RunState } from './parts/ResultFrame.tsx';
import { provenanceParts } from './provenance.ts';
import type { Scope, ScopeFilter } from './scope/scope.ts';

/** What every display needs of its surroundings. */
export type DisplayProps = {
  readonly run: RunState;
  readonly filter: ScopeFilter;
  readonly scope: Scope;
  readonly moment: (iso: string) => string;
  readonly project: ProjectInfo['project'];
  readonly onOpen: (opened: Opened) => void;
};

export type FrequencyDisplayProps = DisplayProps & {
  readonly result: OutputOf<'analysis.frequency'> | undefined;
  readonly openedCode: Guid | null;
};

export function FrequencyDisplay(props: FrequencyDisplayProps) {
  const { run, filter, scope, moment, project, onOpen, result, openedCode } = props;
  const t = useT();
  const { minimum } = scope;
  const rows = useMemo(() => result?.rows.filter(({ codings }) => codings >= minimum) ?? [], [result, minimum]);
  const provenance = useMemo(() => {
    if (!result) return [];
    const leftOut = result.rows.length - rows.length;
    return [
      ...provenanceParts(result.provenance, filter, { t, moment }),
      ...(leftOut > 0 ? [t('display.provenance.left-out', { n: leftOut })] : []),
    ];
  }, [result, rows, filter, t, moment]);
  if (!result) {
    return (
      <ResultFrame run={run} provenance={[]} warnings={[]}>
        {null}
      </ResultFrame>
    );
  }
  return (
    <ResultFrame run={run} provenance={provenance} warnings={[]}>
      <Rows rows={rows} provenance={provenance} project={project} openedCode={openedCode} onOpen={onOpen} />
    </ResultFrame>
  );
}

type RowsProps = Pick<FrequencyDisplayProps, 'project' | 'openedCode' | 'onOpen'> & {
  readonly rows: readonly FrequencyRow[];
  readonly provenance: readonly string[];
};

/** Not drawn anew while a job of other settings tells its progress. */
const Rows = memo(function Rows({ rows, provenance, project, openedCode, onOpen }: RowsProps) {
  const t = useT();
  if (rows.length === 0) return <EmptyState title={t('quotations.empty')} text={t('quotations.empty.text')} />;
  return (
    <FrequencyView
      rows={rows}
      captionLines={[projectLine(project, t), provenance.join(' · ')]}
      fileName={fileNameOf(project.name, t('display.frequency.title'))}
      openedCode={openedCode}
      onOpen={(codeId, title) => onOpen({ kind: 'code', codeId, title })}
    />
  );
});
