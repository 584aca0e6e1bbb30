// Turns the menu's description into Electron's menu.

import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuTemplate, type MenuEntry, type MenuState } from './menu-template.ts';

export type MenuActions = {
  /** Runs a command of the window. */
  readonly run: (command: string) => void;
  readonly open: (path: string) => void;
};

export function showMenu(state: MenuState, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state).map((entry) => toItem(entry, actions))));
}

function toItem(entry: MenuEntry, actions: MenuActions): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role, label: entry.label };
    case 'menu':
      return { label: entry.label, submenu: entry.entries.map((inner) => toItem(inner, actions)) };
    case 'recent':
      return { label: entry.label.replaceAll('&', '&&'), toolTip: entry.path, click: () => actions.open(entry.path) };
    case 'command':
      return {
        id: entry.command,
        label: entry.label,
        enabled: entry.enabled,
        // The window hears its own shortcuts, which the user may have changed; the menu only shows them.
        ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator, registerAccelerator: false }),
        click: () => actions.run(entry.command),
      };
  }
}
