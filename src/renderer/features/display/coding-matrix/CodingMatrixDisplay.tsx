import { useMemo } from 'react';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import type { Remembered } from '../../../services/window-memory.ts';
import { useRemembered } from '../../../services/window-state.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { CodingMatrixView } from './CodingMatrixView.tsx';
import { MatrixFields } from './MatrixFields.tsx';
import { type MatrixChoice, matrixInput, type MatrixInput, parseMatrixChoice } from './matrix-settings.ts';

/** What is coded at both the row and the column: codes, cases, documents or values of a variable. */
export function CodingMatrixDisplay(props: OwnDisplayProps) {
  const { filter, project } = props;
  const { data: variables } = useAnswer('variables.list', {});
  const [remembered, remember] = useRemembered<Remembered>(`display/coding-matrix/${project.guid}`, null);
  const choice = useMemo(() => parseMatrixChoice(remembered), [remembered]);
  const input = useMemo(() => (variables ? matrixInput(choice, variables, filter) : null), [choice, variables, filter]);
  if (!input || !variables) return null;
  const { rows, columns, relation } = input;
  return (
    <>
      <MatrixFields
        choice={choice}
        input={input}
        variables={variables}
        onChange={(to) => remember({ ...choice, ...to })}
      />
      {/* A result does not say what stands in its rows: one of another question is never shown under this one. */}
      <Matrix {...props} key={JSON.stringify([rows, columns, relation])} choice={choice} input={input} />
    </>
  );
}

type MatrixProps = OwnDisplayProps & { readonly choice: MatrixChoice; readonly input: MatrixInput };

function Matrix(props: MatrixProps) {
  const { input, filter, moment, onKeepable } = props;
  const t = useT();
  const job = useJob('analysis.matrix', input, { progressElsewhere: true });
  const run = useRun(job);
  useKeepable(onKeepable, { method: 'analysis.matrix', input, proposedName: t('coding-matrix.title') });
  const result = job.data;
  const provenance = useMemo(() => {
    if (!result) return [];
    const rows = t(`coding-matrix.side.${input.rows.kind}`);
    const columns = t(`coding-matrix.side.${input.columns.kind}`);
    const isOfCodes = input.rows.kind === 'codes' && input.columns.kind === 'codes';
    return [
      t('coding-matrix.provenance', { rows, columns }),
      ...(isOfCodes ? [t('coding-matrix.provenance.relation', { relation: result.relation })] : []),
      ...provenanceParts(result.provenance, filter, { t, moment }),
    ];
  }, [result, input, filter, t, moment]);
  return (
    <ResultFrame run={run} provenance={provenance} warnings={[]}>
      {result ? <CodingMatrixView {...props} result={result} provenance={provenance} /> : null}
    </ResultFrame>
  );
}
