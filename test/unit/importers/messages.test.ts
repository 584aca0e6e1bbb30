import { describe, expect, it } from 'vitest';
import { noteCodes, refusalCodes } from '../../../src/main/core/importers/types.ts';
import { importers as en } from '../../../src/shared/i18n/en/importers.ts';
import { importers as id } from '../../../src/shared/i18n/id/importers.ts';

const keys = [
  ...refusalCodes.map((code) => `import.refused.${code}`),
  ...noteCodes.map((code) => `import.note.${code}`),
];
const placeholders = (message: string): readonly string[] => [...new Set(message.match(/\{\w+\}/g))].sort();

describe('messages of the importers', () => {
  it('exist for every code and for nothing else, in both languages', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    expect(Object.keys(id).sort()).toEqual([...keys].sort());
  });

  it('use the same parameters in both languages, notes only their count and detail', () => {
    const messages = { en: Object.entries(en), id: new Map(Object.entries(id)) };
    for (const [key, message] of messages.en) {
      expect(placeholders(messages.id.get(key) ?? ''), key).toEqual(placeholders(message));
      if (key.startsWith('import.note.'))
        expect(['{count}', '{detail}']).toEqual(expect.arrayContaining([...placeholders(message)]));
    }
  });

  it('end as sentences do', () => {
    for (const message of [...Object.values(en), ...Object.values(id)]) expect(message).toMatch(/^[A-Z].*\.$|\)\.$/);
  });
});
