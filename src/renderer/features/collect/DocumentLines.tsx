import { type MouseEvent as ReactMouseEvent, useEffect, useId, useRef } from 'react';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { asksForMenu, openMenuAt } from '../../parts/open-menu-at.ts';
import { useVisibleRows } from '../../parts/use-visible-rows.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { DocumentRow } from './DocumentRow.tsx';
import { useCollect } from './store.ts';
import { useDocumentList } from './use-document-list.ts';

const rowHeight = 46;

export type DocumentLinesProps = {
  /** As shown. */
  readonly documents: readonly DocumentSummary[];
  readonly caseNames: ReadonlyMap<Guid, string>;
  readonly canReorder: boolean;
  readonly onOpen: () => void;
};

/** The rows of the documents list, drawn as far as they are in view. */
export function DocumentLines({ documents, caseNames, canReorder, onOpen }: DocumentLinesProps) {
  const t = useT();
  const id = useId();
  const perform = usePerform();
  const list = useRef<HTMLDivElement>(null);
  const documentId = usePlace((place) => place.documentId);
  const { chosen, renaming, set } = useCollect();
  const state = useDocumentList({ documents, canReorder, perform, onOpen });
  const active = documents.findIndex(({ guid }) => guid === documentId);
  const { scroller, indexes, height, topOf, bringIntoView } = useVisibleRows({
    count: documents.length,
    rowHeight,
    kept: [active],
  });
  useEffect(() => bringIntoView(active), [bringIntoView, active]);
  const documentAt = ({ target }: ReactMouseEvent): DocumentSummary | undefined => {
    if (!(target instanceof Element) || target.closest('input')) return undefined;
    const guid = target.closest<HTMLElement>('.collect-row')?.dataset['guid'];
    return documents.find((document) => document.guid === guid);
  };
  const onRenamed = (document: DocumentSummary, title: string | null): void => {
    set({ renaming: null });
    list.current?.focus({ preventScroll: true });
    if (title !== null && title !== document.title) {
      void perform('documents.update', { documentId: document.guid, title });
    }
  };
  return (
    <div ref={scroller} className="collect-scroll">
      <p id={`${id}-help`} className="visually-hidden">
        {t('collect.list.help')}
      </p>
      <div
        ref={list}
        role="listbox"
        className="collect-list"
        aria-label={t('collect.list')}
        aria-describedby={`${id}-help`}
        aria-multiselectable
        {...(active >= 0 && renaming === null ? { 'aria-activedescendant': `${id}-${documentId ?? ''}` } : {})}
        tabIndex={0}
        style={{ height: height }}
        onClick={(event) => {
          const document = documentAt(event);
          if (!document) return;
          state.onPress(document, event);
          list.current?.focus({ preventScroll: true });
        }}
        onDoubleClick={(event) => {
          if (documentAt(event)) onOpen();
        }}
        onContextMenu={(event) => {
          const document = documentAt(event);
          if (document) state.onMenu(document);
        }}
        onKeyDown={(event) => {
          if (asksForMenu(event)) openMenuAt(event, '.collect-row[data-active]');
          else state.onKeyDown(event);
        }}
      >
        {indexes.map((index) => {
          const document = documents[index];
          if (!document) return null;
          const { guid } = document;
          return (
            <DocumentRow
              key={guid}
              id={`${id}-${guid}`}
              document={document}
              caseName={document.case === null ? null : (caseNames.get(document.case) ?? null)}
              top={topOf(index)}
              position={index + 1}
              count={documents.length}
              isActive={guid === documentId}
              isChosen={guid === documentId || chosen.includes(guid)}
              isRenaming={renaming === guid}
              mark={state.mark?.guid === guid ? state.mark.kind : null}
              onRenamed={onRenamed}
              onDragStart={state.onDragStart}
              onDragOver={state.onDragOver}
              onDrop={state.onDrop}
              onDragEnd={state.onDragEnd}
            />
          );
        })}
      </div>
    </div>
  );
}
