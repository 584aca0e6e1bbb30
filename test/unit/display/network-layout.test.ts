// a network is laid out along its links, and its picture says what the links are without one box upon another.

import { describe, expect, test } from 'vitest';
import { layeredPlaces } from '../../../src/shared/domain/network/layout.ts';
import { networkPicture, paperNetworkInks } from '../../../src/shared/domain/network/picture.ts';
import { approximateWidth, brokenLines } from '../../../src/shared/domain/picture/lines.ts';

const link = (from: string, to: string, kind = 'influences') => ({ from, to, kind });

describe('layers', () => {
  test('a cause stands left of its effect, a whole above its parts', () => {
    const causes = layeredPlaces(['c', 'b', 'a'], [link('a', 'b'), link('b', 'c'), link('a', 'c')], 'right');
    expect(['a', 'b', 'c'].map((id) => causes.get(id)?.x)).toEqual([0, 270, 540]);
    const parts = layeredPlaces(['part', 'whole'], [link('part', 'whole', 'part-of')], 'down');
    expect(parts.get('whole')?.y).toBeLessThan(parts.get('part')?.y ?? 0);
  });

  test('circles end, and no two nodes share a place: 200 nodes in a ring with chords, in either direction', () => {
    const nodes = Array.from({ length: 200 }, (_, at) => `n${at}`);
    const ring = nodes.flatMap((id, at) => [
      link(id, `n${(at + 1) % 200}`),
      link(id, `n${(at * 7) % 150}`, 'associated'),
    ]);
    for (const direction of ['right', 'down'] as const) {
      const places = layeredPlaces(nodes, ring, direction);
      expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(200);
    }
  });
});

describe('picture', () => {
  const node = (guid: string, x: number, y: number, label = guid) =>
    ({ guid, kind: 'free', label, x, y, isGone: false }) as const;

  test('all of it lies inside the drawing, wherever the nodes were put; links end at the rims of their boxes', () => {
    const nodes = [node('a', -900, -300, 'x'.repeat(80)), node('b', 400, 1200)];
    const links = [{ ...link('a', 'b', 'increases'), guid: 'l', words: '+', isMarked: false }];
    const { drawing, boxes, lines } = networkPicture(nodes, links, paperNetworkInks, approximateWidth);
    for (const { left, top, right, bottom } of boxes.values()) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(drawing.width);
      expect(bottom).toBeLessThanOrEqual(drawing.height);
    }
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = lines.get('l') ?? [];
    const isOnRim = (x: number, y: number, guid: string): boolean => {
      const box = boxes.get(guid);
      return (
        box !== undefined &&
        [x - box.left, x - box.right, y - box.top, y - box.bottom].some((gap) => Math.abs(gap) < 0.01)
      );
    };
    expect(isOnRim(x1, y1, 'a')).toBe(true);
    expect(isOnRim(x2, y2, 'b')).toBe(true);
  });

  test('two links between the same nodes run beside each other', () => {
    const nodes = [node('a', 0, 0), node('b', 600, 0)];
    const both = [link('a', 'b'), link('b', 'a')].map((each, at) => ({
      ...each,
      guid: `l${at}`,
      words: '',
      isMarked: false,
    }));
    const { lines } = networkPicture(nodes, both, paperNetworkInks, approximateWidth);
    expect(Math.abs((lines.get('l0')?.[1] ?? 0) - (lines.get('l1')?.[1] ?? 0))).toBeGreaterThan(10);
  });

  test('a word wider than a line is broken, and what does not fit ends with an ellipsis', () => {
    const lines = brokenLines(`${'panjang'.repeat(12)} kata`, 90, 12, approximateWidth, 3);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(approximateWidth(line, 12)).toBeLessThanOrEqual(90);
  });
});
