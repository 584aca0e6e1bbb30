import { memo } from 'react';
import type { SearchSettingsInput } from '../../../shared/contract/search.ts';
import { useT } from '../../services/text.ts';
import { ToggleButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { useSearchDesk } from './store.ts';

const toggles = [
  ['matchCase', 'search.case', 'Aa'],
  ['ignoreMarks', 'search.marks', 'é=e'],
  ['affixes', 'search.affixes', 'me-'],
] as const;

/** What is looked for, how words are compared, and where. */
export const SearchFields = memo(function SearchFields({ fault }: { readonly fault: string | null }) {
  const t = useT();
  const { settings, look } = useSearchDesk();
  const change = (part: Partial<SearchSettingsInput>): void => look({ ...settings, ...part });
  return (
    <div className="search-fields">
      <div className="search-query">
        <TextField
          label={t('search.query')}
          value={settings.query}
          onChange={(query) => change({ query })}
          error={fault}
          autoFocus
        />
        <div className="search-toggles" role="group" aria-label={t('search.compare')}>
          {toggles.map(([option, label, sign]) => (
            <ToggleButton
              key={option}
              label={t(label)}
              icon={<span aria-hidden="true">{sign}</span>}
              size="small"
              isSelected={settings[option] === true}
              onChange={(isSelected) => change({ [option]: isSelected })}
            />
          ))}
        </div>
      </div>
      <ScopeFields />
    </div>
  );
});
