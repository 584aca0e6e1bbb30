import { Bookmark } from 'lucide-react';
import { memo, useState } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useSearchDesk } from './store.ts';

/** Searches that were kept: taken up again, removed; the one on the desk is kept under a name. */
export const SavedSearches = memo(function SavedSearches({ canSave }: { readonly canSave: boolean }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: saved = [] } = useAnswer('search.saved', {});
  const look = useSearchDesk((desk) => desk.look);
  /** What the search on the desk is called in the dialog at first; null while none is being named. */
  const [proposed, setProposed] = useState<string | null>(null);
  const entries: readonly MenuEntry[] = [
    {
      id: 'save',
      label: t('search.save'),
      isDisabled: !canSave || !canChange,
      onAction: () => setProposed(useSearchDesk.getState().settings.query),
    },
    ...(saved.length === 0 ? [] : [{ separator: 'before-saved' }]),
    ...saved.map((one) => ({ id: one.guid, label: one.name, onAction: () => look(one.settings) })),
    ...(saved.length === 0 || !canChange
      ? []
      : [
          { separator: 'before-remove' },
          {
            id: 'remove',
            label: t('search.remove'),
            children: saved.map(({ guid, name }) => ({
              id: `remove ${guid}`,
              label: name,
              onAction: () => void perform('search.removeSaved', { searchId: guid }),
            })),
          },
        ]),
  ];
  return (
    <>
      <MenuButton label={t('search.saved')} entries={entries}>
        <Button size="small" icon={<Bookmark />}>
          {t('search.saved')}
        </Button>
      </MenuButton>
      {proposed !== null && (
        <NameDialog
          proposed={proposed}
          onClose={() => setProposed(null)}
          onName={(name) => void perform('search.save', { name, settings: useSearchDesk.getState().settings })}
        />
      )}
    </>
  );
});

type NameDialogProps = {
  readonly proposed: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
};

function NameDialog({ proposed, onClose, onName }: NameDialogProps) {
  const t = useT();
  const [name, setName] = useState(proposed.slice(0, 80));
  const save = (): void => {
    if (name.trim() === '') return;
    onName(name);
    onClose();
  };
  return (
    <Dialog
      title={t('search.save')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={name.trim() === ''} onPress={save}>
          {t('search.save.do')}
        </Button>
      }
    >
      <TextField label={t('search.save.name')} value={name} onChange={setName} onSubmit={save} autoFocus />
    </Dialog>
  );
}
