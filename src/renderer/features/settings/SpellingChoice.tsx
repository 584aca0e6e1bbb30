import { useSpellingChoice } from '../../services/spelling.ts';
import { useT } from '../../services/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

/** Spell-check is off unless asked for, and where it could not stay on this machine it says why it is not offered. */
export function SpellingChoice() {
  const t = useT();
  const [offer, isOn, choose] = useSpellingChoice();
  if (offer === 'unknown') return null;
  return (
    <div className="settings-spelling">
      <Checkbox isSelected={isOn} isDisabled={offer !== 'offered'} onChange={choose}>
        {t('settings.spelling')}
      </Checkbox>
      <p className="field-hint">{t(`settings.spelling.${offer}`)}</p>
    </div>
  );
}
