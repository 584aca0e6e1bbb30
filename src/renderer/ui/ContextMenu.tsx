import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { type MenuEntry, MenuList } from './Menu.tsx';
import { Popover } from './Popover.tsx';

export type ContextMenuProps = {
  readonly label: string;
  /** The entries for what was pointed at or focused; none opens no menu. */
  readonly entries: (target: Element) => readonly MenuEntry[];
  readonly children: ReactNode;
  readonly className?: string;
};

type Opened = {
  readonly x: number;
  readonly y: number;
  readonly entries: readonly MenuEntry[];
  readonly byKeyboard: boolean;
};

/** Opens at the pointer by the secondary button, and at the focus by Shift+F10 or the menu key. */
export function ContextMenu({ label, entries, children, className = '' }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);

  const open = (event: MouseEvent | KeyboardEvent, x: number, y: number): void => {
    if (!(event.target instanceof Element)) return;
    const offered = entries(event.target);
    if (offered.length === 0) return;
    event.preventDefault();
    setOpened({ x, y, entries: offered, byKeyboard: event.type === 'keydown' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!asks || !(event.target instanceof Element)) return;
    const box = event.target.getBoundingClientRect();
    open(event, box.left + Math.min(24, box.width / 2), box.top + Math.min(24, box.height));
  };

  return (
    <div
      role="presentation"
      className={`context-menu ${className}`}
      onContextMenu={(event) => open(event, event.clientX, event.clientY)}
      onKeyDown={onKeyDown}
    >
      {children}
      <span ref={anchor} className="context-menu-anchor" style={{ left: opened?.x ?? 0, top: opened?.y ?? 0 }} />
      <Popover
        aria-label={label}
        isOpen={opened !== null}
        onOpenChange={(isOpen) => !isOpen && setOpened(null)}
        triggerRef={anchor}
      >
        <MenuList
          label={label}
          entries={opened?.entries ?? []}
          onClose={() => setOpened(null)}
          autoFocus={opened?.byKeyboard ? 'first' : true}
        />
      </Popover>
    </div>
  );
}
