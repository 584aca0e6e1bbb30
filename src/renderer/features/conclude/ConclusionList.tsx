import type { Memo } from '../../../shared/contract/memos.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';

export type ConclusionListProps = {
  readonly label: string;
  /** Folded away at first, with how many there are. */
  readonly isFolded?: boolean;
  readonly memos: readonly Memo[];
  readonly selected: Guid | null;
  readonly onSelect: (memo: Guid) => void;
};

export function ConclusionList({ label, isFolded = false, memos, selected, onSelect }: ConclusionListProps) {
  const t = useT();
  if (memos.length === 0) return null;
  const list = (
    <ul className="conclude-list" aria-label={label}>
      {memos.map(({ guid, title, body }) => (
        <li key={guid}>
          <button
            type="button"
            className="conclude-claim"
            aria-pressed={guid === selected}
            onClick={() => onSelect(guid)}
          >
            <span className="conclude-claim-title">{claimOf({ title, body }) ?? t('conclude.untitled')}</span>
            {title !== '' && body !== '' && <span className="conclude-claim-body ellipsis">{body}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
  if (!isFolded) return list;
  return (
    <details className="conclude-folded" open={memos.some(({ guid }) => guid === selected)}>
      <summary>
        {label} <Badge>{memos.length}</Badge>
      </summary>
      {list}
    </details>
  );
}

/** A memo without a title goes by its first words. */
function claimOf({ title, body }: Pick<Memo, 'title' | 'body'>): string | null {
  const first = title.trim() === '' ? (body.trim().split(/\n/)[0] ?? '') : title;
  if (first === '') return null;
  return first.length > 160 ? `${[...first].slice(0, 160).join('')}…` : first;
}
