// Which memos a list shows.

import { memoKind, type Memo, type MemoKind, type MemoTarget } from '../../../shared/contract/memos.ts';

export type MemoFilter = {
  readonly text: string;
  readonly kind: MemoKind | 'all';
  readonly about: MemoTarget['kind'] | 'all';
};

export const everyMemo: MemoFilter = { text: '', kind: 'all', about: 'all' };

export const memoKinds: readonly MemoKind[] = memoKind.options;

export const targetKinds: readonly MemoTarget['kind'][] = [
  'project',
  'document',
  'passage',
  'code',
  'coding',
  'case',
  'variable',
  'coder',
];

/** Every word of the search text must stand in title, body or the name of a subject. */
export function filterMemos(
  memos: readonly Memo[],
  filter: MemoFilter,
  nameOf: (target: MemoTarget) => string,
): readonly Memo[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return memos.filter((memo) => {
    if (filter.kind !== 'all' && memo.kind !== filter.kind) return false;
    if (filter.about !== 'all' && !memo.targets.some(({ kind }) => kind === filter.about)) return false;
    if (words.length === 0) return true;
    const text = [memo.title, memo.body, ...memo.targets.map(nameOf)].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
