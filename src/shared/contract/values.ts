// Building blocks that several areas of the contract share.

import { z } from 'zod';
import type { Guid } from '../domain/ids.ts';

const guidText = z
  .string()
  .trim()
  .regex(/^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/)
  .toUpperCase();

/** A GUID in any letter case; always handed on in upper case. */
export const guid = guidText as unknown as z.ZodType<Guid, string>;

// Half a surrogate pair is no character: it would come back from the file as another one than was sent.
const isText = (text: string): boolean => text.isWellFormed();

/** Text a person typed that must not be empty, such as a name. */
export const name = z.string().trim().min(1).max(500).refine(isText);
/** Longer text that may be empty. */
export const prose = z.string().max(1_000_000).refine(isText);
/** Short text that may be empty. @param most UTF-16 units */
export const textUpTo = (most: number) => z.string().max(most).refine(isText);
/** `#rrggbb`. */
export const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/)
  .toLowerCase();
/** UTF-16 code units into the canonical text (T3). */
export const offset = z.number().int().min(0).max(2_000_000_000);
/** Day, `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
/** Moment, ISO 8601 in UTC. */
export const moment = z.string();
export const language = z.enum(['id', 'en']);
export type Language = z.infer<typeof language>;

/** Whether one message applies one text in both of Simpul's languages, as templates do. */
export const bilingual = z.strictObject({ id: z.string(), en: z.string() });

/** Where a command happened, so that undo can lead the user back to it. */
export const place = z.strictObject({
  area: z.enum(['collection', 'reduction', 'display', 'conclusion']),
  documentId: guid.optional(),
  start: offset.optional(),
  end: offset.optional(),
  codeId: guid.optional(),
  caseId: guid.optional(),
  memoId: guid.optional(),
});
export type Place = z.infer<typeof place>;

/** What every command that makes something answers. */
export const made = z.strictObject({ guid });
/** What a command answers that has nothing else to say. */
export const done = z.strictObject({});

/** A file the host holds for the client: uploaded before an import, or made by an export. */
/** Of all that lets the study out: true once a person has seen that consent is missing or real names occur. */
export const confirmed = z.boolean().default(false);
export const fileToken = z.string().min(8).max(200);
export const producedFile = z.strictObject({
  token: fileToken,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
});
