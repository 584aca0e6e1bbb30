import './coders.css';
import { useRunCommand } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';

/** As whom one codes, where there is more than one to be. */
export function CoderButton() {
  const t = useT();
  const open = useRunCommand('coders.show');
  const { data: coders = [] } = useAnswer('coders.list', {});
  const current = coders.find((coder) => coder.current);
  if (!current || coders.length < 2) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      className="coders-button"
      icon={<ColorSwatch color={current.color} />}
      aria-label={t('coders.coding-as', { name: current.name })}
      onPress={open}
    >
      {current.initials || current.name.slice(0, 3)}
    </Button>
  );
}
