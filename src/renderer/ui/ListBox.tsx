import './list.css';
import type { ReactNode } from 'react';
import { ListBox as AriaListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';

export type ListBoxProps<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly itemId: (item: T) => string;
  /** For typing ahead and for screen readers. */
  readonly itemText: (item: T) => string;
  readonly render: (item: T) => ReactNode;
  readonly selectedIds?: ReadonlySet<string>;
  readonly onSelect?: (ids: readonly string[]) => void;
  readonly selectionMode?: 'single' | 'multiple';
  /** Enter or a press. */
  readonly onAction?: (item: T) => void;
  readonly empty?: ReactNode;
  /** Height of a row in pixels; with it only what is in view is drawn, for thousands of entries. */
  readonly rowHeight?: number;
  readonly className?: string;
};

export function ListBox<T>(props: ListBoxProps<T>) {
  const {
    label,
    items,
    itemId,
    itemText,
    render,
    selectedIds,
    onSelect,
    onAction,
    empty,
    rowHeight,
    className = '',
  } = props;
  const { selectionMode = 'single' } = props;
  const find = (id: unknown): T | undefined => items.find((item) => itemId(item) === id);
  const list = (
    <AriaListBox
      className={`list ${className}`}
      aria-label={label}
      selectionMode={onSelect ? selectionMode : 'none'}
      selectionBehavior="replace"
      {...(selectedIds ? { selectedKeys: selectedIds } : {})}
      {...(onSelect
        ? { onSelectionChange: (keys) => onSelect(keys === 'all' ? items.map(itemId) : [...keys].map(String)) }
        : {})}
      {...(onAction
        ? {
            onAction: (key) => {
              const item = find(key);
              if (item !== undefined) onAction(item);
            },
          }
        : {})}
      renderEmptyState={() => empty ?? null}
    >
      {items.map((item) => (
        <ListBoxItem key={itemId(item)} id={itemId(item)} textValue={itemText(item)} className="list-item">
          {render(item)}
        </ListBoxItem>
      ))}
    </AriaListBox>
  );
  if (rowHeight === undefined) return list;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      {list}
    </Virtualizer>
  );
}
