// What in a file is likely the same as something in the project, though their GUIDs differ: codes by their path,
// documents by title, cases, variables and coders by name. Only offered, and only where there is no doubt which is
// meant on either side.

import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { CodePart, Study } from './study.ts';

export type Match = {
  readonly kind: 'coder' | 'code' | 'case' | 'variable' | 'document';
  readonly name: string;
  readonly file: Guid;
  readonly project: Guid;
};

type Named = { readonly guid: Guid; readonly name: string };

export function matchesOf(file: Study, project: Study): readonly Match[] {
  const lists: readonly (readonly [Match['kind'], readonly Named[], readonly Named[]])[] = [
    ['coder', file.coders, project.coders],
    ['code', byPath(file.codes), byPath(project.codes)],
    ['case', file.cases, project.cases],
    ['variable', file.variables.map(typed), project.variables.map(typed)],
    ['document', file.documents.map(titled), project.documents.map(titled)],
  ];
  return lists.flatMap(([kind, ours, theirs]) => pairs(ours, theirs).map((pair) => ({ kind, ...pair })));
}

function pairs(file: readonly Named[], project: readonly Named[]): readonly Omit<Match, 'kind'>[] {
  const known = new Set(project.map(({ guid }) => guid));
  const taken = new Set(file.map(({ guid }) => guid));
  const inProject = Map.groupBy(
    project.filter(({ guid }) => !taken.has(guid)),
    ({ name }) => keyOf(name),
  );
  const inFile = Map.groupBy(
    file.filter(({ guid }) => !known.has(guid)),
    ({ name }) => keyOf(name),
  );
  return [...inFile].flatMap(([key, [one, second]]) => {
    const [other, another] = inProject.get(key) ?? [];
    if (!one || second || !other || another) return [];
    return [{ name: one.name, file: one.guid, project: other.guid }];
  });
}

function keyOf(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function byPath(codes: readonly CodePart[]): readonly Named[] {
  const paths = new Map<Guid, string>();
  return codes.map(({ guid, parent, name }) => {
    const path = parent === null ? name : `${paths.get(parent) ?? ''}${pathSeparator}${name}`;
    paths.set(guid, path);
    return { guid, name: path };
  });
}

function typed({ guid, name, type, scope }: Study['variables'][number]): Named {
  return { guid, name: `${name} (${scope}, ${type})` };
}

function titled({ guid, title }: Study['documents'][number]): Named {
  return { guid, name: title };
}

/** Without those a person said are not the same, and without codes below such a code: they are not at that place. */
export function withoutApart(matches: readonly Match[], apart: readonly Guid[]): readonly Match[] {
  if (apart.length === 0) return matches;
  const unwanted = new Set(apart);
  const above = matches.flatMap(({ kind, name, file }) => (kind === 'code' && unwanted.has(file) ? [keyOf(name)] : []));
  return matches.filter(
    ({ kind, name, file }) =>
      !unwanted.has(file) &&
      !(kind === 'code' && above.some((path) => keyOf(name).startsWith(`${path}${pathSeparator}`))),
  );
}

/** The study with the project's GUIDs for what was matched. */
export function withMatches(study: Study, matches: readonly Match[]): Study {
  if (matches.length === 0) return study;
  const guids = new Map<string, string>(matches.map(({ file, project }) => [file, project]));
  const { documents, files, ...rest } = study;
  return {
    ...(renamed(rest, guids) as typeof rest),
    files,
    documents: documents.map(({ text, stored, ...part }) => ({
      ...(renamed(part, guids) as typeof part),
      text,
      ...(stored ? { stored } : {}),
    })),
  };
}

const guidInside = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Every string that is a GUID to be replaced, at any depth: references are nothing else. */
function renamed(value: unknown, guids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    // Definitions and settings are kept as JSON: what they name is inside.
    if (/^[[{]/.test(value)) return value.replaceAll(guidInside, (found) => guids.get(found) ?? found);
    return guids.get(value) ?? value;
  }
  if (Array.isArray(value)) return value.map((each) => renamed(each, guids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, guids)]));
}
