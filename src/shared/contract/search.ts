import { z } from 'zod';
import { documentKind } from './documents.ts';
import { command, job, nothing, query } from './define.ts';
import { done, guid, made, moment, name, offset } from './values.ts';

/** Where a search looks. Left out means everywhere; what is given must all hold. */
export const searchScope = {
  documentIds: z.array(guid).optional(),
  caseIds: z.array(guid).optional(),
  kinds: z.array(documentKind).optional(),
  /** Only in turns of these speakers. */
  speakers: z.array(z.string().max(200)).max(200).optional(),
  /** Only in passages coded with one of these. */
  codeIds: z.array(guid).optional(),
  /** Only in sections of these questions of the interview guide. */
  questionIds: z.array(guid).optional(),
};

/** Lists of stop words that come with the program. */
export const stopWordList = z.enum(['id', 'en', 'both', 'none']);

export const searchUnit = z.enum(['document', 'paragraph', 'sentence', 'coding']);
export type SearchUnit = z.infer<typeof searchUnit>;

/** What is looked for (TX1–TX7 of SPEC.md). */
export const searchSettings = z.strictObject({
  query: z.string().max(10_000),
  matchCase: z.boolean().default(false),
  /** Letters count alike with and without their marks. */
  ignoreMarks: z.boolean().default(false),
  /** Indonesian words count alike with and without their affixes, doubled ones once. */
  affixes: z.boolean().default(false),
  /** In which the query must come true. */
  unit: searchUnit.default('paragraph'),
  ...searchScope,
});
export type SearchSettings = z.infer<typeof searchSettings>;
export type SearchSettingsInput = z.input<typeof searchSettings>;

export const searchHit = z.strictObject({
  start: offset,
  end: offset,
  /** As in the text, inside the paragraph. */
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchedDocument = z.strictObject({
  document: guid,
  title: z.string(),
  /** Revision of the text the hits are places in. */
  revision: z.number().int(),
  /** All that were found, told or not. */
  count: z.number().int(),
  hits: z.array(searchHit),
});
export type SearchedDocument = z.infer<typeof searchedDocument>;

export const savedSearch = z.strictObject({
  guid,
  name: z.string(),
  settings: searchSettings,
  createdAt: moment,
  modifiedAt: moment,
});
export type SavedSearch = z.infer<typeof savedSearch>;

/** What a hit codes: itself, or what stands around it. */
export const codingExtent = z.enum(['hit', 'sentence', 'paragraph', 'document']);
export type CodingExtent = z.infer<typeof codingExtent>;

const judgedPlace = z.strictObject({ documentId: guid, start: offset, end: offset });

export const search = {
  find: job({
    summary: 'Search the texts: words, phrases, wildcards, regular expressions, AND OR NOT NEAR, in units.',
    input: z.strictObject({
      ...searchSettings.shape,
      /** Hits told with their words; all are counted. */
      limit: z.number().int().min(0).max(100_000).default(200),
      /** UTF-16 units of text wanted on each side of a hit. */
      context: z.number().int().min(0).max(500).default(60),
    }),
    output: z.strictObject({
      documents: z.array(searchedDocument),
      hits: z.number().int(),
      /** Documents looked through. */
      searched: z.number().int(),
      /** There are more hits than are told. */
      more: z.boolean(),
    }),
    topics: ['texts', 'documents', 'codings', 'codes', 'cases', 'structure'],
  }),
  code: job({
    summary: 'Code everything a search finds, in one undoable step, or only tell what would be coded.',
    input: z.strictObject({
      ...searchSettings.shape,
      codeId: guid,
      coderId: guid.nullable().optional(),
      extent: codingExtent.default('hit'),
      dryRun: z.boolean().default(false),
    }),
    output: z.strictObject({
      hits: z.number().int(),
      documents: z.number().int(),
      /** Codings made, or that would be made. */
      codings: z.number().int(),
      /** Passages that this coder had coded so already. */
      already: z.number().int(),
    }),
    topics: ['codings', 'codes', 'documents'],
  }),
  words: job({
    summary: 'Words of the texts with frequency, TF-IDF (count times ln(N/df)) and keyness G2 against the other texts.',
    input: z.strictObject({
      documentIds: searchScope.documentIds,
      caseIds: searchScope.caseIds,
      kinds: searchScope.kinds,
      /** *project*: the lists and the words of its own that the study uses. The others: these lists alone. */
      stopWords: z.enum(['project', ...stopWordList.options]).default('project'),
      /** UTF-16 units a word must have. */
      shortest: z.number().int().min(1).max(100).default(2),
      order: z.enum(['count', 'tfidf', 'keyness']).default('count'),
      limit: z.number().int().min(1).max(10_000).default(200),
    }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          word: z.string(),
          count: z.number().int(),
          documents: z.number().int(),
          /** Of all words counted, 0..1. */
          share: z.number(),
          tfidf: z.number(),
          /** Negative where the word is rarer than in the other texts; null where there are none. */
          keyness: z.number().nullable(),
        }),
      ),
      /** How many different words, and how many words in all, were counted. */
      different: z.number().int(),
      words: z.number().int(),
      documents: z.number().int(),
      /** Lists that were left out, and how many words of the study's own. */
      stopWords: z.strictObject({ lists: stopWordList, own: z.number().int() }),
      /** Of the project, at which they were counted. */
      revision: z.number().int(),
    }),
    topics: ['texts', 'documents', 'cases', 'stop-words'],
  }),
  similar: job({
    summary: 'Passages that read like examples: cosine of TF-IDF over words and 3-grams, with Rocchio feedback.',
    input: z.strictObject({
      documentIds: searchScope.documentIds,
      caseIds: searchScope.caseIds,
      kinds: searchScope.kinds,
      /** What is coded with it is the example; passages that touch such a coding are not told. */
      codeId: guid.optional(),
      /** Words of one's own as an example, alone or beside a code. */
      text: z.string().max(100_000).optional(),
      unit: z.enum(['paragraph', 'sentence']).default('paragraph'),
      /** Passages that a person found right, and wrong: they change what is looked for, and are not told again. */
      hits: z.array(judgedPlace).max(1000).default([]),
      misses: z.array(judgedPlace).max(1000).default([]),
      /** The least likeness that is told, 0..1. */
      least: z.number().min(0).max(1).default(0.05),
      limit: z.number().int().min(1).max(10_000).default(50),
    }),
    output: z.strictObject({
      /** The most alike first. */
      candidates: z.array(
        z.strictObject({
          document: guid,
          title: z.string(),
          start: offset,
          end: offset,
          quote: z.string(),
          /** Cosine, 0..1. */
          score: z.number(),
        }),
      ),
      /** How many passages were the example. */
      examples: z.number().int(),
      /** How many units were held against it. */
      units: z.number().int(),
      /** Of the project, at which they were compared. */
      revision: z.number().int(),
    }),
    topics: ['texts', 'documents', 'codings', 'codes', 'cases', 'stop-words'],
  }),
  stopWords: query({
    summary: 'Words that this study leaves out where words are counted or compared: lists of the program and its own.',
    input: nothing,
    output: z.strictObject({
      lists: stopWordList,
      /** In small letters, in the order of the alphabet. */
      own: z.array(z.string()),
    }),
    topics: ['stop-words'],
  }),
  setStopWords: command({
    summary: 'Say which lists this study leaves out, and all stop words of its own; what is not given stays.',
    input: z.strictObject({
      lists: stopWordList.optional(),
      own: z.array(z.string().min(1).max(100)).max(10_000).optional(),
    }),
    output: done,
    topics: ['stop-words'],
  }),
  index: job({
    summary: 'Bring the index of words up to date; searches are complete without it, and faster with it.',
    input: nothing,
    output: z.strictObject({ texts: z.number().int(), indexed: z.number().int() }),
    topics: [],
  }),
  saved: query({
    summary: 'The searches that were kept, in their order.',
    input: nothing,
    output: z.array(savedSearch),
    topics: ['searches'],
  }),
  save: command({
    summary: 'Keep a search under a name.',
    input: z.strictObject({ name, settings: searchSettings }),
    output: made,
    topics: ['searches'],
  }),
  updateSaved: command({
    summary: 'Rename a search that was kept, or change what it looks for.',
    input: z.strictObject({ searchId: guid, name: name.optional(), settings: searchSettings.optional() }),
    output: done,
    topics: ['searches'],
  }),
  removeSaved: command({
    summary: 'Remove a search that was kept.',
    input: z.strictObject({ searchId: guid }),
    output: done,
    topics: ['searches'],
  }),
};
