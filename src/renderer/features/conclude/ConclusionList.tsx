import type { Memo } from '../../../shared/contract/memos.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';

export type ConclusionListProps = {
  readonly label: string;
  readonly memos: readonly Memo[];
  readonly selected: Guid | null;
  readonly onSelect: (memo: Guid) => void;
};

export function ConclusionList({ label, memos, selected, onSelect }: ConclusionListProps) {
  const t = useT();
  if (memos.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3 className="conclude-list-title">{label}</h3>
      <ul className="conclude-list">
        {memos.map(({ guid, title, body }) => (
          <li key={guid}>
            <button
              type="button"
              className="conclude-claim"
              aria-pressed={guid === selected}
              onClick={() => onSelect(guid)}
            >
              <span className="conclude-claim-title">{title === '' ? t('conclude.untitled') : title}</span>
              {body !== '' && <span className="conclude-claim-body ellipsis">{body}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
