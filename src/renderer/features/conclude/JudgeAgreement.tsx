import { useState } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Select } from '../../ui/Select.tsx';

/** how far two judges agree, once both have judged: the table of their verdicts, observed agreement and κ. */
export function JudgeAgreement() {
  const t = useT();
  const { data: coders = [] } = useAnswer('coders.list', {});
  const [chosen, setChosen] = useState<{ readonly first: Guid | null; readonly second: Guid | null }>({
    first: null,
    second: null,
  });
  const firstId = chosen.first ?? coders[0]?.guid;
  const secondId = chosen.second ?? coders.find(({ guid }) => guid !== firstId)?.guid;
  if (!firstId || !secondId) return null;
  const options = coders.map(({ guid, name }) => ({ id: guid, label: name }));
  return (
    <details className="conclude-folded">
      <summary>{t('triangulation.agreement')}</summary>
      <div className="conclude-pair">
        <Select
          label={t('triangulation.agreement.first')}
          options={options}
          value={firstId}
          onChange={(first) => setChosen({ ...chosen, first })}
        />
        <Select
          label={t('triangulation.agreement.second')}
          options={options}
          value={secondId}
          onChange={(second) => setChosen({ ...chosen, second })}
        />
      </div>
      {firstId !== secondId && <Figures firstId={firstId} secondId={secondId} />}
    </details>
  );
}

function Figures({ firstId, secondId }: { readonly firstId: Guid; readonly secondId: Guid }) {
  const t = useT();
  const number = useNumber();
  const { data } = useAnswer('triangulation.agreement', { firstId, secondId });
  const figure = (value: number | null): string => (value === null ? '–' : number(value, 3));
  if (!data || data.n === 0) return <p className="conclude-note">{t('triangulation.agreement.none')}</p>;
  return (
    <>
      <p>
        {t('triangulation.agreement.figures', {
          n: data.n,
          observed: figure(data.observed),
          kappa: figure(data.kappa),
          alpha: figure(data.alpha),
        })}
      </p>
      <table className="triangulation-table" aria-label={t('triangulation.agreement')}>
        <thead>
          <tr>
            <th scope="col">{t('triangulation.agreement.corner')}</th>
            {data.values.map((value) => (
              <th key={value} scope="col">
                {t(`triangulation.verdict.${value}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.values.map((value, row) => (
            <tr key={value}>
              <th scope="row">{t(`triangulation.verdict.${value}`)}</th>
              {data.values.map((other, column) => (
                <td key={other}>{data.table[row]?.[column] ?? 0}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
