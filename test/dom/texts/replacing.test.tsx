// The search through documents: ticking hits, what is sent, and what a project that can only be read shows.

import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { FoundDocument } from '../../../src/shared/contract/texts.ts';
import { plainSearch } from '../../../src/shared/domain/search.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';
import {
  orderOf,
  rowsOf,
  tickedOf,
  toggledDocument,
  toggledHit,
} from '../../../src/renderer/features/texts/hit-rows.ts';
import { ReplaceDialog } from '../../../src/renderer/features/texts/ReplaceDialog.tsx';
import { useSearching } from '../../../src/renderer/parts/searching.ts';
import { openProject, testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
  translate('en', key, params);

const hit = (start: number, codings = 0) => ({
  start,
  end: start + 4,
  words: 'data',
  before: 'kami punya ',
  after: ' lama',
  insert: 'angka',
  codings,
});
const one: FoundDocument = { document: testGuid(1), title: 'Ibu Sari', revision: 3, hits: [hit(10, 2), hit(40)] };
const two: FoundDocument = { document: testGuid(2), title: 'Pak Budi', revision: 7, hits: [hit(5)] };
const found = { documents: [one, two], hits: 3, searched: 2, more: false };
const none: ReadonlySet<string> = new Set();

afterEach(() => useSearching.setState({ ...plainSearch, query: '', replaces: false, replacement: '' }));

test('rows, ticks and the order that follows from them', () => {
  expect(rowsOf(found.documents, none).map(({ kind }) => kind)).toEqual(['document', 'hit', 'hit', 'document', 'hit']);
  expect(rowsOf(found.documents, new Set([one.document]))).toHaveLength(3);
  expect(tickedOf(found.documents, none)).toEqual({ hits: 3, documents: 2, codings: 2 });
  const left = toggledHit(`${one.document} 10`, none);
  expect(tickedOf(found.documents, left)).toEqual({ hits: 2, documents: 2, codings: 0 });
  expect(toggledHit(`${one.document} 10`, left)).toEqual(none);
  const without = toggledDocument(one, none);
  expect(tickedOf(found.documents, without)).toEqual({ hits: 1, documents: 1, codings: 0 });
  expect(toggledDocument(one, left)).toEqual(none);
  expect(orderOf(found.documents, without)).toEqual([
    { documentId: two.document, revision: 7, splices: [{ at: 5, remove: 4, insert: 'angka' }] },
  ]);
});

test('FR6: what is ticked is sent as one order; a hit left out is not in it', async () => {
  useSearching.setState({ query: 'data', replaces: true, replacement: 'angka' });
  const { link, user } = renderInWindow(<ReplaceDialog onClose={() => undefined} />, {
    ...openProject(),
    'texts.find': () => found,
    'texts.replace': () => ({ documents: 2, replaced: 2, changed: 1, orphaned: 0 }),
  });
  const list = await screen.findByRole('list', { name: t('texts.replace.hits') });
  const rows = within(list).getAllByRole('listitem');
  expect(rows).toHaveLength(5);
  expect(rows[1]?.textContent).toContain(t('texts.replace.codings', { n: 2 }));
  const ticks = within(list).getAllByRole('checkbox');
  await user.click(ticks[1] ?? list);
  expect(ticks[0]).toHaveProperty('indeterminate', true);
  await user.click(screen.getByRole('button', { name: t('texts.replace.do', { n: 2 }) }));
  await waitFor(() => expect(link.inputsOf('texts.replace')).toHaveLength(1));
  expect(link.inputsOf('texts.replace')[0]).toEqual({
    documents: [
      { documentId: one.document, revision: 3, splices: [{ at: 40, remove: 4, insert: 'angka' }] },
      { documentId: two.document, revision: 7, splices: [{ at: 5, remove: 4, insert: 'angka' }] },
    ],
  });
});

test('FR5: what is wrong with an expression is said, and nothing is asked', async () => {
  useSearching.setState({ query: '(data', regex: true });
  const { link } = renderInWindow(<ReplaceDialog onClose={() => undefined} />, openProject());
  expect(await screen.findByText(t('texts.fault.group'))).toBeTruthy();
  expect(link.inputsOf('texts.find')).toEqual([]);
});

test('a project that can only be read is searched, not changed', async () => {
  useSearching.setState({ query: 'data', replaces: true });
  renderInWindow(<ReplaceDialog onClose={() => undefined} />, {
    ...openProject({ mode: 'read-only', reason: 'in-use' }),
    'texts.find': () => found,
  });
  const list = await screen.findByRole('list', { name: t('texts.replace.hits') });
  expect(within(list).queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryByRole('textbox', { name: t('texts.replace.with') })).toBeNull();
});
