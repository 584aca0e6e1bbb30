import { FileText, Trash2 } from 'lucide-react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { confidence, propositionStatus, type Proposition } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { usePropositionShown } from '../../parts/proposition-shown.ts';
import { useOpenReport } from '../../parts/ways.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { CheckList } from './CheckList.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { NegativeCases } from './NegativeCases.tsx';
import { PropositionHistory } from './PropositionHistory.tsx';
import { QuestionField } from './QuestionField.tsx';
import { SheetButton } from './SheetButton.tsx';

export type PropositionEditorProps = {
  readonly proposition: Proposition;
  readonly propositions: readonly Proposition[];
  readonly codes: readonly CodeSummary[];
  /** The code whose quotations are shown beside the claim. */
  readonly found: Guid | null;
  readonly onFind: (code: Guid | null) => void;
  /** Shows the quotations behind a display that it rests on. */
  readonly onBehind: (title: string, codings: readonly Guid[]) => void;
};

/** One proposition: what it says, for whom, how sure, what it rests on, how it was tested. */
export function PropositionEditor({
  proposition,
  propositions,
  codes,
  found,
  onFind,
  onBehind,
}: PropositionEditorProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { guid: propositionId, status, missing, mark } = proposition;
  const show = usePropositionShown((shown) => shown.show);
  const openReport = useOpenReport();
  const update = (change: Omit<InputOf<'propositions.update'>, 'propositionId'>) =>
    perform('propositions.update', { propositionId, ...change });
  const field = (name: 'argument' | 'scope' | 'limits' | 'overrideReason', rows: number) => (
    <AutosaveField
      label={t(`claims.${name}`)}
      value={proposition[name]}
      rows={rows}
      isReadOnly={!canChange}
      onSave={(text) => update({ [name]: text })}
    />
  );
  return (
    <article className="conclude-editor" aria-label={proposition.statement}>
      <AutosaveField
        label={t('conclude.statement')}
        value={proposition.statement}
        maxLength={2000}
        rows={2}
        isNeeded
        isReadOnly={!canChange}
        onSave={(text) => update({ statement: text.trim() })}
      />
      <div className="conclude-pair">
        <Select
          label={t('claims.status')}
          options={propositionStatus.options.map((id) => ({ id, label: t(`claims.status.${id}`) }))}
          value={status}
          isDisabled={!canChange}
          onChange={(next) => void update({ status: next })}
        />
        <Select
          label={t('claims.confidence')}
          placeholder={t('claims.confidence.none')}
          options={confidence.options.map((id) => ({ id, label: t(`claims.confidence.${id}`) }))}
          value={proposition.confidence}
          isDisabled={!canChange}
          onChange={(next) => void update({ confidence: next })}
        />
      </div>
      {mark && (
        <p className="conclude-marked" role="status">
          {mark.own.length > 0 ? t('claims.marked.own', { n: mark.own.length }) : ''}{' '}
          {mark.below.length > 0
            ? t('claims.marked.below', {
                names: [
                  ...propositions.filter(({ guid }) => mark.below.includes(guid)).map(({ statement }) => statement),
                  ...proposition.evidence
                    .filter(({ kind, target }) => kind === 'display' && mark.below.includes(target))
                    .map(({ title }) => title),
                ].join('; '),
              })
            : ''}
        </p>
      )}
      {missing.length > 0 && (
        <>
          <p className="conclude-note">
            {t('claims.missing', { what: missing.map((each) => t(`claims.missing.${each}`)).join(', ') })}
          </p>
          {field('overrideReason', 2)}
        </>
      )}
      <QuestionField value={proposition.question} onChange={(questionId) => void update({ questionId })} />
      <CodePicker
        label={t('claims.dimension')}
        codes={codes}
        value={proposition.dimension}
        onChange={(dimensionId) => void update({ dimensionId })}
      />
      {field('argument', 5)}
      {field('scope', 2)}
      {field('limits', 2)}
      <EvidenceList proposition={proposition} propositions={propositions} onBehind={onBehind} />
      <CodePicker label={t('conclude.evidence.find')} codes={codes} value={found} onChange={onFind} />
      <NegativeCases proposition={proposition} codes={codes} />
      <CheckList proposition={proposition} />
      <PropositionHistory propositionId={propositionId} />
      <SheetButton propositionIds={[propositionId]} />
      <Button icon={<FileText aria-hidden="true" />} onPress={() => openReport(propositionId)}>
        {t('claims.in-report')}
      </Button>
      <Button
        variant="quiet"
        icon={<Trash2 aria-hidden="true" />}
        isDisabled={!canChange}
        onPress={() =>
          void perform('propositions.delete', { propositionIds: [propositionId] }).then((done) => done && show(null))
        }
      >
        {t('claims.delete')}
      </Button>
    </article>
  );
}
