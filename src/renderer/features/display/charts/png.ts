// A drawing as a PNG at print resolution, with that resolution written into the file, so that Word places it in
// its true size.

import { finished, type Steps } from '../steps.ts';
import type { Drawing, Mark } from './drawing.ts';
import { chartFont } from './measure.ts';

/** Dots per inch of print. A CSS pixel is 1/96 inch. */
export const printResolution = 300;
/** Browsers make no larger canvas. */
const longestSide = 16_000;
const greatestArea = 250_000_000;

/** Pixels of the picture per CSS pixel: that of print, or less where the canvas would grow too large. */
export function pixelRatioOf({ width, height }: Pick<Drawing, 'width' | 'height'>): number {
  const wanted = printResolution / 96;
  return Math.min(wanted, longestSide / Math.max(width, height), Math.sqrt(greatestArea / (width * height)));
}

/** @throws Error where the browser gives no canvas of this size */
export async function pngOf(drawing: Drawing): Promise<Blob> {
  const ratio = pixelRatioOf(drawing);
  const canvas = new OffscreenCanvas(Math.round(drawing.width * ratio), Math.round(drawing.height * ratio));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas of this size');
  context.scale(ratio, ratio);
  paint(context, drawing);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const bytes = withResolution(new Uint8Array(await blob.arrayBuffer()), ratio * 96);
  return new Blob([bytes], { type: 'image/png' });
}

/** Paints the marks in their order, on a context scaled to CSS pixels. */
export function paint(context: PaintContext, drawing: Drawing): void {
  finished(paintInSteps(context, drawing));
}

/** The same, some marks at a time. */
export function* paintInSteps(context: PaintContext, drawing: Drawing): Steps<void> {
  context.fillStyle = drawing.background;
  context.fillRect(0, 0, drawing.width, drawing.height);
  for (const [index, mark] of drawing.marks.entries()) {
    paintMark(context, mark);
    if (index % marksAtATime === 0) yield;
  }
}

const marksAtATime = 200;

type PaintContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/**
 * The PNG with a pHYs chunk after its header.
 * @param bytes a PNG
 * @param dotsPerInch written as dots per metre, as the format wants it
 */
export function withResolution(bytes: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  const headerEnd = 8 + 25; // signature; IHDR: length, name, 13 bytes, checksum
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dotsPerInch / 0.0254);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4); // pHYs
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1; // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const result = new Uint8Array(bytes.length + chunk.length);
  result.set(bytes.subarray(0, headerEnd));
  result.set(chunk, headerEnd);
  result.set(bytes.subarray(headerEnd), headerEnd + chunk.length);
  return result;
}

function paintMark(context: PaintContext, mark: Mark): void {
  context.save();
  context.translate(mark.x, mark.y);
  switch (mark.kind) {
    case 'rect':
      context.fillStyle = mark.fill;
      context.fillRect(0, 0, mark.width, mark.height);
      if (mark.stroke !== undefined) {
        context.strokeStyle = mark.stroke;
        context.strokeRect(0, 0, mark.width, mark.height);
      }
      break;
    case 'path': {
      const path = outlineOf(mark.d);
      context.globalAlpha = mark.opacity ?? 1;
      if (mark.fill !== undefined) {
        context.fillStyle = mark.fill;
        context.fill(path);
      }
      if (mark.stroke !== undefined) {
        context.strokeStyle = mark.stroke;
        context.lineWidth = mark.width ?? 1;
        context.stroke(path);
      }
      break;
    }
    case 'text':
      context.rotate(((mark.rotate ?? 0) * Math.PI) / 180);
      context.font = `${mark.bold === true ? '600 ' : ''}${mark.size}px ${chartFont}`;
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      context.textBaseline = 'middle';
      if (mark.halo !== undefined) {
        context.strokeStyle = mark.halo;
        context.lineWidth = 3;
        context.lineJoin = 'round';
        context.strokeText(mark.text, 0, 0);
      }
      context.fillStyle = mark.fill;
      context.fillText(mark.text, 0, 0);
  }
  context.restore();
}

function outlineOf(d: string): Path2D {
  return new Path2D(d);
}

/** CRC-32 as PNG uses it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
