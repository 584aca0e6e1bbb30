// Which codings an analysis of the command line looks at, and how its matrices are printed.

import type { Command } from 'commander';
import type { Client } from '../../../shared/contract/client.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { findCase, findCode, findDocument, requireCoder } from './lookup.ts';
import { tableOf, type Say } from './output.ts';

export type ScopeOptions = {
  readonly codes?: readonly string[];
  readonly documents?: readonly string[];
  readonly cases?: readonly string[];
  readonly coders?: readonly string[];
};

export function addScopeOptions(command: Command, say: Say): Command {
  return command
    .option('--codes <paths...>', say('cli.option.codes'))
    .option('--documents <titles...>', say('cli.option.documents'))
    .option('--cases <names...>', say('cli.option.cases'))
    .option('--coders <names...>', say('cli.option.coders'));
}

/** The names that were given as guids. @throws CliFailure where one is not there or fits several */
export async function scopeFrom(client: Client, say: Say, { codes, documents, cases, coders }: ScopeOptions) {
  const all = async (
    names: readonly string[] | undefined,
    find: (client: Client, say: Say, name: string) => Promise<Guid>,
  ): Promise<Guid[] | null> =>
    names === undefined ? null : await Promise.all(names.map((name) => find(client, say, name)));
  const [codeIds, documentIds, caseIds, coderIds] = [
    await all(codes, findCode),
    await all(documents, findDocument),
    await all(cases, findCase),
    await all(coders, requireCoder),
  ];
  return {
    ...(codeIds && { codeIds }),
    ...(documentIds && { documentIds }),
    ...(caseIds && { caseIds }),
    ...(coderIds && { coderIds }),
  };
}

/** A table with a head, codes in the last column. Undefined is a dash. */
export function codeTable(
  head: readonly string[],
  rows: readonly (readonly (number | string | null)[])[],
  codes: readonly { readonly path: readonly string[] }[],
): string {
  return tableOf([
    [...head, ''],
    ...rows.map((row, place) => [...row.map(shown), codes[place]?.path.join(pathSeparator) ?? '']),
  ]);
}

export function shown(value: number | string | null): string {
  if (value === null) return '–';
  return typeof value === 'string' || Number.isInteger(value) ? String(value) : value.toFixed(4);
}
