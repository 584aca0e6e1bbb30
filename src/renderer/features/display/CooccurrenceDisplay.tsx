import { memo, useMemo } from 'react';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { fileNameOf, projectLine } from './captions.ts';
import { DendrogramView } from './dendrogram/DendrogramView.tsx';
import type { MatrixDisplayId } from './displays.ts';
import type { DisplayProps } from './FrequencyDisplay.tsx';
import { HeatmapView } from './heatmap/HeatmapView.tsx';
import { MapView } from './map/MapView.tsx';
import { type Matrix, warningKinds } from './matrix.ts';
import { NetworkView } from './network/NetworkView.tsx';
import { ResultFrame } from './parts/ResultFrame.tsx';
import { cooccurrenceParts, provenanceParts, type ProvenanceWords } from './provenance.ts';
import type { Scope, ScopeFilter } from './scope/scope.ts';
import type { Counted } from './use-matrix.ts';

export type CooccurrenceDisplayProps = DisplayProps & {
  readonly view: MatrixDisplayId;
  /** Null while there is none. */
  readonly counted: Counted | null;
};

/** Three pictures of one result. */
export function CooccurrenceDisplay(props: CooccurrenceDisplayProps) {
  const { run, filter, scope, moment, project, onOpen, view, counted } = props;
  const t = useT();
  const provenance = useMemo(
    () => (counted ? provenanceOf(counted, scope, filter, { t, moment }) : []),
    [counted, scope, filter, t, moment],
  );
  if (!counted) {
    return (
      <ResultFrame run={run} provenance={[]} warnings={[]}>
        {null}
      </ResultFrame>
    );
  }
  return (
    <ResultFrame run={run} provenance={provenance} warnings={warningsOf(counted.matrix, t)}>
      <Picture view={view} counted={counted} provenance={provenance} project={project} onOpen={onOpen} />
    </ResultFrame>
  );
}

type PictureProps = Pick<CooccurrenceDisplayProps, 'view' | 'project' | 'onOpen'> & {
  readonly counted: Counted;
  readonly provenance: readonly string[];
};

/** Not drawn anew while a job of other settings tells its progress. */
const Picture = memo(function Picture({ view, counted, provenance, project, onOpen }: PictureProps) {
  const t = useT();
  const { result, matrix, clustering } = counted;
  if (matrix.codes.length < 2) return <EmptyState title={t('display.few')} text={t('display.few.text')} />;
  const shared = {
    matrix,
    clustering,
    captionLines: [projectLine(project, t), provenance.join(' · ')],
    fileName: fileNameOf(project.name, t(`display.${view}.title`)),
    onOpenCode: (place: number): void => {
      const code = matrix.codes[place];
      if (code) onOpen({ kind: 'code', codeId: code.guid, title: code.path.join(' / ') });
    },
    onOpen: (row: number, column: number): void => {
      const [first, second] = [matrix.codes[row], matrix.codes[column]];
      if (first && second) onOpen({ kind: 'cell', rowId: first.guid, columnId: second.guid });
    },
  };
  switch (view) {
    case 'heatmap':
      return <HeatmapView {...shared} level={result.level} />;
    case 'network':
      return <NetworkView {...shared} level={result.level} />;
    case 'dendrogram':
      return <DendrogramView {...shared} />;
    case 'map':
      return <MapView {...shared} result={result} level={result.level} />;
  }
});

function provenanceOf(
  { result, matrix }: Counted,
  scope: Scope,
  filter: ScopeFilter,
  words: ProvenanceWords,
): readonly string[] {
  return [
    ...cooccurrenceParts(result, scope, words.t),
    ...provenanceParts(result.provenance, filter, words),
    ...(matrix.leftOut > 0 ? [words.t('display.provenance.left-out', { n: matrix.leftOut })] : []),
  ];
}

/** Each kind of warning once, with how many pairs it concerns. */
function warningsOf({ warnedPairs }: Matrix, t: ReturnType<typeof useT>): readonly string[] {
  return warningKinds.flatMap((kind) => {
    const n = warnedPairs[kind];
    return n === 0 ? [] : [t(`display.warnings.${kind}`, { n })];
  });
}
