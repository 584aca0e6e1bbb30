// What a memo is about: its name and the way to it.

import { useMemo } from 'react';
import type { CaseSummary, Variable } from '../../../shared/contract/cases.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Coding } from '../../../shared/contract/codings.ts';
import type { Coder } from '../../../shared/contract/coders.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Memo, MemoTarget } from '../../../shared/contract/memos.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { type Translate, useT } from '../../services/text.ts';

export type NamedTarget = {
  readonly target: MemoTarget;
  readonly name: string;
  /** Words of the passage or coding, where the memo is about words. */
  readonly quote: string | null;
  /** Leads there; null where there is no place of its own. */
  readonly reveal: (() => void) | null;
};

export function useTargetNames(memos: readonly Memo[]): (target: MemoTarget) => NamedTarget {
  const t = useT();
  const documents = useAnswer('documents.list', {}).data;
  const codes = useAnswer('codes.list', {}).data;
  const cases = useAnswer('cases.list', {}).data;
  const variables = useAnswer('variables.list', {}).data;
  const coders = useAnswer('coders.list', {}).data;
  const codingIds = useMemo(() => codingsOf(memos), [memos]);
  const codings = useAnswer('codings.list', { codingIds }, { enabled: codingIds.length > 0, keepFormer: true }).data;
  return useMemo(() => {
    const things: Things = {
      documents: byGuid(documents),
      codes: byGuid(codes),
      cases: byGuid(cases),
      variables: byGuid(variables),
      coders: byGuid(coders),
      codings: byGuid(codings),
    };
    return (target) => nameOf(target, things, t);
  }, [documents, codes, cases, variables, coders, codings, t]);
}

export function sameTarget(a: MemoTarget, b: MemoTarget): boolean {
  if (a.kind === 'project' || b.kind === 'project') return a.kind === b.kind;
  if (a.kind !== b.kind || a.guid !== b.guid) return false;
  return a.kind !== 'passage' || b.kind !== 'passage' || (a.start === b.start && a.end === b.end);
}

export function targetKey(target: MemoTarget): string {
  if (target.kind === 'project') return 'project';
  return target.kind === 'passage'
    ? `passage ${target.guid} ${target.start} ${target.end}`
    : `${target.kind} ${target.guid}`;
}

/** A memo without a title goes by its first words. */
export function memoTitle(memo: Pick<Memo, 'title' | 'body'>, untitled: string): string {
  const words = memo.title.trim() || (memo.body.trim().split('\n', 1)[0] ?? '');
  if (words === '') return untitled;
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}

type Things = {
  readonly documents: ReadonlyMap<Guid, DocumentSummary>;
  readonly codes: ReadonlyMap<Guid, CodeSummary>;
  readonly cases: ReadonlyMap<Guid, CaseSummary>;
  readonly variables: ReadonlyMap<Guid, Variable>;
  readonly coders: ReadonlyMap<Guid, Coder>;
  readonly codings: ReadonlyMap<Guid, Coding>;
};

function nameOf(target: MemoTarget, things: Things, t: Translate): NamedTarget {
  const { go, reveal } = usePlace.getState();
  const gone: NamedTarget = { target, name: t('memos.target.gone'), quote: null, reveal: null };
  const plain = { target, quote: null };
  switch (target.kind) {
    case 'project':
      return { ...plain, name: t('memos.target.project'), reveal: null };
    case 'document': {
      const found = things.documents.get(target.guid);
      if (!found) return gone;
      return { ...plain, name: found.title, reveal: () => go({ area: 'reduction', documentId: found.guid }) };
    }
    case 'passage': {
      const found = things.documents.get(target.guid);
      if (!found) return gone;
      const { guid: documentId, start, end } = target;
      return {
        ...plain,
        name: t('memos.target.passageOf', { title: found.title }),
        reveal: () => reveal({ area: 'reduction', documentId, start, end }),
      };
    }
    case 'coding': {
      const coding = things.codings.get(target.guid);
      if (!coding) return gone;
      const { document: documentId, start, end, guid: codingId, quote } = coding;
      const code = things.codes.get(coding.code)?.name ?? '';
      const title = things.documents.get(documentId)?.title ?? '';
      return {
        target,
        quote,
        name: t('memos.target.codingOf', { code, title }),
        reveal: () => reveal({ area: 'reduction', documentId, start, end, codingId }),
      };
    }
    case 'code': {
      const found = things.codes.get(target.guid);
      if (!found) return gone;
      return {
        ...plain,
        name: found.path.join(pathSeparator),
        reveal: () => go({ area: 'reduction', codeIds: [found.guid] }),
      };
    }
    case 'case': {
      const found = things.cases.get(target.guid);
      if (!found) return gone;
      return { ...plain, name: found.name, reveal: () => go({ area: 'collection', caseId: found.guid }) };
    }
    case 'variable':
      return { ...plain, name: things.variables.get(target.guid)?.name ?? gone.name, reveal: null };
    case 'coder':
      return { ...plain, name: things.coders.get(target.guid)?.name ?? gone.name, reveal: null };
  }
}

function codingsOf(memos: readonly Memo[]): Guid[] {
  const guids = memos.flatMap(({ targets }) =>
    targets.flatMap((target) => (target.kind === 'coding' ? [target.guid] : [])),
  );
  return [...new Set(guids)].toSorted();
}

function byGuid<Item extends { readonly guid: Guid }>(items: readonly Item[] | undefined): ReadonlyMap<Guid, Item> {
  return new Map((items ?? []).map((item) => [item.guid, item]));
}
