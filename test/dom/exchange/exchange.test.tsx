// A file of another program: what would change is shown before it does, much that would go is asked for, and what was
// not carried over is said, on the way in and on the way out.

import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ExchangeDialogs } from '../../../src/renderer/features/exchange/ExchangeDialogs.tsx';
import { useExchange } from '../../../src/renderer/features/exchange/store.ts';
import { isExchangeFile, useExchangeFiles } from '../../../src/renderer/parts/exchange-files.ts';
import { useExporting } from '../../../src/renderer/parts/exporting.ts';
import { runCommand } from '../../../src/renderer/commands/registry.ts';
import type { ExchangeReport } from '../../../src/shared/contract/interchange.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';
import { openProject, testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
  translate('en', key, params);

const note = { code: 'kept-graph', count: 2, details: ['Jejaring'], message: 'Graphs, kept for export: 2.' };
const changes: ExchangeReport['changes'] = [
  { kind: 'codes', added: 3, changed: 0, unchanged: 12, removed: 0 },
  { kind: 'codings', added: 40, changed: 0, unchanged: 0, removed: 25 },
  { kind: 'memos', added: 0, changed: 0, unchanged: 0, removed: 0 },
];
const matches = [{ kind: 'code' as const, name: 'Transparansi', file: testGuid(3), project: testGuid(4) }];
const report: ExchangeReport = {
  guid: testGuid(9),
  at: '2026-01-01T00:00:00.000Z',
  direction: 'import',
  file: 'rekan.qdpx',
  format: 'qdpx',
  origin: 'NVivo',
  counts: { codes: 15, codings: 40 },
  changes,
  notes: [note],
};
const answers = {
  ...openProject(),
  'interchange.read': () => ({
    planId: 'plan-1',
    name: 'rekan.qdpx',
    origin: 'NVivo',
    counts: { codes: 15, codings: 40 },
    notes: [note],
    byNames: false,
  }),
  'interchange.plan': ({ removeMissing }: { readonly removeMissing: boolean }) => ({
    changes: removeMissing ? changes : changes.map((change) => ({ ...change, removed: 0 })),
    matches,
    removesMuch: removeMissing,
  }),
  'interchange.merge': () => report,
  'interchange.discard': () => ({}),
};

afterEach(() => {
  useExchange.setState({ dialog: null });
  useExchangeFiles.setState({ files: [] });
  useExporting.getState().clear();
});

const offer = (...names: readonly string[]): void =>
  act(() => useExchangeFiles.getState().offer(names.map(chosenFile)));

/** jsdom leaves out the path within a chosen folder; browsers say it is empty where none was chosen. */
const chosenFile = (name: string): File =>
  Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: '' });

test('a file is read, what it would change is shown, and merging keeps a report', async () => {
  const { link, user } = renderInWindow(<ExchangeDialogs />, answers);
  offer('rekan.qdpx');
  const dialog = await screen.findByRole('dialog', { name: t('exchange.merge.title', { name: 'rekan.qdpx' }) });
  const table = await within(dialog).findByRole('table', { name: t('exchange.changes') });
  const rows = within(table).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining(t('exchange.changes.added')),
    `${t('interchange.kind.codes')}30120`,
    `${t('interchange.kind.codings')}40000`,
  ]);
  expect(within(dialog).getByText(note.message)).toBeTruthy();
  await user.click(within(dialog).getByRole('radio', { name: new RegExp(`^${t('exchange.match.names')}`) }));
  await waitFor(() => expect(link.inputsOf('interchange.plan').at(-1)).toMatchObject({ match: 'names' }));
  await user.click(within(dialog).getByRole('button', { name: t('exchange.merge.do') }));
  await screen.findByRole('dialog', { name: t('exchange.merged.title', { name: 'rekan.qdpx' }) });
  expect(link.inputsOf('interchange.merge')).toEqual([
    { planId: 'plan-1', match: 'names', apart: [], removeMissing: false, confirm: false },
  ]);
});

test('a merge that would take much away waits for a yes', async () => {
  const { link, user } = renderInWindow(<ExchangeDialogs />, answers);
  offer('rekan.qdpx');
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('checkbox', { name: t('exchange.removeMissing') }));
  const yes = await within(dialog).findByRole('checkbox', { name: t('exchange.merge.confirm', { count: 25 }) });
  const merge = within(dialog).getByRole('button', { name: t('exchange.merge.do') });
  expect(merge.hasAttribute('disabled')).toBe(true);
  await user.click(yes);
  await user.click(merge);
  await waitFor(() =>
    expect(link.inputsOf('interchange.merge')).toMatchObject([{ removeMissing: true, confirm: true }]),
  );
});

test('a file that is given up is forgotten, and the next one comes', async () => {
  const { link, user } = renderInWindow(<ExchangeDialogs />, answers);
  offer('satu.qdpx', 'dua.qdc');
  await user.click(await screen.findByRole('button', { name: t('content.cancel') }));
  await waitFor(() => expect(link.inputsOf('interchange.discard')).toEqual([{ planId: 'plan-1' }]));
  await waitFor(() =>
    expect(link.inputsOf('interchange.read').map(({ name }) => name)).toEqual(['satu.qdpx', 'dua.qdc']),
  );
});

test('what other programs will not see of an export is said', async () => {
  const file = { token: 'token-of-export', name: 'Studi.qdpx', mediaType: 'application/zip', size: 4 };
  const { link, user } = renderInWindow(<ExchangeDialogs />, {
    ...answers,
    'interchange.export': () => ({ file, counts: {}, notes: [note] }),
  });
  const followed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  act(() => void runCommand('exchange.export'));
  await user.click(await screen.findByRole('button', { name: t('exchange.export.do') }));
  const dialog = await screen.findByRole('dialog', { name: t('exchange.exported', { name: file.name }) });
  expect(within(dialog).getByText(note.message)).toBeTruthy();
  expect(link.inputsOf('interchange.export')).toEqual([{ format: 'qdpx' }]);
  expect(followed).toHaveBeenCalledOnce();
  followed.mockRestore();
});

const emptyStudy = {
  'codes.list': () => [],
  'documents.list': () => [],
  'cases.list': () => [],
  'coders.list': () => [],
};

test('coded passages go out in the format and of the days that were chosen', async () => {
  const file = { token: 'token-of-export', name: 'Kutipan.docx', mediaType: 'application/zip', size: 4 };
  const { link, user } = renderInWindow(<ExchangeDialogs />, {
    ...answers,
    ...emptyStudy,
    'exports.segments': () => ({ file, counts: {}, notes: [] }),
  });
  const followed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  act(() => void runCommand('exchange.export'));
  const dialog = await screen.findByRole('dialog', { name: t('exchange.export.title') });
  await user.click(within(dialog).getByRole('radio', { name: new RegExp(`^${t('exports.segments')}`) }));
  const from = within(dialog).getByRole('textbox', { name: t('exports.filter.from') });
  await user.type(from, 'kemarin');
  const go = within(dialog).getByRole('button', { name: t('exchange.export.do') });
  expect(go.hasAttribute('disabled')).toBe(true);
  expect(within(dialog).getByText(t('exports.filter.day'))).toBeTruthy();
  await user.clear(from);
  await user.type(from, '3/11/2025');
  await user.type(within(dialog).getByRole('textbox', { name: t('exports.filter.weight') }), '40');
  await user.click(go);
  await waitFor(() => expect(followed).toHaveBeenCalledOnce());
  expect(link.inputsOf('exports.segments')).toEqual([
    { format: 'xlsx', groupBy: 'code', from: '2025-11-03', weightFrom: 40 },
  ]);
  followed.mockRestore();
});

test('the passages of a list go out as they are', async () => {
  const file = { token: 'token-of-export', name: 'Kutipan.xlsx', mediaType: 'application/zip', size: 4 };
  const { link, user } = renderInWindow(<ExchangeDialogs />, {
    ...answers,
    'exports.segments': () => ({ file, counts: {}, notes: [note] }),
  });
  const followed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  act(() => useExporting.getState().ask({ codeIds: [testGuid(4)], states: ['kept'] }, 7));
  const dialog = await screen.findByRole('dialog', { name: t('exports.segments') });
  expect(within(dialog).getByText(t('exports.filter.these', { count: '7' }))).toBeTruthy();
  expect(within(dialog).queryByRole('radio')).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: t('exchange.export.do') }));
  expect(await screen.findByRole('dialog', { name: t('exchange.exported', { name: file.name }) })).toBeTruthy();
  expect(link.inputsOf('exports.segments')).toEqual([{ format: 'xlsx', groupBy: 'code', codeIds: [testGuid(4)] }]);
  followed.mockRestore();
});

test('reports are listed; without one the place says how to begin', async () => {
  const { link } = renderInWindow(<ExchangeDialogs />, { ...answers, 'interchange.reports': () => [] });
  act(() => void runCommand('exchange.reports'));
  expect(await screen.findByText(t('exchange.reports.none'))).toBeTruthy();
  link.answer({ 'interchange.reports': () => [report] });
  act(() => link.emit({ type: 'changed', revision: 2, topics: ['interchange'], texts: [], requestId: null }));
  expect(await screen.findByRole('table', { name: t('exchange.changes.done') })).toBeTruthy();
});

test('files of the standard are told from documents by their names', () => {
  expect(['a.QDPX', 'b.qde', 'c.qdc', 'd.docx', 'qdpx'].map((name) => isExchangeFile({ name }))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('what has the same name can be kept apart, one by one', async () => {
  const { link, user } = renderInWindow(<ExchangeDialogs />, answers);
  offer('rekan.qdpx');
  const dialog = await screen.findByRole('dialog', { name: t('exchange.merge.title', { name: 'rekan.qdpx' }) });
  await user.click(within(dialog).getByRole('radio', { name: new RegExp(`^${t('exchange.match.names')}`) }));
  await user.click(await within(dialog).findByText(t('exchange.matches', { count: 1 })));
  await user.click(within(dialog).getByRole('checkbox', { name: t('exchange.alike.code', { name: 'Transparansi' }) }));
  await waitFor(() =>
    expect(link.inputsOf('interchange.plan').at(-1)).toMatchObject({ match: 'names', apart: [testGuid(3)] }),
  );
});

test('a codebook as a table is chosen for itself, and known by its paths', async () => {
  const byNames = () => ({ ...answers['interchange.read'](), name: 'kode.csv', byNames: true });
  const { link, user } = renderInWindow(<ExchangeDialogs />, { ...answers, 'interchange.read': byNames });
  const input = screen.getByLabelText(t('codebook.import'));
  const click = vi.spyOn(input, 'click');
  await act(() => runCommand('exchange.codebook'));
  expect(click).toHaveBeenCalled();
  await user.upload(input, chosenFile('kode.csv'));
  const dialog = await screen.findByRole('dialog', { name: t('exchange.merge.title', { name: 'kode.csv' }) });
  await waitFor(() => expect(link.inputsOf('interchange.plan').at(-1)).toMatchObject({ match: 'names' }));
  expect(within(dialog).queryByRole('radio')).toBeNull();
});
