// What was typed to find or make a code.

import type { CodeKind, CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { isNameOf, plain } from './code-search.ts';

/** A code that is to be made when it is applied. */
export type NewCode = {
  readonly name: string;
  /** Where it goes; null is the top of the tree. */
  readonly parent: Guid | null;
  /** Codes to be made between the parent and the new one. */
  readonly between: readonly string[];
  readonly kind: CodeKind | null;
};

/** A code chosen in the popover. */
export type Choice = Guid | NewCode;

/**
 * Reads a name, or a path with slashes, as a code to be made.
 * @returns null where nothing is named, or such a code is already there
 */
export function newCodeOf(codes: readonly CodeSummary[], typed: string): Omit<NewCode, 'kind'> | null {
  const parts = partsOf(typed);
  const name = parts.at(-1);
  if (name === undefined) return null;
  if (parts.length === 1) return isNameOf(codes, name) ? null : { name, parent: null, between: [] };
  let parent: Guid | null = null;
  const above = parts.slice(0, -1);
  let known = 0;
  for (const part of above) {
    const found: CodeSummary | undefined =
      childNamed(codes, parent, part) ?? (known === 0 ? anyNamed(codes, part) : undefined);
    if (!found) break;
    parent = found.guid;
    known += 1;
  }
  const between = above.slice(known);
  if (between.length === 0 && childNamed(codes, parent, name)) return null;
  return { name, parent, between };
}

/** The names of a path as typed, without empty ones. */
export function partsOf(typed: string): readonly string[] {
  return typed
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function childNamed(codes: readonly CodeSummary[], parent: Guid | null, name: string): CodeSummary | undefined {
  return codes.find((code) => code.parent === parent && plain(code.name) === plain(name));
}

function anyNamed(codes: readonly CodeSummary[], name: string): CodeSummary | undefined {
  return codes.find((code) => plain(code.name) === plain(name));
}
