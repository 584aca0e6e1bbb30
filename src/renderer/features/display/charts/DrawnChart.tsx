import '../network/network.css';
import './drawn-chart.css';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useT } from '../../../services/text.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { DrawnMarks } from './DrawnMarks.tsx';
import type { Drawing } from './drawing.ts';
import { type Inks, screenInks } from './inks.ts';
import type { Measure } from './labels.ts';
import { sharedMeasure } from './measure.ts';
import { type Target, targetAfter, targetAt } from './targets.ts';
import { useChartTheme } from './use-chart-theme.ts';
import { useRoom } from './use-room.ts';

/** A drawing with what of it can be opened. */
export type ChartPlan = { readonly drawing: Drawing; readonly targets: readonly Target[] };

/** Pixels there are. */
export type Room = { readonly width: number; readonly height: number };

/** Makes the drawing for a room, in the colours of the screen or of paper. */
export type PlanChart = (room: Room, inks: Inks, measure: Measure) => ChartPlan;

export type DrawnChartProps = { readonly label: string; readonly plan: PlanChart };

const [smallest, greatest] = [0.25, 6];
/** Pixels from which on a press is a drag. */
const reach = 5;

/**
 * A picture on screen and its marks as a list: one stop of the Tab key, arrows move between marks, Enter opens the
 * quotations of one. The active mark alone is an element; it says which it is of all.
 */
export function DrawnChart({ label, plan }: DrawnChartProps) {
  const t = useT();
  const theme = useChartTheme();
  const id = useId();
  const { box, room } = useRoom();
  const [scale, setScale] = useState(1);
  const [active, setActive] = useState(0);
  const [hovered, setHovered] = useState(-1);
  const [hasFocus, setHasFocus] = useState(false);
  const drag = useRef<{ readonly x: number; readonly y: number; readonly isMoved: boolean } | null>(null);
  const { drawing, targets } = useMemo(() => plan(room, screenInks(theme), sharedMeasure()), [plan, room, theme]);
  const focused = Math.min(active, targets.length - 1);
  const current = targets[focused];
  const shown = targets[hovered] ?? (hasFocus ? current : undefined);
  const zoom = (factor: number): void => setScale((former) => Math.min(greatest, Math.max(smallest, former * factor)));

  useEffect(() => {
    if (hasFocus && box.current && current) bringIntoView(box.current, current, scale);
  }, [box, hasFocus, current, scale]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    // React's wheel listeners are passive: only one of our own can keep the window from zooming.
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      setScale((former) => Math.min(greatest, Math.max(smallest, former * Math.exp(-event.deltaY * 0.002))));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [box]);

  const press = (event: KeyboardEvent): void => {
    const act = keyAction(event);
    if (!act) return;
    event.preventDefault();
    setHovered(-1);
    act();
  };
  const keyAction = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): (() => void) | null => {
    if (ctrlKey || metaKey || altKey) return null;
    if (key === 'Enter' || key === ' ') return () => current?.open?.();
    if (key === '+' || key === '=') return () => zoom(1.25);
    if (key === '-') return () => zoom(0.8);
    if (key === '0') return () => setScale(1);
    const to = targetAfter(key, targets, focused);
    return to === null ? null : () => setActive(to);
  };
  const under = (event: PointerEvent): number => {
    const ground = event.currentTarget.getBoundingClientRect();
    return targetAt(targets, (event.clientX - ground.left) / scale, (event.clientY - ground.top) / scale);
  };
  const move = (event: PointerEvent): void => {
    const held = drag.current;
    if (!held) return setHovered(under(event));
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.isMoved && Math.hypot(dx, dy) < reach) return;
    drag.current = { x: event.clientX, y: event.clientY, isMoved: true };
    box.current?.scrollBy(-dx, -dy);
  };
  const release = (event: PointerEvent): void => {
    const isMoved = drag.current?.isMoved === true;
    drag.current = null;
    const place = isMoved ? -1 : under(event);
    if (place === -1) return;
    setActive(place);
    targets[place]?.open?.();
  };

  return (
    <div className="drawn-stage">
      <div className="drawn-scroll" ref={box}>
        <div
          role="listbox"
          tabIndex={0}
          className={shown?.open ? 'drawn drawn-opens' : 'drawn'}
          style={{ width: drawing.width * scale, height: drawing.height * scale }}
          aria-label={label}
          aria-activedescendant={current ? id : undefined}
          onKeyDown={press}
          onFocus={() => setHasFocus(true)}
          onBlur={() => setHasFocus(false)}
          onPointerDown={(event) => {
            drag.current = { x: event.clientX, y: event.clientY, isMoved: false };
          }}
          onPointerMove={move}
          onPointerUp={release}
          onPointerLeave={() => {
            drag.current = null;
            setHovered(-1);
          }}
        >
          <DrawnMarks drawing={drawing} scale={scale} />
          {current && (
            <div
              role="option"
              id={id}
              aria-selected={hasFocus}
              aria-posinset={focused + 1}
              aria-setsize={targets.length}
              className={hasFocus ? 'drawn-target drawn-target-focused' : 'drawn-target'}
              style={placeOf(current, scale)}
            >
              <span className="visually-hidden">{current.label}</span>
            </div>
          )}
          {shown && (
            <div className="drawn-tip" style={tipPlace(shown, drawing, scale)} aria-hidden="true">
              {shown.label}
            </div>
          )}
        </div>
      </div>
      <div className="network-buttons">
        <IconButton label={t('display.network.zoom-in')} icon={<ZoomIn />} onPress={() => zoom(1.25)} />
        <IconButton label={t('display.network.zoom-out')} icon={<ZoomOut />} onPress={() => zoom(0.8)} />
        <IconButton label={t('charts.fit')} icon={<Maximize />} onPress={() => setScale(1)} />
      </div>
    </div>
  );
}

function placeOf({ box: { left, top, right, bottom } }: Target, scale: number) {
  return { left: left * scale, top: top * scale, width: (right - left) * scale, height: (bottom - top) * scale };
}

/** Beside the mark, on the side where there is more room. */
function tipPlace({ box }: Target, { width, height }: Drawing, scale: number) {
  const middle = (box.left + box.right) / 2;
  const isLow = box.bottom > height - 40 && box.top > 40;
  const moved = `translate(${middle > width / 2 ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`;
  return { left: middle * scale, top: (isLow ? box.top - 4 : box.bottom + 4) * scale, transform: moved };
}

/** Scrolls no farther than needed. */
function bringIntoView(element: HTMLElement, { box }: Target, scale: number): void {
  const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map((each) => each * scale);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return;
  if (left < element.scrollLeft) element.scrollLeft = left;
  else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
}
