import { type DragEvent, type MouseEvent as ReactMouseEvent, useEffect, useId, useRef } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { CodeTreeRow, type RowHandlers } from './CodeTreeRow.tsx';
import { asksForMenu, openMenuAt } from '../../parts/open-menu-at.ts';
import { useFavourites } from '../../parts/favourites.ts';
import { useLatest } from '../../parts/use-latest.ts';
import { useVisibleRows } from '../../parts/use-visible-rows.ts';
import { InlineName } from '../../parts/InlineName.tsx';
import { useCodebook } from './store.ts';
import { activeRow, type CodeRow } from './tree-model.ts';
import type { CodeActions } from './use-code-actions.ts';
import { codesType, useCodeDrag } from './use-code-drag.ts';
import type { CodeTreeState } from './use-code-tree.ts';
import type { HiddenCodes } from '../../parts/hidden-codes.ts';
import { useTreeKeys } from './use-tree-keys.ts';

/** Height of a line in pixels, the same for all, so that only those in view are drawn. */
export const lineHeight = 28;

export type CodeTreeLinesProps = {
  readonly codes: readonly CodeSummary[];
  readonly tree: CodeTreeState;
  readonly actions: CodeActions;
  readonly hidden: HiddenCodes;
  readonly canChange: boolean;
  /** Enter or a double press: codes what is selected, or opens the card. */
  readonly onOpen: () => void;
};

export function CodeTreeLines({ codes, tree, actions, hidden, canChange, onOpen }: CodeTreeLinesProps) {
  const t = useT();
  const id = useId();
  const focusTarget = useRef<HTMLDivElement>(null);
  const codeIds = usePlace((place) => place.codeIds);
  const { favourites } = useFavourites();
  const { active: chosenLast, editing, set } = useCodebook();
  const { rows, lines, fold } = tree;
  const active = activeRow(rows, chosenLast, codeIds);
  const keys = useTreeKeys(rows, fold);
  const drag = useCodeDrag(codes, actions, (guid) => fold(guid, false));
  const activeLine = lines.findIndex((line) => line.kind === 'code' && line.row.code.guid === active);
  const editedLine = lines.findIndex(({ kind }) => kind === 'new');
  const { scroller, indexes, height, topOf, bringIntoView } = useVisibleRows({
    count: lines.length,
    rowHeight: lineHeight,
    kept: [activeLine, editedLine],
  });
  const wanted = editedLine >= 0 ? editedLine : activeLine;
  useEffect(() => bringIntoView(wanted), [bringIntoView, wanted]);

  const backToTree = (): void => {
    set({ editing: null });
    focusTarget.current?.focus({ preventScroll: true });
  };
  const onRenamed = ({ code }: CodeRow, name: string | null): void => {
    backToTree();
    if (name !== null) void actions.rename(code.guid, name);
  };
  const onNamed = (name: string | null): void => {
    if (editing?.kind !== 'new') return;
    const { parentId, after } = editing;
    backToTree();
    if (name === null) return;
    const before = codes.find(({ guid }) => guid === after);
    const position = before && before.parent === parentId ? before.position + 1 : undefined;
    if (parentId !== null) fold(parentId, false);
    void actions.create(name, parentId, position);
  };
  const rowAt = ({ target }: ReactMouseEvent): CodeRow | undefined => {
    const guid = target instanceof Element ? target.closest<HTMLElement>('.codebook-row')?.dataset['guid'] : undefined;
    return rows.find(({ code }) => code.guid === guid);
  };
  const onPress = (event: ReactMouseEvent): void => {
    const row = rowAt(event);
    // A field or button in a row deals with its own presses.
    if (!row || (event.target instanceof Element && event.target.closest('button, input'))) return;
    keys.choose(row.code.guid, event.shiftKey ? 'stretch' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
    focusTarget.current?.focus({ preventScroll: true });
  };
  const onMenu = (event: ReactMouseEvent): void => {
    const guid = rowAt(event)?.code.guid;
    if (guid === undefined) return;
    // The menu is about what is pointed at, or about all chosen codes where that is one of them.
    if (!codeIds.includes(guid)) keys.choose(guid);
    else set({ active: guid });
  };
  const on: RowHandlers = useLatest({
    onFold: ({ code, isExpanded }: CodeRow) => fold(code.guid, isExpanded),
    onToggleMarks: ({ code }: CodeRow) => hidden.toggle([code.guid]),
    onRecolor: ({ code }: CodeRow) => {
      if (canChange) set({ dialog: { kind: 'color', guid: code.guid } });
    },
    onRenamed,
    onDragStart: drag.onDragStart,
    onDragOver: drag.onDragOver,
    onDrop: drag.onDrop,
    onDragEnd: drag.onDragEnd,
  });
  const dropAtEnd = (event: DragEvent<HTMLElement>): void => {
    if (event.target === event.currentTarget && event.dataTransfer.types.includes(codesType)) event.preventDefault();
  };
  return (
    <div ref={scroller} className="codebook-tree-scroll">
      <p id={`${id}-help`} className="visually-hidden">
        {t('codebook.tree.help')}
      </p>
      <div
        ref={focusTarget}
        role="tree"
        className="codebook-tree-lines"
        aria-label={t('codebook.tree')}
        aria-describedby={`${id}-help`}
        aria-multiselectable
        {...(activeLine >= 0 && editing === null ? { 'aria-activedescendant': `${id}-${active ?? ''}` } : {})}
        tabIndex={0}
        style={{ height: height }}
        onDragOver={dropAtEnd}
        onClick={onPress}
        onContextMenu={onMenu}
        onDoubleClick={(event) => {
          if (rowAt(event) && event.target instanceof Element && !event.target.closest('button, input')) onOpen();
        }}
        onKeyDown={(event) => {
          const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
          if (event.key === 'Enter' && isPlain && event.target === event.currentTarget) {
            event.preventDefault();
            onOpen();
          } else if (asksForMenu(event)) {
            openMenuAt(event, '.codebook-row[data-active]');
          } else keys.onKeyDown(event);
        }}
        onFocus={() => {
          if (active !== chosenLast) set({ active });
        }}
      >
        {indexes.map((index) => {
          const start = topOf(index);
          const line = lines[index];
          if (!line) return null;
          if (line.kind === 'new') {
            return (
              <div
                key="new"
                role="treeitem"
                aria-level={line.level}
                aria-label={t('codebook.new.name')}
                aria-selected={false}
                className="codebook-row codebook-row-new"
                style={{ transform: `translateY(${start}px)`, paddingInlineStart: `${line.level * 16 + 8}px` }}
              >
                <InlineName label={t('codebook.new.name')} initial="" onDone={onNamed} />
              </div>
            );
          }
          const { row } = line;
          const { guid } = row.code;
          const mark = drag.mark?.guid === guid ? drag.mark : null;
          return (
            <CodeTreeRow
              key={guid}
              id={`${id}-${guid}`}
              row={row}
              top={start}
              isActive={guid === active}
              isSelected={codeIds.includes(guid)}
              isHidden={hidden.hidden.has(guid)}
              isRenaming={editing?.kind === 'rename' && editing.guid === guid}
              star={favourites.indexOf(guid) + 1}
              mark={mark === null ? null : mark.isRefused ? 'refused' : mark.kind}
              on={on}
            />
          );
        })}
      </div>
    </div>
  );
}
