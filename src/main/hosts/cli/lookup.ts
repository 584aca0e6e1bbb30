// Names of the command line: a code by its path, a document by its title, a coder by name, each also by guid.
// A name that fits several is an error that lists them (CT3).

import type { Client } from '../../../shared/contract/client.ts';
import type { SavedQuery } from '../../../shared/contract/queries.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { parseGuid, type Guid } from '../../../shared/domain/ids.ts';
import { CliFailure, type Say } from './output.ts';

export async function findDocument(client: Client, say: Say, name: string): Promise<Guid> {
  const documents = await client.documents.list({});
  return pick(documents, name, (document) => document.title, say, 'cli.not-found.document');
}

export async function findCode(client: Client, say: Say, name: string): Promise<Guid> {
  const codes = await client.codes.list({});
  const wanted = partsOf(name);
  return pick(codes, name, (code) => (samePath(code.path, wanted) ? name : ''), say, 'cli.not-found.code');
}

/** @returns null where no coder has that name */
export async function findCoder(client: Client, say: Say, name: string): Promise<Guid | null> {
  const coders = await client.coders.list({});
  if (!coders.some((coder) => coder.name === name || coder.guid === parseGuid(name))) return null;
  return pick(coders, name, (coder) => coder.name, say, 'cli.not-found.coder');
}

export async function requireCoder(client: Client, say: Say, name: string): Promise<Guid> {
  const guid = await findCoder(client, say, name);
  if (!guid) throw new CliFailure('not-found', say('cli.not-found.coder', { name }));
  return guid;
}

export async function findCase(client: Client, say: Say, name: string): Promise<Guid> {
  const cases = await client.cases.list({});
  return pick(cases, name, (each) => each.name, say, 'cli.not-found.case');
}

/** A retrieval query that was kept. */
export async function findQuery(client: Client, say: Say, name: string): Promise<SavedQuery> {
  const queries = await client.queries.list({});
  return pickItem(queries, name, (query) => query.name, say, 'cli.not-found.query');
}

export async function findVariable(client: Client, say: Say, name: string): Promise<Guid> {
  const variables = await client.variables.list({});
  return pick(variables, name, (variable) => variable.name, say, 'cli.not-found.variable');
}

type Missing = `cli.not-found.${'document' | 'code' | 'coder' | 'case' | 'variable' | 'query'}`;

function pick<Item extends { readonly guid: Guid }>(
  items: readonly Item[],
  name: string,
  nameOf: (item: Item) => string,
  say: Say,
  missing: Missing,
): Guid {
  return pickItem(items, name, nameOf, say, missing).guid;
}

function pickItem<Item extends { readonly guid: Guid }>(
  items: readonly Item[],
  name: string,
  nameOf: (item: Item) => string,
  say: Say,
  missing: Missing,
): Item {
  const guid = parseGuid(name);
  const found = items.filter((item) => item.guid === guid || nameOf(item) === name);
  const [first] = found;
  if (!first) throw new CliFailure('not-found', say(missing, { name }));
  if (found.length > 1) {
    const candidates = found.map((item) => item.guid).join(', ');
    throw new CliFailure('ambiguous-name', say('error.ambiguous-name', { name, candidates }));
  }
  return first;
}

function partsOf(path: string): readonly string[] {
  return path.split(pathSeparator);
}

// A name may itself hold the separator, so the joined forms are compared too.
function samePath(path: readonly string[], wanted: readonly string[]): boolean {
  return path.join(pathSeparator) === wanted.join(pathSeparator);
}
