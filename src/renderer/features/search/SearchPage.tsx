// Searching all texts: what is looked for, every hit in its words, and coding what was found.

import './search.css';
import { useEffect } from 'react';
import { useAskedSearch } from '../../parts/asked-search.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { CodeHits } from './CodeHits.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { SearchFields } from './SearchFields.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { SearchHits } from './SearchHits.tsx';
import { useSearchDesk } from './store.ts';
import { type SearchResult, useSearch } from './use-search.ts';

/** Nobody reads more hits than these one by one. */
const mostShown = 20_000;

export function SearchPage() {
  const t = useT();
  const reveal = usePlace((place) => place.reveal);
  const { settings, limit, set, look } = useSearchDesk();
  const result = useSearch(settings, limit);
  useEffect(() => {
    const asked = useAskedSearch.getState().take();
    if (asked) look(asked);
  }, [look]);
  return (
    <Panel
      title={t('search.title')}
      className="search-page"
      actions={
        <>
          <SavedSearches canSave={result.fault === null && settings.query.trim() !== ''} />
          <SearchHelp />
        </>
      }
      toolbar={<SearchFields fault={result.fault} />}
      footer={<CodeHits documents={result.documents} hits={result.hits} more={result.more} />}
    >
      <p className="search-summary" role="status">
        {summaryOf(result, t)}
      </p>
      {result.isRunning && result.progress !== null && (
        <div className="search-progress">
          <ProgressBar label={t('search.running')} value={result.progress} />
          <Button size="small" onPress={result.cancel}>
            {t('search.cancel')}
          </Button>
        </div>
      )}
      {result.documents.length > 0 ? (
        <>
          <SearchHits
            documents={result.documents}
            onGoTo={(documentId, { start, end }) => reveal({ area: 'reduction', documentId, start, end })}
          />
          {result.more && limit < mostShown && (
            <Button size="small" className="search-more" onPress={() => set({ limit: limit * 10 })}>
              {t('search.more')}
            </Button>
          )}
        </>
      ) : (
        <EmptyState {...emptyOf(result, settings.query, t)} />
      )}
    </Panel>
  );
}

type Translate = ReturnType<typeof useT>;

function emptyOf({ isRunning, fault }: SearchResult, query: string, t: Translate) {
  if (query.trim() === '') return { title: t('search.start'), text: t('search.start.text') };
  if (isRunning) return { title: t('search.running') };
  return fault === null
    ? { title: t('search.none'), text: t('search.none.text') }
    : { title: t('search.not-searched') };
}

function summaryOf({ hits, documents, searched, more }: SearchResult, t: Translate): string {
  if (hits === 0) return searched === 0 ? '' : t('search.summary.none', { n: searched });
  return t(more ? 'search.summary.more' : 'search.summary', { hits, documents: documents.length, searched });
}
