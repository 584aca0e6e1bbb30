// Type two letters of a code and press Enter. Opens at the passage; the focus goes back to the text.

import { useRef } from 'react';
import { useT } from '../../services/text.ts';
import { Popover } from '../../ui/Popover.tsx';
import { QuickChooser, type QuickChooserProps } from './QuickChooser.tsx';

export type QuickCodeProps = QuickChooserProps & {
  /** Where the passage stands on the screen. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly onClose: () => void;
};

/** Room in pixels the popover needs above or below the passage. */
const leastRoom = 280;

export function QuickCode({ at, onClose, ...chooser }: QuickCodeProps) {
  const t = useT();
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="code-anchor" style={anchorStyle(at)} />
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={anchor}
        label={t('code.quick.title')}
        className="code-quick"
      >
        <QuickChooser {...chooser} />
      </Popover>
    </>
  );
}

/** As tall as the passage, so that the popover covers none of its words; of one that fills the screen, its end. */
function anchorStyle({ left, top, bottom }: QuickCodeProps['at']) {
  const hasRoom = top > leastRoom || bottom < window.innerHeight - leastRoom;
  return hasRoom ? { left, top, blockSize: Math.max(1, bottom - top) } : { left, top: bottom };
}
