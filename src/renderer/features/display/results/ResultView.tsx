import { RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ResultFreshness, SavedResult } from '../../../../shared/contract/results.ts';
import { AutosaveField } from '../../../parts/AutosaveField.tsx';
import { useAnswer } from '../../../services/answers.ts';
import { useRunJob } from '../../../services/jobs.ts';
import { notify } from '../../../services/notices.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useDateFormat, useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { useChartExport } from '../charts/use-chart-export.ts';
import { ResultChanges, ResultTables, useColumnName } from './ResultTables.tsx';

export type ResultViewProps = { readonly result: SavedResult; readonly freshness: ResultFreshness };

/** One kept result: its numbers, what changed since the state before, and the researcher's comment. */
export function ResultView({ result, freshness }: ResultViewProps) {
  const t = useT();
  const perform = usePerform();
  const runJob = useRunJob();
  const canChange = useCanChange();
  const { moment } = useDateFormat();
  const columnName = useColumnName();
  const { csv } = useChartExport();
  const [isRemoving, setIsRemoving] = useState(false);
  const info = useAnswer('project.info', {}).data;
  const kept = useAnswer('results.tables', { resultId: result.guid }).data;
  const compared = useAnswer('results.compare', { resultId: result.guid }).data;
  const resultId = result.guid;
  if (!kept || !info) return null;

  const renew = async (): Promise<void> => {
    const done = await runJob('results.renew', { resultId }, { title: 'results.renew' });
    if (done)
      notify({ kind: 'success', text: t(done.isSame ? 'results.same' : 'results.renewed', { n: done.changed }) });
  };
  const caption = t('results.provenance', {
    method: result.method,
    revision: kept.state.revision,
    when: moment(kept.state.computedAt),
  });
  const save = (): Promise<void> =>
    csv({
      fileName: fileNameOf(info.project.name, result.name),
      caption: { title: result.name, lines: [result.comment, caption, projectLine(info.project, t)].filter(Boolean) },
      draw: () => null,
      rows: () =>
        kept.tables.flatMap(({ title, columns, rows }) => [
          [columnName(title), ...columns.map(columnName)],
          ...rows.map(({ label, values }) => [label, ...values]),
        ]),
    });
  return (
    <div className="matrices-cell">
      <h2 className="matrices-cell-title">{result.name}</h2>
      {freshness !== 'current' && (
        <div className="display-banner">
          <output>{t(`results.${freshness}.text`)}</output>
          {canChange && freshness === 'stale' && (
            <Button size="small" onPress={() => void renew()}>
              {t('results.renew')}
            </Button>
          )}
        </div>
      )}
      <div className="display-toolbar">
        <Checkbox
          isSelected={result.inReport}
          isDisabled={!canChange}
          onChange={(inReport) => void perform('results.update', { resultId, inReport })}
        >
          {t('matrices.in-report')}
        </Checkbox>
        <span className="display-toolbar-end">
          {canChange && (
            <>
              <Button size="small" icon={<RefreshCw aria-hidden="true" />} onPress={() => void renew()}>
                {t('results.renew')}
              </Button>
              <Button size="small" icon={<Trash2 aria-hidden="true" />} onPress={() => setIsRemoving(true)}>
                {t('results.remove')}
              </Button>
            </>
          )}
          <Button size="small" onPress={() => void save()}>
            {t('display.export.csv')}
          </Button>
        </span>
      </div>
      <AutosaveField
        label={t('results.name')}
        value={result.name}
        isNeeded
        isReadOnly={!canChange}
        onSave={(name) => perform('results.update', { resultId, name: name.trim() })}
      />
      <AutosaveField
        label={t('results.comment')}
        value={result.comment}
        rows={3}
        isReadOnly={!canChange}
        onSave={(comment) => perform('results.update', { resultId, comment })}
      />
      {compared?.from && (
        <ResultChanges
          changes={compared.changes}
          changed={compared.changed}
          title={t('results.changes', { revision: compared.from.revision, when: moment(compared.from.computedAt) })}
        />
      )}
      <ResultTables tables={kept.tables} />
      <p className="display-note">{caption}</p>
      <ConfirmDialog
        title={t('results.remove')}
        text={t('results.remove.text', { name: result.name })}
        confirmLabel={t('results.remove')}
        isOpen={isRemoving}
        isDanger
        onClose={() => setIsRemoving(false)}
        onConfirm={() => void perform('results.remove', { resultId })}
      />
    </div>
  );
}
