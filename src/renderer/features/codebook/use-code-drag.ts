// Dragging: codes within the tree and onto text, passages of text onto codes.

import { type DragEvent, useRef, useState } from 'react';
import { isGuid, type Guid } from '../../../shared/domain/ids.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { draggedGuids, draggedJson } from '../../parts/dragged-guids.ts';
import { usePlace } from '../../services/place.ts';
import type { CodeActions, Passage } from './use-code-actions.ts';
import { type CodeRow, moveTo, type Spot } from './tree-model.ts';

export const codesType = 'application/x-simpul-codes';
export const passageType = 'application/x-simpul-passage';

export type DropMark = Spot & { readonly isRefused: boolean };

/** A folded branch unfolds when something is held over it this long, in milliseconds. */
const springTime = 700;

export type CodeDrag = {
  readonly mark: DropMark | null;
  readonly onDragStart: (event: DragEvent<HTMLElement>, row: CodeRow) => void;
  readonly onDragOver: (event: DragEvent<HTMLElement>, row: CodeRow) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>, row: CodeRow) => void;
  readonly onDragEnd: () => void;
};

export function useCodeDrag(
  codes: readonly CodeSummary[],
  actions: CodeActions,
  unfold: (guid: Guid) => void,
): CodeDrag {
  const [mark, setMark] = useState<DropMark | null>(null);
  // While something is dragged the browser hides what it is; what started here is remembered here.
  const dragged = useRef<readonly Guid[]>([]);
  const held = useRef<{ readonly guid: Guid; readonly since: number } | null>(null);

  const onDragEnd = (): void => {
    dragged.current = [];
    held.current = null;
    setMark(null);
  };
  return {
    mark,
    onDragStart: (event, { code }) => {
      const { codeIds } = usePlace.getState();
      // Words get every code that was chosen; in the tree, what lies below another one moves with it.
      const chosen = codeIds.includes(code.guid) ? codes.filter(({ guid }) => codeIds.includes(guid)) : [code];
      dragged.current = chosen.map(({ guid }) => guid);
      event.dataTransfer.setData(codesType, JSON.stringify(dragged.current));
      event.dataTransfer.setData('text/plain', chosen.map(({ name }) => name).join('\n'));
      event.dataTransfer.effectAllowed = 'copyMove';
    },
    onDragOver: (event, row) => {
      const { types } = event.dataTransfer;
      const isPassage = types.includes(passageType);
      if (!isPassage && !types.includes(codesType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = isPassage ? 'copy' : 'move';
      const spot: Spot = isPassage ? { kind: 'inside', guid: row.code.guid } : spotAt(event, row);
      const isRefused = isPassage ? !row.code.codable : moveTo(codes, dragged.current, spot) === 'cycle';
      setMark((former) =>
        former?.guid === spot.guid && former.kind === spot.kind && former.isRefused === isRefused
          ? former
          : { ...spot, isRefused },
      );
      if (held.current?.guid !== row.code.guid) held.current = { guid: row.code.guid, since: event.timeStamp };
      else if (row.hasChildren && !row.isExpanded && event.timeStamp - held.current.since > springTime) {
        unfold(row.code.guid);
      }
    },
    onDrop: (event, row) => {
      const passage = passageFrom(draggedJson(event.dataTransfer, passageType));
      const codeIds = draggedGuids(event.dataTransfer, codesType);
      if (!passage && codeIds.length === 0) return;
      event.preventDefault();
      const { codeIds: chosen } = usePlace.getState();
      if (passage) void actions.apply(chosen.includes(row.code.guid) ? chosen : [row.code.guid], passage);
      else void actions.drop(codeIds, spotAt(event, row));
      onDragEnd();
    },
    onDragEnd,
  };
}

/** The upper quarter of a row is before it, the lower one behind it, between them lies inside. */
function spotAt(event: DragEvent<HTMLElement>, { code, isExpanded }: CodeRow): Spot {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const share = height === 0 ? 0.5 : (event.clientY - top) / height;
  if (share < 0.25) return { kind: 'before', guid: code.guid };
  // Below an unfolded code stand its children: what is dropped there belongs to them.
  return { kind: share > 0.75 && !isExpanded ? 'after' : 'inside', guid: code.guid };
}

function passageFrom(value: unknown): Passage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { documentId, start, end } = value as Readonly<Record<string, unknown>>;
  if (typeof documentId !== 'string' || !isGuid(documentId)) return null;
  return typeof start === 'number' && typeof end === 'number' && end > start ? { documentId, start, end } : null;
}
