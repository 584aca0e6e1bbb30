import { beforeEach, expect, test } from 'vitest';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { parseGuid, type Guid } from '../../../src/shared/domain/ids.ts';

const document = guid('1');
const other = guid('2');
const coding = guid('3');

beforeEach(() => usePlace.getState().reset());

test('another document starts without the selection of the former one', () => {
  const { go } = usePlace.getState();
  go({ documentId: document, selection: { start: 1, end: 5 }, codingId: coding });
  go({ documentId: document });
  expect(usePlace.getState().selection).toEqual({ start: 1, end: 5 });
  go({ documentId: other });
  expect(usePlace.getState()).toMatchObject({ documentId: other, selection: null, codingId: null });
});

test('revealing a passage leads to the reduction area, the document, the range and the coding', () => {
  usePlace.getState().reveal({ area: 'display', documentId: document, start: 10, end: 20, codingId: coding });
  expect(usePlace.getState()).toMatchObject({
    area: 'reduction',
    documentId: document,
    selection: { start: 10, end: 20 },
    codingId: coding,
    revealed: { documentId: document, range: { start: 10, end: 20 }, codingId: coding },
  });
});

test('the same passage can be revealed again', () => {
  const { reveal } = usePlace.getState();
  reveal({ area: 'reduction', documentId: document, start: 10, end: 20 });
  const first = usePlace.getState().revealed;
  reveal({ area: 'reduction', documentId: document, start: 10, end: 20 });
  expect(usePlace.getState().revealed?.sequence).toBeGreaterThan(first?.sequence ?? Infinity);
});

test('a place without a document leads to its area and leaves the open document alone', () => {
  usePlace.getState().go({ documentId: document });
  usePlace.getState().reveal({ area: 'collection', caseId: other });
  expect(usePlace.getState()).toMatchObject({
    area: 'collection',
    caseId: other,
    documentId: document,
    revealed: null,
  });
});

function guid(digit: string): Guid {
  const parsed = parseGuid(`${digit.repeat(8)}-1111-4111-8111-111111111111`);
  if (!parsed) throw new Error('not a GUID');
  return parsed;
}
