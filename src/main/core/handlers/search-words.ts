// The words of the texts, counted.

import type { CheckedInputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { foldCase } from '../../../shared/domain/search/fold.ts';
import { wordMeasures } from '../../../shared/domain/search/measures.ts';
import { stopWordTest } from '../../../shared/domain/search/stop-words.ts';
import { slicer } from '../../analysis/slices.ts';
import { packedUnitsOf, revisionOf } from '../../db/analysis.ts';
import { unpackUnits } from '../../db/packed-units.ts';
import { searchedDocuments, textAt } from '../../db/search.ts';
import { stopWordsOf } from '../../db/stop-words.ts';
import type { JobContext } from '../handler.ts';
import { pauseOf, scopeOf } from '../search-run.ts';

type Input = CheckedInputOf<'search.words'>;

/** Words as U6 counts them, their case folded, without stop words and short ones. */
export async function countWords(context: JobContext, input: Input): Promise<OutputOf<'search.words'>> {
  const { db, progress } = context;
  for (let attempt = 0; ; attempt += 1) {
    const slice = slicer(pauseOf(context), 8 * 4 ** attempt);
    const revision = revisionOf(db);
    const documents = searchedDocuments(db);
    const { includes } = scopeOf(db, input);
    const stopWords = input.stopWords === 'project' ? stopWordsOf(db) : { lists: input.stopWords, own: [] };
    const isStopWord = stopWordTest(stopWords);
    const texts: Map<string, number>[] = [];
    const others = new Map<string, number>();
    let otherWords = 0;
    for (const [index, document] of documents.entries()) {
      await slice.rest();
      progress(index / documents.length);
      const isIncluded = includes(document);
      const counts = isIncluded ? new Map<string, number>() : others;
      if (isIncluded) texts.push(counts);
      const text = textAt(db, document.id);
      const { starts, ends } = unpackUnits(packedUnitsOf(db, 'words', document.id));
      for (let k = 0; k < starts.length; k += 1) {
        const word = foldCase(text.slice(starts[k], ends[k]));
        if (word.length < input.shortest || isStopWord(word)) continue;
        counts.set(word, (counts.get(word) ?? 0) + 1);
        if (!isIncluded) otherWords += 1;
      }
    }
    if (revisionOf(db) !== revision) continue;
    const measures = wordMeasures(texts, otherWords > 0 ? { counts: others, words: otherWords } : null);
    const by = input.order;
    const ordered = by === 'count' ? measures : measures.toSorted((a, b) => (b[by] ?? 0) - (a[by] ?? 0));
    return {
      rows: ordered.slice(0, input.limit),
      different: measures.length,
      words: measures.reduce((sum, { count }) => sum + count, 0),
      documents: texts.length,
      revision,
      stopWords: { lists: stopWords.lists, own: stopWords.own.length },
    };
  }
}
