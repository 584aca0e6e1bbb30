import { Languages } from 'lucide-react';
import type { Language } from '../../shared/contract/values.ts';
import { usePerform } from '../services/perform.ts';
import { useLanguage, useT } from '../services/text.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/Menu.tsx';

const languages: readonly Language[] = ['id', 'en'];
/** Each in its own tongue: whoever is lost in a foreign one finds the way back. */
const ownNames: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' };

export function LanguageMenu() {
  const t = useT();
  const current = useLanguage();
  const perform = usePerform();
  return (
    <MenuButton
      label={t('app.language')}
      entries={languages.map((language) => ({
        id: language,
        label: ownNames[language],
        isChecked: language === current,
        onAction: () => void perform('settings.set', { language }),
      }))}
    >
      <IconButton label={t('app.language')} icon={<Languages />} />
    </MenuButton>
  );
}
