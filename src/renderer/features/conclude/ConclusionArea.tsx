import './conclude.css';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Memo } from '../../../shared/contract/memos.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { QuotationsContext, type QuotationsAbout } from '../../parts/quotations-about.ts';
import { useAnswer } from '../../services/answers.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { ConclusionEditor } from './ConclusionEditor.tsx';
import { ConclusionList } from './ConclusionList.tsx';
import { GapList } from './GapList.tsx';
import { Needs } from './Needs.tsx';
import { NewConclusion } from './NewConclusion.tsx';
import { useGoToGap } from './use-go-to-gap.ts';

export type ConclusionAreaProps = {
  /** The list of quotations, put in by the window. */
  readonly quotations?: ReactNode;
};

/** Stream D: what is missing elsewhere, claims as they ripen, and the passages they rest on. */
export function ConclusionArea({ quotations = null }: ConclusionAreaProps) {
  const t = useT();
  const canChange = useCanChange();
  const perform = usePerform();
  const memos = useAnswer('memos.list', {}).data ?? [];
  const codes = useAnswer('codes.list', {}).data ?? [];
  const memoId = usePlace((place) => place.memoId);
  const go = usePlace((place) => place.go);
  const [isNew, setIsNew] = useState(false);
  const [shownCode, setShownCode] = useState<Guid | null>(null);
  const goToGap = useGoToGap(setShownCode);

  const summaries = memos.filter(isConclusion);
  const analytic = memos.filter(({ kind }) => kind === 'analytic');
  const selected = [...summaries, ...analytic].find(({ guid }) => guid === memoId) ?? null;
  const code = codes.find(({ guid }) => guid === shownCode);
  const about: QuotationsAbout | null = code
    ? {
        title: code.path.join(' / '),
        filter: { codeIds: [code.guid], states: ['kept', 'changed'] },
        onClose: () => setShownCode(null),
        ...(selected && canChange ? { action: evidenceFor(selected, t('conclude.evidence.add'), attach) } : {}),
      }
    : null;

  async function attach(memo: Memo, codingId: Guid): Promise<void> {
    const isThere = memo.targets.some((target) => target.kind === 'coding' && target.guid === codingId);
    const done =
      isThere || (await perform('memos.attach', { memoId: memo.guid, target: { kind: 'coding', guid: codingId } }));
    if (done !== null) notify({ kind: 'success', text: t('conclude.evidence.added', { title: memo.title }) });
  }

  return (
    <section className="conclude" aria-label={t('conclude.title')}>
      <h1 className="visually-hidden">{t('conclude.title')}</h1>
      <SplitView
        id="conclusion"
        parts={[
          {
            id: 'gaps',
            label: t('conclude.gaps'),
            defaultSize: 300,
            minSize: 200,
            isCollapsible: true,
            content: <GapList onGo={goToGap} />,
          },
          {
            id: 'claims',
            label: t('conclude.working'),
            minSize: 360,
            content: (
              <Panel
                title={t('conclude.working')}
                actions={
                  <Button
                    size="small"
                    icon={<Plus aria-hidden="true" />}
                    isDisabled={!canChange}
                    onPress={() => setIsNew(true)}
                  >
                    {t('conclude.new')}
                  </Button>
                }
              >
                <p className="conclude-note">{t('conclude.working.text')}</p>
                {summaries.length === 0 && (
                  <EmptyState title={t('conclude.working.empty')} text={t('conclude.working.empty.text')} />
                )}
                <ConclusionList
                  label={t('conclude.working')}
                  memos={summaries}
                  selected={selected?.guid ?? null}
                  onSelect={(guid) => go({ memoId: guid })}
                />
                <ConclusionList
                  label={t('conclude.analytic')}
                  isFolded
                  memos={analytic}
                  selected={selected?.guid ?? null}
                  onSelect={(guid) => go({ memoId: guid })}
                />
              </Panel>
            ),
          },
          {
            id: 'evidence',
            label: t('conclude.evidence'),
            defaultSize: 460,
            minSize: 280,
            content: (
              <div className="conclude-side">
                {selected && <ConclusionEditor memo={selected} codes={codes} found={shownCode} onFind={setShownCode} />}
                {about && (
                  <div className="conclude-quotations">
                    <QuotationsContext value={about}>{quotations}</QuotationsContext>
                  </div>
                )}
                {!selected && !about && <Needs />}
              </div>
            ),
          },
        ]}
      />
      {isNew && (
        <NewConclusion
          codes={codes}
          onClose={() => setIsNew(false)}
          onMade={(guid) => {
            setIsNew(false);
            go({ memoId: guid });
          }}
        />
      )}
    </section>
  );
}

/** A summary of one contact, document or case is no conclusion yet: it speaks of that one thing. */
function isConclusion({ kind, targets }: Memo): boolean {
  return kind === 'summary' && targets.some((target) => target.kind === 'project' || target.kind === 'code');
}

function evidenceFor(memo: Memo, label: string, attach: (memo: Memo, coding: Guid) => Promise<void>) {
  return { label, run: ({ guid }: { readonly guid: Guid }): void => void attach(memo, guid) };
}
