import { BookOpen, Contrast, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { settingsShape, type Settings } from '../../shared/contract/application.ts';
import { useAnswer } from '../services/answers.ts';
import { usePerform } from '../services/perform.ts';
import { useT } from '../services/text.ts';
import { IconButton } from '../ui/Button.tsx';
import { MenuButton } from '../ui/Menu.tsx';

const icons: Readonly<Record<Settings['theme'], LucideIcon>> = {
  system: Monitor,
  light: Sun,
  sepia: BookOpen,
  dark: Moon,
  contrast: Contrast,
};

export function ThemeMenu() {
  const t = useT();
  const current = useAnswer('settings.get', {}).data?.theme ?? 'system';
  const perform = usePerform();
  const Icon = icons[current];
  return (
    <MenuButton
      label={t('app.theme')}
      entries={settingsShape.shape.theme.options.map((theme) => ({
        id: theme,
        label: t(`settings.theme.${theme}`),
        isChecked: theme === current,
        onAction: () => void perform('settings.set', { theme }),
      }))}
    >
      <IconButton label={t('app.theme')} icon={<Icon />} />
    </MenuButton>
  );
}
