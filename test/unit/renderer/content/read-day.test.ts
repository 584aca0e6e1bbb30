import { expect, test } from 'vitest';
import { readDay } from '../../../../src/renderer/parts/read-day.ts';

test.each([
  ['2025-06-11', '2025-06-11'],
  ['11/6/2025', '2025-06-11'],
  [' 01.02.2024 ', '2024-02-01'],
  ['29-2-2024', '2024-02-29'],
  ['29/2/2025', null],
  // The month never comes first.
  ['06/13/2025', null],
  ['11/6/25', null],
  ['kemarin', null],
  ['', null],
])('the day %j is %j', (text, day) => {
  expect(readDay(text)).toBe(day);
});
