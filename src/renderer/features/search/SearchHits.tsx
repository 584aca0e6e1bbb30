import { ChevronDown, ChevronRight } from 'lucide-react';
import type { SearchedDocument, SearchHit } from '../../../shared/contract/search.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { HitRows, HitWords, inOneLine } from '../../parts/HitRows.tsx';
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

/** Keyword in context: hits by document, each with the words around it. Only what is in view is drawn. */
export function SearchHits({ documents, onGoTo }: SearchHitsProps) {
  const t = useT();
  const canChange = useCanChange();
  const { folded, left, set } = useSearchDesk();
  const rows = rowsOf(documents, folded);
  return (
    <HitRows label={t('search.hits')} className="search-hits" rows={rows}>
      {(row) =>
        row.kind === 'document' ? (
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
            <button type="button" className="hit-button" onClick={() => onGoTo(row.found.document, row.hit)}>
              <FoundWords hit={row.hit} />
            </button>
          </>
        )
      }
    </HitRows>
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
      <span className="hit-document ellipsis" title={found.title}>
        {found.title}
      </span>
      <Badge>{number(found.count)}</Badge>
    </>
  );
}

function FoundWords({ hit }: { readonly hit: SearchHit }) {
  return (
    <HitWords before={hit.before} after={hit.after}>
      <mark>{inOneLine(hit.match)}</mark>
    </HitWords>
  );
}
