import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { done, guid, made, name, prose } from './values.ts';

export const researchQuestion = z.strictObject({
  guid,
  /** A few words or a number that stands for it in lists. */
  label: z.string(),
  text: z.string(),
  note: z.string(),
  position: z.number().int(),
  /** What serves to answer it. */
  codes: z.array(guid),
  guideQuestions: z.array(guid),
});
export type ResearchQuestion = z.infer<typeof researchQuestion>;

const words = { label: name, text: prose, note: prose };

/** the research questions of the study, and what serves to answer them. */
export const questions = {
  list: query({
    summary: 'The research questions in their order, with the codes and guide questions that serve to answer them.',
    input: nothing,
    output: z.array(researchQuestion),
    topics: ['questions', 'codes', 'structure'],
  }),
  create: command({
    summary: 'Add a research question at the end.',
    input: z.strictObject(words).partial().required({ label: true }),
    output: made,
    topics: ['questions'],
  }),
  update: command({
    summary: 'Change label, text or note of a research question.',
    input: z.strictObject(words).partial().extend({ questionId: guid }),
    output: done,
    topics: ['questions'],
  }),
  move: command({
    summary: 'Put a research question at another place.',
    input: z.strictObject({ questionId: guid, position: z.number().int().min(0) }),
    output: done,
    topics: ['questions'],
  }),
  delete: command({
    summary: 'Remove research questions with their entries in the log; what served to answer them stays.',
    input: z.strictObject({ questionIds: z.array(guid).min(1) }),
    output: done,
    topics: ['questions', 'collection'],
  }),
  link: command({
    summary: 'Say which codes, or which questions of the interview guide, serve to answer a research question.',
    input: z.strictObject({
      questionId: guid,
      kind: z.enum(['code', 'guide-question']),
      /** All of that kind: what is not among them serves it no more. */
      targetIds: z.array(guid).max(10_000),
    }),
    output: done,
    topics: ['questions'],
  }),
};
