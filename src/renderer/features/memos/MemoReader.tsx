import { useMemo } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { MemoEditor } from './MemoEditor.tsx';
import { useTargetNames } from './memo-targets.ts';
import './memos.css';

export type MemoReaderProps = {
  /** The list stands beside it, so that no way back is needed. */
  readonly isBesideList?: boolean;
};

/** The memo the place names, or a hint where it names none. */
export function MemoReader({ isBesideList = false }: MemoReaderProps) {
  const t = useT();
  const memoId = usePlace((place) => place.memoId);
  const go = usePlace((place) => place.go);
  const memos = useAnswer('memos.list', {}, { enabled: memoId !== null }).data;
  const memo = memos?.find(({ guid }) => guid === memoId);
  const shown = useMemo(() => (memo ? [memo] : []), [memo]);
  const nameOf = useTargetNames(shown);
  if (!memo) return <p className="memo-none">{t('memos.choose')}</p>;
  const back = isBesideList ? {} : { onBack: () => go({ memoId: null }) };
  return <MemoEditor key={memo.guid} memo={memo} nameOf={nameOf} {...back} />;
}
