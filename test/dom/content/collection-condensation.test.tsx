// Research questions, the log, summaries, sampling, condensation and redefinition, over the real core.

import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MergeDialog } from '../../../src/renderer/features/codebook/MergeDialog.tsx';
import { RedefineDialog } from '../../../src/renderer/features/codebook/RedefineDialog.tsx';
import { SplitDialog } from '../../../src/renderer/features/codebook/SplitDialog.tsx';
import { CaseSummaries } from '../../../src/renderer/features/condense/CaseSummaries.tsx';
import { CondensePage } from '../../../src/renderer/features/condense/CondensePage.tsx';
import { VignettesPage } from '../../../src/renderer/features/condense/VignettesPage.tsx';
import { SamplingPage } from '../../../src/renderer/features/field/SamplingPage.tsx';
import { SummariesPage } from '../../../src/renderer/features/field/SummariesPage.tsx';
import { QuestionsPage } from '../../../src/renderer/features/questions/QuestionsPage.tsx';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { openStudy, retype } from './study.tsx';

test('R-03, R-07: a research question is added, and a cell of the log says silent once it was asked', async () => {
  const { client, show } = await openStudy();
  await client.cases.create({ name: 'Kepala Dinas' });
  const { user } = show(<QuestionsPage />);
  await screen.findByText('No research questions yet');
  await user.click(screen.getByRole('button', { name: 'Add research question' }));
  const cell = await screen.findByRole('button', { name: 'Kepala Dinas, RQ1: not asked, 0 codings' });
  await user.click(cell);
  const dialog = within(await screen.findByRole('dialog', { name: 'Kepala Dinas · RQ1' }));
  await user.click(dialog.getByRole('button', { name: /State/ }));
  await user.click(await screen.findByRole('option', { name: 'done' }));
  await user.type(dialog.getByRole('textbox', { name: 'Who' }), 'Rina');
  await user.click(dialog.getByRole('button', { name: 'Note it' }));
  await screen.findByRole('button', { name: 'Kepala Dinas, RQ1: silent, 0 codings' });
  expect((await client.collection.coverage({})).cells[0]?.entry).toMatchObject({ status: 'done', who: 'Rina' });
}, 30_000);

test('R-04: a contact summary is begun, gets a line, and the line becomes a memo', async () => {
  const { client, show } = await openStudy();
  const { user } = show(<SummariesPage />);
  await screen.findByText('No summaries yet');
  await user.click(screen.getByRole('button', { name: 'New contact summary' }));
  await user.click(await screen.findByRole('button', { name: 'Add line to “Main issues”' }));
  const part = within(screen.getByRole('region', { name: 'Main issues' }));
  await retype(user, await part.findByRole('textbox', { name: 'Line' }), 'Jaringan lambat{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await client.forms.list({}))[0]?.items[0]?.text).toBe('Jaringan lambat'));
  await waitFor(() =>
    expect(part.getByRole('button', { name: 'Make a memo of it' })).toHaveProperty('disabled', false),
  );
  await user.click(part.getByRole('button', { name: 'Make a memo of it' }));
  await part.findByRole('button', { name: 'Is a memo already' });
  expect((await client.memos.list({}))[0]).toMatchObject({ body: 'Jaringan lambat', targets: [{ kind: 'project' }] });
}, 30_000);

test('R-07, R-09: who fulfils a criterion is ticked; a pseudonym is noted and the gate tells what occurs', async () => {
  const { client, show } = await openStudy();
  await client.cases.create({ name: 'Surya' });
  const { user } = show(<SamplingPage />);
  await screen.findByRole('rowheader', { name: 'Surya' });
  await user.click(await screen.findByRole('button', { name: 'Add criterion' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Surya fulfils “Criterion 1”' }));
  await screen.findByText('1 of 1');
  await user.type(screen.getByRole('textbox', { name: 'Real name' }), 'Surya');
  await user.type(screen.getByRole('textbox', { name: 'Pseudonym' }), 'Informan 1');
  await user.click(screen.getByRole('button', { name: 'Note pseudonym' }));
  await screen.findByText('Surya → Informan 1');
  await screen.findByText('Exports wait: 0 without consent, 1 real names occur');
}, 30_000);

test('a segment is condensed beside its words, which lead to the text', async () => {
  const { client, show } = await openStudy();
  const { guid: documentId } = await client.documents.create({ title: 'W1', text: 'Layanan lambat sekali.' });
  const { guid: codeId } = await client.codes.create({ name: 'Layanan' });
  await client.codings.create({ documentId, codeId, start: 0, end: 14 });
  const { user } = show(<CondensePage />);
  const field = await screen.findByRole('textbox', { name: 'Reduction' });
  await retype(user, field, 'Kecepatan{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await client.condensation.list({ only: 'condensed' })).total).toBe(1));
  await user.click(screen.getByRole('button', { name: 'Layanan lambat' }));
  expect(usePlace.getState()).toMatchObject({ documentId, selection: { start: 0, end: 14 } });
}, 30_000);

test('CB1, CB2: redefining needs a reason and sends older codings back; keeping one takes it off the list', async () => {
  const { client, show } = await openStudy();
  const { guid: documentId } = await client.documents.create({ title: 'W1', text: 'Layanan lambat sekali.' });
  const { guid: codeId } = await client.codes.create({ name: 'Layanan', description: 'Semua layanan' });
  await client.codings.create({ documentId, codeId, start: 0, end: 14 });
  const [code] = await client.codes.list({});
  if (!code) throw new Error('the code was made');
  const dialogShown = show(<RedefineDialog code={code} onClose={() => dialogShown.unmount()} />);
  const { user } = dialogShown;
  await user.click(await screen.findByRole('button', { name: 'Redefine' }));
  await screen.findByText('This cannot be empty.');
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Terlalu luas');
  await retype(user, screen.getByRole('textbox', { name: 'Definition' }), 'Hanya daring');
  await user.click(screen.getByRole('button', { name: 'Redefine' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  show(<CondensePage />);
  await user.click(await screen.findByRole('tab', { name: 'Check again (1)' }));
  await screen.findByText(/Terlalu luas/);
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  await screen.findByText('Nothing to check again');
  expect(await client.condensation.recheck({})).toEqual([]);
}, 30_000);

test('R-13: a vignette is told in words of the field and of the researcher; what its coding loses stays told', async () => {
  const { client, show } = await openStudy();
  const { guid: documentId } = await client.documents.create({ title: 'W1', text: 'Layanan lambat sekali.' });
  const { guid: codeId } = await client.codes.create({ name: 'Layanan' });
  const { guid: coding } = await client.codings.create({ documentId, codeId, start: 0, end: 14 });
  const { user } = show(<VignettesPage />);
  await screen.findByText('No vignettes yet');
  await user.click(screen.getByRole('button', { name: 'New vignette' }));
  await user.click(await screen.findByRole('button', { name: 'Add your words' }));
  await retype(user, await screen.findByRole('textbox', { name: 'Your words' }), 'Pagi itu{Control>}{Enter}{/Control}');
  await waitFor(async () => expect((await client.condensation.vignettes({}))[0]?.parts[0]?.text).toBe('Pagi itu'));
  const vignetteId = (await client.condensation.vignettes({}))[0]?.guid ?? coding;
  const parts = [
    { kind: 'words' as const, text: 'Pagi itu' },
    { kind: 'segment' as const, codingId: coding },
  ];
  await client.condensation.updateVignette({ vignetteId, parts });
  await screen.findByRole('button', { name: 'Layanan lambat' });
  await user.click(screen.getByRole('button', { name: 'Move part 2 up' }));
  await waitFor(async () =>
    expect((await client.condensation.vignettes({}))[0]?.parts).toEqual([
      { kind: 'segment', coding, text: 'Layanan lambat' },
      { kind: 'words', coding: null, text: 'Pagi itu' },
    ]),
  );
  await client.codings.delete({ codingIds: [coding] });
  await screen.findByText('its coding is gone');
  expect((await client.condensation.vignettes({}))[0]?.parts[0]?.text).toBe('Layanan lambat');
}, 30_000);

test('R-08: an interim case summary begins with what the project knows and goes on in the researcher’s prose', async () => {
  const { client, show } = await openStudy();
  const { guid: caseId } = await client.cases.create({ name: 'Kepala Dinas' });
  await client.documents.create({ title: 'W1', text: 'Layanan lambat sekali.', caseId });
  const { user } = show(<CaseSummaries />);
  await within(await screen.findByRole('region', { name: 'What the project holds now' })).findByText(/W1/);
  await user.click(screen.getByRole('button', { name: 'Begin from the skeleton' }));
  const prose = await screen.findByRole('textbox', { name: 'What you know so far' });
  await retype(user, prose, 'Mengeluh soal jaringan{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect(await client.memos.list({ target: { kind: 'case', guid: caseId } })).toMatchObject([
      { kind: 'summary', body: 'Mengeluh soal jaringan' },
    ]),
  );
  await screen.findByText('written');
}, 30_000);

test('R-11: splitting needs a name and a reason, takes the codings that are ticked, and leaves the rest to check', async () => {
  const { client, show } = await openStudy();
  const { guid: documentId } = await client.documents.create({ title: 'W1', text: 'Layanan lambat sekali.' });
  const { guid: codeId } = await client.codes.create({ name: 'Layanan' });
  await client.codings.create({ documentId, codeId, start: 0, end: 7 });
  await client.codings.create({ documentId, codeId, start: 8, end: 14 });
  const code = (await client.codes.list({}))[0];
  if (!code) throw new Error('the code was made');
  const shown = show(<SplitDialog code={code} onClose={() => shown.unmount()} />);
  const { user } = shown;
  await user.click(await screen.findByRole('checkbox', { name: /^lambat/ }));
  await user.click(screen.getByRole('button', { name: 'Split' }));
  expect(await screen.findAllByText('This cannot be empty.')).toHaveLength(2);
  await user.type(screen.getByRole('textbox', { name: /Name of the new code/ }), 'Kecepatan');
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Terlalu gemuk');
  await user.click(screen.getByRole('button', { name: 'Split' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await client.codes.list({})).map(({ name, codings }) => [name, codings])).toEqual([
    ['Layanan', 1],
    ['Kecepatan', 1],
  ]);
  expect((await client.condensation.changes({})).map(({ kind, reason }) => [kind, reason])).toContainEqual([
    'split',
    'Terlalu gemuk',
  ]);
  expect((await client.condensation.recheck({})).map(({ quote }) => quote)).toEqual(['Layanan']);
}, 30_000);

test('R-11: why codes were merged is kept on record', async () => {
  const { client, show } = await openStudy();
  const { guid: first } = await client.codes.create({ name: 'Cepat' });
  const { guid: second } = await client.codes.create({ name: 'Lekas' });
  const shown = show(
    <MergeDialog codes={await client.codes.list({})} codeIds={[first, second]} onClose={() => shown.unmount()} />,
  );
  const { user } = shown;
  await user.type(await screen.findByRole('combobox', { name: 'Merge into' }), 'Cepat');
  await user.click(await screen.findByRole('option', { name: /Cepat/ }));
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'Satu makna');
  await user.click(screen.getByRole('button', { name: 'Merge' }));
  await waitFor(async () =>
    expect(await client.condensation.changes({})).toMatchObject([
      { kind: 'merge', codeName: 'Cepat', otherName: 'Lekas', reason: 'Satu makna' },
    ]),
  );
}, 30_000);

test('R-07, R-09: a case has a role and a dated consent; a criterion says how many it wants and why', async () => {
  const { client, show } = await openStudy();
  await client.cases.create({ name: 'Surya' });
  await client.collection.createCriterion({ kind: 'informant', label: 'Memimpin' });
  const { user } = show(<SamplingPage />);
  await retype(user, await screen.findByRole('textbox', { name: 'Wanted' }), '3{Enter}');
  await screen.findByText('0 of 3');
  await user.click(screen.getByRole('button', { name: /Role of Surya/ }));
  await user.click(await screen.findByRole('option', { name: 'site' }));
  await retype(user, screen.getByRole('textbox', { name: 'Date of the consent of Surya' }), '2026-03-04{Enter}');
  await waitFor(async () =>
    expect(await client.collection.participations({})).toMatchObject([{ kind: 'site', date: '2026-03-04' }]),
  );
}, 30_000);
