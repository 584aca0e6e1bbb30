import { Minimize2 } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';

/** While it is there the window shows nothing but the text (code.css). Escape, or its button, is the way back. */
export function FocusBar({ onLeave }: { readonly onLeave: () => void }) {
  const t = useT();
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const { dataset } = document.documentElement;
    const onKeyDown = (event: KeyboardEvent): void => {
      // A popover or the active coding is let go of first.
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) leave();
    };
    dataset['focusMode'] = 'on';
    document.addEventListener('keydown', onKeyDown);
    return () => {
      delete dataset['focusMode'];
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return (
    <div className="code-focus-bar">
      <Button size="small" variant="quiet" icon={<Minimize2 />} onPress={onLeave}>
        {t('seeing.focus.leave')}
      </Button>
      <Kbd shortcut="Escape" />
    </div>
  );
}
