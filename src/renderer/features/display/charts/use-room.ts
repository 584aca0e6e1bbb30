// How much room a chart has, in steps, so that it is not drawn anew with every pixel of a dragged border.

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Room } from './DrawnChart.tsx';

const step = 20;
/** Pixels at the right that the buttons lie over. */
const buttons = 48;

export function useRoom(): { readonly box: RefObject<HTMLDivElement | null>; readonly room: Room } {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ width: 840, height: 520 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = (): void => {
      const [width, height] = [element.clientWidth - buttons, element.clientHeight].map(
        (each) => Math.floor(each / step) * step,
      );
      if (width === undefined || height === undefined || width <= 0 || height <= 0) return;
      setRoom((former) => (former.width === width && former.height === height ? former : { width, height }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, room };
}
