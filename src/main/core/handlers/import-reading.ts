// What importing and previewing share: choices checked, files read several at a time, refusals said.

import type { ImportedFile } from '../../../shared/contract/documents.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { JobHandlers } from '../handler.ts';
import { textEncodings, type ImportNote, type ImportRefusal, type TextEncoding } from '../importers/types.ts';
import type { WantedFile } from '../importers/worker-messages.ts';

type Input = Parameters<JobHandlers['documents.import']>[1];
export type FileChoices = Pick<Input['files'][number], 'comments' | 'encoding' | 'split'>;

/** What a reader is told: the choices for a file, else those for all. @throws SimpulError `invalid-input` for an encoding that nobody reads */
export function readingChoices(file: FileChoices, forAll: FileChoices = {}): Omit<WantedFile, 'name' | 'bytes'> {
  const encoding = encodingNamed(file.encoding ?? forAll.encoding);
  const split = file.split ?? forAll.split;
  return {
    comments: file.comments ?? forAll.comments ?? 'leave-out',
    ...(encoding === undefined ? {} : { encoding }),
    ...(split === undefined ? {} : { split }),
  };
}

function encodingNamed(wanted: string | undefined): TextEncoding | undefined {
  const encoding = textEncodings.find((name) => name === wanted?.toLowerCase());
  if (wanted !== undefined && !encoding) throw new SimpulError('invalid-input', {}, { encoding: wanted });
  return encoding;
}

/** Works on several items at a time, and begins no further one once something went wrong. */
export async function inLanes<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (failed) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return results;
}

export function saidNotes(language: Language, notes: readonly ImportNote[]): ImportedFile['notes'] {
  return notes.map((note) => ({
    code: note.code,
    count: note.count,
    ...(note.detail === undefined ? {} : { detail: note.detail }),
    message: sentence(language, `import.note.${note.code}`, { count: note.count, detail: note.detail ?? '' }),
  }));
}

export function saidRefusal(language: Language, error: ImportRefusal): NonNullable<ImportedFile['error']> {
  return { code: error.code, message: sentence(language, `import.refused.${error.code}`, error.params) };
}

function sentence(language: Language, key: string, params: Readonly<Record<string, string | number>>): string {
  return isMessageKey(key) ? translate(language, key, params) : key;
}
