// who or what was asked about which question, and what came of it. Rules CV1–CV5 of SPEC.md.
// "Not asked" and "silent" are different findings: a source that was never asked says nothing by its silence.

import type { Guid } from './ids.ts';

export const entryStatuses = ['not-asked', 'planned', 'done', 'transcribed', 'checked'] as const;
export type EntryStatus = (typeof entryStatuses)[number];
export const completenesses = ['none', 'partial', 'complete'] as const;
export type Completeness = (typeof completenesses)[number];

/** What a person wrote into the accounting log about a case or document and a question. */
export type CoverageEntry = {
  readonly source: Guid;
  readonly question: Guid;
  readonly status: EntryStatus;
  readonly completeness: Completeness | null;
};

export type CoverageInput = {
  readonly documents: readonly { readonly guid: Guid; readonly case: Guid | null }[];
  readonly cases: readonly Guid[];
  /** Research questions with all that serves to answer them; codes with those below them. */
  readonly researchQuestions: readonly {
    readonly guid: Guid;
    readonly codes: readonly Guid[];
    readonly guideQuestions: readonly Guid[];
  }[];
  readonly guideQuestions: readonly Guid[];
  /** Where questions of the guide are asked, each with the range of its section. */
  readonly sections: readonly {
    readonly document: Guid;
    readonly question: Guid;
    readonly start: number;
    readonly end: number;
  }[];
  /** Without orphans. */
  readonly codings: readonly {
    readonly document: Guid;
    readonly code: Guid;
    readonly start: number;
    readonly end: number;
  }[];
  readonly entries: readonly CoverageEntry[];
};

/**
 * `covered`: something was coded or noted as answered; `silent`: asked, and nothing was; `planned`: still to be asked;
 * `not-asked`: nobody asked, and nothing came up by itself.
 */
export type CoverageState = 'covered' | 'silent' | 'planned' | 'not-asked';

export type CoverageCell = {
  readonly state: CoverageState;
  /** How it is known that the question was asked: by a section of the guide, by the log; null where it was not. */
  readonly asked: 'guide' | 'log' | null;
  /** Codings that answer it. */
  readonly codings: number;
  /** The entry of the log about this very source and question. */
  readonly entry: CoverageEntry | null;
};

export type Coverage = {
  /** @param source a document or a case; a case has what its documents have, and its own entries */
  readonly cell: (source: Guid, question: Guid) => CoverageCell;
  /** Whether any of these sources was asked what the code serves to answer; null where it serves no question (CV5). */
  readonly wasAsked: (code: Guid, sources: readonly Guid[]) => boolean | null;
};

export type AskedInput = {
  readonly researchQuestions: readonly { readonly guid: Guid; readonly guideQuestions: readonly Guid[] }[];
  readonly sections: readonly { readonly document: Guid; readonly question: Guid }[];
  readonly entries: readonly CoverageEntry[];
};

/** CV1: which questions were put where, as far as anybody noted it. Coverage and triangulation read the same. */
export type Records = {
  /** Whether anything at all is noted of a question: in the log, or by a section in which it is asked. */
  readonly isKnown: (question: Guid) => boolean;
  /** Whether the guide is marked as asking it in this document. */
  readonly isInGuide: (document: Guid, question: Guid) => boolean;
  /** Entries of the log about this very source; those of a guide question count for what it serves to answer. */
  readonly noted: (source: Guid, question: Guid) => readonly CoverageEntry[];
};

export function askedRecords({ researchQuestions, sections, entries }: AskedInput): Records {
  const serves = new Map<Guid, Guid[]>();
  for (const { guid, guideQuestions } of researchQuestions) {
    for (const question of guideQuestions) serves.set(question, [...(serves.get(question) ?? []), guid]);
  }
  const meant = (question: Guid): readonly Guid[] => [question, ...(serves.get(question) ?? [])];
  const inGuide = new Set<string>();
  const noted = new Map<string, CoverageEntry[]>();
  const known = new Set<Guid>();
  for (const { document, question } of sections) {
    for (const each of meant(question)) {
      inGuide.add(key(document, each));
      known.add(each);
    }
  }
  for (const entry of entries) {
    for (const each of meant(entry.question)) {
      const place = key(entry.source, each);
      noted.set(place, [...(noted.get(place) ?? []), entry]);
      known.add(each);
    }
  }
  return {
    isKnown: (question) => known.has(question),
    isInGuide: (document, question) => inGuide.has(key(document, question)),
    noted: (source, question) => noted.get(key(source, question)) ?? [],
  };
}

/** Whether an entry of the log says that the question was put. */
export function saysAsked({ status }: CoverageEntry): boolean {
  return status === 'done' || status === 'transcribed' || status === 'checked';
}

/** Reads the log, the sections of the guide and the codings as one. Time grows with sections × codings of a document. */
export function coverage(input: CoverageInput): Coverage {
  const documents = new Map(input.documents.map((document) => [document.guid, document]));
  const ofCase = Map.groupBy(input.documents, (document) => document.case);
  const records = askedRecords(input);
  const found = countedInDocuments(input);

  const cell = (source: Guid, question: Guid): CoverageCell => {
    const isDocument = documents.has(source);
    const parts = isDocument ? [source] : (ofCase.get(source) ?? []).map(({ guid }) => guid);
    // What is noted of a document is known of its case too (CV4).
    const told = [...new Set([source, ...parts])].flatMap((place) => records.noted(place, question));
    const codings = parts.reduce((sum, document) => sum + (found.get(key(document, question)) ?? 0), 0);
    const isInGuide = parts.some((document) => records.isInGuide(document, question));
    const asked = isInGuide ? 'guide' : told.some(saysAsked) ? 'log' : null;
    const entry = records.noted(source, question).find((each) => each.question === question) ?? null;
    return { state: stateOf(codings, asked !== null, told), asked, codings, entry };
  };

  const served = questionsByCode(input);
  const wasAsked = (code: Guid, sources: readonly Guid[]): boolean | null => {
    const questions = served.get(code);
    if (!questions) return null;
    return sources.some((source) => [...questions].some((question) => cell(source, question).asked !== null));
  };
  return { cell, wasAsked };
}

// CV1–CV4.
function stateOf(codings: number, isAsked: boolean, told: readonly CoverageEntry[]): CoverageState {
  const answered = told.some(({ completeness }) => completeness === 'partial' || completeness === 'complete');
  if (codings > 0 || answered) return 'covered';
  if (isAsked) return 'silent';
  return told.some(({ status }) => status === 'planned') ? 'planned' : 'not-asked';
}

/** By document and question: how many codings answer it. */
function countedInDocuments(input: CoverageInput): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const codingsIn = Map.groupBy(input.codings, ({ document }) => document);
  const sectionsIn = Map.groupBy(input.sections, ({ document }) => document);
  for (const { guid: document } of input.documents) {
    const codings = codingsIn.get(document) ?? [];
    const sections = sectionsIn.get(document) ?? [];
    const inSections = (questions: ReadonlySet<Guid>): number => {
      const asked = sections.filter(({ question }) => questions.has(question));
      return codings.filter((coding) => asked.some(({ start, end }) => coding.start < end && coding.end > start))
        .length;
    };
    for (const question of input.guideQuestions) found.set(key(document, question), inSections(new Set([question])));
    for (const { guid, codes, guideQuestions } of input.researchQuestions) {
      const serving = new Set(codes);
      const served = codings.filter(({ code }) => serving.has(code)).length;
      found.set(key(document, guid), serving.size > 0 ? served : inSections(new Set(guideQuestions)));
    }
  }
  return found;
}

function questionsByCode({ researchQuestions }: CoverageInput): ReadonlyMap<Guid, ReadonlySet<Guid>> {
  const served = new Map<Guid, Set<Guid>>();
  for (const { guid, codes } of researchQuestions) {
    for (const code of codes) served.set(code, (served.get(code) ?? new Set()).add(guid));
  }
  return served;
}

function key(source: Guid, question: Guid): string {
  return `${source} ${question}`;
}
