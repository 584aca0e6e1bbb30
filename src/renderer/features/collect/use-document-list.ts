// The documents list under keyboard and mouse: choosing, reordering, dragging.

import { type DragEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { draggedGuids } from '../../parts/dragged-guids.ts';
import type { Perform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCollect } from './store.ts';

/** Documents being dragged, as a JSON list of guids. */
export const documentsType = 'application/x-simpul-documents';

export type DropMark = { readonly guid: Guid; readonly kind: 'before' | 'after' };

export type DocumentListState = {
  readonly mark: DropMark | null;
  readonly onPress: (document: DocumentSummary, event: MouseEvent) => void;
  readonly onMenu: (document: DocumentSummary) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onDragStart: (event: DragEvent<HTMLElement>, document: DocumentSummary) => void;
  readonly onDragOver: (event: DragEvent<HTMLElement>, document: DocumentSummary) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>, document: DocumentSummary) => void;
  readonly onDragEnd: () => void;
};

export type DocumentListInput = {
  /** As shown. */
  readonly documents: readonly DocumentSummary[];
  readonly canReorder: boolean;
  readonly perform: Perform;
  readonly onOpen: () => void;
};

export function useDocumentList({ documents, canReorder, perform, onOpen }: DocumentListInput): DocumentListState {
  const [mark, setMark] = useState<DropMark | null>(null);
  const anchor = useRef<Guid | null>(null);

  const choose = (guid: Guid, how: 'only' | 'toggle' | 'stretch'): void => {
    const { chosen, set } = useCollect.getState();
    usePlace.getState().go({ documentId: guid });
    if (how === 'toggle') {
      set({ chosen: chosen.includes(guid) ? chosen.filter((each) => each !== guid) : [...chosen, guid] });
    } else if (how === 'stretch') {
      set({ chosen: stretch(documents, anchor.current ?? guid, guid) });
      return;
    } else set({ chosen: [guid] });
    anchor.current = guid;
  };

  return {
    mark,
    onPress: ({ guid }, event) =>
      choose(guid, event.shiftKey ? 'stretch' : event.ctrlKey || event.metaKey ? 'toggle' : 'only'),
    onMenu: ({ guid }) => {
      if (useCollect.getState().chosen.includes(guid)) usePlace.getState().go({ documentId: guid });
      else choose(guid, 'only');
    },
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || event.altKey || documents.length === 0) return;
      const index = documents.findIndex(({ guid }) => guid === usePlace.getState().documentId);
      const to: Readonly<Record<string, number>> = {
        ArrowDown: index + 1,
        ArrowUp: index < 0 ? 0 : index - 1,
        Home: 0,
        End: documents.length - 1,
        PageDown: index + 10,
        PageUp: index - 10,
      };
      const wanted = to[event.key];
      if (wanted !== undefined) {
        const document = documents[Math.min(Math.max(wanted, 0), documents.length - 1)];
        if (document) choose(document.guid, event.shiftKey ? 'stretch' : 'only');
      } else if (event.key === 'Enter') onOpen();
      else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
        useCollect.getState().set({ chosen: documents.map(({ guid }) => guid) });
      } else return;
      event.preventDefault();
    },
    onDragStart: (event, { guid, title }) => {
      const { chosen } = useCollect.getState();
      event.dataTransfer.setData(documentsType, JSON.stringify(chosen.includes(guid) ? chosen : [guid]));
      event.dataTransfer.setData('text/plain', title);
      event.dataTransfer.effectAllowed = 'copyMove';
    },
    onDragOver: (event, { guid }) => {
      if (!canReorder || !event.dataTransfer.types.includes(documentsType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      const kind = isUpperHalf(event) ? 'before' : 'after';
      setMark((former) => (former?.guid === guid && former.kind === kind ? former : { guid, kind }));
    },
    onDrop: (event, { guid: onto }) => {
      const guids = draggedGuids(event.dataTransfer, documentsType);
      setMark(null);
      const [guid] = guids;
      if (!canReorder || guid === undefined || guid === onto) return;
      event.preventDefault();
      const others = documents.filter((document) => document.guid !== guid);
      const index = others.findIndex((document) => document.guid === onto);
      void perform('documents.move', { documentId: guid, position: index + (isUpperHalf(event) ? 0 : 1) });
    },
    onDragEnd: () => setMark(null),
  };
}

function isUpperHalf(event: DragEvent<HTMLElement>): boolean {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2;
}

function stretch(documents: readonly DocumentSummary[], from: Guid, to: Guid): readonly Guid[] {
  const indexes = [from, to].map((guid) => documents.findIndex((document) => document.guid === guid));
  const [a = -1, b = -1] = indexes;
  if (a < 0 || b < 0) return [to];
  return documents.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ guid }) => guid);
}
