import { useMemo } from 'react';
import type { CodeSummary } from '../../shared/contract/codes.ts';
import { pathSeparator } from '../../shared/domain/codes.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { ColorSwatch } from '../ui/ColorPicker.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';

export type CodePickerProps = {
  readonly label: string;
  readonly hint?: string;
  readonly codes: readonly CodeSummary[];
  readonly value: Guid | null;
  readonly onChange: (code: Guid | null) => void;
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly autoFocus?: boolean;
};

/** Finds one code among hundreds by typing a part of its path. */
export function CodePicker({ codes, ...rest }: CodePickerProps) {
  const options = useMemo(
    () =>
      codes.map(({ guid, path, color }) => ({
        id: guid,
        label: path.join(pathSeparator),
        icon: <ColorSwatch color={color} />,
      })),
    [codes],
  );
  return <ComboBox {...rest} options={options} />;
}
