import { useState } from 'react';
import { documentKind, type DocumentKind } from '../../../shared/contract/documents.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { useCollect } from './store.ts';
import { useImport } from './use-import.ts';

/** A document from text that was copied elsewhere. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const perform = usePerform();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<DocumentKind>('interview');
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isReady = title.trim() !== '' && text.trim() !== '';
  const add = async (): Promise<void> => {
    setTried(true);
    if (!isReady) return;
    const made = await perform('documents.create', { title, kind, text });
    // A refused text stays in the dialog: it may be all the user has of it.
    if (!made) return;
    onClose();
    usePlace.getState().go({ documentId: made.guid });
    useCollect.getState().set({ chosen: [made.guid], filter: '' });
    notify({ kind: 'success', text: t('collect.paste.done', { title: title.trim() }) });
  };
  const importFiles = useImport();
  // As a file, so that it is looked at and split like one.
  const look = async (): Promise<void> => {
    setTried(true);
    if (!isReady) return;
    onClose();
    await importFiles([new File([text], `${title.trim().replace(/[/\\]/g, '-')}.txt`)], { asks: true });
  };
  const missing = (value: string): string | null => (isTried && value.trim() === '' ? t('content.needed') : null);
  return (
    <Dialog
      title={t('collect.paste.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button onPress={() => void look()}>{t('incoming.paste.more')}</Button>
          <Button variant="primary" type="submit">
            {t('collect.paste.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('collect.paste.name')}
        value={title}
        onChange={setTitle}
        error={missing(title)}
        maxLength={500}
        isRequired
        autoFocus
      />
      <Select
        label={t('collect.paste.kind')}
        value={kind}
        onChange={setKind}
        options={documentKind.options.map((id) => ({ id, label: t(`collect.kind.${id}`) }))}
      />
      <TextArea
        label={t('collect.paste.text')}
        value={text}
        onChange={setText}
        rows={12}
        error={missing(text)}
        isRequired
      />
    </Dialog>
  );
}
