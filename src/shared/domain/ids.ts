// Objects are known by GUIDs that stay the same for life and through every exchange.

export type Guid = string & { readonly $guid: true };

const guidPattern = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;

/**
 * Brings a GUID to the one form Simpul stores: upper case, no braces.
 * Version and variant bits are not looked at: other tools write GUIDs that have none.
 * @returns null where the text is no GUID
 */
export function parseGuid(text: string): Guid | null {
  const bare = text
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toUpperCase();
  return isGuid(bare) ? bare : null;
}

export function isGuid(text: string): text is Guid {
  return guidPattern.test(text);
}
