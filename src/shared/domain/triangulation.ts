// The convergence matrix (R-24; Farmer et al. 2006): which columns speak of a finding, which were asked and are silent,
// which were never asked. It counts and suggests silence; agreement and dissonance are for people to judge.

import { digestOf, fingerprintOf } from './evidence/fingerprints.ts';

/** Something that was said: a coding, or a passage that is evidence. */
export type Utterance<Id extends string> = {
  readonly guid: Id;
  readonly document: Id;
  readonly quote: string;
  /** Null for a passage. */
  readonly code: Id | null;
  readonly coder: Id | null;
  readonly weight: number | null;
};

export type Subject<Id extends string> = {
  readonly guid: Id;
  /** It was asked about where any of these was put. */
  readonly questions: readonly Id[];
  /** Codes that speak of it. */
  readonly codes: ReadonlySet<Id>;
  /** Utterances judged to be for or against it. */
  readonly evidence: ReadonlyMap<Id, 'supports' | 'opposes'>;
};

export type Column<Id extends string> = {
  readonly key: string;
  readonly documents: ReadonlySet<Id>;
  /** Whether it takes cases as a whole: then what was noted of a case says something about it. */
  readonly isOfCases: boolean;
  /** What of these documents belongs to the column; all of it where a column is made of documents. */
  readonly holds: (utterance: Utterance<Id>) => boolean;
};

export type CellOf<Id extends string> = {
  readonly state: 'heard' | 'silent' | 'not-asked' | 'unknown';
  readonly utterances: readonly Utterance<Id>[];
  readonly best: readonly Utterance<Id>[];
  readonly documents: number;
  readonly supports: number;
  readonly opposes: number;
};

/**
 * Whether any of the questions was put in a document; null where nobody noted it.
 * @param ofCase whether what was noted of its case as a whole counts too
 */
export type Asked<Id extends string> = (questions: readonly Id[], document: Id, ofCase: boolean) => boolean | null;

const mostShown = 3;

/** @param utterances in the order of the documents */
export function cellsOf<Id extends string>(
  subject: Subject<Id>,
  columns: readonly Column<Id>[],
  utterances: readonly Utterance<Id>[],
  asked: Asked<Id>,
): readonly CellOf<Id>[] {
  const heard = utterances.filter(
    ({ guid, code }) => subject.evidence.has(guid) || (code !== null && subject.codes.has(code)),
  );
  return columns.map((column) => {
    const own = heard.filter((each) => column.documents.has(each.document) && column.holds(each));
    const sideCount = (side: string) => own.filter(({ guid }) => subject.evidence.get(guid) === side).length;
    return {
      state: own.length > 0 ? 'heard' : silenceOf(subject.questions, column, asked),
      utterances: own,
      best: bestOf(subject, own),
      documents: new Set(own.map(({ document }) => document)).size,
      supports: sideCount('supports'),
      opposes: sideCount('opposes'),
    };
  });
}

/** Silence is the one verdict a tool may suggest: somebody spoke, and somebody else was asked and did not. */
export function suggestionOf(cells: readonly Pick<CellOf<string>, 'state'>[]): 'silence' | null {
  const has = (wanted: string): boolean => cells.some(({ state }) => state === wanted);
  return has('heard') && has('silent') ? 'silence' : null;
}

/** What a verdict on a row was about: its cells with what was said in them. */
export function rowFingerprint<Id extends string>(
  subject: Subject<Id>,
  columns: readonly Column<Id>[],
  cells: readonly CellOf<Id>[],
): string {
  const parts = columns.flatMap(({ key }, place) => {
    const cell = cells[place];
    if (!cell) return [];
    const said = cell.utterances.map(({ guid, code, quote }) =>
      JSON.stringify([key, guid, code, quote, subject.evidence.get(guid) ?? null]),
    );
    return [JSON.stringify([key, cell.state]), ...said];
  });
  return fingerprintOf({ row: digestOf(parts) });
}

function silenceOf<Id extends string>(
  questions: readonly Id[],
  { documents, isOfCases }: Column<Id>,
  asked: Asked<Id>,
) {
  const answers = [...documents].map((document) => asked(questions, document, isOfCases));
  if (answers.includes(true)) return 'silent';
  return answers.includes(null) ? 'unknown' : 'not-asked';
}

/** Evidence first, then by weight, then as they stand; one a document before a second of any. */
function bestOf<Id extends string>({ evidence }: Subject<Id>, own: readonly Utterance<Id>[]): readonly Utterance<Id>[] {
  const ranked = own.toSorted(
    (a, b) => Number(evidence.has(b.guid)) - Number(evidence.has(a.guid)) || (b.weight ?? -1) - (a.weight ?? -1),
  );
  const met = new Set<Id>();
  const first = ranked.filter(({ document }) => !met.has(document) && met.add(document));
  return [...first, ...ranked.filter((each) => !first.includes(each))].slice(0, mostShown);
}
