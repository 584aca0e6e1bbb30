import { useState } from 'react';
import {
  prominence,
  verdictValue,
  type Comparison,
  type Prominence,
  type TriangulationCell,
  type TriangulationMatrix,
  type TriangulationRow,
  type VerdictValue,
} from '../../../shared/contract/triangulation.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';

export type VerdictEditorProps = {
  readonly row: TriangulationRow;
  readonly comparison: Comparison;
  readonly column: TriangulationMatrix['columns'][number] | null;
  readonly cell: TriangulationCell | null;
};

/** What the chosen cell means, and the verdict on its row with its reason (Farmer et al. 2006). */
export function VerdictEditor({ row, comparison, column, cell }: VerdictEditorProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const coders = useAnswer('coders.list', {}).data ?? [];
  const [verdict, setVerdict] = useState<VerdictValue | null>(row.verdict?.verdict ?? null);
  const [reason, setReason] = useState(row.verdict?.reason ?? '');
  const subjectId = row.subject;
  return (
    <section className="conclude-editor" aria-label={row.label}>
      <h2 className="conclude-claim-title">{row.label}</h2>
      {column && cell && (
        <>
          <AutosaveField
            label={t('triangulation.meaning', { column: column.label })}
            value={cell.meaning}
            rows={3}
            isReadOnly={!canChange}
            onSave={(meaning) =>
              perform('triangulation.describe', { subjectId, comparison, column: column.key, meaning })
            }
          />
          <Select<Prominence | 'none'>
            label={t('triangulation.prominence')}
            options={prominence.options.map((id) => ({
              id: id === '' ? 'none' : id,
              label: t(`triangulation.prominence.${id === '' ? 'none' : id}`),
            }))}
            value={cell.prominence === '' ? 'none' : cell.prominence}
            isDisabled={!canChange}
            onChange={(id) =>
              void perform('triangulation.describe', {
                subjectId,
                comparison,
                column: column.key,
                prominence: id === 'none' ? '' : id,
              })
            }
          />
        </>
      )}
      {row.suggestion && <p className="conclude-note">{t('triangulation.suggestion.text')}</p>}
      {row.verdict && row.verdict.mark !== 'sound' && (
        <p className="conclude-marked" role="status">
          {t('triangulation.changed')}
        </p>
      )}
      <Select
        label={t('triangulation.verdict')}
        placeholder={t('triangulation.unjudged')}
        options={verdictValue.options.map((id) => ({ id, label: t(`triangulation.verdict.${id}`) }))}
        value={verdict}
        isDisabled={!canChange}
        onChange={setVerdict}
      />
      <TextArea
        label={t('triangulation.reason')}
        value={reason}
        onChange={setReason}
        rows={3}
        isReadOnly={!canChange}
      />
      <Button
        variant="primary"
        isDisabled={!canChange || verdict === null}
        onPress={() =>
          verdict !== null && void perform('triangulation.judge', { subjectId, comparison, verdict, reason })
        }
      >
        {t(row.verdict ? 'triangulation.judge.again' : 'triangulation.judge')}
      </Button>
      {row.otherCount > 0 && row.others.length === 0 && (
        <p className="conclude-note">{t('triangulation.blind', { n: row.otherCount })}</p>
      )}
      <ul>
        {row.others.map(({ guid, judge, verdict: other, reason: why }) => (
          <li key={guid}>
            {coders.find((coder) => coder.guid === judge)?.name ?? '–'}: {t(`triangulation.verdict.${other}`)}
            {why === '' ? '' : ` – ${why}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
