// The query on the desk: its text and its tree, each written from the other, remembered per project.

import { useCallback, useMemo, useState } from 'react';
import { returnMode, type RetrievalResult } from '../../../../shared/contract/analysis-retrieval.ts';
import { parseQuery, type QueryFault } from '../../../../shared/domain/analysis/query-parser.ts';
import { printQuery, type Query } from '../../../../shared/domain/analysis/query.ts';
import { useLanguage } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { emptyPart, isComplete, withEmptyNames } from './edit-query.ts';

export type QueryMode = RetrievalResult['mode'];

export type QueryDesk = {
  readonly text: string;
  /** The last that could be read. */
  readonly tree: Query;
  /** Where reading of the text stopped; null where it could be read, or is empty. */
  readonly fault: QueryFault | null;
  readonly mode: QueryMode;
  /** The query as it is asked; null while something is missing in it. */
  readonly asked: string | null;
  readonly write: (text: string) => void;
  readonly build: (tree: Query) => void;
  readonly setMode: (mode: QueryMode) => void;
};

export function useQueryDesk(project: string): QueryDesk {
  const language = useLanguage();
  const [text, setText] = useRemembered<string>(`display/query/${project}`, '');
  const [rememberedMode, setMode] = useRemembered<string>('display/query-mode', 'segments');
  const [tree, setTree] = useState<Query>(() => treeOf(text) ?? emptyPart);
  const fault = useMemo(() => {
    const parsed = parseQuery(text);
    return parsed.ok || text.trim() === '' ? null : parsed.fault;
  }, [text]);
  const write = useCallback(
    (next: string) => {
      setText(next);
      const read = next.trim() === '' ? emptyPart : treeOf(next);
      if (read) setTree(read);
    },
    [setText],
  );
  const build = useCallback(
    (next: Query) => {
      setTree(next);
      setText(printQuery(next, language));
    },
    [setText, language],
  );
  const asked = fault === null && isComplete(tree) ? printQuery(tree) : null;
  const mode = returnMode.options.find((each) => each === rememberedMode) ?? 'segments';
  return { text, tree, fault, mode, asked, write, build, setMode };
}

function treeOf(text: string): Query | null {
  const parsed = parseQuery(text);
  return parsed.ok ? withEmptyNames(parsed.query) : null;
}
