import { NotebookPen, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Command, useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Select } from '../../ui/Select.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { everyMemo, filterMemos, type MemoFilter, memoKinds, targetKinds } from './memo-filter.ts';
import { MemoCard } from './MemoCard.tsx';
import { MemoReader } from './MemoReader.tsx';
import { useTargetNames } from './memo-targets.ts';
import { NewMemo } from './NewMemo.tsx';
import './memos.css';

/** Every memo of the study, found by kind, subject and words, beside the one being read. */
export function MemosPage() {
  const t = useT();
  const canChange = useCanChange();
  const memoId = usePlace((place) => place.memoId);
  const go = usePlace((place) => place.go);
  const [filter, setFilter] = useState<MemoFilter>(everyMemo);
  const [isWriting, setWriting] = useState(false);
  const { data: memos = [], isPending } = useAnswer('memos.list', {});
  const nameOf = useTargetNames(memos);
  const shown = useMemo(() => filterMemos(memos, filter, (target) => nameOf(target).name), [memos, filter, nameOf]);
  const write = (): void => {
    go({ memoId: null });
    setWriting(true);
  };
  const commands: readonly Command[] = [
    { id: 'memos.new', label: 'memos.new', group: 'memo', isEnabled: () => canChange, run: write },
  ];
  useCommands(commands);
  const newButton = (
    <Button variant="primary" size="small" icon={<Plus />} isDisabled={!canChange} onPress={write}>
      {t('memos.new')}
    </Button>
  );
  const editor = (
    <div className="memo-page-editor">
      {isWriting ? (
        <NewMemo
          target={{ kind: 'project' }}
          targetName={t('memos.target.project')}
          onClose={() => setWriting(false)}
        />
      ) : (
        <MemoReader isBesideList />
      )}
    </div>
  );
  if (!isPending && memos.length === 0 && !isWriting) {
    return (
      <EmptyState
        title={t('memos.empty.title')}
        text={t('memos.empty.text')}
        icon={<NotebookPen />}
        actions={newButton}
      />
    );
  }
  const list = (
    <Panel
      title={t('memos.list')}
      count={shown.length === memos.length ? String(memos.length) : `${shown.length} / ${memos.length}`}
      actions={newButton}
      toolbar={<Filters filter={filter} onChange={setFilter} />}
    >
      <ul className="memo-cards">
        {shown.map((memo) => (
          <MemoCard
            key={memo.guid}
            memo={memo}
            nameOf={nameOf}
            isSelected={memo.guid === memoId}
            onOpen={() => {
              setWriting(false);
              go({ memoId: memo.guid });
            }}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className="memo-none">{t('memos.filter.none')}</p>}
    </Panel>
  );
  return (
    <SplitView
      id="memos"
      parts={[
        { id: 'list', label: t('memos.list'), content: list, defaultSize: 380, minSize: 240 },
        { id: 'memo', label: t('memos.title'), content: editor, minSize: 280 },
      ]}
    />
  );
}

type FiltersProps = { readonly filter: MemoFilter; readonly onChange: (filter: MemoFilter) => void };

function Filters({ filter, onChange }: FiltersProps) {
  const t = useT();
  return (
    <div className="memo-filters">
      <SearchField
        label={t('memos.filter.text')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      />
      <Select
        label={t('memos.filter.kind')}
        isLabelHidden
        size="small"
        value={filter.kind}
        options={[
          { id: 'all', label: t('memos.filter.kind.all') },
          ...memoKinds.map((id) => ({ id, label: t(`memos.kind.${id}`) })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
      <Select
        label={t('memos.filter.target')}
        isLabelHidden
        size="small"
        value={filter.about}
        options={[
          { id: 'all', label: t('memos.filter.target.all') },
          ...targetKinds.map((id) => ({ id, label: t(`memos.about.${id}`) })),
        ]}
        onChange={(about) => onChange({ ...filter, about })}
      />
    </div>
  );
}
