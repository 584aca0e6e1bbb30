// How transcripts are set, with a sample that shows each choice at once.

import { useMemo } from 'react';
import {
  canvasMeasure,
  fontFamilyOf,
  fontsPresent,
  knownFonts,
  type ReadingMeasure,
  readingRanges,
  useReading,
  usualReading,
} from '../../parts/reading.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';

/** In a script of its own, so that one sees whether its letters are there and have room. */
const javanese = 'ꦭꦪꦤꦤ꧀ꦥꦸꦧ꧀ꦭꦶꦏ꧀ꦲꦶꦁꦏꦧꦸꦥꦠꦺꦤ꧀ꦥꦸꦤꦶꦏ';

export function ReadingSettings() {
  const t = useT();
  const { reading, change, reset } = useReading();
  const present = useMemo(() => fontsPresent(knownFonts, canvasMeasure()), []);
  const named = reading.font === 'serif' || reading.font === 'sans' || present.includes(reading.font);
  const fonts = [
    { id: 'serif', label: t('reading.font.serif') },
    { id: 'sans', label: t('reading.font.sans') },
    // A font chosen on another machine stays chosen where it is not there.
    ...[...present, ...(named ? [] : [reading.font])].map((font) => ({ id: font, label: font })),
  ];
  return (
    <section className="reading-settings" aria-label={t('reading.title')}>
      <h3>{t('reading.title')}</h3>
      <div className="reading-fields">
        <Select label={t('reading.font')} options={fonts} value={reading.font} onChange={(font) => change({ font })} />
        {(['size', 'measure', 'line', 'space'] as const).map((key) => (
          <Slider key={key} of={key} value={reading[key]} onChange={(value) => change({ [key]: value })} />
        ))}
      </div>
      <div
        className="reading-sample"
        role="group"
        aria-label={t('reading.sample')}
        style={{ fontFamily: fontFamilyOf(reading.font), fontSize: `${reading.size}px`, lineHeight: reading.line }}
      >
        <div style={{ maxInlineSize: `${reading.measure / 2}em` }}>
          <p style={{ marginBlockEnd: `${reading.space * reading.line}em` }}>{t('reading.sample.one')}</p>
          <p
            lang="jv"
            style={{ lineHeight: Math.max(2.1, reading.line), marginBlockEnd: `${reading.space * reading.line}em` }}
          >
            {javanese}
          </p>
          <p style={{ marginBlockEnd: `${reading.space * reading.line}em` }}>{t('reading.sample.two')}</p>
        </div>
      </div>
      <Button size="small" isDisabled={JSON.stringify(reading) === JSON.stringify(usualReading)} onPress={reset}>
        {t('reading.reset')}
      </Button>
    </section>
  );
}

/** Decimals worth telling. */
const decimals: Readonly<Record<ReadingMeasure, number>> = { size: 0, measure: 0, line: 2, space: 1 };

type SliderProps = {
  readonly of: ReadingMeasure;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function Slider({ of, value, onChange }: SliderProps) {
  const t = useT();
  const number = useNumber();
  const { least, most, step } = readingRanges[of];
  return (
    <label className="reading-slider">
      <span className="reading-slider-label">
        {t(`reading.${of}`)}
        <output>{number(value, decimals[of])}</output>
      </span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-label={t(`reading.${of}`)}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </label>
  );
}
