import './list.css';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Separator, SubmenuTrigger } from 'react-aria-components';
import { afterClosing } from './after-closing.ts';
import { Kbd } from './Kbd.tsx';
import { Popover } from './Popover.tsx';

export type MenuAction = {
  readonly id: string;
  readonly label: string;
  readonly onAction?: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: string | null;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  /** A tick stands before the one that holds. */
  readonly isChecked?: boolean;
  /** Opens a menu of its own. */
  readonly children?: readonly MenuEntry[];
};

export type MenuEntry = MenuAction | { readonly separator: string };

export type MenuListProps = {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose?: () => void;
  /** Where the focus goes when it opens, if no `MenuButton` decides that. */
  readonly autoFocus?: 'first' | true;
};

/** The entries themselves; needs a popover around them. */
export function MenuList({ label, entries, onClose, autoFocus }: MenuListProps) {
  return (
    <Menu className="list" aria-label={label} {...(onClose ? { onClose } : {})} {...(autoFocus ? { autoFocus } : {})}>
      {entries.map((entry) =>
        'separator' in entry ? (
          <Separator key={entry.separator} className="list-separator" />
        ) : entry.children ? (
          <SubmenuTrigger key={entry.id}>
            <Item entry={entry} />
            <Popover placement="end top">
              <MenuList label={entry.label} entries={entry.children} />
            </Popover>
          </SubmenuTrigger>
        ) : (
          <Item key={entry.id} entry={entry} />
        ),
      )}
    </Menu>
  );
}

export type MenuButtonProps = {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The button of `ui` that opens it. */
  readonly children: ReactElement;
};

export function MenuButton({ label, entries, children }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

function Item({ entry }: { readonly entry: MenuAction }) {
  const {
    id,
    label,
    onAction,
    icon,
    shortcut = null,
    isDisabled = false,
    isDanger = false,
    isChecked,
    children,
  } = entry;
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      className={isDanger ? 'list-item list-item-danger' : 'list-item'}
      {...(onAction ? { onAction: () => afterClosing(onAction) } : {})}
      {...(isChecked === undefined ? {} : { 'aria-checked': isChecked })}
    >
      {isChecked === undefined ? icon : <span className="list-tick">{isChecked && <Check aria-hidden="true" />}</span>}
      <span className="list-words">{label}</span>
      {shortcut !== null && <Kbd shortcut={shortcut} />}
      {children && <ChevronRight aria-hidden="true" />}
    </MenuItem>
  );
}
