import { Bookmark } from 'lucide-react';
import { memo, useState } from 'react';
import { NameDialog } from '../../parts/NameDialog.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
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
          title={t('search.save')}
          label={t('search.save.name')}
          proposed={proposed}
          onClose={() => setProposed(null)}
          onName={(name) => void perform('search.save', { name, settings: useSearchDesk.getState().settings })}
        />
      )}
    </>
  );
});
