import { ClipboardPen, Plus } from 'lucide-react';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListBox } from '../../ui/ListBox.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitView } from '../../ui/SplitView.tsx';

const none: readonly CaseSummary[] = [];

/** interim case summaries. What the project knows of a case stands beside what the researcher makes of it. */
export function CaseSummaries() {
  const t = useT();
  const [chosen, setChosen] = useState<Guid | null>(null);
  const { data: cases = none, isPending } = useAnswer('cases.list', {});
  const { data: memos = [] } = useAnswer('memos.list', {});
  if (!isPending && cases.length === 0) {
    return <EmptyState title={t('summaries.empty.title')} text={t('summaries.empty.text')} icon={<ClipboardPen />} />;
  }
  const summaryOf = (guid: Guid) =>
    memos.find(
      ({ kind, targets }) => kind === 'summary' && targets.some((each) => each.kind === 'case' && each.guid === guid),
    );
  const shown = cases.find(({ guid }) => guid === chosen) ?? cases[0];
  const summary = shown ? summaryOf(shown.guid) : undefined;
  return (
    <SplitView
      id="case-summaries"
      parts={[
        {
          id: 'cases',
          label: t('summaries.cases'),
          defaultSize: 280,
          minSize: 200,
          content: (
            <Panel title={t('summaries.cases')} count={String(cases.length)}>
              <ListBox
                label={t('summaries.cases')}
                items={cases}
                itemId={({ guid }) => guid}
                itemText={({ name }) => name}
                selectedIds={new Set(shown ? [shown.guid] : [])}
                onSelect={([id]) => setChosen(cases.find(({ guid }) => guid === id)?.guid ?? null)}
                render={({ guid, name }) => (
                  <span className="condense-case">
                    <span className="ellipsis">{name}</span>
                    {summaryOf(guid) && <Badge tone="success">{t('summaries.written')}</Badge>}
                  </span>
                )}
              />
            </Panel>
          ),
        },
        {
          id: 'summary',
          label: t('summaries.one'),
          minSize: 320,
          content: shown ? (
            <OneSummary key={shown.guid} studyCase={shown} memoId={summary?.guid ?? null} body={summary?.body ?? ''} />
          ) : null,
        },
      ]}
    />
  );
}

type OneSummaryProps = {
  readonly studyCase: CaseSummary;
  /** The memo that holds it; null before it is begun. */
  readonly memoId: Guid | null;
  readonly body: string;
};

function OneSummary({ studyCase, memoId, body }: OneSummaryProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: skeleton } = useAnswer('condensation.caseSkeleton', { caseId: studyCase.guid });
  const begin = (): void => {
    if (!skeleton) return;
    void perform('memos.create', {
      title: skeleton.title,
      body: skeleton.text,
      kind: 'summary',
      targets: [{ kind: 'case', guid: studyCase.guid }],
    });
  };
  return (
    <Panel
      title={t('summaries.of', { name: studyCase.name })}
      actions={
        memoId === null ? (
          <Button size="small" variant="primary" icon={<Plus />} isDisabled={!canChange || !skeleton} onPress={begin}>
            {t('summaries.begin')}
          </Button>
        ) : undefined
      }
    >
      <div className="condense-vignette">
        {memoId !== null && (
          <AutosaveField
            label={t('summaries.prose')}
            hint={t('summaries.prose.help')}
            value={body}
            rows={18}
            maxLength={1_000_000}
            isReadOnly={!canChange}
            onSave={(text) => perform('memos.update', { memoId, body: text })}
          />
        )}
        <section aria-label={t('summaries.known')}>
          <h3>{t('summaries.known')}</h3>
          <pre className="condense-skeleton">{skeleton?.text.trim() ?? ''}</pre>
        </section>
      </div>
    </Panel>
  );
}
