// Resizing a coding by keys: each press moves an end by a word and shows it; letting go of the modifiers puts it
// there, so that one resize is one step to undo.

import { useEffect, useState } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { useLatest } from '../../parts/use-latest.ts';

export type ResizePorts = {
  readonly editor: () => Pick<TranscriptHandle, 'wordEdge' | 'preview' | 'isRightToLeft'> | null;
  readonly active: () => PlacedCoding | null;
  readonly resize: (codingId: Guid, range: Range) => void;
};

type Edge = 'start' | 'end';
type Resized = { readonly id: Guid; readonly from: Range; readonly to: Range };

export class Resizing {
  readonly #ports: ResizePorts;
  #pending: Resized | null = null;
  /** Sent, but perhaps not yet among the codings that the window knows. */
  #sent: Resized | null = null;
  #isHeld = false;

  constructor(ports: ResizePorts) {
    this.#ports = ports;
  }

  /** Moves one end by a word, in the direction of the arrow pressed. */
  step(edge: Edge, arrow: 'left' | 'right'): void {
    const coding = this.#ports.active();
    const editor = this.#ports.editor();
    if (!coding || !editor) return;
    const range = this.#rangeOf(coding);
    const isRight = (arrow === 'right') !== editor.isRightToLeft(range[edge]);
    const at = editor.wordEdge(range[edge], isRight ? 'later' : 'earlier', edge);
    const moved = at === null ? null : { ...range, [edge]: at };
    if (moved && moved.start < moved.end) {
      this.#pending = { id: coding.guid, from: { start: coding.start, end: coding.end }, to: moved };
      editor.preview([moved]);
    }
    if (!this.#isHeld) this.commit();
  }

  /** Puts the coding where it is shown. */
  commit(): void {
    const pending = this.#pending;
    if (!pending) return;
    this.#forget();
    this.#sent = pending;
    const { id, from, to } = pending;
    if (from.start !== to.start || from.end !== to.end) this.#ports.resize(id, to);
  }

  /** @returns whether there was something to leave as it was */
  cancel(): boolean {
    const isPending = this.#pending !== null;
    this.#forget();
    return isPending;
  }

  /** To be told of every key, so that it knows when the modifiers are let go. */
  noteKeys(event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): void {
    this.#isHeld = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!this.#isHeld) this.commit();
  }

  #forget(): void {
    if (this.#pending) this.#ports.editor()?.preview([]);
    this.#pending = null;
  }

  #rangeOf({ guid, start, end }: PlacedCoding): Range {
    const isOf = (one: Resized | null): one is Resized =>
      one?.id === guid && one.from.start === start && one.from.end === end;
    if (isOf(this.#pending)) return this.#pending.to;
    return isOf(this.#sent) ? this.#sent.to : { start, end };
  }
}

export function useResizing(ports: ResizePorts): Resizing {
  const latest = useLatest(ports);
  const [resizing] = useState(() => new Resizing(latest));
  useEffect(() => {
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    const note = (event: KeyboardEvent): void => {
      if (event.type === 'keydown' && event.key === 'Escape' && resizing.cancel()) {
        event.preventDefault();
        event.stopPropagation();
      } else resizing.noteKeys(event);
    };
    document.addEventListener('keydown', note, options);
    document.addEventListener('keyup', note, options);
    window.addEventListener('blur', () => resizing.commit(), options);
    return () => controller.abort();
  }, [resizing]);
  return resizing;
}
