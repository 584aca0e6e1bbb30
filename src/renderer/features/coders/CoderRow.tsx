import { Pencil } from 'lucide-react';
import type { Coder } from '../../../shared/contract/coders.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton, ToggleButton } from '../../ui/Button.tsx';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';

export type CoderRowProps = {
  readonly coder: Coder;
  readonly canChange: boolean;
  /** Whether the codings are read below. */
  readonly isRead: boolean;
  readonly onChoose: () => void;
  readonly onRead: () => void;
  readonly onFill: () => void;
};

export function CoderRow({ coder, canChange, isRead, onChoose, onRead, onFill }: CoderRowProps) {
  const t = useT();
  const { name, initials, color, codings, current } = coder;
  return (
    <div className="coders-row">
      <ColorSwatch color={color} size="medium" />
      <span className="coders-name">
        {name} <span className="coders-initials">{initials}</span>
      </span>
      {codings === 0 ? (
        <span className="coders-none">{t('coders.codings', { n: 0 })}</span>
      ) : (
        <ToggleButton size="small" isSelected={isRead} onChange={onRead} label={t('coders.codings', { n: codings })} />
      )}
      {/* One button before and after: whoever pressed it keeps the focus. */}
      <Button
        size="small"
        variant={current ? 'primary' : 'plain'}
        isDisabled={!canChange}
        aria-label={t(current ? 'coders.current.whom' : 'coders.choose.whom', { name })}
        onPress={current ? () => undefined : onChoose}
      >
        {t(current ? 'coders.current' : 'coders.choose')}
      </Button>
      <IconButton
        size="small"
        label={t('coders.change', { name })}
        icon={<Pencil />}
        isDisabled={!canChange}
        onPress={onFill}
      />
    </div>
  );
}
