// The system's menu as data. What it does is done by the window's own commands, so that menu, shortcut and
// palette can never differ; entries of the system (copy, zoom, quit) are its own roles.

import type { Language } from '../../../shared/contract/values.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';

export type MenuRole =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'reload'
  | 'toggleDevTools';

export type MenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'role'; readonly role: MenuRole; readonly label: string }
  | {
      readonly kind: 'command';
      /** Identifier of a command of the window. */
      readonly command: string;
      readonly label: string;
      /** Shown beside the label. The window itself listens for it. */
      readonly accelerator?: string;
      readonly enabled: boolean;
    }
  | { readonly kind: 'recent'; readonly path: string; readonly label: string }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };

export type MenuState = {
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  /** Whether a project is open. */
  readonly isOpen: boolean;
  readonly recent: readonly { readonly path: string; readonly name: string }[];
  readonly development: boolean;
};

const separator: MenuEntry = { kind: 'separator' };
const mostRecent = 10;

export function menuTemplate(state: MenuState): readonly MenuEntry[] {
  const isMac = state.platform === 'darwin';
  return [
    ...(isMac ? [applicationMenu(state)] : []),
    projectMenu(state, isMac),
    editMenu(state),
    viewMenu(state),
    ...(isMac ? [windowMenu(state)] : []),
    helpMenu(state, isMac),
  ];
}

/** Every command the menu can send, for the test that each of them exists in the window. */
export function menuCommands(entries: readonly MenuEntry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'command') return [entry.command];
    return entry.kind === 'menu' ? menuCommands(entry.entries) : [];
  });
}

function projectMenu(state: MenuState, isMac: boolean): MenuEntry {
  const recent = state.recent
    .slice(0, mostRecent)
    .map(({ path, name }): MenuEntry => ({ kind: 'recent', path, label: name }));
  return menu(state, 'menu.project', [
    command(state, 'project.new', 'menu.project.new', 'CmdOrCtrl+N', true),
    command(state, 'project.open', 'menu.project.open', 'CmdOrCtrl+O', true),
    ...(recent.length > 0 ? [menu(state, 'menu.project.recent', recent)] : []),
    command(state, 'project.openSample', 'menu.project.sample', undefined, true),
    separator,
    command(state, 'collect.import', 'menu.project.import', 'CmdOrCtrl+I'),
    command(state, 'codebook.export', 'menu.project.exportCodebook'),
    command(state, 'project.saveCopy', 'menu.project.saveCopy', 'CmdOrCtrl+Shift+S'),
    separator,
    command(state, 'project.close', 'menu.project.close'),
    role(state, isMac ? 'close' : 'quit', isMac ? 'menu.window.close' : 'menu.app.quit'),
  ]);
}

function editMenu(state: MenuState): MenuEntry {
  return menu(state, 'menu.edit', [
    command(state, 'history.undo', 'menu.edit.undo', 'CmdOrCtrl+Z'),
    command(state, 'history.redo', 'menu.edit.redo', 'CmdOrCtrl+Shift+Z'),
    separator,
    role(state, 'cut', 'menu.edit.cut'),
    role(state, 'copy', 'menu.edit.copy'),
    role(state, 'paste', 'menu.edit.paste'),
    role(state, 'selectAll', 'menu.edit.selectAll'),
    separator,
    command(state, 'code.find', 'menu.edit.find', 'CmdOrCtrl+F'),
  ]);
}

function viewMenu(state: MenuState): MenuEntry {
  return menu(state, 'menu.view', [
    command(state, 'area.collection', 'menu.view.collection', 'CmdOrCtrl+1'),
    command(state, 'area.reduction', 'menu.view.reduction', 'CmdOrCtrl+2'),
    command(state, 'area.display', 'menu.view.display', 'CmdOrCtrl+3'),
    command(state, 'area.conclusion', 'menu.view.conclusion', 'CmdOrCtrl+4'),
    separator,
    command(state, 'palette.open', 'menu.view.palette', 'CmdOrCtrl+K', true),
    separator,
    role(state, 'resetZoom', 'menu.view.resetZoom'),
    role(state, 'zoomIn', 'menu.view.zoomIn'),
    role(state, 'zoomOut', 'menu.view.zoomOut'),
    role(state, 'togglefullscreen', 'menu.view.fullScreen'),
    ...(state.development
      ? [separator, role(state, 'reload', 'menu.view.reload'), role(state, 'toggleDevTools', 'menu.view.devTools')]
      : []),
  ]);
}

function applicationMenu(state: MenuState): MenuEntry {
  const { language } = state;
  return {
    kind: 'menu',
    label: 'Simpul',
    entries: [
      role(state, 'about', 'menu.app.about'),
      separator,
      command(state, 'settings.open', 'menu.app.settings', 'CmdOrCtrl+,', true),
      separator,
      role(state, 'services', 'menu.app.services'),
      role(state, 'hide', 'menu.app.hide'),
      role(state, 'hideOthers', 'menu.app.hideOthers'),
      role(state, 'unhide', 'menu.app.unhide'),
      separator,
      { kind: 'role', role: 'quit', label: translate(language, 'menu.app.quit') },
    ],
  };
}

function windowMenu(state: MenuState): MenuEntry {
  return menu(state, 'menu.window', [
    role(state, 'minimize', 'menu.window.minimize'),
    role(state, 'zoom', 'menu.window.zoom'),
    separator,
    role(state, 'front', 'menu.window.front'),
  ]);
}

function helpMenu(state: MenuState, isMac: boolean): MenuEntry {
  return menu(state, 'menu.help', [
    command(state, 'help.shortcuts', 'menu.help.shortcuts', 'CmdOrCtrl+/', true),
    ...(isMac
      ? []
      : [
          command(state, 'settings.open', 'menu.app.settings', 'CmdOrCtrl+,', true),
          separator,
          role(state, 'about', 'menu.app.about'),
        ]),
  ]);
}

function menu({ language }: MenuState, key: MessageKey, entries: readonly MenuEntry[]): MenuEntry {
  return { kind: 'menu', label: translate(language, key), entries };
}

function role({ language }: MenuState, name: MenuRole, key: MessageKey): MenuEntry {
  return { kind: 'role', role: name, label: translate(language, key) };
}

function command(
  { language, isOpen }: MenuState,
  id: string,
  key: MessageKey,
  accelerator?: string,
  withoutProject = false,
): MenuEntry {
  return {
    kind: 'command',
    command: id,
    label: translate(language, key),
    ...(accelerator === undefined ? {} : { accelerator }),
    enabled: isOpen || withoutProject,
  };
}
