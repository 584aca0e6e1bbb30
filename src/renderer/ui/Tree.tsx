import './tree.css';
import { ChevronRight, GripVertical } from 'lucide-react';
import { useMemo } from 'react';
import {
  Button,
  Collection,
  ListLayout,
  Tree as AriaTree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { useT } from '../services/text.ts';
import { ContextMenu } from './ContextMenu.tsx';
import type { TreeNode, TreeProps } from './tree-types.ts';
import { useTreeDrag } from './use-tree-drag.ts';

const usualRowHeight = 30;

/**
 * A tree of any size: only rows in view are drawn. Arrow keys move and fold, letters find, Enter acts, Shift and Mod
 * choose several; rows are dragged by pointer, or by keyboard from the handle that the focus reaches with the right
 * arrow.
 */
export function Tree<T>(props: TreeProps<T>) {
  const { label, nodes, selectedIds, onSelect, selectionMode = 'multiple', expandedIds, onExpand, onAction } = props;
  const { menu, empty, rowHeight = usualRowHeight } = props;
  const byId = useMemo(() => new Map(flat(nodes).map((node) => [node.id, node])), [nodes]);
  const { dragAndDropHooks } = useTreeDrag(props);

  const tree = (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <AriaTree
        className="tree"
        aria-label={label}
        items={nodes}
        selectionMode={selectionMode}
        selectionBehavior="replace"
        selectedKeys={selectedIds}
        onSelectionChange={(keys) => onSelect(keys === 'all' ? [...byId.keys()] : [...keys].map(String))}
        expandedKeys={expandedIds}
        onExpandedChange={(keys) => onExpand(new Set([...keys].map(String)))}
        {...(onAction ? { onAction: (key) => onAction(String(key)) } : {})}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => empty ?? null}
        dependencies={[props.renderRow]}
      >
        {(node) => <Branch node={node} props={props} />}
      </AriaTree>
    </Virtualizer>
  );
  if (!menu) return tree;
  const entriesFor = (target: Element) => {
    const id = target.closest('[data-key]')?.getAttribute('data-key') ?? '';
    const node = byId.get(id);
    if (!node) return [];
    // A menu is about the row it was opened on; the rest of a selection only where that row is part of it.
    if (!selectedIds.has(id)) onSelect([id]);
    return menu(node);
  };
  return (
    <ContextMenu label={label} entries={entriesFor}>
      {tree}
    </ContextMenu>
  );
}

function Branch<T>({ node, props }: { readonly node: TreeNode<T>; readonly props: TreeProps<T> }) {
  return (
    <TreeItem id={node.id} textValue={node.text} className="tree-item" hasChildItems={node.children.length > 0}>
      <TreeItemContent>
        {({ isSelected, isExpanded, level, hasChildItems, allowsDragging }) => (
          <div className="tree-row" style={{ paddingInlineStart: `${(level - 1) * 0.875}rem` }}>
            <Fold isShown={hasChildItems} isExpanded={isExpanded} />
            {props.renderRow(node, { isSelected, isExpanded, level })}
            {allowsDragging && <Handle />}
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children} dependencies={[props.renderRow]}>
        {(child: TreeNode<T>) => <Branch node={child} props={props} />}
      </Collection>
    </TreeItem>
  );
}

function Fold({ isShown, isExpanded }: { readonly isShown: boolean; readonly isExpanded: boolean }) {
  const t = useT();
  if (!isShown) return <span className="tree-fold" />;
  return (
    <Button slot="chevron" className="tree-fold" aria-label={t(isExpanded ? 'ui.collapse' : 'ui.expand')}>
      <ChevronRight aria-hidden="true" className={isExpanded ? 'tree-fold-open' : ''} />
    </Button>
  );
}

function Handle() {
  const t = useT();
  return (
    <Button slot="drag" className="tree-handle" aria-label={t('ui.drag')}>
      <GripVertical aria-hidden="true" />
    </Button>
  );
}

function flat<T>(nodes: readonly TreeNode<T>[]): readonly TreeNode<T>[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}
