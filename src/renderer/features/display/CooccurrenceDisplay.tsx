import type { CooccurrenceResult } from '../../../shared/contract/analysis.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { fileNameOf, projectLine } from './captions.ts';
import { DendrogramView } from './dendrogram/DendrogramView.tsx';
import type { DisplayProps } from './FrequencyDisplay.tsx';
import { HeatmapView } from './heatmap/HeatmapView.tsx';
import type { Matrix } from './matrix.ts';
import { NetworkView } from './network/NetworkView.tsx';
import { ResultFrame } from './parts/ResultFrame.tsx';
import { cooccurrenceParts, provenanceParts } from './provenance.ts';

export type CooccurrenceDisplayProps = DisplayProps & {
  readonly view: 'heatmap' | 'network' | 'dendrogram';
  readonly result: CooccurrenceResult | undefined;
  readonly matrix: Matrix | null;
};

/** Three pictures of one result. */
export function CooccurrenceDisplay(props: CooccurrenceDisplayProps) {
  const { run, filter, scope, moment, project, onOpen, view, result, matrix } = props;
  const t = useT();
  if (!result || !matrix) {
    return (
      <ResultFrame run={run} provenance={[]} warnings={[]}>
        {null}
      </ResultFrame>
    );
  }
  const provenance = [
    ...cooccurrenceParts(result, scope, t),
    ...provenanceParts(result.provenance, filter, { t, moment }),
    ...(matrix.leftOut > 0 ? [t('display.provenance.left-out', { n: matrix.leftOut })] : []),
  ];
  const openCode = (place: number): void => {
    const code = matrix.codes[place];
    if (code) onOpen({ kind: 'code', codeId: code.guid, title: code.path.join(' / ') });
  };
  const shared = {
    matrix,
    captionLines: [projectLine(project, t), provenance.join(' · ')],
    fileName: fileNameOf(project.name, t(`display.${view}.title`)),
    onOpenCode: openCode,
    onOpen: (row: number, column: number): void => {
      const [first, second] = [matrix.codes[row], matrix.codes[column]];
      if (first && second) onOpen({ kind: 'cell', rowId: first.guid, columnId: second.guid });
    },
  };
  return (
    <ResultFrame run={run} provenance={provenance} warnings={warningsOf(matrix, t)}>
      {matrix.codes.length < 2 ? (
        <EmptyState title={t('display.few')} text={t('display.few.text')} />
      ) : view === 'heatmap' ? (
        <HeatmapView {...shared} level={result.level} />
      ) : view === 'network' ? (
        <NetworkView {...shared} level={result.level} />
      ) : (
        <DendrogramView {...shared} />
      )}
    </ResultFrame>
  );
}

/** Each kind of warning once, with how many pairs it concerns. */
function warningsOf({ warnings }: Matrix, t: ReturnType<typeof useT>): readonly string[] {
  return (['unbalanced', 'out-of-range'] as const).flatMap((kind) => {
    const cells = [...warnings.values()].filter((kinds) => kinds.includes(kind)).length;
    // A pair has two cells.
    return cells === 0 ? [] : [t(`display.warnings.${kind}`, { n: cells / 2 })];
  });
}
