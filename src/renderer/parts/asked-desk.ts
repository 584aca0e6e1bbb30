// A desk of the reduction area that another part of the window leads to; taken up once the area is on screen.

import { create } from 'zustand';
import { usePlace } from '../services/place.ts';

export type AskedDesk = 'condense' | 'codebook';

export const useAskedDesk = create<{ readonly asked: AskedDesk | null }>()(() => ({ asked: null }));

export function askDesk(asked: AskedDesk): void {
  useAskedDesk.setState({ asked });
  usePlace.getState().go({ area: 'reduction' });
}
