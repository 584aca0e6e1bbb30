// The conclusion area over the real core: what is missing elsewhere, and claims with their evidence.

import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ConclusionArea } from '../../../src/renderer/features/conclude/ConclusionArea.tsx';
import { QuotationList } from '../../../src/renderer/features/quotations/QuotationList.tsx';
import { usePropositionShown } from '../../../src/renderer/parts/proposition-shown.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { retype } from '../content/study.tsx';
import { type CodedStudy, openCodedStudy } from './coded-study.tsx';

function showArea(study: CodedStudy) {
  return study.show(<ConclusionArea quotations={<QuotationList />} />);
}

const gap = (name: string): HTMLElement =>
  screen.getByRole('heading', { name: new RegExp(name) }).parentElement as HTMLElement;

test('lists what the other streams lack and leads there in one step (R-01)', async () => {
  const study = await openCodedStudy();
  const { client, codes } = study;
  const uncoded = await client.documents.create({ title: 'Renstra', kind: 'document', text: 'Belum dibaca.' });
  await client.cases.create({ name: 'Bupati' });
  const { user } = showArea(study);
  await screen.findByRole('heading', { name: /Codes carried by one kind of source alone/ });
  expect(
    within(gap('Documents without a coding'))
      .getAllByRole('button')
      .map(({ title }) => title),
  ).toEqual(['Renstra']);
  expect(
    within(gap('Cases without documents'))
      .getAllByRole('button')
      .map(({ title }) => title),
  ).toEqual(['Bupati']);
  expect(
    within(gap('Codes never used'))
      .getAllByRole('button')
      .map(({ title }) => title),
  ).toEqual(['Tak terpakai']);
  expect(
    within(gap('Codes carried by one case alone'))
      .getAllByRole('button')
      .map(({ title }) => title),
  ).toEqual(['Inovasi']);

  act(() => within(gap('Documents without a coding')).getByRole('button').focus());
  await user.keyboard('{Enter}');
  expect(usePlace.getState()).toMatchObject({ area: 'reduction', documentId: uncoded.guid });
  act(() => within(gap('Codes without a definition')).getByTitle('Manajer').focus());
  await user.keyboard('{Enter}');
  expect(usePlace.getState()).toMatchObject({ area: 'reduction', codeIds: [codes['Manajer']] });
  act(() => within(gap('Codes carried by one case alone')).getByRole('button').focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByText('8 codings')).toBeTruthy();
});

test('a gap that is filled goes away by itself', async () => {
  const study = await openCodedStudy();
  const { client, note, codes } = study;
  showArea(study);
  await screen.findByRole('heading', { name: /Codes never used/ });
  await act(() => client.codings.create({ documentId: note, codeId: codes['Tak terpakai'] as Guid, start: 0, end: 4 }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: /Codes never used/ })).toBeNull());
});

test('leads to the first coding whose words an edit changed', async () => {
  const study = await openCodedStudy();
  const { client, interview } = study;
  const { revision } = await client.documents.text({ documentId: interview });
  await client.documents.editText({ documentId: interview, revision, splices: [{ at: 2, remove: 1, insert: 'x' }] });
  const { user } = showArea(study);
  await screen.findByRole('heading', { name: /Codings whose words an edit changed/ });
  act(() => within(gap('Codings whose words an edit changed')).getByRole('button').focus());
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(usePlace.getState()).toMatchObject({
      area: 'reduction',
      revealed: { documentId: interview, range: { start: 0 } },
    }),
  );
});

test('a claim is written down, gets evidence from the quotations of a code, and leads back to the words', async () => {
  const study = await openCodedStudy();
  const { client, codes, interview } = study;
  const { user } = showArea(study);
  const start = screen.getByRole('button', { name: 'New proposition' });
  await waitFor(() => expect(start.hasAttribute('disabled')).toBe(false));
  act(() => start.focus());
  await user.keyboard('{Enter}');
  const field = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'The claim in one sentence' });
  act(() => field.focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Write the claim first.')).toBeTruthy();
  await user.keyboard('Koordinasi lebih cepat bila manajer ikut bekerja.{Enter}');
  const claim = await screen.findByRole('article', { name: 'Koordinasi lebih cepat bila manajer ikut bekerja.' });
  expect(await client.propositions.list({})).toMatchObject([{ status: 'hunch', evidence: [] }]);
  expect(within(claim).getByText(/No passage is attached yet/)).toBeTruthy();

  await retype(user, within(claim).getByRole('combobox', { name: 'Find evidence under a code' }), 'Manajer');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByText('10 codings');
  const add = screen.getAllByRole('button', { name: 'Add as evidence' })[0] as HTMLElement;
  act(() => add.focus());
  await user.keyboard('{Enter}');
  const evidence = await within(claim).findByTitle(/Paragraf 1 tentang kerja dinas/);
  expect(await within(claim).findByText(/1 quotation from 1 document, 1 case, 1 kind of source/)).toBeTruthy();
  expect(within(claim).getByText(/All evidence comes from one case/)).toBeTruthy();
  expect(within(claim).getByText(/No evidence from: Warga/)).toBeTruthy();
  act(() => evidence.focus());
  await user.keyboard('{Enter}');
  expect(usePlace.getState()).toMatchObject({
    area: 'reduction',
    revealed: { documentId: interview, range: { start: 0, end: 31 } },
  });
  expect(codes['Manajer']).toBeTruthy();

  await act(() => client.history.undo({}));
  await waitFor(() => expect(within(claim).queryByTitle(/Paragraf 1/)).toBeNull());
});

test('an analytic memo can be made a proposition; a contact summary is none (R-12)', async () => {
  const study = await openCodedStudy();
  const { client, interview } = study;
  await client.memos.create({
    title: 'Ringkasan kontak',
    body: '',
    kind: 'summary',
    targets: [{ kind: 'document', guid: interview }],
  });
  const idea = await client.memos.create({
    title: '',
    body: 'Pintu terbuka hanya slogan.\nLihat lagi.',
    targets: [{ kind: 'project' }],
  });
  const { user } = showArea(study);
  const summary = await screen.findByText('Analytic memos that may become conclusions');
  expect(screen.queryByText('Ringkasan kontak')).toBeNull();
  expect(screen.getByText('No proposition yet')).toBeTruthy();
  (summary.closest('details') as HTMLDetailsElement).open = true;
  act(() => screen.getByRole('button', { name: 'Make “Pintu terbuka hanya slogan.” a proposition' }).focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('article', { name: 'Pintu terbuka hanya slogan.' })).toBeTruthy();
  expect(await client.propositions.list({})).toMatchObject([{ memo: idea.guid, status: 'tentative' }]);
  await waitFor(() => expect(screen.queryByText('No proposition yet')).toBeNull());
});

test('evidence that changes is marked and judged again; verified is refused with a sentence (R-19)', async () => {
  const study = await openCodedStudy();
  const { client } = study;
  const [coding] = await client.codings.list({});
  if (!coding) throw new Error('no coding');
  const target = { kind: 'coding' as const, guid: coding.guid };
  const { guid } = await client.propositions.create({ statement: 'Manajer ikut bekerja', evidence: [{ target }] });
  usePropositionShown.setState({ guid });
  const { user } = showArea(study);
  const claim = await screen.findByRole('article', { name: 'Manajer ikut bekerja' });
  expect(within(claim).getByText(/Before it is verified it needs: a verdict/)).toBeTruthy();
  await act(() => client.codings.update({ codingIds: [coding.guid], start: coding.start, end: coding.end - 1 }));
  const confirm = await within(claim).findByRole('button', { name: /again as it is now/ });
  expect(within(claim).getByText(/1 piece of what it rests on changed/)).toBeTruthy();
  act(() => confirm.focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(within(claim).queryByText(/what it rests on changed/)).toBeNull());
  act(() =>
    within(claim)
      .getByRole('button', { name: /speaks against it$/ })
      .focus(),
  );
  await user.keyboard('{Enter}');
  expect(await within(claim).findByRole('list', { name: 'Speaks against it' })).toBeTruthy();
});

test('the triangulation matrix opens the quotations of a cell and takes a verdict, by keyboard', async () => {
  const study = await openCodedStudy();
  const { client, codes } = study;
  const dimensionId = codes['Manajer'] as Guid;
  await client.propositions.create({ statement: 'Manajer ikut bekerja', dimensionId });
  const { user } = showArea(study);
  act(() => screen.getByRole('tab', { name: 'Triangulation' }).focus());
  await user.keyboard('{Enter}');
  const cell = await screen.findByRole('button', { name: /^Interview: \d+ quotation/ });
  act(() => cell.focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByText(/\d+ codings/)).toBeTruthy();
  const editor = screen.getByRole('region', { name: 'Manajer ikut bekerja' });
  act(() =>
    within(editor)
      .getByRole('button', { name: /Verdict/ })
      .focus(),
  );
  await user.keyboard('{Enter}');
  await screen.findByRole('option', { name: 'Agreement' });
  await user.keyboard('{Enter}');
  act(() => within(editor).getByRole('button', { name: 'Give the verdict' }).focus());
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(await client.propositions.list({})).toMatchObject([{ verdictCount: 1 }]));
  expect(await screen.findByRole('cell', { name: 'Agreement' })).toBeTruthy();
});

test('trustworthiness: facts with their gaps, a remark that stays, and the log with its streams (R-20, R-21)', async () => {
  const study = await openCodedStudy();
  const { client } = study;
  const { guid: questionId } = await client.questions.create({ label: 'RQ 1', text: 'Why?' });
  const { guid } = await client.propositions.create({ statement: 'Services got faster' });
  const { user } = showArea(study);
  await user.click(await screen.findByRole('tab', { name: 'Trustworthiness' }));
  const credibility = await screen.findByRole('region', { name: 'Credibility' });
  expect(within(credibility).getAllByText('missing').length).toBeGreaterThan(0);
  const remark = within(credibility).getByRole('textbox', { name: 'Your words on Credibility' });
  await user.type(remark, 'Two rounds');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => {
    const page = await client.trustworthiness.page({});
    expect(page.find(({ criterion }) => criterion === 'credibility')?.remark).toBe('Two rounds');
  });
  expect(
    await within(screen.getByRole('table', { name: 'Analytic log' })).findByText(/Remark on Credibility/),
  ).toBeTruthy();
  expect(
    (await client.trustworthiness.log({ stream: 'collection' })).every(({ stream }) => stream === 'collection'),
  ).toBe(true);

  // the card says which question a proposition answers.
  await client.propositions.update({ propositionId: guid, questionId });
  act(() => usePropositionShown.getState().show(guid));
  await user.click(screen.getByRole('tab', { name: 'Propositions' }));
  const card = await screen.findByRole('article', { name: 'Services got faster' });
  expect(await within(card).findByText('RQ 1. Why?', { selector: 'span' })).toBeTruthy();
  expect(within(card).getByText('How it came about')).toBeTruthy();
});
