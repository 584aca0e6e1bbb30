import './links.css';
import { ArrowUpDown } from 'lucide-react';
import { useState } from 'react';
import type { LinkKind } from '../../../shared/contract/links.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { linkKinds, oneLine } from './note-signs.ts';
import { useLinking } from './store.ts';

/** Making a link, and changing one. */
export function LinkDialogs() {
  const t = useT();
  const perform = usePerform();
  const { making, changing, set } = useLinking();
  if (making) {
    const [from, to] = [making.from, making.to].map(({ documentId, start, end }) => ({ documentId, start, end }));
    return (
      <LinkDialog
        title={t('links.make')}
        doLabel={t('links.make.do')}
        from={making.from.quote}
        to={making.to.quote}
        kind="explains"
        note=""
        onClose={() => set({ making: null })}
        onSave={async (kind, note, isTurned) => {
          if (!from || !to) return;
          const ends = isTurned ? { from: to, to: from } : { from, to };
          if (!(await perform('links.create', { kind, note, ...ends }))) return;
          set({ making: null, pending: null });
          notify({ kind: 'success', text: t('links.made') });
        }}
      />
    );
  }
  if (!changing) return null;
  return (
    <LinkDialog
      key={changing.guid}
      title={t('links.change')}
      doLabel={t('links.change.do')}
      from={changing.from.quote}
      to={changing.to.quote}
      kind={changing.kind}
      note={changing.note}
      onClose={() => set({ changing: null })}
      onSave={async (kind, note, turn) => {
        if (await perform('links.update', { linkId: changing.guid, kind, note, turn })) set({ changing: null });
      }}
    />
  );
}

type LinkDialogProps = {
  readonly title: string;
  readonly doLabel: string;
  readonly from: string;
  readonly to: string;
  readonly kind: LinkKind;
  readonly note: string;
  readonly onSave: (kind: LinkKind, note: string, isTurned: boolean) => Promise<void>;
  readonly onClose: () => void;
};

function LinkDialog(props: LinkDialogProps) {
  const { title, doLabel, from, to, onSave, onClose } = props;
  const t = useT();
  const [kind, setKind] = useState<LinkKind>(props.kind);
  const [note, setNote] = useState(props.note);
  const [isTurned, setTurned] = useState(false);
  const [first, second] = isTurned ? [to, from] : [from, to];
  const save = (): void => void onSave(kind, note, isTurned);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      onSubmit={save}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary">
            {doLabel}
          </Button>
        </>
      }
    >
      <div className="link-form">
        <q className="link-quote">{oneLine(first, 300)}</q>
        <div className="link-form-kind">
          <Select
            label={t('links.kind')}
            value={kind}
            autoFocus
            options={linkKinds.map((id) => ({ id, label: t(`links.kind.${id}`) }))}
            onChange={setKind}
          />
          <Button icon={<ArrowUpDown />} onPress={() => setTurned(!isTurned)}>
            {t('links.turn')}
          </Button>
        </div>
        <q className="link-quote">{oneLine(second, 300)}</q>
        <TextArea label={t('links.note')} hint={t('links.note.hint')} value={note} onChange={setNote} rows={3} />
      </div>
    </Dialog>
  );
}
