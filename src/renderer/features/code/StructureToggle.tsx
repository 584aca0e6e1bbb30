import { ListTree } from 'lucide-react';
import { runCommand, useCommand, useShortcut } from '../../commands/registry.ts';
import { useStructurePanel } from '../../parts/structure-panel.ts';
import { useT } from '../../services/text.ts';
import { ToggleButton } from '../../ui/Button.tsx';

/** Opens the panel with outline, speakers and guide, where the window has one. */
export function StructureToggle() {
  const t = useT();
  const [isOpen] = useStructurePanel();
  const shortcut = useShortcut('structure.toggle');
  if (!useCommand('structure.toggle')) return null;
  return (
    <ToggleButton
      label={t('structure.title')}
      icon={<ListTree />}
      shortcut={shortcut}
      size="small"
      isSelected={isOpen}
      onChange={() => runCommand('structure.toggle')}
    />
  );
}
