import './color.css';
import { useState } from 'react';
import { ColorSwatch as AriaColorSwatch, ColorSwatchPicker, ColorSwatchPickerItem } from 'react-aria-components';
import { useT } from '../services/text.ts';
import { parseColor, safeColors } from './palette.ts';
import { TextField } from './TextField.tsx';

export type ColorSwatchProps = {
  readonly color: string;
  readonly size?: 'small' | 'medium';
};

/** A code's colour beside its name; decoration, since the name says what it is. */
export function ColorSwatch({ color, size = 'small' }: ColorSwatchProps) {
  return <span aria-hidden="true" className={`color-swatch color-swatch-${size}`} style={{ backgroundColor: color }} />;
}

export type ColorPickerProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (color: string) => void;
};

/** Twenty-four colours that stay apart, and a field for any other. */
export function ColorPicker({ label, value, onChange }: ColorPickerProps) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    setTyped(value);
  }
  const parsed = parseColor(typed);
  const choose = (): void => {
    if (parsed !== null && parsed !== value) onChange(parsed);
  };
  return (
    <fieldset className="color-picker" aria-label={label}>
      <ColorSwatchPicker
        className="color-palette"
        aria-label={t('ui.color.palette')}
        value={value}
        onChange={(color) => onChange(color.toString('hex').toLowerCase())}
      >
        {safeColors.map((color) => (
          <ColorSwatchPickerItem key={color} color={color} className="color-palette-item">
            <AriaColorSwatch className="color-swatch color-swatch-medium" />
          </ColorSwatchPickerItem>
        ))}
      </ColorSwatchPicker>
      <TextField
        label={t('ui.color.custom')}
        value={typed}
        onChange={setTyped}
        onBlur={choose}
        onSubmit={choose}
        maxLength={7}
        error={parsed === null ? t('ui.color.invalid') : null}
      />
    </fieldset>
  );
}
