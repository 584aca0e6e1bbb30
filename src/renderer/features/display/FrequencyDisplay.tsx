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
  if (!result) {
    return (
      <ResultFrame run={run} provenance={[]} warnings={[]}>
        {null}
      </ResultFrame>
    );
  }
  const rows = result.rows.filter(({ codings }) => codings >= scope.minimum);
  const leftOut = result.rows.length - rows.length;
  const provenance = [
    ...provenanceParts(result.provenance, filter, { t, moment }),
    ...(leftOut > 0 ? [t('display.provenance.left-out', { n: leftOut })] : []),
  ];
  return (
    <ResultFrame run={run} provenance={provenance} warnings={[]}>
      {rows.length === 0 ? (
        <EmptyState title={t('quotations.empty')} text={t('quotations.empty.text')} />
      ) : (
        <FrequencyView
          rows={rows}
          captionLines={[projectLine(project, t), provenance.join(' · ')]}
          fileName={fileNameOf(project.name, t('display.frequency.title'))}
          openedCode={openedCode}
          onOpen={(codeId, title) => onOpen({ kind: 'code', codeId, title })}
        />
      )}
    </ResultFrame>
  );
}
