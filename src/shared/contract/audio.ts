import { z } from 'zod';
import { action, command, job, nothing, query } from './define.ts';
import { done, fileToken, guid, made, moment, name } from './values.ts';

/** Kinds of recordings a browser plays, by the ending of their names. */
export const audioTypes = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  webm: 'audio/webm',
} as const;

/** Bytes a recording may have: ten hours of uncompressed speech. */
export const largestRecording = 4 * 1024 ** 3;

export const recording = z.strictObject({
  guid,
  document: guid,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  /** Milliseconds to add to a time stamp of the text to get the place in the recording. */
  timeShift: z.number().int(),
  createdAt: moment,
  /** Whether its file stands beside the project, by name and size. `project.check` looks at every byte. */
  isThere: z.boolean(),
});
export type Recording = z.infer<typeof recording>;

const uploadId = z.string().min(8).max(100);

/** A day forth or back. */
const timeShift = z.number().int().min(-86_400_000).max(86_400_000);

export const audio = {
  list: query({
    summary: 'Recordings of one document, or of all, the first attached first.',
    input: z.strictObject({ documentId: guid.optional() }),
    output: z.array(recording),
    topics: ['structure', 'documents'],
  }),
  begin: action({
    summary: 'Begin to hand over a recording, a piece at a time: recordings are too large to hold in memory.',
    input: nothing,
    output: z.strictObject({ uploadId }),
    topics: [],
  }),
  append: action({
    summary: 'Add the next piece, handed to the host as a file.',
    input: z.strictObject({ uploadId, token: fileToken }),
    output: z.strictObject({ bytes: z.number().int() }),
    topics: [],
  }),
  discard: action({
    summary: 'Forget what was handed over of a recording.',
    input: z.strictObject({ uploadId }),
    output: done,
    topics: [],
  }),
  attach: job({
    summary: 'Keep a recording beside the project, under the hash of its bytes, and attach it to a document.',
    input: z.strictObject({ documentId: guid, uploadId, name: name.max(255) }),
    output: made,
    topics: ['structure'],
  }),
  locate: job({
    summary: 'Put the file of a recording back that is missing. Another recording is refused.',
    input: z.strictObject({ audioId: guid, uploadId }),
    output: done,
    topics: ['structure'],
  }),
  update: command({
    summary: 'Rename a recording, or move its time against the stamps of the text.',
    input: z.strictObject({ audioId: guid, name: name.max(255).optional(), timeShift: timeShift.optional() }),
    output: done,
    topics: ['structure'],
  }),
  remove: command({
    summary: 'Take a recording off its document. The file stays, so that undo brings the recording back.',
    input: z.strictObject({ audioId: guid }),
    output: done,
    topics: ['structure'],
  }),
  unused: query({
    summary: 'Files beside the project that no recording refers to any more.',
    input: nothing,
    output: z.strictObject({ files: z.number().int(), bytes: z.number().int() }),
    topics: ['structure', 'documents'],
  }),
  clear: action({
    summary: 'Delete those files. A recording that undo brings back later has to be located again.',
    input: nothing,
    output: z.strictObject({ files: z.number().int(), bytes: z.number().int() }),
    topics: ['structure'],
  }),
};
