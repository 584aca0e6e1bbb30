import '../matrices/matrices.css';
import { BookmarkCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ResultFreshness } from '../../../../shared/contract/results.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { SplitView } from '../../../ui/SplitView.tsx';
import { ResultView } from './ResultView.tsx';

/** Results that were kept: what was found, whether it still holds, and what the researcher says of it. */
export function ResultsPage() {
  const t = useT();
  const { data: all } = useAnswer('results.list', {});
  const check = useJob('results.check', all && all.length > 0 ? {} : null);
  const { stale, isRunning, rerun } = check;
  useEffect(() => {
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  const [chosen, setChosen] = useState('');
  if (!all) return null;
  const selected = all.find(({ guid }) => guid === chosen) ?? all[0];
  if (!selected) {
    return <EmptyState icon={<BookmarkCheck />} title={t('results.empty')} text={t('results.empty.text')} />;
  }
  const freshness = new Map<string, ResultFreshness>(check.data?.map((each) => [each.guid, each.freshness]));
  return (
    <div className="display">
      <SplitView
        id="results"
        parts={[
          {
            id: 'list',
            label: t('matrices.page.results'),
            defaultSize: 260,
            minSize: 180,
            isCollapsible: true,
            content: (
              <Panel title={t('matrices.page.results')}>
                <ul className="matrices-list" aria-label={t('matrices.page.results')}>
                  {all.map(({ guid, name, method }) => {
                    const state = freshness.get(guid) ?? 'current';
                    return (
                      <li key={guid}>
                        <button
                          type="button"
                          className="matrices-item"
                          aria-current={guid === selected.guid}
                          title={name}
                          onClick={() => setChosen(guid)}
                        >
                          <span className="matrices-item-name">{name}</span>
                          <span className="matrices-item-kind">{t(`results.method.${method}`)}</span>
                          {state !== 'current' && <Badge tone="warning">{t(`results.${state}`)}</Badge>}
                        </button>
                      </li>
                    );
                  })}
                </ul>
              </Panel>
            ),
          },
          {
            id: 'result',
            label: selected.name,
            minSize: 400,
            content: (
              <ResultView key={selected.guid} result={selected} freshness={freshness.get(selected.guid) ?? 'current'} />
            ),
          },
        ]}
      />
    </div>
  );
}
