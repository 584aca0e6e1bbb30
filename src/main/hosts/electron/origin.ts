// The window's own origin. Never `file:`: a page from a file could read others.

export const scheme = 'simpul';
export const origin = `${scheme}://app`;

/** The privileges of a normal secure site and nothing beyond them; `stream` lets a player ask for parts of a recording. */
export const schemePrivileges = {
  scheme,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    codeCache: true,
    allowServiceWorkers: false,
    bypassCSP: false,
    corsEnabled: false,
    stream: true,
  },
} as const;

/** Whether an address is of our own page, as text: parsers differ on schemes they do not know. */
export function isOwnAddress(address: string): boolean {
  return address === origin || address.startsWith(`${origin}/`);
}
