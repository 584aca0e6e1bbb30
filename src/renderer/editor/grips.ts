// Two grips at the ends of the active coding. Dragging one shows where the coding would stand; letting go puts it
// there in one step, Escape leaves it as it was.

import type { Range } from '../../shared/domain/segments.ts';
import { snapToCharacters } from '../../shared/domain/text.ts';
import { domPointOf } from './dom-points.ts';
import { offsetUnder } from './pointer.ts';
import { snapped } from './snap.ts';
import { snapTextOf, type SnapSettings, unitOf } from './snap-input.ts';
import type { Transcript } from './transcript.ts';

type Edge = 'start' | 'end';
type Drag = { readonly id: string; readonly edge: Edge; readonly former: Range; range: Range };

export type GripPorts = {
  readonly settings: () => SnapSettings;
  readonly canResize: () => boolean;
  readonly onResize: (codingId: string, range: Range) => void;
};

/** So near to the edge of the view, in pixels, the text scrolls under the grip. */
const scrollZone = 28;
const scrollStep = 14;

export class GripsView {
  readonly #layer: HTMLElement;
  readonly #transcript: Transcript;
  readonly #ports: GripPorts;
  readonly #grips: Readonly<Record<Edge, HTMLElement>>;
  #drag: Drag | null = null;
  #ending = new AbortController();

  /** @param layer element that lies over the page of the text; the grips are for the pointer only */
  constructor(layer: HTMLElement, transcript: Transcript, ports: GripPorts) {
    this.#layer = layer;
    this.#transcript = transcript;
    this.#ports = ports;
    layer.setAttribute('aria-hidden', 'true');
    this.#grips = { start: this.#make('start'), end: this.#make('end') };
    layer.replaceChildren(this.#grips.start, this.#grips.end);
  }

  /** Puts the grips where the ends are now, or hides them. */
  draw(window: Range): void {
    const id = this.#transcript.activeId;
    const coding = id === null || !this.#ports.canResize() ? null : this.#transcript.layer.find(id);
    const range = this.#drag?.range ?? (coding && this.#transcript.isVisible(coding.code) ? coding : null);
    this.#place('start', range && range.start >= window.start && range.start < window.end ? range.start : null);
    this.#place('end', range && range.end > window.start && range.end <= window.end ? range.end : null);
  }

  dispose(): void {
    this.#ending.abort();
  }

  #make(edge: Edge): HTMLElement {
    const grip = document.createElement('div');
    grip.className = `transcript-grip transcript-grip-${edge}`;
    grip.dataset['edge'] = edge;
    grip.hidden = true;
    grip.addEventListener('pointerdown', (event) => this.#begin(event, edge));
    // The text keeps the focus and its selection.
    grip.addEventListener('mousedown', (event) => event.preventDefault());
    return grip;
  }

  #place(edge: Edge, offset: number | null): void {
    const grip = this.#grips[edge];
    const box = offset === null ? null : edgeBox(this.#transcript, offset, edge);
    // Written only where it changes: each write costs the page its styles.
    if (grip.hidden !== (box === null)) grip.hidden = box === null;
    if (!box) return;
    const origin = this.#layer.getBoundingClientRect();
    grip.style.translate = `${Math.round(box.left - origin.left)}px ${Math.round(box.top - origin.top)}px`;
    grip.style.blockSize = `${Math.round(box.height)}px`;
  }

  #begin(event: PointerEvent, edge: Edge): void {
    const id = this.#transcript.activeId;
    const coding = id === null ? null : this.#transcript.layer.find(id);
    if (event.button !== 0 || !coding) return;
    event.preventDefault();
    const grip = this.#grips[edge];
    grip.setPointerCapture(event.pointerId);
    const former = { start: coding.start, end: coding.end };
    this.#drag = { id: coding.id, edge, former, range: former };
    this.#layer.classList.add('is-dragging');
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    grip.addEventListener('pointermove', (move) => this.#move(move), { signal });
    grip.addEventListener('pointerup', () => this.#end(true), { signal });
    grip.addEventListener('pointercancel', () => this.#end(false), { signal });
    grip.ownerDocument.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        key.stopPropagation();
        this.#end(false);
      },
      { signal, capture: true },
    );
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#scrollAt(event.clientY);
    const offset = offsetUnder(this.#transcript, event.clientX, event.clientY);
    if (offset === null) return;
    const range = this.#snapped(moveEdge(drag.former, drag.edge, offset), drag.edge, event);
    if (range.start === drag.range.start && range.end === drag.range.end) return;
    drag.range = range;
    this.#transcript.setMark('passage', [range]);
  }

  #end(isMeant: boolean): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = null;
    this.#ending.abort();
    this.#layer.classList.remove('is-dragging');
    this.#transcript.setMark('passage', []);
    const { id, former, range } = drag;
    if (!isMeant) return;
    const isMoved = range.start !== former.start || range.end !== former.end;
    if (isMoved) this.#ports.onResize(id, range);
    // A press that moves nothing is one into the text, as it would be without the grip.
    else this.#transcript.select({ anchor: former[drag.edge], focus: former[drag.edge] });
  }

  /** Only the end that is moved is widened. Where words are the rule, Alt is the way to a single letter. */
  #snapped(range: Range, edge: Edge, event: PointerEvent): Range {
    const settings = this.#ports.settings();
    const unit = settings.toWords && event.altKey ? null : (unitOf(event) ?? (settings.toWords ? 'word' : null));
    const { model } = this.#transcript;
    const whole = unit ? snapped(snapTextOf(this.#transcript, settings), range, unit) : null;
    const moved = edge === 'start' ? (whole ?? range).start : (whole ?? range).end;
    const { start, end } = edge === 'start' ? { start: moved, end: range.end } : { start: range.start, end: moved };
    // SG2, on the letters around each end.
    const around = Math.max(0, start - 1);
    const head = snapToCharacters(model.slice(around, start + 1), { start: start - around, end: start - around });
    const before = Math.max(0, end - 1);
    const tail = snapToCharacters(model.slice(before, end + 1), { start: end - before, end: end - before });
    return { start: head.start + around, end: tail.end + before };
  }

  #scrollAt(y: number): void {
    const scroller = this.#layer.closest('.transcript');
    const view = scroller?.getBoundingClientRect();
    if (!scroller || !view) return;
    if (y < view.top + scrollZone) scroller.scrollTop -= scrollStep;
    else if (y > view.bottom - scrollZone) scroller.scrollTop += scrollStep;
  }
}

/** One character is left at least; an end that is led past the other stops there. */
export function moveEdge({ start, end }: Range, edge: Edge, to: number): Range {
  return edge === 'start' ? { start: Math.min(to, end - 1), end } : { start, end: Math.max(to, start + 1) };
}

function edgeBox(transcript: Transcript, offset: number, edge: Edge): DOMRect | null {
  const point = domPointOf(transcript.model, transcript.elements, offset, edge === 'start' ? 'after' : 'before');
  if (!point) return null;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  const box = range.getClientRects()[edge === 'start' ? 0 : range.getClientRects().length - 1];
  if (box) return box;
  const holder = point.node instanceof Element ? point.node : point.node.parentElement;
  const line = holder?.getBoundingClientRect();
  return line ? new DOMRect(line.left, line.top, 0, Math.min(line.height, 24)) : null;
}
