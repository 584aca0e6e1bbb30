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

/** Reads the log, the sections of the guide and the codings as one. Time grows with sections × codings of a document. */
export function coverage(input: CoverageInput): Coverage {
  const documents = new Map(input.documents.map((document) => [document.guid, document]));
  const ofCase = Map.groupBy(input.documents, (document) => document.case);
  const entries = new Map(input.entries.map((entry) => [key(entry.source, entry.question), entry]));
  const found = countedInDocuments(input);
  const noneFound: Found = { isAsked: false, codings: 0 };

  const cell = (source: Guid, question: Guid): CoverageCell => {
    const isDocument = documents.has(source);
    const parts = isDocument ? [source] : (ofCase.get(source) ?? []).map(({ guid }) => guid);
    const all = parts.map((document) => found.get(key(document, question)) ?? noneFound);
    const own = entries.get(key(source, question)) ?? null;
    // What is noted of a document is known of its case too.
    const noted = isDocument ? [own] : [own, ...parts.map((document) => entries.get(key(document, question)) ?? null)];
    const told = noted.filter((entry) => entry !== null);
    const codings = all.reduce((sum, each) => sum + each.codings, 0);
    const asked = all.some(({ isAsked }) => isAsked) ? 'guide' : told.some(hasAsked) ? 'log' : null;
    return { state: stateOf(codings, asked !== null, told), asked, codings, entry: own };
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

function hasAsked({ status }: CoverageEntry): boolean {
  return status === 'done' || status === 'transcribed' || status === 'checked';
}

type Found = { readonly isAsked: boolean; readonly codings: number };

/** By document and question: whether the guide asks it there, and how many codings answer it. */
function countedInDocuments(input: CoverageInput): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  const codingsIn = Map.groupBy(input.codings, ({ document }) => document);
  const sectionsIn = Map.groupBy(input.sections, ({ document }) => document);
  for (const { guid: document } of input.documents) {
    const codings = codingsIn.get(document) ?? [];
    const sections = sectionsIn.get(document) ?? [];
    const inSections = (questions: ReadonlySet<Guid>) => {
      const asked = sections.filter(({ question }) => questions.has(question));
      const within = codings.filter((coding) =>
        asked.some(({ start, end }) => coding.start < end && coding.end > start),
      );
      return { isAsked: asked.length > 0, codings: within.length };
    };
    for (const question of input.guideQuestions) {
      const counted = inSections(new Set([question]));
      if (counted.isAsked) found.set(key(document, question), counted);
    }
    for (const { guid, codes, guideQuestions } of input.researchQuestions) {
      const { isAsked, codings: within } = inSections(new Set(guideQuestions));
      const serving = new Set(codes);
      const count = serving.size > 0 ? codings.filter(({ code }) => serving.has(code)).length : within;
      if (isAsked || count > 0) found.set(key(document, guid), { isAsked, codings: count });
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
