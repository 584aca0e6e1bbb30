import './settings.css';
import { settingsShape } from '../../../shared/contract/application.ts';
import { useAnswer } from '../../services/answers.ts';
import { useServices } from '../../services/client.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import { SpellingChoice } from './SpellingChoice.tsx';
import { ThemePreview } from './ThemePreview.tsx';

export type SettingsDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onShowKeyboard: () => void;
};

/** Preferences of this user on this machine. Each takes effect at once. */
export function SettingsDialog({ isOpen, onClose, onShowKeyboard }: SettingsDialogProps) {
  const t = useT();
  const perform = usePerform();
  const { windowState } = useServices();
  const [, setResets] = useRemembered<number>('split-resets', 0);
  const { data } = useAnswer('settings.get', {});
  const resetPanels = (): void => {
    for (const key of Object.keys(windowState.values.getState())) {
      if (key.startsWith('split/')) windowState.set(key, {});
    }
    setResets((count) => count + 1);
    notify({ kind: 'success', text: t('settings.panels.done') });
  };
  return (
    <Dialog title={t('settings.title')} isOpen={isOpen} onClose={onClose}>
      <RadioGroup
        label={t('settings.language')}
        orientation="horizontal"
        options={[
          { id: 'id', label: 'Bahasa Indonesia' },
          { id: 'en', label: 'English' },
        ]}
        value={data?.language ?? 'id'}
        onChange={(language) => void perform('settings.set', { language })}
      />
      <RadioGroup
        label={t('settings.theme')}
        orientation="horizontal"
        options={settingsShape.shape.theme.options.map((theme) => ({
          id: theme,
          label: t(`settings.theme.${theme}`),
          icon: <ThemePreview theme={theme} />,
        }))}
        value={data?.theme ?? 'system'}
        onChange={(theme) => void perform('settings.set', { theme })}
      />
      <ReadingSettings />
      <SpellingChoice />
      <div className="settings-row">
        <span>{t('settings.keyboard')}</span>
        <Button size="small" onPress={onShowKeyboard}>
          {t('settings.keyboard.open')}
        </Button>
      </div>
      <div className="settings-row">
        <span>{t('settings.panels')}</span>
        <Button size="small" onPress={resetPanels}>
          {t('settings.panels.reset')}
        </Button>
      </div>
    </Dialog>
  );
}
