// The line between the text and the names of codes: dragged, or moved by arrow keys, it gives one of them more room.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export type MarginDividerProps = {
  /** Width of the margin in CSS pixels; null where it is hidden. */
  readonly width: number | null;
  readonly label: string;
  readonly onChange: (width: number) => void;
};

/** Less has no room for a name, more none for the text. */
export const marginWidths = { least: 120, most: 520 } as const;
const step = 16;

export function MarginDivider({ width, label, onChange }: MarginDividerProps) {
  const drag = useRef<{ readonly x: number; readonly width: number } | null>(null);
  if (width === null) return null;
  const change = (wanted: number): void => {
    const next = Math.round(Math.min(marginWidths.most, Math.max(marginWidths.least, wanted)));
    if (next !== width) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: width + step,
      ArrowRight: width - step,
      Home: marginWidths.most,
      End: marginWidths.least,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    change(target);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    // The narrow window shows less than what is wanted: dragging goes on from what is seen.
    const shown = event.currentTarget.nextElementSibling?.getBoundingClientRect().width ?? width;
    drag.current = { x: event.clientX, width: shown };
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={marginWidths.least}
      aria-valuemax={marginWidths.most}
      tabIndex={0}
      className="transcript-divider"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX }) => drag.current && change(drag.current.width + drag.current.x - clientX)}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
}
