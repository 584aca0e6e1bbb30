import { useT } from '../services/text.ts';
import { ToggleButton } from '../ui/Button.tsx';
import { type Searching, useSearching } from './searching.ts';

const toggles = [
  ['matchCase', 'code.find.case', 'Aa'],
  ['wholeWord', 'code.find.word', '[ab]'],
  ['ignoreMarks', 'texts.find.marks', 'é=e'],
  ['regex', 'texts.find.regex', '.*'],
] as const;

/** How words are compared while searching. */
export function SearchToggles({ onChange }: { readonly onChange: (change: Partial<Searching>) => void }) {
  const t = useT();
  const searching = useSearching();
  return toggles.map(([option, label, sign]) => (
    <ToggleButton
      key={option}
      label={t(label)}
      icon={<span aria-hidden="true">{sign}</span>}
      size="small"
      isSelected={searching[option]}
      onChange={(isSelected) => onChange({ [option]: isSelected })}
    />
  ));
}
