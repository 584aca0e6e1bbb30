import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, Label, SearchField as AriaSearchField } from 'react-aria-components';
import './button.css';
import './field.css';
import { useT } from '../services/text.ts';

export type SearchFieldProps = {
  /** Read out, and shown as placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: () => void;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

export function SearchField({ label, value, onChange, onSubmit, autoFocus = false, inputRef }: SearchFieldProps) {
  const t = useT();
  return (
    <AriaSearchField
      className="search-field"
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      {...(onSubmit ? { onSubmit: () => onSubmit() } : {})}
    >
      <Label className="visually-hidden">{label}</Label>
      <div className="search-field-box">
        <span className="search-field-icon" aria-hidden="true">
          <Search />
        </span>
        <Input {...(inputRef ? { ref: inputRef } : {})} className="field-input" placeholder={label} />
        <Button className="button button-icon button-small search-field-clear" aria-label={t('ui.clear-search')}>
          <X />
        </Button>
      </div>
    </AriaSearchField>
  );
}
