// Trees in networks: parts beside or below their whole, nothing upon anything, and another arrangement for what is none.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { treePlaces } from '../../../src/shared/domain/network/tree-layout.ts';
import type { Ranked } from '../../../src/shared/domain/network/layout.ts';

const part = (from: string, to: string): Ranked<string> => ({ from, to, kind: 'part-of' });
/** Widest and highest box of a node. */
const [width, height] = [164, 5 * 15.5 + 18];

function meeting(places: ReadonlyMap<string, { readonly x: number; readonly y: number }>) {
  const all = [...places.values()];
  return all.flatMap((one, at) =>
    all.slice(at + 1).filter((other) => Math.abs(one.x - other.x) < width && Math.abs(one.y - other.y) < height),
  );
}

test('to the right: levels are columns, a whole stands at the middle of its parts', () => {
  const places = treePlaces(['a', 'a1', 'a2', 'b'], [part('a1', 'a'), part('a2', 'a')], 'right');
  const [a, one, two] = ['a', 'a1', 'a2'].map((id) => places?.get(id));
  expect(one?.x).toBe(two?.x);
  expect((one?.x ?? 0) - (a?.x ?? 0)).toBe(240);
  expect(a?.y).toBe(((one?.y ?? 0) + (two?.y ?? 0)) / 2);
});

test('down: the cases of a group stand below it in columns of at most eight', () => {
  const cases = Array.from({ length: 20 }, (_, at) => `c${at}`);
  const places = treePlaces(
    ['top', 'x', 'y', ...cases],
    [part('x', 'top'), part('y', 'top'), ...cases.map((id, at) => part(id, at < 15 ? 'x' : 'y'))],
    'down',
  );
  const columns = new Set(cases.slice(0, 15).map((id) => places?.get(id)?.x));
  expect(columns.size).toBe(2);
  expect(Math.max(...cases.map((id) => places?.get(id)?.y ?? 0))).toBe(2 * 136 + 7 * 104);
});

test('no two boxes meet, every node has a place, whatever the trees', () => {
  const trees = fc.array(fc.nat(), { minLength: 2, maxLength: 120 });
  fc.assert(
    fc.property(trees, fc.constantFrom('right', 'down'), (choices, direction) => {
      const nodes = choices.map((_, at) => `n${at}`);
      // Each node but the first is part of an earlier one, or a root.
      const links = choices.flatMap((choice, at) => {
        const whole = choice % (at + 1);
        return whole === at ? [] : [part(`n${at}`, `n${whole}`)];
      });
      const places = treePlaces(nodes, links, direction);
      if (links.length === 0) return places === null;
      return places !== null && places.size === nodes.length && meeting(places).length === 0;
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['a circle', [part('a', 'b'), part('b', 'a')]],
  ['a circle beside a tree', [part('a', 'b'), part('b', 'a'), part('c', 'd')]],
  ['two wholes of one part', [part('a', 'b'), part('a', 'c')]],
  ['another kind of link', [part('a', 'b'), { from: 'c', to: 'd', kind: 'increases' }]],
  ['no links', []],
])('%s is no tree', (_, links) => {
  expect(treePlaces(['a', 'b', 'c', 'd'], links, 'right')).toBeNull();
});

test('a chain of thousands is left to the layers', () => {
  const nodes = Array.from({ length: 5000 }, (_, at) => `n${at}`);
  const chain = nodes.slice(1).map((id, at) => part(id, `n${at}`));
  expect(treePlaces(nodes, chain, 'down')).toBeNull();
});
