import './split-view.css';
import { Fragment, type ReactNode } from 'react';
import { Group, Panel as ResizablePanel, Separator } from 'react-resizable-panels';
import { useRemembered } from '../services/window-state.ts';
import { useT } from '../services/text.ts';

export type SplitPart = {
  /** Unique within the view; its size is remembered under it. */
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
  /** Pixels as a number, shares as '30%'. One part at least has none and takes what is left. */
  readonly defaultSize?: number | `${number}%`;
  readonly minSize?: number | `${number}%`;
  readonly maxSize?: number | `${number}%`;
  /** Dragged below its least size it folds away; dragged back it returns. */
  readonly isCollapsible?: boolean;
};

export type SplitViewProps = {
  /** Under which the sizes are remembered. */
  readonly id: string;
  readonly parts: readonly SplitPart[];
  readonly orientation?: 'horizontal' | 'vertical';
};

/** Parts side by side with dividers that are dragged or moved by arrow keys. A double press resets one. */
export function SplitView({ id, parts, orientation = 'horizontal' }: SplitViewProps) {
  const t = useT();
  // Another set of parts has sizes of its own: with two of three open, a third's share must not be missing.
  const key = `split/${id}/${parts.map((part) => part.id).join(',')}`;
  // Sizes are the group's own once it stands: only a new group takes the shipped ones again.
  const [resets] = useRemembered<number>('split-resets', 0);
  const [sizes, setSizes] = useRemembered<Record<string, number>>(key, {});
  const isWhole = parts.every((part) => typeof sizes[part.id] === 'number');
  return (
    <Group
      key={`${key}/${resets}`}
      id={id}
      orientation={orientation}
      className="split-view"
      {...(isWhole ? { defaultLayout: sizes } : {})}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) setSizes({ ...layout });
      }}
    >
      {parts.map((part, index) => (
        <Fragment key={part.id}>
          {index > 0 && (
            <Separator
              className="split-divider"
              aria-label={t(orientation === 'horizontal' ? 'ui.splitter' : 'ui.splitter.height', {
                panel: dividedPart(parts, index).label,
              })}
            />
          )}
          <ResizablePanel
            id={part.id}
            className="split-part"
            {...(part.defaultSize === undefined
              ? {}
              : { defaultSize: part.defaultSize, groupResizeBehavior: 'preserve-pixel-size' })}
            {...(part.minSize === undefined ? {} : { minSize: part.minSize })}
            {...(part.maxSize === undefined ? {} : { maxSize: part.maxSize })}
            collapsible={part.isCollapsible ?? false}
          >
            {part.content}
          </ResizablePanel>
        </Fragment>
      ))}
    </Group>
  );
}

/** A divider is named after the part of fixed size beside it: that is the one it makes wider. */
function dividedPart(parts: readonly SplitPart[], index: number): SplitPart {
  const [before, after] = [parts[index - 1], parts[index]];
  const named = before?.defaultSize === undefined ? (after ?? before) : before;
  if (!named) throw new Error('A divider stands between two parts');
  return named;
}
