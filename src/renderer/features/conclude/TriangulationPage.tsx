import { type ReactNode, useState } from 'react';
import type { TriangulationRow } from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { usePropositionShown } from '../../parts/proposition-shown.ts';
import { QuotationsContext, type QuotationsAbout } from '../../parts/quotations-about.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { comparisonChoices, comparisonFor, needsVariable, type ComparisonChoice } from './comparisons.ts';
import { ConvergenceMatrix, type ChosenCell } from './ConvergenceMatrix.tsx';
import { JudgeAgreement } from './JudgeAgreement.tsx';
import { VerdictEditor } from './VerdictEditor.tsx';

export type TriangulationPageProps = {
  readonly quotations: ReactNode;
  /** Leads to a proposition. */
  readonly onOpen: () => void;
};

/** What sources, techniques, groups and times say of each finding, side by side, and what a person makes of it. */
export function TriangulationPage({ quotations, onOpen }: TriangulationPageProps) {
  const t = useT();
  const [choice, setChoice] = useState<ComparisonChoice>('technique');
  const [rows, setRows] = useState<'propositions' | 'codes'>('propositions');
  const [variableId, setVariable] = useState<Guid | null>(null);
  const [chosen, setChosen] = useState<ChosenCell | null>(null);
  const variables = useAnswer('variables.list', {}).data ?? [];
  const show = usePropositionShown((shown) => shown.show);
  const ready = useAnswer('triangulation.readyMade', {}).data ?? [];
  const comparison = comparisonFor(choice, variableId, ready);
  const comparedVariable = comparison?.kind === 'group' ? comparison.variableId : null;
  const matrix = useAnswer(
    'triangulation.matrix',
    { comparison: comparison ?? { kind: 'technique' }, rows },
    { enabled: comparison !== null, keepFormer: true },
  ).data;
  const row = matrix?.rows.find(({ subject }) => subject === chosen?.subject);
  const at = matrix?.columns.findIndex(({ key }) => key === chosen?.column) ?? -1;
  const cell = row?.cells[at];
  const about: QuotationsAbout | null =
    row && cell && cell.codings.length > 0
      ? { title: `${row.label} · ${matrix?.columns[at]?.label ?? ''}`, filter: { codingIds: cell.codings } }
      : null;
  const open = ({ kind, subject }: TriangulationRow): void => {
    if (kind !== 'proposition') return;
    show(subject);
    onOpen();
  };
  return (
    <div className="triangulation">
      <div className="conclude-pair triangulation-tools">
        <Select
          label={t('triangulation.compare')}
          options={comparisonChoices.map((id) => ({ id, label: t(`triangulation.by.${id}`) }))}
          value={choice}
          onChange={(next) => {
            setChoice(next);
            setVariable(null);
          }}
        />
        {needsVariable(choice) && (
          <Select
            label={t('triangulation.variable')}
            placeholder={t('triangulation.variable.choose')}
            options={variables.map(({ guid, name }) => ({ id: guid, label: name }))}
            value={comparedVariable}
            onChange={setVariable}
          />
        )}
        <Select
          label={t('triangulation.rows')}
          options={(['propositions', 'codes'] as const).map((id) => ({ id, label: t(`triangulation.rows.${id}`) }))}
          value={rows}
          onChange={setRows}
        />
      </div>
      {comparison === null || !matrix || matrix.rows.length === 0 ? (
        <EmptyState
          title={t('triangulation.empty')}
          text={t(comparison === null ? 'triangulation.empty.variable' : 'triangulation.empty.text')}
        />
      ) : (
        <SplitView
          id="triangulation"
          parts={[
            {
              id: 'matrix',
              label: t('claims.triangulation'),
              minSize: 360,
              content: <ConvergenceMatrix matrix={matrix} chosen={chosen} onChoose={setChosen} onOpen={open} />,
            },
            {
              id: 'judgement',
              label: t('triangulation.verdict'),
              defaultSize: 460,
              minSize: 280,
              content: (
                <div className="conclude-side">
                  {row && (
                    <VerdictEditor
                      key={`${matrix.comparison} ${row.subject} ${chosen?.column ?? ''}`}
                      row={row}
                      comparison={comparison}
                      column={matrix.columns[at] ?? null}
                      cell={cell ?? null}
                    />
                  )}
                  {!row && <p className="conclude-note">{t('triangulation.choose')}</p>}
                  <JudgeAgreement />
                  {about && (
                    <div className="conclude-quotations">
                      <QuotationsContext value={about}>{quotations}</QuotationsContext>
                    </div>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
