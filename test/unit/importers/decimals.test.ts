// Numbers as people write them in tables.

import { expect, test } from 'vitest';
import { decimalOf, plainNumber } from '../../../src/main/core/tables/decimals.ts';

test.each([
  [['4,5', '3'], 'comma'],
  [['4.5', '3'], 'point'],
  [['1.234,5'], 'comma'],
  [['1,234.5'], 'point'],
  [['1.234', '12'], null],
  [['4,5', '4.5'], null],
  [['1,2,3', 'a,b', '2026-01-02', ''], null],
] as const)('%j: %s', (cells, decimal) => {
  expect(decimalOf(cells)).toBe(decimal);
});

test.each([
  ['1.234,50', 'comma', '1234.50'],
  ['1.234', 'comma', '1234'],
  ['-0,5', 'comma', '-0.5'],
  ['1,234.5', 'point', '1234.5'],
  ['12.34', 'comma', '12.34'],
  ['1,2,3', 'comma', '1,2,3'],
  ['Rp 1.000', 'comma', 'Rp 1.000'],
  ['1.234', null, '1.234'],
] as const)('%s with a decimal %s is %s', (cell, decimal, plain) => {
  expect(plainNumber(cell, decimal)).toBe(plain);
});
