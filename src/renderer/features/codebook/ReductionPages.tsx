import { type ReactNode, useEffect, useState } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { useAskedDesk } from '../../parts/asked-desk.ts';
import { useAskedSearch } from '../../parts/asked-search.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { CodebookPage } from './CodebookPage.tsx';

type Page = 'coding' | 'condense' | 'search' | 'codebook' | 'memos' | 'links';

export type ReductionPagesProps = {
  /** The text with everything around it. */
  readonly coding: ReactNode;
  /** Searching all texts. */
  readonly search: ReactNode;
  /** Segments condensed, and looked at again. */
  readonly condense: ReactNode;
  readonly memos: ReactNode;
  /** Links between passages. */
  readonly links: ReactNode;
};

/** Reduction has six desks: coding the text, searching all texts, keeping the codebook, writing memos, linking passages. */
export function ReductionPages({ coding, search, memos, links, condense }: ReductionPagesProps) {
  const t = useT();
  const [page, setPage] = useState<Page>(() =>
    useAskedSearch.getState().asked ? 'search' : (useAskedDesk.getState().asked ?? 'coding'),
  );
  useEffect(
    () =>
      usePlace.subscribe((place, former) => {
        // Being led to words means the text, wherever one was.
        if (place.revealed !== former.revealed || place.documentId !== former.documentId) setPage('coding');
      }),
    [],
  );
  useEffect(() => {
    useAskedDesk.setState({ asked: null });
    return useAskedDesk.subscribe(({ asked }) => {
      if (asked === null) return;
      setPage(asked);
      useAskedDesk.setState({ asked: null });
    });
  }, []);
  useCommands([
    { id: 'reduction.coding', label: 'codebook.page.coding.open', group: 'go', run: () => setPage('coding') },
    {
      id: 'search.open',
      label: 'search.open',
      keywords: 'search.keywords',
      group: 'go',
      run: () => setPage('search'),
    },
    { id: 'codebook.open', label: 'codebook.open', group: 'go', run: () => setPage('codebook') },
    { id: 'memos.open', label: 'memos.open.page', group: 'go', run: () => setPage('memos') },
    {
      id: 'links.open',
      label: 'links.open.page',
      keywords: 'links.keywords',
      group: 'go',
      run: () => setPage('links'),
    },
  ]);
  return (
    <Tabs<Page>
      label={t('codebook.pages')}
      selected={page}
      onSelect={setPage}
      parts={[
        { id: 'coding', label: t('codebook.page.coding'), content: coding },
        { id: 'search', label: t('search.title'), content: search },
        { id: 'codebook', label: t('codebook.title'), content: <CodebookPage /> },
        { id: 'condense', label: t('condense.title'), content: condense },
        { id: 'memos', label: t('memos.title'), content: memos },
        { id: 'links', label: t('links.title'), content: links },
      ]}
    />
  );
}
