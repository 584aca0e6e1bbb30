import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import type { SavedQuery } from '../../../../shared/contract/queries.ts';
import { NameDialog } from '../../../parts/NameDialog.tsx';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton, type MenuEntry } from '../../../ui/Menu.tsx';
import type { KeptFilter, ScopeFilter } from '../scope/scope.ts';
import type { QueryDesk } from './use-query-desk.ts';

export type SavedQueriesProps = {
  readonly desk: QueryDesk;
  /** Kept with the query, as it was asked. */
  readonly filter: ScopeFilter;
  /** A query is opened with the scope it was kept with. */
  readonly onFilter: (filter: KeptFilter) => void;
};

/** Queries that were kept: taken up again with their scope and the codings as they are now, renamed or removed. */
export function SavedQueries({ desk, filter, onFilter }: SavedQueriesProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: saved = [] } = useAnswer('queries.list', {});
  const [isNaming, setIsNaming] = useState(false);
  const [renamed, setRenamed] = useState<SavedQuery | null>(null);
  const { asked, mode, write, setMode } = desk;
  const entries: readonly MenuEntry[] = [
    {
      id: 'save',
      label: t('retrieval.save'),
      isDisabled: asked === null || !canChange,
      onAction: () => setIsNaming(true),
    },
    ...(saved.length === 0 ? [] : [{ separator: 'before-saved' }]),
    ...saved.map(({ guid, name, settings }) => ({
      id: guid,
      label: name,
      onAction: () => {
        write(settings.query);
        setMode(settings.mode);
        onFilter(settings);
      },
    })),
    ...(saved.length === 0 || !canChange
      ? []
      : [
          { separator: 'before-remove' },
          {
            id: 'rename',
            label: t('retrieval.saved.rename'),
            children: saved.map((query) => ({
              id: `rename ${query.guid}`,
              label: query.name,
              onAction: () => setRenamed(query),
            })),
          },
          {
            id: 'remove',
            label: t('retrieval.saved.remove'),
            children: saved.map(({ guid, name }) => ({
              id: `remove ${guid}`,
              label: name,
              onAction: () => void perform('queries.remove', { queryId: guid }),
            })),
          },
        ]),
  ];
  return (
    <>
      <MenuButton label={t('retrieval.saved')} entries={entries}>
        <Button size="small" icon={<Bookmark aria-hidden="true" />}>
          {t('retrieval.saved')}
        </Button>
      </MenuButton>
      {renamed && (
        <NameDialog
          title={t('retrieval.saved.rename')}
          label={t('retrieval.save.name')}
          proposed={renamed.name}
          onClose={() => setRenamed(null)}
          onName={(name) => void perform('queries.update', { queryId: renamed.guid, name })}
        />
      )}
      {isNaming && asked !== null && (
        <NameDialog
          title={t('retrieval.save')}
          label={t('retrieval.save.name')}
          proposed={desk.text}
          onClose={() => setIsNaming(false)}
          onName={(name) => void perform('queries.save', { name, settings: { ...filter, query: asked, mode } })}
        />
      )}
    </>
  );
}
