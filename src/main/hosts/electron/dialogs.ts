// The system's own dialogs. Electron's part comes in as an argument, so that tests need none.

import type { BrowserWindow, Dialog, MessageBoxOptions, OpenDialogOptions, Shell } from 'electron';
import type { App } from '../../core/app-types.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { externalAddress } from './guards.ts';
import type { HostHandlers } from './ipc.ts';

export type DialogContext = {
  readonly app: Pick<App, 'dispatch'>;
  readonly text: (key: MessageKey, params?: Readonly<Record<string, string>>) => Promise<string>;
  /** Folder the dialogs start in. */
  readonly folder: string;
  /** Lets the window name a folder that was chosen here. */
  readonly allowFolder: (path: string) => void;
  readonly system: {
    readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showMessageBox'>;
    readonly shell: Pick<Shell, 'openExternal'>;
    readonly window: () => BrowserWindow | undefined;
  };
};

export function createDialogs(context: DialogContext): Omit<HostHandlers, 'host.spelling'> {
  return {
    'host.openProject': async () => {
      const path = await choose(context, {
        title: await context.text('dialog.openProject'),
        defaultPath: context.folder,
        properties: ['openFile'],
        filters: [{ name: await context.text('dialog.projects'), extensions: ['simpul'] }],
      });
      if (path === null || !(await openProject(context, { method: 'projects.open', input: { path } }))) return null;
      return { path };
    },
    'host.chooseFolder': async () => {
      const path = await choose(context, {
        title: await context.text('dialog.chooseFolder'),
        defaultPath: context.folder,
        properties: ['openDirectory', 'createDirectory'],
      });
      if (path === null) return null;
      context.allowFolder(path);
      return { path };
    },
    'host.openExternal': async ({ url }) => {
      const address = externalAddress(url);
      if (address === null) throw new SimpulError('refused');
      const { response } = await ask(context, {
        type: 'question',
        message: await context.text('dialog.openExternal'),
        detail: await context.text('dialog.openExternal.detail', { url: address }),
        buttons: [await context.text('dialog.open'), await context.text('dialog.cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response === 0) await context.system.shell.openExternal(address);
      return { opened: response === 0 };
    },
  };
}

/** Opens a project, or says in a dialog why it could not be. @returns whether it is open */
export async function openProject(
  context: DialogContext,
  request: {
    readonly method: 'projects.open' | 'projects.openSample';
    readonly input: Readonly<Record<string, string>>;
  },
): Promise<boolean> {
  const answer = await context.app.dispatch(request);
  if (answer.ok) return true;
  await ask(context, {
    type: 'warning',
    message: await context.text('dialog.cannotOpen'),
    detail: answer.error.message,
    buttons: [await context.text('dialog.ok')],
    noLink: true,
  });
  return false;
}

async function choose({ system }: DialogContext, options: OpenDialogOptions): Promise<string | null> {
  const window = system.window();
  const { canceled, filePaths } = await (window
    ? system.dialog.showOpenDialog(window, options)
    : system.dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

function ask({ system }: DialogContext, options: MessageBoxOptions): Promise<{ readonly response: number }> {
  const window = system.window();
  return window ? system.dialog.showMessageBox(window, options) : system.dialog.showMessageBox(options);
}
