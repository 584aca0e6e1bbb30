import './similar.css';
import { useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { CodePicker } from '../../../parts/CodePicker.tsx';
import { useJob } from '../../../services/jobs.ts';
import { notify } from '../../../services/notices.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { type Candidate, CandidateList } from './CandidateList.tsx';

type Judged = { readonly hits: readonly Candidate[]; readonly misses: readonly Candidate[] };
const nothing: Judged = { hits: [], misses: [] };

/** Passages that read like what a code holds. What is marked right or wrong changes what is looked for (Rocchio). */
export function SimilarDisplay({ filter, study, onKeepable }: OwnDisplayProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [codeId, setCode] = useState<Guid | null>(null);
  const [judged, setJudged] = useState<Judged>(nothing);
  const [rememberedUnit, setUnit] = useRemembered<string>('display/similar-unit', 'paragraph');
  const unit: 'sentence' | 'paragraph' = rememberedUnit === 'sentence' ? 'sentence' : 'paragraph';
  const { documentIds, caseIds } = filter;
  const input =
    codeId === null
      ? null
      : {
          ...(documentIds ? { documentIds } : {}),
          ...(caseIds ? { caseIds } : {}),
          codeId,
          unit,
          hits: judged.hits.map(placeOf),
          misses: judged.misses.map(placeOf),
        };
  const job = useJob('search.similar', input, { progressElsewhere: true });
  const run = useRun(job);
  const code = study.codes.find(({ guid }) => guid === codeId);
  useKeepable(
    onKeepable,
    input && { method: 'search.similar', input, proposedName: `${t('display.view.similar')}: ${code?.name ?? ''}` },
  );
  const result = code ? job.data : undefined;
  const used = study.codes.filter(({ codings }) => codings > 0);
  const restart = (next: Guid | null): void => {
    setCode(next);
    setJudged(nothing);
  };
  const judge = (kind: keyof Judged) => (candidate: Candidate) =>
    setJudged((former) => ({ ...former, [kind]: [...former[kind], candidate] }));
  const takeBack = (candidate: Candidate): void =>
    setJudged(({ hits, misses }) => ({
      hits: hits.filter((each) => each !== candidate),
      misses: misses.filter((each) => each !== candidate),
    }));
  const codeHits = async (): Promise<void> => {
    if (codeId === null) return;
    const items = judged.hits.map((candidate) => ({ ...placeOf(candidate), codeId }));
    const done = await perform('codings.createMany', { items });
    if (!done) return;
    notify({ kind: 'success', text: t('search.coded', { n: done.guids.length, already: 0 }) });
    setJudged(({ misses }) => ({ hits: [], misses }));
  };
  return (
    <>
      <div className="display-toolbar">
        <CodePicker
          label={t('similar.code')}
          codes={used}
          value={codeId}
          onChange={restart}
          placeholder={t('search.code.which')}
        />
        <Select
          label={t('search.unit')}
          size="small"
          value={unit}
          onChange={(next) => {
            setUnit(next);
            setJudged(nothing);
          }}
          options={(['paragraph', 'sentence'] as const).map((id) => ({ id, label: t(`search.unit.${id}`) }))}
        />
        {canChange && code?.codable === true && (
          <Button variant="primary" size="small" isDisabled={judged.hits.length === 0} onPress={() => void codeHits()}>
            {t('similar.do', { n: judged.hits.length, code: code.name })}
          </Button>
        )}
      </div>
      {code ? (
        <ResultFrame
          run={run}
          provenance={
            result ? [t('similar.said', { n: result.examples, units: result.units }), t('similar.formula')] : []
          }
          warnings={[]}
        >
          {result ? (
            <div className="similar">
              <CandidateList label={t('similar.hits')} candidates={judged.hits} marked="hit" onTakeBack={takeBack} />
              <CandidateList
                label={t('similar.candidates')}
                candidates={result.candidates}
                onHit={judge('hits')}
                onMiss={judge('misses')}
              />
              <CandidateList
                label={t('similar.misses')}
                candidates={judged.misses}
                marked="miss"
                onTakeBack={takeBack}
              />
              {result.candidates.length === 0 && <EmptyState title={t('similar.none')} text={t('similar.none.text')} />}
            </div>
          ) : null}
        </ResultFrame>
      ) : (
        <EmptyState title={t('similar.start')} text={t('similar.start.text')} />
      )}
    </>
  );
}

function placeOf({ document, start, end }: Candidate) {
  return { documentId: document, start, end };
}
