import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { done, guid, made, name, offset, prose } from './values.ts';

export const guideQuestion = z.strictObject({
  guid,
  /** A few words that stand for it in lists. */
  label: z.string(),
  /** As it is to be asked; empty where the label says it. */
  wording: z.string(),
  position: z.number().int(),
  /** How often it is asked, and in how many documents. */
  sections: z.number().int(),
  documents: z.number().int(),
});
export type GuideQuestion = z.infer<typeof guideQuestion>;

export const guideSection = z.strictObject({
  guid,
  question: guid,
  document: guid,
  /** The words that ask it. */
  start: offset,
  end: offset,
  quote: z.string(),
  /** Where the section ends (GU2). */
  until: offset,
  /** No words are left of the question: it has no section until undo brings them back. */
  isLost: z.boolean(),
});
export type GuideSection = z.infer<typeof guideSection>;

export const guideAnswer = z.strictObject({
  section: guid,
  document: guid,
  title: z.string(),
  case: guid.nullable(),
  /** What follows the words that ask, up to where the section ends, without blanks at its ends. */
  start: offset,
  end: offset,
  text: z.string(),
  /** Codes with which the whole of it is coded, whoever did. */
  codes: z.array(guid),
});
export type GuideAnswer = z.infer<typeof guideAnswer>;

const newQuestion = z.strictObject({ label: name, wording: prose.optional() });
const place = { documentId: guid, start: offset, end: offset };

export const guide = {
  questions: query({
    summary: 'The questions of the interview guide, in their order.',
    input: nothing,
    output: z.array(guideQuestion),
    topics: ['structure', 'texts'],
  }),
  sections: query({
    summary: 'Where questions are asked, and the section each opens, by document and place.',
    input: z.strictObject({ documentIds: z.array(guid), questionIds: z.array(guid) }).partial(),
    output: z.array(guideSection),
    topics: ['structure', 'texts', 'documents'],
  }),
  answers: query({
    summary: 'What was said to one question, in all documents: the sections it opens, without the words that ask it.',
    input: z.strictObject({
      questionId: guid,
      documentIds: z.array(guid).optional(),
      caseIds: z.array(guid).optional(),
    }),
    /** In the order of the documents and of the text. */
    output: z.array(guideAnswer),
    topics: ['structure', 'texts', 'documents', 'cases', 'codings'],
  }),
  suggestions: query({
    summary: 'Where in a transcript questions seem to be asked that are not marked there yet (GU3).',
    input: z.strictObject({ documentId: guid }),
    output: z.array(
      z.strictObject({
        question: guid,
        start: offset,
        end: offset,
        quote: z.string(),
        /** 0 to 1. */
        score: z.number(),
      }),
    ),
    topics: ['structure', 'texts'],
  }),
  create: command({
    summary: 'Add a question; without a position it comes last.',
    input: newQuestion.extend({ position: z.number().int().min(0).optional() }),
    output: made,
    topics: ['structure'],
  }),
  createMany: command({
    summary: 'Add several questions at the end, in one step.',
    input: z.strictObject({ questions: z.array(newQuestion).min(1).max(1000) }),
    output: z.strictObject({ guids: z.array(guid) }),
    topics: ['structure'],
  }),
  update: command({
    summary: 'Change label or wording of a question.',
    input: newQuestion.partial().extend({ questionId: guid }),
    output: done,
    topics: ['structure'],
  }),
  move: command({
    summary: 'Put a question at another place in the guide.',
    input: z.strictObject({ questionId: guid, position: z.number().int().min(0) }),
    output: done,
    topics: ['structure'],
  }),
  delete: command({
    summary: 'Remove questions with their sections (GU4).',
    input: z.strictObject({ questionIds: z.array(guid).min(1) }),
    output: z.strictObject({ questions: z.number().int(), sections: z.number().int() }),
    topics: ['structure', 'links', 'questions', 'collection'],
  }),
  mark: command({
    summary: 'Say where questions are asked, each by a passage.',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ questionId: guid, ...place }))
        .min(1)
        .max(1000),
    }),
    output: z.strictObject({ guids: z.array(guid) }),
    topics: ['structure', 'links'],
  }),
  unmark: command({
    summary: 'Take sections away; questions and text stay.',
    input: z.strictObject({ sectionIds: z.array(guid).min(1) }),
    output: done,
    topics: ['structure', 'links'],
  }),
};
