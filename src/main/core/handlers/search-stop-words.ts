// Which words a study leaves out when words are counted.

import { SimpulError } from '../../../shared/contract/errors.ts';
import { wordUnits } from '../../../shared/domain/analysis/words.ts';
import { foldCase } from '../../../shared/domain/search/fold.ts';
import { canonicalText } from '../../../shared/domain/text.ts';
import { stopWordsOf, writeOwnStopWords, writeStopLists } from '../../db/stop-words.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';

export const stopWordQueries = {
  'search.stopWords': ({ db }) => {
    const { lists, own } = stopWordsOf(db);
    return { lists, own: [...own] };
  },
} satisfies Partial<QueryHandlers>;

export const stopWordCommands = {
  'search.setStopWords': ({ db, services, session, now }, { lists, own }) => {
    const made = { created_by: session.currentCoder?.id ?? null, created_at: now };
    const newGuid = () => services.ports.ids.next();
    if (lists) writeStopLists(db, lists, newGuid, made);
    if (own) writeOwnStopWords(db, own.map(countedWord), newGuid, made);
    return { value: {}, label: label('history.stop-words', { n: stopWordsOf(db).own.length }) };
  },
} satisfies Partial<CommandHandlers>;

/** As words are counted (U6, TX2). @throws SimpulError `invalid-input` for what would never be counted as one word */
function countedWord(written: string): string {
  const word = foldCase(canonicalText(written.trim()));
  const { starts, ends } = wordUnits(word);
  if (starts.length !== 1 || starts[0] !== 0 || ends[0] !== word.length) {
    throw new SimpulError('invalid-input', { field: 'own' }, { word: written });
  }
  return word;
}
