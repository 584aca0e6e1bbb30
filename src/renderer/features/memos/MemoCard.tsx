import type { Memo, MemoTarget } from '../../../shared/contract/memos.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { memoTitle, type NamedTarget } from './memo-targets.ts';
import './memos.css';

export type MemoCardProps = {
  readonly memo: Memo;
  readonly nameOf: (target: MemoTarget) => NamedTarget;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
};

/** A memo in a list: title, kind, subject, first words. */
export function MemoCard({ memo, nameOf, isSelected, onOpen }: MemoCardProps) {
  const t = useT();
  const dates = useDateFormat();
  const title = memoTitle(memo, t('memos.memo.untitled'));
  const subjects = memo.targets.map((target) => nameOf(target).name).join(', ');
  return (
    <li>
      <button type="button" className="memo-card" aria-current={isSelected || undefined} onClick={onOpen}>
        <span className="memo-card-head">
          <span className="memo-card-title ellipsis" title={title}>
            {title}
          </span>
          <Badge>{t(`memos.kind.${memo.kind}`)}</Badge>
        </span>
        {memo.title.trim() !== '' && memo.body.trim() !== '' && <span className="memo-card-body">{memo.body}</span>}
        <span className="memo-card-facts ellipsis" title={subjects}>
          {subjects} · {dates.moment(memo.modifiedAt)}
        </span>
      </button>
    </li>
  );
}
