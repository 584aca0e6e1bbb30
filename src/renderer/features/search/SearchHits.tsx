import { ChevronDown, ChevronRight } from 'lucide-react';
import type { SearchedDocument, SearchHit } from '../../../shared/contract/search.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useVisibleRows } from '../../parts/use-visible-rows.ts';
import { useCanChange } from '../../services/session.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { hitId, rowsOf, toggled, toggledDocument } from './hit-rows.ts';
import { useSearchDesk } from './store.ts';

export type SearchHitsProps = {
  readonly documents: readonly SearchedDocument[];
  /** Leads to a hit in its text. */
  readonly onGoTo: (documentId: Guid, hit: SearchHit) => void;
};

const rowHeight = 34;
const nothingKept: readonly number[] = [];

/** Keyword in context: hits by document, each with the words around it. Only what is in view is drawn. */
export function SearchHits({ documents, onGoTo }: SearchHitsProps) {
  const t = useT();
  const canChange = useCanChange();
  const { folded, left, set } = useSearchDesk();
  const rows = rowsOf(documents, folded);
  const { scroller, indexes, height, topOf } = useVisibleRows({ count: rows.length, rowHeight, kept: nothingKept });
  return (
    <div className="search-hits" ref={scroller} role="list" aria-label={t('search.hits')}>
      <div className="search-hits-all" style={{ blockSize: height }} role="presentation">
        {indexes.map((index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.id}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className={`search-row search-row-${row.kind}`}
              style={{ transform: `translateY(${topOf(index)}px)` }}
            >
              {row.kind === 'document' ? (
                <DocumentRow found={row.found} />
              ) : (
                <>
                  {canChange && (
                    <Checkbox
                      aria-label={t('search.tick', { words: row.hit.match })}
                      isSelected={!left.has(row.id)}
                      onChange={() => set({ left: toggled(row.id, left) })}
                    />
                  )}
                  <button type="button" className="search-hit" onClick={() => onGoTo(row.found.document, row.hit)}>
                    <HitWords hit={row.hit} />
                  </button>
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function DocumentRow({ found }: { readonly found: SearchedDocument }) {
  const t = useT();
  const number = useNumber();
  const canChange = useCanChange();
  const { folded, left, set } = useSearchDesk();
  const ticked = found.hits.filter((hit) => !left.has(hitId(found, hit))).length;
  const isFolded = folded.has(found.document);
  return (
    <>
      {canChange && (
        <Checkbox
          aria-label={t('search.tick-document', { title: found.title })}
          isSelected={ticked === found.hits.length}
          isIndeterminate={ticked > 0 && ticked < found.hits.length}
          isDisabled={found.hits.length === 0}
          onChange={() => set({ left: toggledDocument(found, left) })}
        />
      )}
      <IconButton
        label={t(isFolded ? 'search.unfold' : 'search.fold', { title: found.title })}
        icon={isFolded ? <ChevronRight /> : <ChevronDown />}
        size="small"
        onPress={() => set({ folded: toggled(found.document, folded) })}
      />
      <span className="search-document ellipsis" title={found.title}>
        {found.title}
      </span>
      <Badge>{number(found.count)}</Badge>
    </>
  );
}

// A soft break stands in the middle of a line here; a sign shows where.
const inOneLine = (text: string): string => text.replace(/[\n\u2028]/g, ' ¶ ');

function HitWords({ hit }: { readonly hit: SearchHit }) {
  return (
    <>
      <span className="search-before">
        <bdi>{inOneLine(hit.before)}</bdi>
      </span>
      <span className="search-words">
        <mark>{inOneLine(hit.match)}</mark>
      </span>
      <span className="search-after">
        <bdi>{inOneLine(hit.after)}</bdi>
      </span>
    </>
  );
}
