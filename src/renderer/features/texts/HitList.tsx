import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { FoundHit } from '../../../shared/contract/texts.ts';
import { HitRows, HitWords, inOneLine } from '../../parts/HitRows.tsx';
import { useNumber, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { hitId, type HitRow, rowsOf, toggledDocument, toggledHit } from './hit-rows.ts';
import type { Replacing } from './use-replacing.ts';

export type HitListProps = {
  readonly replacing: Replacing;
  /** Hits are to be replaced: each can be ticked, and shows what would take its place. */
  readonly canTick: boolean;
  /** Leads to a hit in its text. */
  readonly onGoTo: (row: Extract<HitRow, { kind: 'hit' }>) => void;
};

/** Hits by document, each in its sentence, with what would take its place. Only what is in view is drawn. */
export function HitList({ replacing, canTick, onGoTo }: HitListProps) {
  const t = useT();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set());
  const rows = rowsOf(replacing.documents, folded);
  return (
    <HitRows label={t('texts.replace.hits')} className="texts-hits" rows={rows}>
      {(row) =>
        row.kind === 'document' ? (
          <DocumentRow
            row={row}
            replacing={replacing}
            canTick={canTick}
            isFolded={folded.has(row.id)}
            onFold={() => setFolded(toggledHit(row.id, folded))}
          />
        ) : (
          <>
            {canTick && (
              <Checkbox
                aria-label={t('texts.replace.tick', { words: row.hit.words })}
                isSelected={!replacing.left.has(row.id)}
                onChange={() => replacing.setLeft(toggledHit(row.id, replacing.left))}
              />
            )}
            <button type="button" className="hit-button" onClick={() => onGoTo(row)}>
              <FoundWords hit={row.hit} isTicked={canTick && !replacing.left.has(row.id)} />
            </button>
            {row.hit.codings > 0 && (
              <Badge tone="warning" title={t('texts.replace.codings', { n: row.hit.codings })}>
                {t('texts.replace.codings', { n: row.hit.codings })}
              </Badge>
            )}
          </>
        )
      }
    </HitRows>
  );
}

type DocumentRowProps = {
  readonly row: Extract<HitRow, { kind: 'document' }>;
  readonly replacing: Replacing;
  readonly canTick: boolean;
  readonly isFolded: boolean;
  readonly onFold: () => void;
};

function DocumentRow({ row: { found }, replacing, canTick, isFolded, onFold }: DocumentRowProps) {
  const t = useT();
  const number = useNumber();
  const ticked = found.hits.filter((hit) => !replacing.left.has(hitId(found, hit))).length;
  return (
    <>
      {canTick && (
        <Checkbox
          aria-label={t('texts.replace.tickDocument', { title: found.title })}
          isSelected={ticked === found.hits.length}
          isIndeterminate={ticked > 0 && ticked < found.hits.length}
          onChange={() => replacing.setLeft(toggledDocument(found, replacing.left))}
        />
      )}
      <IconButton
        label={t(isFolded ? 'texts.replace.unfold' : 'texts.replace.fold', { title: found.title })}
        icon={isFolded ? <ChevronRight /> : <ChevronDown />}
        size="small"
        onPress={onFold}
      />
      <span className="hit-document ellipsis" title={found.title}>
        {found.title}
      </span>
      <Badge>{number(found.hits.length)}</Badge>
    </>
  );
}

function FoundWords({ hit, isTicked }: { readonly hit: FoundHit; readonly isTicked: boolean }) {
  const replaced = isTicked && hit.insert !== null && hit.insert !== hit.words;
  return (
    <HitWords before={hit.before} after={hit.after} isChange>
      {replaced ? <del>{inOneLine(hit.words)}</del> : <mark>{inOneLine(hit.words)}</mark>}
      {replaced && hit.insert !== '' && <ins>{inOneLine(hit.insert ?? '')}</ins>}
    </HitWords>
  );
}
