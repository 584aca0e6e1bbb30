import { z } from 'zod';
import { command, nothing, query } from './define.ts';
import { color, done, guid, name } from './values.ts';

export const speakerRole = z.enum(['interviewer', 'informant', 'other']);
export type SpeakerRole = z.infer<typeof speakerRole>;

/** A name as it stands in labels: a line of its own, never longer than a label can be. */
export const speakerName = name.max(120);

export const speaker = z.strictObject({
  /** The name in the labels; it is what makes a speaker one (SP3). */
  name: z.string(),
  role: speakerRole,
  /** False where the role is only what the name and the questions suggest. */
  isRoleSet: z.boolean(),
  color: color.nullable(),
  case: guid.nullable(),
  documents: z.array(guid),
  turns: z.number().int(),
  words: z.number().int(),
});
export type Speaker = z.infer<typeof speaker>;

/** A speaker of whom something was said, whether or not a text has the name. */
export const knownSpeaker = speaker.pick({ name: true, role: true, color: true, case: true });
export type KnownSpeaker = z.infer<typeof knownSpeaker>;

export const speakers = {
  list: query({
    summary: 'Who speaks, in order of appearance: in one document, or in all of them.',
    input: z.strictObject({ documentId: guid.optional() }),
    output: z.array(speaker),
    topics: ['structure', 'texts', 'documents', 'cases'],
  }),
  known: query({
    summary: 'What persons said of speakers, without looking at any text.',
    input: nothing,
    output: z.array(knownSpeaker),
    topics: ['structure', 'cases'],
  }),
  set: command({
    summary: 'Say what is known of a speaker: role, colour, case.',
    input: z.strictObject({
      name: speakerName,
      role: speakerRole.optional(),
      color: color.nullable().optional(),
      caseId: guid.nullable().optional(),
    }),
    output: done,
    topics: ['structure'],
  }),
  rename: command({
    summary: 'Give speakers another name in every label (SP5); several, or one that is there already, become one.',
    input: z.strictObject({
      from: z.array(speakerName).min(1).max(100),
      to: name.max(80),
      /** All documents where left out. */
      documentIds: z.array(guid).min(1).optional(),
    }),
    output: z.strictObject({ documents: z.number().int(), turns: z.number().int() }),
    topics: ['texts', 'codings', 'documents', 'memos', 'links', 'structure'],
  }),
};
