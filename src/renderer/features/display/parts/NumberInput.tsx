import { useState } from 'react';
import { TextField } from '../../../ui/TextField.tsx';

export type NumberInputProps = {
  readonly label: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly onChange: (value: number) => void;
};

/** A whole number that counts once it is done being typed: each digit would start an analysis. */
export function NumberInput({ label, value, minimum, maximum, onChange }: NumberInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    const typed = Math.round(Number(draft));
    if (draft !== null && draft.trim() !== '' && Number.isFinite(typed)) {
      onChange(Math.min(maximum, Math.max(minimum, typed)));
    }
    setDraft(null);
  };
  return (
    <div className="display-number">
      <TextField
        label={label}
        type="number"
        value={draft ?? String(value)}
        onChange={setDraft}
        onBlur={commit}
        onSubmit={commit}
      />
    </div>
  );
}
