import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { FoundHit } from '../../../shared/contract/texts.ts';
import { useVisibleRows } from '../../parts/use-visible-rows.ts';
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

const rowHeight = 34;
const nothingKept: readonly number[] = [];

/** Hits by document, each in its sentence, with what would take its place. Only what is in view is drawn. */
export function HitList({ replacing, canTick, onGoTo }: HitListProps) {
  const t = useT();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set());
  const rows = rowsOf(replacing.documents, folded);
  const { scroller, indexes, height, topOf } = useVisibleRows({ count: rows.length, rowHeight, kept: nothingKept });
  return (
    <div className="texts-hits" ref={scroller} role="list" aria-label={t('texts.replace.hits')}>
      <div className="texts-hits-all" style={{ blockSize: height }} role="presentation">
        {indexes.map((index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.id}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className={`texts-row texts-row-${row.kind}`}
              style={{ transform: `translateY(${topOf(index)}px)` }}
            >
              {row.kind === 'document' ? (
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
                  <button type="button" className="texts-hit" onClick={() => onGoTo(row)}>
                    <HitWords hit={row.hit} isTicked={canTick && !replacing.left.has(row.id)} />
                  </button>
                  {row.hit.codings > 0 && (
                    <Badge tone="warning" title={t('texts.replace.codings', { n: row.hit.codings })}>
                      {t('texts.replace.codings', { n: row.hit.codings })}
                    </Badge>
                  )}
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
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
      <span className="texts-document ellipsis" title={found.title}>
        {found.title}
      </span>
      <Badge>{number(found.hits.length)}</Badge>
    </>
  );
}

// Paragraphs end in the middle of a line here; a sign shows where.
const inOneLine = (text: string): string => text.replace(/[\n\u2028]/g, ' ¶ ');

function HitWords({ hit, isTicked }: { readonly hit: FoundHit; readonly isTicked: boolean }) {
  const replaced = isTicked && hit.insert !== null && hit.insert !== hit.words;
  return (
    <>
      <span className="texts-before">
        <bdi>{inOneLine(hit.before)}</bdi>
      </span>
      <span className="texts-words word-diff">
        {replaced ? <del>{inOneLine(hit.words)}</del> : <mark>{inOneLine(hit.words)}</mark>}
        {replaced && hit.insert !== '' && <ins>{inOneLine(hit.insert ?? '')}</ins>}
      </span>
      <span className="texts-after">
        <bdi>{inOneLine(hit.after)}</bdi>
      </span>
    </>
  );
}
