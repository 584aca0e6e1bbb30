// Dragging rows within a tree, out of it and things from elsewhere onto it.

import { type DropItem, type DroppableCollectionReorderEvent, type Key, useDragAndDrop } from 'react-aria-components';
import type { TreeNode, TreeProps } from './tree-types.ts';

export function useTreeDrag<T>({
  dragData,
  onMove,
  accepts = [],
  onDropOn,
}: TreeProps<T>): ReturnType<typeof useDragAndDrop<TreeNode<T>>> {
  return useDragAndDrop<TreeNode<T>>({
    ...(dragData
      ? {
          getItems: (keys: Set<Key>) => {
            const data = dragData([...keys].map(String));
            // The first item carries everything: other windows' drop targets read one item only.
            return [...keys].map(() => ({ ...data }));
          },
        }
      : {}),
    ...(onMove
      ? {
          onMove: ({ keys, target }: DroppableCollectionReorderEvent) =>
            onMove([...keys].map(String), { id: String(target.key), position: target.dropPosition }),
        }
      : {}),
    acceptedDragTypes: [...accepts],
    ...(onDropOn
      ? {
          onItemDrop: ({ items, target, isInternal }) => {
            if (!isInternal) void readFirst(items, accepts, (type, data) => onDropOn(String(target.key), type, data));
          },
        }
      : {}),
    ...(onMove && dragData
      ? {
          getDropOperation: (target, types, allowed) => {
            const isForeign = accepts.some((type) => types.has(type));
            if (isForeign)
              return target.type === 'item' && target.dropPosition === 'on' ? (allowed[0] ?? 'cancel') : 'cancel';
            return 'move';
          },
        }
      : {}),
  });
}

async function readFirst(
  items: readonly DropItem[],
  accepts: readonly string[],
  give: (type: string, data: string) => void,
): Promise<void> {
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const type = accepts.find((wanted) => item.types.has(wanted));
    if (type !== undefined) return give(type, await item.getText(type));
  }
}
