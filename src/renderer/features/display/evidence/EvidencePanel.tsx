import { Quote } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { CooccurrenceLevel } from '../../../../shared/contract/analysis.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { QuotationsContext, type QuotationsAbout } from '../../../parts/quotations-about.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { Matrix } from '../matrix.ts';
import type { Opened } from '../opened.ts';
import { JobProgress } from '../parts/JobProgress.tsx';
import type { ScopeFilter } from '../scope/scope.ts';
import type { Study } from '../scope/use-scope.ts';
import { CrosstabEvidence } from './CrosstabEvidence.tsx';
import { FoundEvidence } from './FoundEvidence.tsx';
import { SequenceEvidence } from './SequenceEvidence.tsx';
import { FourfoldTable } from './FourfoldTable.tsx';

export type EvidencePanelProps = {
  readonly opened: Opened | null;
  readonly filter: ScopeFilter;
  readonly codes: Study['codes'];
  /** Null while codes are counted only. */
  readonly matrix: Matrix | null;
  readonly settings: InputOf<'analysis.cooccurrencePacked'>;
  readonly level: CooccurrenceLevel;
  /** The list of quotations, put in by the window. */
  readonly quotations: ReactNode;
};

/** beside every number, the passages it counts. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { opened, filter, quotations } = props;
  const t = useT();
  if (!opened) {
    return (
      <EmptyState icon={<Quote />} title={t('display.quotations.none')} text={t('display.quotations.none.text')} />
    );
  }
  // Each cell is its own: while its job runs, the passages of the one before must not stand under its title.
  const key = JSON.stringify(opened);
  if (opened.kind === 'cell') {
    return <CellEvidence key={key} {...props} rowId={opened.rowId} columnId={opened.columnId} />;
  }
  if (opened.kind === 'crosstab') return <CrosstabEvidence key={key} opened={opened} quotations={quotations} />;
  if (opened.kind === 'sequence') return <SequenceEvidence key={key} opened={opened} />;
  if (opened.kind === 'found') return <FoundEvidence key={key} opened={opened} quotations={quotations} />;
  if (opened.kind === 'quotations') return <QuotationsContext value={opened}>{quotations}</QuotationsContext>;
  // CO2: orphans take no part in any count, so they are no evidence of one.
  const about: QuotationsAbout = {
    title: opened.title,
    filter: { ...filter, codeIds: [opened.codeId], states: ['kept', 'changed'] },
  };
  return <QuotationsContext value={about}>{quotations}</QuotationsContext>;
}

type CellEvidenceProps = EvidencePanelProps & { readonly rowId: string; readonly columnId: string };

function CellEvidence({ filter, codes, matrix, settings, level, quotations, rowId, columnId }: CellEvidenceProps) {
  const t = useT();
  const { codeIds: _, ...scope } = filter;
  const { data, isRunning, progressKey, stale, rerun } = useJob('analysis.cooccurrenceCell', {
    ...settings,
    ...scope,
    rowId,
    columnId,
  });
  useEffect(() => {
    // The cell is small: its passages follow the project at once.
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  const row = matrix?.codes.findIndex(({ guid }) => guid === rowId) ?? -1;
  const column = matrix?.codes.findIndex(({ guid }) => guid === columnId) ?? -1;
  // A display of its own, such as the proximity plot, opens cells without a matrix on the screen.
  const name = (place: number, guid: string): string =>
    matrix?.codes[place]?.name ?? codes.find((code) => code.guid === guid)?.name ?? '';
  const title =
    rowId === columnId
      ? name(row, rowId)
      : t('display.cell.title', { row: name(row, rowId), column: name(column, columnId) });
  const codingIds = data?.groups.flatMap(({ codings }) => codings) ?? [];
  return (
    <div className="display-evidence">
      {matrix && row !== -1 && column !== -1 && row !== column && (
        <FourfoldTable matrix={matrix} level={level} row={row} column={column} />
      )}
      {isRunning && !data && <JobProgress progressKey={progressKey} />}
      {data && codingIds.length === 0 && <p className="display-note">{t('display.cell.none')}</p>}
      {codingIds.length > 0 && (
        <div className="display-evidence-list">
          <QuotationsContext value={{ title, filter: { codingIds: [...new Set(codingIds)] } }}>
            {quotations}
          </QuotationsContext>
        </div>
      )}
    </div>
  );
}
