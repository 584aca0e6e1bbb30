import { ListFilter } from 'lucide-react';
import { useMemo } from 'react';
import { returnMode } from '../../../../shared/contract/analysis-retrieval.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { rerunCommand } from '../parts/rerun-command.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { provenanceParts } from '../provenance.ts';
import { scopeWith } from '../scope/scope.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { QueryPart } from './QueryBuilder.tsx';
import { QueryText } from './QueryText.tsx';
import { RetrievalResults } from './RetrievalResults.tsx';
import { SavedQueries } from './SavedQueries.tsx';
import { useQueryDesk } from './use-query-desk.ts';
import { useSettled } from './use-settled.ts';

/** Segments that one answer holds at most; all are counted. */
const mostSegments = 10_000;

/** Coding retrieval: a query, built or written, and what it finds, as it stands now. */
export function RetrievalDisplay(props: OwnDisplayProps) {
  const { study, filter, moment, onKeepable, onScope } = props;
  const t = useT();
  const desk = useQueryDesk(study.info.project.guid);
  const { asked, mode, setMode } = desk;
  const wanted = useMemo(
    (): InputOf<'analysis.retrieve'> | null =>
      asked === null ? null : { ...filter, query: asked, mode, limit: mostSegments },
    [asked, filter, mode],
  );
  const input = useSettled(wanted, 250);
  const run = useJob('analysis.retrieve', input, { progressElsewhere: true });
  useCommands([rerunCommand(run.rerun)]);
  useKeepable(onKeepable, input && { method: 'analysis.retrieve', input, proposedName: t('display.view.retrieval') });
  const result = asked === null || run.error ? undefined : run.data;
  const provenance = useMemo(
    () =>
      result
        ? [
            t('retrieval.provenance.query', { query: result.query }),
            t('retrieval.provenance.mode', { mode: t(`retrieval.mode.${result.mode}`) }),
            ...provenanceParts(result.provenance, filter, { t, moment }),
          ]
        : [],
    [result, filter, t, moment],
  );
  const warnings = result && result.total > result.segments.length ? [t('retrieval.most', { n: mostSegments })] : [];
  return (
    <>
      <section className="query-desk" aria-label={t('retrieval.query')}>
        <QueryPart part={desk.tree} study={study} place="1" onChange={desk.build} />
        <QueryText desk={desk} />
        <div className="query-row">
          <Select
            label={t('retrieval.mode')}
            size="small"
            value={mode}
            onChange={setMode}
            options={returnMode.options.map((id) => ({
              id,
              label: t(`retrieval.mode.${id}`),
              description: t(`retrieval.mode.${id}.help`),
            }))}
          />
          <SavedQueries desk={desk} filter={filter} onFilter={(kept) => onScope(scopeWith(kept))} />
        </div>
      </section>
      {asked === null ? (
        <EmptyState icon={<ListFilter />} title={t('retrieval.empty')} text={t('retrieval.empty.text')} />
      ) : (
        <ResultFrame run={run} provenance={provenance} warnings={warnings}>
          {result ? <RetrievalResults {...props} result={result} provenance={provenance} /> : null}
        </ResultFrame>
      )}
    </>
  );
}
