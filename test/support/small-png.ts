// Makes a screenshot small: a window has few colours, so 256 of them and an index for each pixel say nearly all of
// it in a third of the bytes. Other shades, which the edges of letters have, become the nearest of these.

import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const mostColors = 256;

/** @param png truecolour, eight bits, not interlaced, as Chromium makes them; alpha is left out */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, data } = decode(png);
  const counts = new Map<number, number>();
  const colors = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colors.length; pixel += 1) {
    const at = pixel * channels;
    const color = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    colors[pixel] = color;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = chosenColors(counts);
  const places = new Map(palette.map((color, place) => [color, place]));
  const rows = Buffer.alloc(height * (width + 1));
  for (const [pixel, color] of colors.entries()) {
    let place = places.get(color);
    if (place === undefined) {
      place = nearest(palette, color);
      places.set(color, place);
    }
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = place;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const shades = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', shades),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function decode(png: Buffer): { width: number; height: number; channels: number; data: Buffer } {
  const parts: Buffer[] = [];
  for (let at = signature.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(parts));
  const data = Buffer.alloc(height * stride);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)];
    for (let byte = 0; byte < stride; byte += 1) {
      const at = row * stride + byte;
      const left = byte >= channels ? (data[at - channels] ?? 0) : 0;
      const above = row > 0 ? (data[at - stride] ?? 0) : 0;
      const corner = row > 0 && byte >= channels ? (data[at - stride - channels] ?? 0) : 0;
      data[at] = ((raw[at + row + 1] ?? 0) + predicted(filter ?? 0, left, above, corner)) & 255;
    }
  }
  return { width, height, channels, data };
}

/** The five filters of the PNG specification (section 9.2). */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4: {
      const estimate = left + above - corner;
      const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
      return a <= b && a <= c ? left : b <= c ? above : corner;
    }
    default:
      return 0;
  }
}

/** Each next colour is the one whose pixels are worst off so far: frequent, or far from all that were chosen. */
function chosenColors(counts: ReadonlyMap<number, number>): readonly number[] {
  const waiting = [...counts].map(([color, count]) => ({ color, count, far: Number.POSITIVE_INFINITY }));
  const chosen: number[] = [];
  while (chosen.length < mostColors) {
    const next = waiting.reduce((worst, one) => (one.far * one.count > worst.far * worst.count ? one : worst));
    if (next.far === 0) break;
    chosen.push(next.color);
    for (const one of waiting) one.far = Math.min(one.far, distance(one.color, next.color));
  }
  return chosen;
}

function nearest(palette: readonly number[], color: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, other] of palette.entries()) {
    const far = distance(other, color);
    if (far >= least) continue;
    least = far;
    best = place;
  }
  return best;
}

/** Squared, in the space of red, green and blue. */
function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(content.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
