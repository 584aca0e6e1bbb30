import { ArrowDownUp, FilePlus2, FolderInput, Library } from 'lucide-react';
import { type ChangeEvent, useEffect, useMemo, useState } from 'react';
import { localeOf } from '../../../shared/i18n/translate.ts';
import { runCommand, shortcutFor, useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useImportDrop } from '../../services/import-drop.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useLanguage, useNumber, useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ContextMenu } from '../../ui/ContextMenu.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { collectCommands } from './collect-commands.ts';
import { CollectDialogs } from './CollectDialogs.tsx';
import { arranged, documentSorts } from './document-order.ts';
import { DocumentLines } from './DocumentLines.tsx';
import { useCollect } from './store.ts';
import { useImport } from './use-import.ts';
import './collect.css';

const noDocuments: never[] = [];
const noCases: never[] = [];
/** What can be chosen: what is read, and what other programs keep, to be told how to get it out of them. */
const acceptedExtensions =
  '.txt,.md,.markdown,.docx,.docm,.odt,.rtf,.html,.htm,.pdf,.epub,.vtt,.srt,.eaf,.csv,.tsv,.xlsx,.qdpx,.qde,.qdc,.ris,.qda,.rqda,' +
  '.sqlite3,.zip,.nvp,.nvpx,.atlproj,.mx20,.mx22,.mx24,.ppj,.wpj';

/** The documents of the study: chosen here, read in the middle. Files dropped on the window are imported from here. */
export function DocumentList() {
  const t = useT();
  const number = useNumber();
  const locale = localeOf(useLanguage());
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: documents = noDocuments, isPending } = useAnswer('documents.list', {});
  const { data: cases = noCases } = useAnswer('cases.list', {});
  const filter = useCollect((state) => state.filter);
  const set = useCollect((state) => state.set);
  const [stored, setSort] = useRemembered<string>('documents/order', 'own');
  const sort = documentSorts.find((each) => each === stored) ?? 'own';
  const caseNames = useMemo(() => new Map(cases.map(({ guid, name }) => [guid, name])), [cases]);
  const shown = useMemo(
    () => arranged(documents, caseNames, sort, filter, locale),
    [documents, caseNames, sort, filter, locale],
  );
  const [files, setFiles] = useState<HTMLInputElement | null>(null);
  const [folder, setFolder] = useState<HTMLInputElement | null>(null);
  // The attribute that makes a file field choose a folder is none that React's types know.
  useEffect(() => folder?.setAttribute('webkitdirectory', ''), [folder]);
  const importFiles = useImport();
  const [asks, setAsks] = useRemembered<boolean>('import/ask', true);
  const waiting = useImportDrop((drop) => drop.files);
  useEffect(() => {
    if (waiting.length > 0 && canChange) void importFiles(useImportDrop.getState().take());
  }, [waiting, canChange, importFiles]);
  const chosenFiles = (event: ChangeEvent<HTMLInputElement>): void => {
    const list = Array.from(event.target.files ?? []).filter(({ name }) => !name.startsWith('.'));
    // The same file must be choosable again after it was changed.
    event.target.value = '';
    void importFiles(list);
  };
  const isOwnOrder = sort === 'own' && filter === '';
  const commands = collectCommands({
    documents,
    canChange,
    isOwnOrder,
    perform,
    chooseFiles: () => files?.click(),
    chooseFolder: () => folder?.click(),
    asks,
    setAsks,
  });
  useCommands(commands);
  const entries = (): readonly MenuEntry[] =>
    usePlace.getState().documentId === null
      ? []
      : commands
          .filter(({ id }) => !['collect.import', 'collect.importFolder', 'collect.ask', 'collect.paste'].includes(id))
          .map((command) => ({
            id: command.id,
            label: t(command.label),
            shortcut: shortcutFor(command),
            isDisabled: command.isEnabled?.() === false,
            isDanger: command.id === 'collect.delete',
            onAction: () => void command.run(),
          }));
  const order = (
    <MenuButton
      label={t('collect.sort')}
      entries={documentSorts.map((id) => ({
        id,
        label: t(`collect.sort.${id}`),
        isChecked: id === sort,
        onAction: () => setSort(id),
      }))}
    >
      <IconButton
        label={t('collect.sort.now', { order: t(`collect.sort.${sort}`) })}
        icon={<ArrowDownUp />}
        size="small"
      />
    </MenuButton>
  );
  return (
    <Panel
      title={t('collect.list')}
      count={documents.length === 0 ? '' : number(documents.length)}
      className="collect-documents"
      actions={
        <>
          <IconButton
            label={t('collect.importFolder')}
            icon={<FolderInput />}
            size="small"
            isDisabled={!canChange}
            onPress={() => runCommand('collect.importFolder')}
          />
          <IconButton
            label={t('collect.import')}
            icon={<FilePlus2 />}
            size="small"
            isDisabled={!canChange}
            onPress={() => runCommand('collect.import')}
          />
        </>
      }
      toolbar={
        <>
          <SearchField label={t('collect.filter')} value={filter} onChange={(text) => set({ filter: text })} />
          {order}
        </>
      }
    >
      {!isPending && documents.length === 0 ? (
        <EmptyState
          title={t('collect.empty.title')}
          text={t('collect.empty.text')}
          icon={<Library />}
          actions={
            <>
              <Button variant="primary" isDisabled={!canChange} onPress={() => runCommand('collect.import')}>
                {t('collect.import')}
              </Button>
              <Button isDisabled={!canChange} onPress={() => runCommand('collect.paste')}>
                {t('collect.paste')}
              </Button>
            </>
          }
        />
      ) : shown.length === 0 && filter !== '' ? (
        <p className="collect-none">{t('collect.filter.none', { text: filter })}</p>
      ) : (
        <ContextMenu label={t('collect.list')} entries={entries} className="collect-menu">
          <DocumentLines
            documents={shown}
            caseNames={caseNames}
            canReorder={isOwnOrder && canChange}
            onOpen={() => runCommand('collect.open')}
          />
        </ContextMenu>
      )}
      <input
        ref={setFiles}
        type="file"
        multiple
        hidden
        accept={acceptedExtensions}
        onChange={chosenFiles}
        aria-label={t('collect.import')}
      />
      <input
        ref={setFolder}
        type="file"
        multiple
        hidden
        onChange={chosenFiles}
        aria-label={t('collect.importFolder')}
      />
      <CollectDialogs documents={documents} />
    </Panel>
  );
}
