// The search page: what is asked, hits in their words, ticking and coding them, keeping a search, and what a project
// that can only be read shows.

import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { SearchPage } from '../../../src/renderer/features/search/SearchPage.tsx';
import { firstLimit, useSearchDesk } from '../../../src/renderer/features/search/store.ts';
import { openProject, testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
  translate('en', key, params);

const hit = (start: number) => ({ start, end: start + 4, before: 'kami punya ', match: 'data', after: ' lama' });
const found = {
  documents: [
    { document: testGuid(1), title: 'Ibu Sari', revision: 3, count: 2, hits: [hit(10), hit(40)] },
    { document: testGuid(2), title: 'Pak Budi', revision: 7, count: 1, hits: [hit(5)] },
  ],
  hits: 3,
  searched: 4,
  more: false,
};
const code: CodeSummary = {
  guid: testGuid(5),
  path: ['Keterbukaan'],
  parent: null,
  color: '#0072b2',
  description: '',
  codable: true,
  codings: 0,
} as unknown as CodeSummary;

const answers = {
  ...openProject(),
  'codes.list': () => [code],
  'speakers.list': () => [],
  'search.saved': () => [],
  'search.find': () => found,
};

afterEach(() => useSearchDesk.setState({ ...useSearchDesk.getInitialState() }));

test('what is typed and chosen is asked for, and hits stand in their words by document', async () => {
  const { link, user } = renderInWindow(<SearchPage />, answers);
  await user.click(await screen.findByRole('textbox', { name: t('search.query') }));
  await user.paste('data NEAR/3 desa');
  await user.click(screen.getByRole('button', { name: t('search.affixes') }));
  const list = await screen.findByRole('list', { name: t('search.hits') });
  const rows = within(list).getAllByRole('listitem');
  expect(rows).toHaveLength(5);
  expect(rows[1]?.textContent).toBe('kami punya data lama');
  expect(screen.getByRole('status').textContent).toBe(t('search.summary', { hits: 3, documents: 2, searched: 4 }));
  await waitFor(() =>
    expect(link.inputsOf('search.find').at(-1)).toEqual({
      query: 'data NEAR/3 desa',
      unit: 'paragraph',
      affixes: true,
      limit: firstLimit,
    }),
  );
});

test('a query that cannot be read says where, and nothing is asked', async () => {
  useSearchDesk.setState({ settings: { query: 'data (desa' } });
  const { link } = renderInWindow(<SearchPage />, answers);
  expect(await screen.findByText(t('search.fault.bracket', { at: 6 }))).toBeTruthy();
  expect(link.inputsOf('search.find')).toEqual([]);
});

test('a hit leads to its words', async () => {
  useSearchDesk.setState({ settings: { query: 'data' } });
  const { user } = renderInWindow(<SearchPage />, answers);
  const list = await screen.findByRole('list', { name: t('search.hits') });
  await user.click(within(list).getAllByRole('button', { name: /punya/ })[2] ?? list);
  expect(usePlace.getState()).toMatchObject({ area: 'reduction', documentId: testGuid(2) });
});

test('all hits are coded by one order; with some left out, those that are ticked', async () => {
  useSearchDesk.setState({ settings: { query: 'data', unit: 'paragraph' }, codeId: code.guid });
  const { link, user } = renderInWindow(<SearchPage />, {
    ...answers,
    'search.code': () => ({ hits: 3, documents: 2, codings: 3, already: 0 }),
    'codings.createMany': () => ({ guids: [testGuid(6), testGuid(7)] }),
  });
  await user.click(await screen.findByRole('button', { name: t('search.code.do', { n: 3 }) }));
  await waitFor(() =>
    expect(link.inputsOf('search.code')).toEqual([
      { query: 'data', unit: 'paragraph', codeId: code.guid, extent: 'hit' },
    ]),
  );
  const list = screen.getByRole('list', { name: t('search.hits') });
  const ticks = within(list).getAllByRole('checkbox');
  await user.click(ticks[1] ?? list);
  expect(ticks[0]).toHaveProperty('indeterminate', true);
  await user.click(screen.getByRole('button', { name: t('search.code.do', { n: 2 }) }));
  await waitFor(() =>
    expect(link.inputsOf('codings.createMany')).toEqual([
      {
        items: [
          { documentId: testGuid(1), codeId: code.guid, start: 40, end: 44 },
          { documentId: testGuid(2), codeId: code.guid, start: 5, end: 9 },
        ],
      },
    ]),
  );
});

test('a search is kept under a name and taken up again', async () => {
  useSearchDesk.setState({ settings: { query: 'data', unit: 'sentence' } });
  const { link, user } = renderInWindow(<SearchPage />, {
    ...answers,
    'search.saved': () => [
      {
        guid: testGuid(8),
        name: 'Desa',
        settings: { query: 'desa', unit: 'document', matchCase: false, ignoreMarks: false, affixes: false },
        createdAt: '2026-03-05T02:00:00.000Z',
        modifiedAt: '2026-03-05T02:00:00.000Z',
      },
    ],
    'search.save': () => ({ guid: testGuid(3) }),
  });
  await user.click(await screen.findByRole('button', { name: t('search.saved') }));
  await user.click(await screen.findByRole('menuitem', { name: t('search.save') }));
  const name = await screen.findByRole('textbox', { name: t('search.save.name') });
  await user.clear(name);
  await user.type(name, 'Angka{Enter}');
  await waitFor(() =>
    expect(link.inputsOf('search.save')).toEqual([{ name: 'Angka', settings: { query: 'data', unit: 'sentence' } }]),
  );
  await user.click(await screen.findByRole('button', { name: t('search.saved') }));
  await user.click(await screen.findByRole('menuitem', { name: 'Desa' }));
  expect(await screen.findByDisplayValue('desa')).toBeTruthy();
});

test('a project that can only be read is searched, not changed', async () => {
  useSearchDesk.setState({ settings: { query: 'data' } });
  renderInWindow(<SearchPage />, {
    ...answers,
    ...openProject({ mode: 'read-only', reason: 'in-use' }),
    'codes.list': () => [code],
  });
  const list = await screen.findByRole('list', { name: t('search.hits') });
  expect(within(list).queryAllByRole('checkbox')).toEqual([]);
  expect(screen.queryByRole('button', { name: t('search.code.do', { n: 3 }) })).toBeNull();
});
