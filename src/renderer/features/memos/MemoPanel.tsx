import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { MemoTarget } from '../../../shared/contract/memos.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MemoCard } from './MemoCard.tsx';
import { MemoEditor } from './MemoEditor.tsx';
import { targetKey, useTargetNames } from './memo-targets.ts';
import { NewMemo } from './NewMemo.tsx';
import './memos.css';

export type MemoPanelProps = {
  /** What the memos are about. */
  readonly target: MemoTarget;
};

/** The memos about one thing: the list, a new one, or the one that is open. */
export function MemoPanel({ target }: MemoPanelProps) {
  return <PanelFor key={targetKey(target)} target={target} />;
}

function PanelFor({ target }: MemoPanelProps) {
  const t = useT();
  const canChange = useCanChange();
  const go = usePlace((place) => place.go);
  const memoId = usePlace((place) => place.memoId);
  const [isWriting, setWriting] = useState(false);
  const { data: memos = [], isPending } = useAnswer('memos.list', { target });
  const nameOf = useTargetNames(memos);
  const open = memos.find(({ guid }) => guid === memoId);
  if (open) return <MemoEditor key={open.guid} memo={open} nameOf={nameOf} onBack={() => go({ memoId: null })} />;
  return (
    <section className="memo-panel" aria-label={t('memos.list.about')}>
      {isWriting ? (
        <NewMemo target={target} targetName={t(`memos.target.${target.kind}`)} onClose={() => setWriting(false)} />
      ) : (
        <Button size="small" variant="quiet" icon={<Plus />} isDisabled={!canChange} onPress={() => setWriting(true)}>
          {t('memos.new')}
        </Button>
      )}
      <ul className="memo-cards">
        {memos.map((memo) => (
          <MemoCard
            key={memo.guid}
            memo={memo}
            nameOf={nameOf}
            isSelected={false}
            onOpen={() => go({ memoId: memo.guid })}
          />
        ))}
      </ul>
      {!isPending && memos.length === 0 && !isWriting && <p className="memo-none">{t('memos.empty.short')}</p>}
    </section>
  );
}
