import { useId } from 'react';
import { z } from 'zod';
import type { MatrixIndex } from '../matrix.ts';
import { useNumber, useT } from '../../../services/text.ts';
import type { Remembered } from '../../../services/window-memory.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { ThresholdRange } from './network-model.ts';

const settingsShape = z.object({
  arrangement: z.enum(['force', 'circle']).catch('force'),
  withUnlinked: z.boolean().catch(false),
  /** By index, since each has a range of its own; where there is none, one is proposed. */
  thresholds: z.record(z.string(), z.number()).catch({}),
});
export type NetworkSettings = z.infer<typeof settingsShape>;

export function useNetworkSettings(): readonly [NetworkSettings, (change: Partial<NetworkSettings>) => void] {
  const [remembered, remember] = useRemembered<Remembered>('display/network', null);
  const parsed = settingsShape.safeParse(remembered ?? {});
  const settings = parsed.success ? parsed.data : settingsShape.parse({});
  return [settings, (change) => remember({ ...settings, ...change })];
}

export type NetworkControlsProps = {
  readonly settings: NetworkSettings;
  readonly onChange: (change: Partial<NetworkSettings>) => void;
  readonly range: ThresholdRange;
  readonly threshold: number;
  readonly index: MatrixIndex;
  readonly unlinked: number;
};

export function NetworkControls({ settings, onChange, range, threshold, index, unlinked }: NetworkControlsProps) {
  const t = useT();
  const number = useNumber();
  const id = useId();
  const { [index]: chosen, ...others } = settings.thresholds;
  return (
    <>
      <Select
        label={t('display.network.layout')}
        size="small"
        value={settings.arrangement}
        onChange={(arrangement) => onChange({ arrangement })}
        options={(['force', 'circle'] as const).map((each) => ({
          id: each,
          label: t(`display.network.layout.${each}`),
        }))}
      />
      <div className="network-threshold">
        <label htmlFor={id}>{t('display.network.threshold', { index: t(`display.index.${index}`) })}</label>
        <input
          id={id}
          type="range"
          min={range.minimum}
          max={range.maximum}
          step={range.step}
          value={threshold}
          onChange={(event) => onChange({ thresholds: { ...others, [index]: Number(event.target.value) } })}
        />
        <output htmlFor={id}>{number(threshold, 2)}</output>
        {chosen !== undefined && (
          <Button size="small" variant="quiet" onPress={() => onChange({ thresholds: others })}>
            {t('display.network.propose')}
          </Button>
        )}
      </div>
      <Checkbox isSelected={settings.withUnlinked} onChange={(withUnlinked) => onChange({ withUnlinked })}>
        {t('display.network.with-unlinked')} ({number(unlinked)})
      </Checkbox>
    </>
  );
}
