// Rules of the session, set before the first window: nothing may be asked for, and nothing leaves.

import type { Session } from 'electron';
import { safeFileName } from '../../platform/content-disposition.ts';
import { isAllowedPermission, isAllowedRequest } from './guards.ts';
import { isOwnAddress } from './origin.ts';

export type SessionRules = {
  readonly development: boolean;
  /** Where a file is saved, given its name, unless the user chooses elsewhere. */
  readonly savePath: (name: string) => string;
};

export function applySessionRules(session: Session, { development, savePath }: SessionRules): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    answer(isAllowedPermission(permission, requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isAllowedPermission(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  // Without this a dictionary is fetched from Google on Linux and Windows.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, development) });
  });
  session.on('will-download', (event, item) => {
    const address = item.getURL();
    if (!isOwnAddress(address.replace(/^blob:/, ''))) return event.preventDefault();
    // Without a path of its own the system asks where to save, and before it replaces a file.
    item.setSaveDialogOptions({ defaultPath: savePath(safeFileName(item.getFilename())) });
  });
}
