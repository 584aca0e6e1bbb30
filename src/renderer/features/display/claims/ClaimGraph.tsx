import { useCallback, useMemo, useState } from 'react';
import type { Evidence, Proposition } from '../../../../shared/contract/propositions.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useOpenDisplay, useOpenProposition } from '../../../parts/ways.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePlace } from '../../../services/place.ts';
import { type Translate, useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { TableColumn } from '../../../ui/table-data.ts';
import { fileNameOf, projectLine } from '../captions.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import { ellipsised, type Measure } from '../charts/labels.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { belowClaim, claimsPlan, type ClaimWords } from './claims-plan.ts';

type Row = { readonly claim: Proposition; readonly evidence: Evidence };

/** What every claim rests on, as a graph and as a table; broken evidence is said at once (R-02, chain of evidence). */
export function ClaimGraph() {
  const t = useT();
  const all = useAnswer('propositions.list', {}).data;
  const info = useAnswer('project.info', {}).data;
  const [chosen, setChosen] = useState<string>('all');
  const open = useOpenItem();
  const claims = useMemo(
    () => (all && all.some(({ guid }) => guid === chosen) ? belowClaim(all, chosen as Guid) : (all ?? [])),
    [all, chosen],
  );
  const plan = useCallback<PlanChart>(
    (_room, inks, measure) => claimsPlan(claims, wordsFor(t, open, measure), inks, measure),
    [claims, t, open],
  );
  if (!all || !info) return null;
  if (all.length === 0) return <EmptyState title={t('claims.empty')} text={t('claims.graph.empty')} />;
  const rows = claims.flatMap((claim) => claim.evidence.map((evidence): Row => ({ claim, evidence })));
  const columns: readonly TableColumn<Row>[] = [
    {
      id: 'claim',
      label: t('claims.graph.claim'),
      isRowHeader: true,
      text: ({ claim }) => claim.statement,
      sortBy: ({ claim }) => claim.statement,
    },
    {
      id: 'status',
      label: t('claims.graph.status'),
      text: ({ claim }) => t(`claims.status.${claim.status}`),
      sortBy: ({ claim }) => claim.status,
    },
    {
      id: 'side',
      label: t('claims.graph.side'),
      text: ({ evidence }) => t(`claims.side.${evidence.side}`),
      sortBy: ({ evidence }) => evidence.side,
    },
    { id: 'rests', label: t('claims.graph.rests'), text: ({ evidence }) => evidence.words || evidence.title },
    {
      id: 'kind',
      label: t('claims.evidence.kind'),
      text: ({ evidence }) => t(`claims.graph.kind.${evidence.kind}`),
      sortBy: ({ evidence }) => evidence.kind,
    },
    {
      id: 'state',
      label: t('claims.graph.state'),
      text: ({ evidence }) => t(`claims.mark.${evidence.mark}`),
      sortBy: ({ evidence }) => evidence.mark,
    },
  ];
  return (
    <div className="display">
      <ChartView
        id="claims"
        title={t('claims.graph')}
        captionLines={[t('claims.graph.text'), projectLine(info.project, t)]}
        fileName={fileNameOf(info.project.name, t('claims.graph'))}
        label={t('claims.graph')}
        tableLabel={t('claims.graph')}
        plan={plan}
        columns={columns}
        rows={rows}
        rowId={({ evidence }) => evidence.guid}
        onOpen={({ evidence }) => open(evidence)?.()}
        note={t('claims.graph.text')}
      >
        <Select
          label={t('claims.graph.only')}
          size="small"
          options={[
            { id: 'all', label: t('claims.graph.all') },
            ...all.map(({ guid, statement }) => ({ id: guid as string, label: statement })),
          ]}
          value={chosen}
          onChange={setChosen}
        />
      </ChartView>
    </div>
  );
}

function wordsFor(t: Translate, open: OpenItem, measure: Measure): ClaimWords {
  const short = (text: string): string => ellipsised(text, 240, 11, measure);
  const claimNote = ({ status, mark }: Proposition): string =>
    [t(`claims.status.${status}`), ...(mark === null ? [] : [t('claims.marked')])].join(' · ');
  const evidenceNote = ({ kind, title, mark }: Evidence): string =>
    [...(mark === 'sound' ? [] : [t(`claims.mark.${mark}`)]), t(`claims.graph.kind.${kind}`), title]
      .filter((part) => part !== '')
      .join(' · ');
  return {
    claim: claimNote,
    evidence: (evidence) => short(evidenceNote(evidence)),
    describe: (item) =>
      'statement' in item
        ? `${t('claims.graph.claim')}: ${item.statement} (${claimNote(item)})`
        : `${t(`claims.side.${item.side}`)}: ${item.words || item.title} (${evidenceNote(item)})`,
    open,
  };
}

type OpenItem = (item: Proposition | Evidence) => (() => void) | null;

/** Where a node leads; null where what it stood for is gone. */
function useOpenItem(): OpenItem {
  const openProposition = useOpenProposition();
  const openDisplay = useOpenDisplay();
  const go = usePlace((place) => place.go);
  const reveal = usePlace((place) => place.reveal);
  return (item) => {
    if ('statement' in item) return () => openProposition(item.guid);
    const { kind, target, document, start, end, cell, mark } = item;
    if (mark === 'gone') return null;
    if (document !== null && start !== null && end !== null) {
      const coding = kind === 'coding' ? { codingId: target } : {};
      return () => reveal({ area: 'reduction', documentId: document, start, end, ...coding });
    }
    if (cell) return () => openDisplay(cell.display, cell);
    if (kind === 'display') return () => openDisplay(target, null);
    if (kind === 'proposition') return () => openProposition(target);
    return () => go({ area: 'reduction', memoId: target });
  };
}
