// What the window may do towards the outside: nothing, save showing a page elsewhere after the user said so.

import { isOwnAddress, origin } from './origin.ts';

/** Requests the session lets through; all others are cancelled before they leave (N5). */
export function isAllowedRequest(address: string, development: boolean): boolean {
  if (isOwnAddress(address)) return true;
  if (address.startsWith('data:')) return true;
  if (address.startsWith('blob:')) return isOwnAddress(address.slice('blob:'.length));
  return development && address.startsWith('devtools://devtools/');
}

/** Our own page may put text on the clipboard when the user copies; every other permission is denied to all. */
export function isAllowedPermission(permission: string, address: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnAddress(address);
}

/** A page may go to one place: the window's own page anew, as `location.reload()` does. */
export function isAllowedNavigation(address: string, isMainFrame: boolean): boolean {
  return isMainFrame && address === `${origin}/`;
}

/** The address in its normal form if it may be shown outside, else null. */
export function externalAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '') return url.href;
  return url.protocol === 'mailto:' ? url.href : null;
}

/** Switches of Chromium: no name is ever resolved, and nothing runs in the background that would ask for one. */
export const chromiumSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
];

export type StartArgument = { readonly kind: 'project'; readonly path: string } | { readonly kind: 'sample' } | null;

/**
 * What the command line asks to open: a project file, or the sample study by `--sample`.
 * @param args arguments after the program and its folder
 * @param resolve makes a path absolute in the folder the command was given in
 */
export function startArgument(args: readonly string[], resolve: (path: string) => string): StartArgument {
  const path = args.find((argument) => !argument.startsWith('-') && /\.simpul$/i.test(argument));
  if (path !== undefined) return { kind: 'project', path: resolve(path) };
  return args.includes('--sample') ? { kind: 'sample' } : null;
}
