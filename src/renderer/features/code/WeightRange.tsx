import { useT } from '../../services/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Shown } from './use-shown.ts';

/** From which weight to which a coding is shown. Nothing to choose where no coding has a weight. */
export function WeightRange({ shown }: { readonly shown: Shown }) {
  const t = useT();
  const { filter, counts, change } = shown;
  const isOn = filter.from !== null || filter.to !== null;
  if (counts.weighted === 0 && !isOn) return null;
  return (
    <fieldset className="code-shown-group">
      <legend>{t('seeing.shown.weight', { n: counts.weighted })}</legend>
      <div className="code-shown-range">
        <TextField
          label={t('seeing.shown.from')}
          type="number"
          value={filter.from === null ? '' : String(filter.from)}
          onChange={(text) => change({ from: weightIn(text) })}
        />
        <TextField
          label={t('seeing.shown.to')}
          type="number"
          value={filter.to === null ? '' : String(filter.to)}
          onChange={(text) => change({ to: weightIn(text) })}
        />
      </div>
      {isOn && (
        <Checkbox isSelected={filter.withUnweighted} onChange={(withUnweighted) => change({ withUnweighted })}>
          {t('seeing.shown.unweighted')}
        </Checkbox>
      )}
    </fieldset>
  );
}

/** A weight from 0 to 100, or null where the field is empty. */
function weightIn(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : Math.min(100, Math.max(0, Math.round(number)));
}
