// What Simpul has and the standard lacks travels in the same file, as `simpul.json` at the root of the archive, where
// other programs ignore it. It counts only as long as the file still holds the same objects: a program that changed
// the project and left our file in it must not bring back what is no more.

import { hash } from 'node:crypto';
import { z } from 'zod';
import { variableScope } from '../../../shared/contract/cases.ts';
import { codeKind } from '../../../shared/contract/codes.ts';
import { codingState } from '../../../shared/contract/codings.ts';
import { documentKind } from '../../../shared/contract/documents.ts';
import { memoKind, memoTarget } from '../../../shared/contract/memos.ts';
import { speakerRole } from '../../../shared/contract/speakers.ts';
import { color, guid as guidShape, language, offset } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { arePages } from '../../../shared/domain/pages.ts';
import { everyNode, type RefiNode } from '../importers/refi/schema.ts';
import type { Notes } from './notes.ts';
import type { KeptPart, Study } from './study.ts';

const version = 1;

const words = z.string();
const person = guidShape.nullable();
const dated = { created_by: person, created_at: words, modified_at: words };

/** Objects that the standard has too: what it has no word for. The file is a stranger's: every value is checked. */
const enriched = {
  coders: z.object({ initials: words, color, created_at: words }),
  codes: z.object({
    color,
    include_rule: words,
    exclude_rule: words,
    typical_example: words,
    counter_example: words,
    kind: codeKind.nullable(),
    theory: words.nullable(),
    ...dated,
  }),
  variables: z.object({ scope: variableScope, choices: words }),
  documents: z.object({
    kind: documentKind,
    language: words,
    date: words.nullable(),
    place: words,
    case: person,
    original_name: words,
    created_at: words,
    modified_at: words,
  }),
  codings: z.object({
    coder: person,
    weight: z.number().int().min(0).max(100).nullable(),
    state: codingState,
    former_quote: words.nullable(),
    created_at: words,
    modified_at: words,
  }),
  memos: z.object({ title: words, body: words, kind: memoKind, targets: z.array(memoTarget), ...dated }),
  links: z.object({ from: guidShape, to: guidShape, note: words, ...dated }),
} as const satisfies Partial<Record<keyof Study, z.ZodObject>>;
type Enriched = keyof typeof enriched;

const splice = z.strictObject({
  at: z.number().int().min(0),
  remove: z.number().int().min(0),
  insert: z.string(),
});
const versionName = z.strictObject({
  guid: guidShape,
  name: z.string().min(1).max(500),
  created_by: guidShape.nullable(),
  created_at: z.string(),
});
const namedTexts = z.strictObject({
  document: guidShape,
  states: z.array(z.strictObject({ back: z.array(splice), names: z.array(versionName) })),
});

/** Rows as they travel; what each table takes is looked at where they are brought in. */
const ownRows = z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))));

/** Lists that only Simpul has, carried whole; and codings without words, which have no place in the XML. */
const whole = {
  questions: z.strictObject({ guid: guidShape, label: words, wording: words }),
  sections: z.strictObject({ guid: guidShape, question: guidShape, passage: guidShape }),
  speakers: z.strictObject({ guid: guidShape, name: words, role: speakerRole, color: color.nullable(), case: person }),
  favourites: guidShape,
  passages: z.strictObject({
    guid: guidShape,
    document: guidShape,
    start: offset,
    end: offset,
    quote: words.optional(),
  }),
  pages: z.strictObject({ document: guidShape, starts: z.array(offset) }),
  named: namedTexts,
  orphans: z.strictObject({
    guid: guidShape,
    document: guidShape,
    code: guidShape,
    start: offset,
    end: offset,
    ...enriched.codings.shape,
  }),
} as const;

const shape = z.object({
  format: z.literal('simpul-exchange'),
  version: z.literal(version),
  objects: words,
  project: z
    .object({ guid: guidShape, language, fictional: z.number().int().min(0).max(1), created_at: words })
    .partial(),
  lists: z.object({
    ...mapped(enriched, (each) => z.array(z.object({ guid: guidShape, ...each.partial().shape }))),
    questions: z.array(whole.questions),
    sections: z.array(whole.sections),
    speakers: z.array(whole.speakers),
    favourites: z.array(whole.favourites),
    passages: z.array(whole.passages),
    // Missing in files of the first version.
    pages: z.array(whole.pages).default([]),
    orphans: z.array(whole.orphans),
    named: z.array(whole.named).default([]),
  }),
  own: ownRows.default({}),
  kept: z.array(words),
});

function mapped<Key extends string, One, Other>(
  record: Readonly<Record<Key, One>>,
  change: (value: One) => Other,
): Record<Key, Other> {
  const entries = Object.entries<One>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<Key, Other>;
}

/** @param project the tree that is written beside it */
export function sidecarOf(study: Study, project: RefiNode): string {
  const lists: Record<string, unknown> = {};
  for (const [name, fields] of Object.entries(enriched)) {
    const parts = study[name as Enriched] as readonly Readonly<Record<string, unknown>>[];
    lists[name] = parts.map((part) => picked(part, ['guid', ...Object.keys(fields.shape)]));
  }
  const orphans = study.codings.filter(isOrphan);
  for (const name of Object.keys(whole)) lists[name] = name === 'orphans' ? orphans : study[name as keyof Study];
  const { name: _name, description: _description, ...own } = study.project;
  const kept = study.kept.map(({ kind, guid }) => `${kind} ${guid}`);
  return JSON.stringify({
    format: 'simpul-exchange',
    version,
    objects: fingerprint(project),
    project: own,
    lists,
    own: study.own,
    kept,
  });
}

/** The study with what its sidecar adds, where that belongs to this very project. */
export function withSidecar(study: Study, project: RefiNode, text: string | null, notes: Notes): Study {
  if (text === null) return study;
  const sidecar = parsed(text);
  if (!sidecar || sidecar.objects !== fingerprint(project)) {
    notes.add('sidecar-ignored');
    return study;
  }
  notes.add('sidecar-used');
  const lists: Record<string, readonly unknown[]> = {};
  for (const [name, fields] of Object.entries(enriched)) {
    const added = new Map(sidecar.lists[name as Enriched].map((entry) => [entry.guid, entry]));
    const parts = study[name as Enriched] as readonly (Readonly<Record<string, unknown>> & { readonly guid: Guid })[];
    lists[name] = parts.map((part) => ({ ...part, ...picked(added.get(part.guid), Object.keys(fields.shape)) }));
  }
  const { questions, sections, speakers, favourites, named, orphans } = sidecar.lists;
  const codings = [...(lists['codings'] ?? []), ...orphans];
  Object.assign(lists, { questions, sections, speakers, favourites, named, codings });
  lists['passages'] = placed(sidecar.lists.passages, study);
  lists['pages'] = fitting(sidecar.lists.pages, study);
  const own = Object.fromEntries(Object.entries(sidecar.project).filter(([, value]) => value !== undefined));
  const wanted = new Set(sidecar.kept);
  const colors = new Map(sidecar.lists.codes.map((code) => [code.guid, 'color' in code ? code.color : undefined]));
  const { name, description } = study.project;
  return {
    ...study,
    ...lists,
    own: sidecar.own,
    project: { ...own, name, description },
    kept: study.kept
      .filter(({ kind, guid }) => wanted.has(`${kind} ${guid}`))
      .map((part) => withOwnColor(part, colors)),
  };
}

/** A code without a colour in the file got one here; that one counts, not what this reading made up. */
function withOwnColor(part: KeptPart, colors: ReadonlyMap<string, string | undefined>): KeptPart {
  const own = part.kind === 'Code' ? colors.get(part.guid) : undefined;
  if (own === undefined || part.made['color'] === undefined) return part;
  return { ...part, made: { ...part.made, color: own } };
}

/** Which objects a project holds, whatever is said of them. */
function fingerprint(project: RefiNode): string {
  const lines: string[] = [];
  for (const { tag, attrs } of everyNode(project))
    if (attrs['guid'] !== undefined) lines.push(`${tag} ${attrs['guid']}`);
  return hash('sha256', lines.sort().join('\n'), 'hex');
}

function parsed(text: string): z.infer<typeof shape> | null {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isOrphan({ start, end }: Study['codings'][number]): boolean {
  return start === end;
}

/** Passages that lie in their texts. */
function placed(passages: readonly z.infer<typeof whole.passages>[], { documents }: Study): readonly unknown[] {
  const lengths = new Map(documents.map(({ guid: document, text }) => [document, text.length]));
  return passages.filter(({ document, start, end }) => start <= end && end <= (lengths.get(document) ?? -1));
}

/** Pages whose beginnings lie in their texts. */
function fitting(pages: readonly z.infer<typeof whole.pages>[], { documents }: Study): readonly unknown[] {
  const lengths = new Map(documents.map(({ guid: document, text }) => [document, text.length]));
  return pages.filter(({ document, starts }) => arePages(starts, lengths.get(document) ?? -1));
}

function picked(entry: unknown, fields: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof entry !== 'object' || entry === null) return {};
  const known: Readonly<Record<string, unknown>> = { ...entry };
  return Object.fromEntries(fields.filter((field) => known[field] !== undefined).map((field) => [field, known[field]]));
}
