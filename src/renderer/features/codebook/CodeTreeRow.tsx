import { ChevronDown, ChevronRight, Eye, EyeOff, Star, StickyNote } from 'lucide-react';
import { type DragEvent, memo } from 'react';
import { useNumber, useT } from '../../services/text.ts';
import { mostKeys } from '../../parts/favourites.ts';
import { InlineName } from '../../parts/InlineName.tsx';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';
import type { CodeRow } from './tree-model.ts';

export type RowHandlers = {
  readonly onFold: (row: CodeRow) => void;
  readonly onToggleMarks: (row: CodeRow) => void;
  readonly onRecolor: (row: CodeRow) => void;
  readonly onRenamed: (row: CodeRow, name: string | null) => void;
  readonly onDragStart: (event: DragEvent<HTMLElement>, row: CodeRow) => void;
  readonly onDragOver: (event: DragEvent<HTMLElement>, row: CodeRow) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>, row: CodeRow) => void;
  readonly onDragEnd: () => void;
};

export type CodeTreeRowProps = {
  readonly id: string;
  readonly row: CodeRow;
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isHidden: boolean;
  readonly isRenaming: boolean;
  /** Its place among the codes with a star, from 1; 0 where it has none. */
  readonly star: number;
  readonly mark: 'before' | 'inside' | 'after' | 'refused' | null;
  /** The same object in every render. */
  readonly on: RowHandlers;
};

/**
 * One code in the tree, drawn anew only when something of it changed. Its small buttons are for the mouse; the keyboard
 * has a command for each.
 */
export const CodeTreeRow = memo(function CodeTreeRow({
  id,
  row,
  top,
  isActive,
  isSelected,
  isHidden,
  isRenaming,
  star,
  mark,
  on,
}: CodeTreeRowProps) {
  const t = useT();
  const number = useNumber();
  const { code, level, isExpanded, hasChildren } = row;
  const counts = { name: code.name, own: code.codings, branch: row.branchCodings };
  const starred = star <= mostKeys ? t('coding.favourite.key', { key: star }) : t('coding.favourite.starred');
  const label = [
    t(hasChildren ? 'codebook.row.branch' : 'codebook.row', counts),
    ...(code.codable ? [] : [t('codebook.row.heading')]),
    ...(isHidden ? [t('codebook.marks.hidden')] : []),
    ...(star > 0 ? [starred] : []),
  ].join(', ');
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className="codebook-row"
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: `${(level - 1) * 16 + 4}px` }}
      aria-label={label}
      aria-level={level}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-selected={isSelected}
      {...(hasChildren ? { 'aria-expanded': isExpanded } : {})}
      data-guid={code.guid}
      data-active={isActive || undefined}
      data-selected={isSelected || undefined}
      data-muted={isHidden || undefined}
      data-heading={!code.codable || undefined}
      data-drop={mark ?? undefined}
      draggable={!isRenaming}
      onDragStart={(event) => on.onDragStart(event, row)}
      onDragOver={(event) => on.onDragOver(event, row)}
      onDrop={(event) => on.onDrop(event, row)}
      onDragEnd={on.onDragEnd}
    >
      {hasChildren ? (
        <button
          type="button"
          tabIndex={-1}
          className="codebook-twisty"
          aria-label={t(isExpanded ? 'codebook.twisty.close' : 'codebook.twisty.open', { name: code.name })}
          onClick={() => on.onFold(row)}
        >
          {isExpanded ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        </button>
      ) : (
        <span className="codebook-twisty" />
      )}
      <button
        type="button"
        tabIndex={-1}
        className="codebook-swatch"
        aria-label={t('codebook.recolor.title', { name: code.name })}
        title={t('codebook.recolor')}
        onClick={() => on.onRecolor(row)}
      >
        <ColorSwatch color={code.color} />
      </button>
      {isRenaming ? (
        <InlineName
          label={t('codebook.rename.name', { name: code.name })}
          initial={code.name}
          onDone={(name) => on.onRenamed(row, name)}
        />
      ) : (
        <span
          className="codebook-name"
          title={code.description === '' ? code.name : `${code.name}\n${code.description}`}
        >
          {code.name}
        </span>
      )}
      {star > 0 && (
        <span className="codebook-star" title={starred}>
          <Star size={12} aria-hidden />
        </span>
      )}
      {code.memos > 0 && (
        <span className="codebook-memo" title={t('content.memos', { count: code.memos })}>
          <StickyNote size={12} aria-hidden />
        </span>
      )}
      <button
        type="button"
        tabIndex={-1}
        className="codebook-eye"
        aria-label={t(isHidden ? 'codebook.marks.show' : 'codebook.marks.hide')}
        title={t(isHidden ? 'codebook.marks.show' : 'codebook.marks.hide')}
        aria-pressed={isHidden}
        onClick={() => on.onToggleMarks(row)}
      >
        {isHidden ? <EyeOff size={13} aria-hidden /> : <Eye size={13} aria-hidden />}
      </button>
      <span className="codebook-count" title={t(hasChildren ? 'codebook.count.branch' : 'codebook.count.own', counts)}>
        {code.codable || code.codings > 0 ? number(code.codings) : ''}
        {hasChildren && <span className="codebook-count-branch">{number(row.branchCodings)}</span>}
      </span>
    </div>
  );
});
