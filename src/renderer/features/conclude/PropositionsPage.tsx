import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useCommands } from '../../commands/registry.ts';
import { usePropositionShown } from '../../parts/proposition-shown.ts';
import { QuotationsContext, type QuotationsAbout } from '../../parts/quotations-about.ts';
import { useAnswer } from '../../services/answers.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { GapList } from './GapList.tsx';
import { MemoIdeas } from './MemoIdeas.tsx';
import { Needs } from './Needs.tsx';
import { NewProposition } from './NewProposition.tsx';
import { PropositionEditor } from './PropositionEditor.tsx';
import { PropositionList } from './PropositionList.tsx';
import { useGoToGap } from './use-go-to-gap.ts';

/** What is missing elsewhere, the propositions, and the one that is open with its evidence. */
export function PropositionsPage({ quotations }: { readonly quotations: ReactNode }) {
  const t = useT();
  const canChange = useCanChange();
  const perform = usePerform();
  const propositions = useAnswer('propositions.list', {}).data ?? [];
  const codes = useAnswer('codes.list', {}).data ?? [];
  const { guid, show } = usePropositionShown();
  const [isNew, setIsNew] = useState(false);
  const [shownCode, setShownCode] = useState<Guid | null>(null);
  const [behind, setBehind] = useState<{ readonly title: string; readonly codingIds: Guid[] } | null>(null);
  const goToGap = useGoToGap(setShownCode);
  const selected = propositions.find((each) => each.guid === guid) ?? null;
  const code = codes.find((each) => each.guid === shownCode);
  useCommands(
    canChange
      ? [
          {
            id: 'claims.new',
            label: 'claims.new',
            keywords: 'desk.keywords.propositions',
            group: 'project',
            run: () => setIsNew(true),
          },
        ]
      : [],
  );
  const attach = async ({ guid: propositionId, statement }: Proposition, coding: Guid): Promise<void> => {
    const done = await perform('propositions.attach', { propositionId, target: { kind: 'coding', guid: coding } });
    if (done) notify({ kind: 'success', text: t('conclude.evidence.added', { title: statement }) });
  };
  const about: QuotationsAbout | null = code
    ? {
        title: code.path.join(' / '),
        filter: { codeIds: [code.guid], states: ['kept', 'changed'] },
        onClose: () => setShownCode(null),
        ...(selected && canChange
          ? { action: { label: t('conclude.evidence.add'), run: (coding) => void attach(selected, coding.guid) } }
          : {}),
      }
    : behind && { title: behind.title, filter: { codingIds: behind.codingIds }, onClose: () => setBehind(null) };

  return (
    <>
      <SplitView
        id="conclusion"
        parts={[
          {
            id: 'gaps',
            label: t('conclude.gaps'),
            defaultSize: 280,
            minSize: 200,
            isCollapsible: true,
            content: <GapList onGo={goToGap} from="conclusion" />,
          },
          {
            id: 'claims',
            label: t('claims.propositions'),
            minSize: 320,
            content: (
              <Panel
                title={t('claims.propositions')}
                actions={
                  <Button
                    size="small"
                    icon={<Plus aria-hidden="true" />}
                    isDisabled={!canChange}
                    onPress={() => setIsNew(true)}
                  >
                    {t('claims.new')}
                  </Button>
                }
              >
                {propositions.length === 0 && <EmptyState title={t('claims.empty')} text={t('claims.empty.text')} />}
                <PropositionList propositions={propositions} selected={selected?.guid ?? null} onSelect={show} />
                <MemoIdeas known={propositions} onMade={show} />
              </Panel>
            ),
          },
          {
            id: 'evidence',
            label: t('conclude.evidence'),
            defaultSize: 520,
            minSize: 300,
            content: (
              <div className="conclude-side">
                {selected && (
                  <PropositionEditor
                    key={selected.guid}
                    proposition={selected}
                    propositions={propositions}
                    codes={codes}
                    found={shownCode}
                    onFind={setShownCode}
                    onBehind={(title, codings) => {
                      setShownCode(null);
                      setBehind({ title, codingIds: [...codings] });
                    }}
                  />
                )}
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
        <NewProposition
          codes={codes}
          onClose={() => setIsNew(false)}
          onMade={(made) => {
            setIsNew(false);
            show(made);
          }}
        />
      )}
    </>
  );
}
