import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MemoKind, MemoTarget } from '../../../shared/contract/memos.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { memoKinds } from './memo-filter.ts';
import './memos.css';

export type NewMemoProps = {
  readonly target: MemoTarget;
  readonly targetName: string;
  readonly onClose: () => void;
};

/** A memo being written. It becomes one when it has words; closing the form with words in it keeps them. */
export function NewMemo({ target, targetName, onClose }: NewMemoProps) {
  const t = useT();
  const perform = usePerform();
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [kind, setKind] = useState<MemoKind>(target.kind === 'code' ? 'code-note' : 'analytic');
  const isOver = useRef(false);
  const keep = async (): Promise<void> => {
    if (isOver.current || (title.trim() === '' && body.trim() === '')) return;
    isOver.current = true;
    const made = await perform('memos.create', { title, body, kind, targets: [target] });
    if (made) usePlace.getState().go({ memoId: made.guid });
    else isOver.current = false;
  };
  const latestKeep = useRef(keep);
  useLayoutEffect(() => {
    latestKeep.current = keep;
  });
  // Selecting something else takes the form away: what was written must not go with it.
  useEffect(() => () => void latestKeep.current(), []);
  const giveUp = (): void => {
    isOver.current = true;
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep().then(onClose);
    else if (event.key === 'Escape' && title === '' && body === '') giveUp();
  };
  return (
    <form
      className="memo-editor"
      aria-label={t('memos.new.about', { target: targetName })}
      onSubmit={(event) => {
        event.preventDefault();
        void keep().then(onClose);
      }}
    >
      <p className="memo-editor-facts">{t('memos.new.about', { target: targetName })}</p>
      <div role="presentation" onKeyDown={onKeyDown}>
        <TextArea label={t('memos.memo.body')} value={body} onChange={setBody} rows={8} autoFocus />
      </div>
      <TextField label={t('memos.memo.title')} value={title} onChange={setTitle} maxLength={500} />
      <Select
        label={t('memos.memo.kind')}
        value={kind}
        options={memoKinds.map((id) => ({ id, label: t(`memos.kind.${id}`) }))}
        onChange={setKind}
      />
      <div className="memo-editor-buttons">
        <Button onPress={giveUp}>{t('content.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={title.trim() === '' && body.trim() === ''}>
          {t('memos.save')}
        </Button>
      </div>
    </form>
  );
}
