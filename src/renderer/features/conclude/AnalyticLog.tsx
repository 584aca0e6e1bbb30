import type { LogStep } from '../../../shared/contract/trustworthiness.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';

/** Steps drawn at once: a remark is written on what was done lately. */
const most = 200;

/** what was done, in which stream, newest first; each step can be remarked on. */
export function AnalyticLog({ steps }: { readonly steps: readonly LogStep[] }) {
  const t = useT();
  const { moment } = useDateFormat();
  const perform = usePerform();
  const canChange = useCanChange();
  if (steps.length === 0) return <p className="conclude-note">{t('trust.log.empty')}</p>;
  return (
    <table className="trust-log">
      <caption className="visually-hidden">{t('trust.log')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trust.log.when')}</th>
          <th scope="col">{t('trust.log.who')}</th>
          <th scope="col">{t('trust.stream')}</th>
          <th scope="col">{t('trust.log.what')}</th>
          <th scope="col">{t('trust.log.remark')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.slice(0, most).map((step) => (
          <tr key={step.sequence}>
            <td>{moment(step.at)}</td>
            <td>{step.coderName ?? t('history.nobody')}</td>
            <td>{t(`trust.stream.${step.stream}`)}</td>
            <td>
              {step.label} {step.undone && <Badge>{t('trust.log.undone')}</Badge>}
            </td>
            <td>
              <AutosaveField
                label={t('trust.log.remark.of', { n: step.sequence })}
                isLabelHidden
                value={step.remark}
                maxLength={20_000}
                isReadOnly={!canChange}
                onSave={(text) => perform('trustworthiness.remark', { kind: 'step', sequence: step.sequence, text })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
