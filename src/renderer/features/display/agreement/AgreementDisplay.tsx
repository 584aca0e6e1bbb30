import './agreement.css';
import { Users } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { AgreementResult } from '../../../../shared/contract/analysis-agreement.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import type { Remembered } from '../../../services/window-memory.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { projectLine, fileNameOf } from '../captions.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { useRun } from '../parts/use-run.ts';
import { provenanceParts } from '../provenance.ts';
import { AgreementFields } from './AgreementFields.tsx';
import { AgreementPlaces, type OpenedFinding } from './AgreementPlaces.tsx';
import { AgreementTable } from './AgreementTable.tsx';
import { type AgreementChoice, agreementInput, parseAgreement } from './agreement-settings.ts';
import { agreementRows } from './agreement-rows.ts';

/** How far two coders agree, code by code, with the table behind each coefficient and the places behind each cell. */
export function AgreementDisplay({ filter, study, project, moment }: OwnDisplayProps) {
  const t = useT();
  const [remembered, remember] = useRemembered<Remembered>(`display/agreement/${project.guid}`, null);
  const choice = useMemo(() => parseAgreement(remembered), [remembered]);
  const change = useCallback(
    (to: Partial<AgreementChoice>): void => remember({ ...choice, ...to }),
    [remember, choice],
  );
  const settings = useMemo(() => agreementInput(choice, study.coders, filter), [choice, study.coders, filter]);
  const job = useJob('analysis.agreement', settings, { progressElsewhere: true });
  const run = useRun(job);
  const result = job.data;
  const [opened, setOpened] = useState<OpenedFinding | null>(null);
  const close = useCallback(() => setOpened(null), []);
  if (!settings) {
    return <EmptyState icon={<Users />} title={t('agreement.empty')} text={t('agreement.empty.text')} />;
  }
  const provenance = result ? partsOf(result, { t, moment, restriction: { ...filter, coderIds: [] } }) : [];
  const title = result
    ? t('agreement.title', { first: result.coders[0].name, second: result.coders[1].name })
    : t('display.view.agreement');
  return (
    <>
      <AgreementFields choice={choice} input={settings} coders={study.coders} onChange={change} />
      <ResultFrame
        run={run}
        provenance={provenance}
        warnings={result?.cautions.map((each) => t(`agreement.caution.${each}`, { n: result.oneCoderDocuments })) ?? []}
      >
        {result ? (
          <>
            <ViewToolbar
              chart={{
                fileName: fileNameOf(project.name, title),
                caption: { title, lines: [projectLine(project, t), provenance.join(' · ')] },
                draw: null,
                rows: () => agreementRows(result, t),
              }}
            >
              <h2 className="agreement-title">{title}</h2>
            </ViewToolbar>
            <AgreementTable result={result} opened={opened} onOpen={setOpened} />
            {opened && (
              <AgreementPlaces
                settings={settings}
                coders={result.coders}
                opened={opened}
                onOpen={setOpened}
                onClose={close}
              />
            )}
          </>
        ) : null}
      </ResultFrame>
    </>
  );
}

type Words = Parameters<typeof provenanceParts>[2] & { readonly restriction: OwnDisplayProps['filter'] };

function partsOf(result: AgreementResult, { t, moment, restriction }: Words): readonly string[] {
  const { coderIds: _, ...filter } = restriction;
  return [
    t('display.provenance.level', { level: t(`agreement.level.${result.level}`) }),
    ...(result.units === null ? [result.mode] : [t('agreement.units', { n: result.units })]),
    ...(result.overall.segmentKappa === null
      ? []
      : [t('agreement.segment-kappa', { value: result.overall.segmentKappa.toFixed(3) })]),
    ...provenanceParts(result.provenance, filter, { t, moment }),
  ];
}
