// What analyses of one open project keep between jobs: the study, the units of its texts, and the last results.

import { documentsWithChanges, forgetChanges, revisionOf, watchCodings, type UnitKind } from '../db/analysis.ts';
import type { Connection } from '../db/database.ts';
import { defaultSliceMs, slicer, type Slicer } from './slices.ts';
import { readStudy, type Study } from './study.ts';
import { createTextsCache, type PackedTexts } from './texts.ts';

export type Loaded = { readonly study: Study; readonly texts: PackedTexts | null };

export type AnalysisCache = {
  /**
   * The study as it is now, and the units of its texts where a kind is named. A command that comes in between
   * makes the reading start over, each time in longer slices, so that it comes to an end however busily the
   * project is changed.
   * @param pause lets others run; throws where nobody waits for the answer any more
   */
  readonly load: (kind: UnitKind | null, pause: () => Promise<void>) => Promise<Loaded>;
  /** A result of the same question at the same revision. */
  readonly find: <Result>(revision: number, question: string) => Result | undefined;
  readonly keep: (revision: number, question: string, result: unknown) => void;
};

/** A result of 500 codes takes some four megabytes. */
const mostResults = 8;

/**
 * @param db the connection over which everything in the project changes
 * @param sliceMs milliseconds of reading before others get their turn
 */
export function createAnalysisCache(db: Connection, { sliceMs = defaultSliceMs } = {}): AnalysisCache {
  const texts = createTextsCache();
  const results = new Map<string, { readonly revision: number; readonly result: unknown }>();
  let study: Study | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  watchCodings(db);

  const currentStudy = async (slice: Slicer): Promise<Study | null> => {
    if (study?.revision === revisionOf(db)) return study;
    const read = await readStudy(db, slice, study && { study, changed: documentsWithChanges(db) });
    if (read === null) return null;
    // Nothing has changed since the reading began, so every change noted is in it.
    forgetChanges(db);
    study = read;
    return read;
  };
  const loadNow = async (kind: UnitKind | null, pause: () => Promise<void>): Promise<Loaded> => {
    for (let attempt = 0; ; attempt += 1) {
      const slice = slicer(pause, sliceMs * 4 ** attempt);
      const current = await currentStudy(slice);
      if (current === null) continue;
      if (kind === null) return { study: current, texts: null };
      const units = await texts.read(db, kind, current, slice);
      if (units !== null) return { study: current, texts: units };
    }
  };
  return {
    // One after the other: the second finds what the first has read.
    load: (kind, pause) => {
      const loaded = turn.then(() => loadNow(kind, pause));
      turn = loaded.catch(() => undefined);
      return loaded;
    },
    find: <Result>(revision: number, question: string) => {
      const kept = results.get(question);
      return kept?.revision === revision ? (kept.result as Result) : undefined;
    },
    keep: (revision, question, result) => {
      for (const [key, kept] of results) if (kept.revision !== revision) results.delete(key);
      results.delete(question);
      results.set(question, { revision, result });
      for (const key of results.keys()) {
        if (results.size <= mostResults) break;
        results.delete(key);
      }
    },
  };
}
