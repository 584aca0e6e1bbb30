import { ArrowLeft, LocateFixed, Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Memo, MemoTarget } from '../../../shared/contract/memos.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { memoKinds } from './memo-filter.ts';
import { memoTitle, type NamedTarget, targetKey } from './memo-targets.ts';
import './memos.css';

export type MemoEditorProps = {
  readonly memo: Memo;
  readonly nameOf: (target: MemoTarget) => NamedTarget;
  /** Leads back to the list, where the list is not beside the editor. */
  readonly onBack?: () => void;
};

/** One memo: every field saves by itself, every subject is a link. */
export function MemoEditor({ memo, nameOf, onBack }: MemoEditorProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const dates = useDateFormat();
  const coders = useAnswer('coders.list', {}).data ?? [];
  const [isDeleting, setDeleting] = useState(false);
  const author = coders.find(({ guid }) => guid === memo.author)?.name;
  const title = memoTitle(memo, t('memos.memo.untitled'));
  const update = (change: { readonly title?: string; readonly body?: string }) =>
    perform('memos.update', { memoId: memo.guid, ...change });
  return (
    <article className="memo-editor" aria-label={title}>
      <header className="memo-editor-bar">
        {onBack && <IconButton label={t('memos.back')} icon={<ArrowLeft />} size="small" onPress={onBack} />}
        <span className="memo-editor-facts">
          {t('memos.memo.modified', { date: dates.moment(memo.modifiedAt) })}
          {author !== undefined && ` · ${t('memos.memo.by', { name: author })}`}
        </span>
        <IconButton
          label={t('memos.delete')}
          icon={<Trash2 />}
          size="small"
          isDisabled={!canChange}
          onPress={() => setDeleting(true)}
        />
      </header>
      <AutosaveField
        label={t('memos.memo.title')}
        value={memo.title}
        placeholder={t('memos.memo.untitled')}
        isReadOnly={!canChange}
        onSave={(text) => update({ title: text })}
      />
      <Select
        label={t('memos.memo.kind')}
        value={memo.kind}
        isDisabled={!canChange}
        options={memoKinds.map((kind) => ({ id: kind, label: t(`memos.kind.${kind}`) }))}
        onChange={(kind) => void perform('memos.update', { memoId: memo.guid, kind })}
      />
      <AutosaveField
        label={t('memos.memo.body')}
        value={memo.body}
        rows={12}
        isReadOnly={!canChange}
        onSave={(text) => update({ body: text })}
      />
      <Subjects memo={memo} nameOf={nameOf} canChange={canChange} />
      <ConfirmDialog
        title={t('memos.delete.title', { title })}
        text={t('memos.delete.text')}
        confirmLabel={t('memos.delete.do')}
        isDanger
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        onConfirm={() => {
          usePlace.getState().go({ memoId: null });
          void perform('memos.delete', { memoIds: [memo.guid] });
        }}
      />
    </article>
  );
}

type SubjectsProps = {
  readonly memo: Memo;
  readonly nameOf: (target: MemoTarget) => NamedTarget;
  readonly canChange: boolean;
};

/** What the memo is about. It keeps at least one subject. */
function Subjects({ memo, nameOf, canChange }: SubjectsProps) {
  const t = useT();
  const perform = usePerform();
  const codes = useAnswer('codes.list', {}).data ?? [];
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="memo-subjects" aria-label={t('memos.memo.targets')}>
      <h3 className="memo-subjects-title">{t('memos.memo.targets')}</h3>
      <ul className="memo-subjects-list">
        {memo.targets.map((target) => {
          const { name, quote, reveal } = nameOf(target);
          return (
            <li key={targetKey(target)} className="memo-subject">
              {reveal ? (
                <button type="button" className="memo-subject-link" title={name} onClick={reveal}>
                  <LocateFixed size={13} aria-hidden />
                  <span className="ellipsis">{name}</span>
                </button>
              ) : (
                <span className="memo-subject-name ellipsis" title={name}>
                  {name}
                </span>
              )}
              {canChange && memo.targets.length > 1 && (
                <IconButton
                  label={t('memos.detach', { target: name })}
                  icon={<X />}
                  size="small"
                  onPress={() => void perform('memos.detach', { memoId: memo.guid, target })}
                />
              )}
              {quote !== null && <q className="memo-subject-quote">{quote}</q>}
            </li>
          );
        })}
      </ul>
      {isAdding ? (
        <CodePicker
          label={t('memos.attach.choose')}
          codes={codes}
          value={null}
          autoFocus
          onChange={(guid) => {
            setAdding(false);
            if (guid) void perform('memos.attach', { memoId: memo.guid, target: { kind: 'code', guid } });
          }}
        />
      ) : (
        canChange &&
        codes.length > 0 && (
          <Button size="small" variant="quiet" icon={<Plus />} onPress={() => setAdding(true)}>
            {t('memos.attach.code')}
          </Button>
        )
      )}
    </section>
  );
}
