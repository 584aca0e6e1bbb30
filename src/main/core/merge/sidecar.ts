// What Simpul has and the standard lacks travels in the same file, as `simpul.json` at the root of the archive, where
// other programs ignore it. It counts only as long as the file still holds the same objects: a program that changed
// the project and left our file in it must not bring back what is no more.

import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Guid } from '../../../shared/domain/ids.ts';
import { everyNode, type RefiNode } from '../importers/refi/schema.ts';
import type { Notes } from './notes.ts';
import type { Study } from './study.ts';

const version = 1;

/** Lists of objects that the standard has too: the sidecar adds what it has no word for. */
const enriched = {
  coders: ['color', 'created_at'],
  codes: [
    'include_rule',
    'exclude_rule',
    'typical_example',
    'counter_example',
    'kind',
    'created_by',
    'created_at',
    'modified_at',
  ],
  variables: ['scope', 'choices'],
  cases: [],
  documents: ['kind', 'language', 'date', 'place', 'case', 'original_name', 'created_at', 'modified_at'],
  codings: ['weight', 'state', 'former_quote', 'created_at', 'modified_at'],
  memos: ['title', 'body', 'kind', 'created_by', 'created_at', 'modified_at', 'targets'],
  links: ['from', 'to', 'note', 'created_by', 'created_at', 'modified_at'],
} as const satisfies Partial<Record<keyof Study, readonly string[]>>;
type Enriched = keyof typeof enriched;

/** Lists that only Simpul has, carried whole. */
const whole = ['questions', 'sections', 'speakers', 'favourites', 'passages'] as const;

const shape = z.object({
  format: z.literal('simpul-exchange'),
  version: z.literal(version),
  objects: z.string(),
  project: z.record(z.string(), z.unknown()),
  lists: z.record(z.string(), z.array(z.unknown())),
  kept: z.array(z.string()),
});

/** @param project the tree that is written beside it */
export function sidecarOf(study: Study, project: RefiNode): string {
  const lists: Record<string, unknown> = {};
  for (const [name, fields] of Object.entries(enriched)) {
    const parts = study[name as Enriched] as readonly Readonly<Record<string, unknown>>[];
    lists[name] = parts.map((part) => picked(part, ['guid', ...fields]));
  }
  for (const name of whole) lists[name] = study[name];
  const { name: _name, description: _description, ...own } = study.project;
  const kept = study.kept.map(({ kind, guid }) => `${kind} ${guid}`);
  return JSON.stringify({
    format: 'simpul-exchange',
    version,
    objects: fingerprint(project),
    project: own,
    lists,
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
    const added = new Map((sidecar.lists[name] ?? []).map((entry) => [guidIn(entry), entry]));
    const parts = study[name as Enriched] as readonly (Readonly<Record<string, unknown>> & { readonly guid: Guid })[];
    lists[name] = parts.map((part) => ({ ...part, ...picked(added.get(part.guid), fields) }));
  }
  for (const name of whole) lists[name] = sidecar.lists[name] ?? [];
  const wanted = new Set(sidecar.kept);
  const { name, description } = study.project;
  return {
    ...study,
    ...lists,
    project: { ...sidecar.project, name, description },
    kept: study.kept.filter(({ kind, guid }) => wanted.has(`${kind} ${guid}`)),
  };
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

function guidIn(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'guid' in entry ? entry.guid : undefined;
}

function picked(entry: unknown, fields: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof entry !== 'object' || entry === null) return {};
  const known: Readonly<Record<string, unknown>> = { ...entry };
  return Object.fromEntries(fields.filter((field) => known[field] !== undefined).map((field) => [field, known[field]]));
}
