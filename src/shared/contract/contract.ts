// The one barrel of the project: the contract, area by area.

import { analysis } from './analysis.ts';
import { jobs, settings, windows } from './application.ts';
import { audio } from './audio.ts';
import { cases, variables } from './cases.ts';
import { coders } from './coders.ts';
import { codes } from './codes.ts';
import { codings } from './codings.ts';
import type { Method, MethodKind } from './define.ts';
import { displays } from './displays.ts';
import { collection } from './collection.ts';
import { condensation } from './condensation.ts';
import { documents } from './documents.ts';
import { exports } from './exports.ts';
import { forms } from './forms.ts';
import { guide } from './guide.ts';
import { history } from './history.ts';
import { interchange } from './interchange.ts';
import { links } from './links.ts';
import { memos } from './memos.ts';
import { networks } from './networks.ts';
import { project, projects } from './project.ts';
import { propositions } from './propositions.ts';
import { queries } from './queries.ts';
import { report } from './report.ts';
import { results } from './results.ts';
import { questions } from './questions.ts';
import { search } from './search.ts';
import { texts } from './texts.ts';
import { triangulation } from './triangulation.ts';
import { trustworthiness } from './trustworthiness.ts';
import { versions } from './versions.ts';
import { speakers } from './speakers.ts';
import type { z } from 'zod';

export const contract = {
  analysis,
  audio,
  cases,
  coders,
  codes,
  codings,
  displays,
  collection,
  condensation,
  documents,
  exports,
  forms,
  guide,
  history,
  interchange,
  jobs,
  links,
  memos,
  networks,
  project,
  projects,
  propositions,
  queries,
  report,
  results,
  questions,
  search,
  settings,
  texts,
  speakers,
  triangulation,
  trustworthiness,
  variables,
  versions,
  windows,
} as const satisfies Record<string, Record<string, Method>>;

export type Contract = typeof contract;

/** `area.method` of every method there is. */
export type MethodName = {
  [Area in keyof Contract]: `${Area}.${Extract<keyof Contract[Area], string>}`;
}[keyof Contract];

export type MethodOf<Name extends MethodName> = Name extends `${infer Area}.${infer Leaf}`
  ? Area extends keyof Contract
    ? Leaf extends keyof Contract[Area]
      ? Contract[Area][Leaf]
      : never
    : never
  : never;

/** What a caller may send: defaults may be left out. */
export type InputOf<Name extends MethodName> =
  MethodOf<Name> extends Method<MethodKind, infer Input> ? z.input<Input> : never;
/** What a handler gets: checked, defaults filled in. */
export type CheckedInputOf<Name extends MethodName> =
  MethodOf<Name> extends Method<MethodKind, infer Input> ? z.output<Input> : never;
export type OutputOf<Name extends MethodName> =
  MethodOf<Name> extends Method<MethodKind, z.ZodType, infer Output> ? z.output<Output> : never;
export type KindOf<Name extends MethodName> = MethodOf<Name> extends Method<infer Kind> ? Kind : never;

export type NamesOfKind<Kind extends MethodKind> = {
  [Name in MethodName]: KindOf<Name> extends Kind ? Name : never;
}[MethodName];

/** A Map, so that `__proto__` and its like are names nobody has. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries(contract).flatMap(([area, leaves]) =>
    Object.entries(leaves).map(([leaf, method]): [string, Method] => [`${area}.${leaf}`, method]),
  ),
);

export function isMethodName(text: string): text is MethodName {
  return methods.has(text);
}
