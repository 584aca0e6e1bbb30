// The scope on screen: what was remembered for this project, and what there is to choose from.

import { useCallback, useMemo } from 'react';
import type { CaseSummary } from '../../../../shared/contract/cases.ts';
import type { Coder } from '../../../../shared/contract/coders.ts';
import type { CodeSummary } from '../../../../shared/contract/codes.ts';
import type { DocumentSummary } from '../../../../shared/contract/documents.ts';
import type { ProjectInfo } from '../../../../shared/contract/project.ts';
import { useAnswer } from '../../../services/answers.ts';
import type { Remembered } from '../../../services/window-memory.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { filterOf, parseScope, type Scope, type ScopeFilter } from './scope.ts';

export type Study = {
  readonly info: ProjectInfo;
  readonly codes: readonly CodeSummary[];
  readonly documents: readonly DocumentSummary[];
  readonly cases: readonly CaseSummary[];
  readonly coders: readonly Coder[];
};

export type ScopeState = {
  readonly scope: Scope;
  readonly change: (change: Partial<Scope>) => void;
  /** Null until everything there is to choose from is known. */
  readonly filter: ScopeFilter | null;
  readonly study: Study | null;
};

export function useScope(): ScopeState {
  const info = useAnswer('project.info', {}).data;
  const codes = useAnswer('codes.list', {}).data;
  const documents = useAnswer('documents.list', {}).data;
  const cases = useAnswer('cases.list', {}).data;
  const coders = useAnswer('coders.list', {}).data;
  // Each project has codes and documents of its own.
  const [remembered, remember] = useRemembered<Remembered>(`display/scope/${info?.project.guid ?? ''}`, null);
  const scope = useMemo(() => parseScope(remembered), [remembered]);
  const study = useMemo(
    () => (info && codes && documents && cases && coders ? { info, codes, documents, cases, coders } : null),
    [info, codes, documents, cases, coders],
  );
  const filter = useMemo(() => (study ? filterOf(scope, knownIn(study)) : null), [scope, study]);
  const change = useCallback((to: Partial<Scope>) => remember({ ...scope, ...to }), [remember, scope]);
  return { scope, study, filter, change };
}

function knownIn({ codes, documents, cases, coders }: Study) {
  const guids = <T extends { readonly guid: CodeSummary['guid'] }>(items: readonly T[]) =>
    new Set(items.map(({ guid }) => guid));
  return { codes, documents: guids(documents), cases: guids(cases), coders: guids(coders) };
}
