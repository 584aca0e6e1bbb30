// What the Office files have in common.

/** When files in an archive were changed: always the same, so that the same content gives the same bytes. */
export const officeTime = new Date(1980, 0, 1, 0, 0, 0);
