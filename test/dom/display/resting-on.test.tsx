// R-02 in the window: a cell is made evidence of a proposition where it stands; the proposition shows what comes through
// it; the quotation tells of the proposition.

import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ConclusionArea } from '../../../src/renderer/features/conclude/ConclusionArea.tsx';
import { MatricesPage } from '../../../src/renderer/features/display/matrices/MatricesPage.tsx';
import { NetworksPage } from '../../../src/renderer/features/display/networks/NetworksPage.tsx';
import { QuotationList } from '../../../src/renderer/features/quotations/QuotationList.tsx';
import { usePropositionShown } from '../../../src/renderer/parts/proposition-shown.ts';
import { RestingOn } from '../../../src/renderer/parts/RestingOn.tsx';
import { useWanted } from '../../../src/renderer/parts/ways.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { openCodedStudy } from './coded-study.tsx';

async function studyWithMatrix() {
  const study = await openCodedStudy();
  const { client, codes } = study;
  const innovation = codes['Inovasi'] as Guid;
  const { guid: displayId } = await client.displays.create({
    kind: 'case-code',
    name: 'Kasus × kode',
    definition: { rows: { by: 'cases' }, columns: { by: 'codes', ids: [innovation] } },
  });
  const caseId = (await client.cases.list({}))[0]?.guid as Guid;
  const { guid: propositionId } = await client.propositions.create({ statement: 'Layanan berubah' });
  return { ...study, displayId, place: { displayId, row: caseId, column: innovation }, propositionId };
}

test('a cell that was written in becomes evidence by keyboard, and says so', async () => {
  const study = await studyWithMatrix();
  const { client, place } = study;
  useWanted.getState().want({ cell: { row: place.row, column: place.column, display: place.displayId } });
  const { user } = study.show(<MatricesPage quotations={<QuotationList />} />);
  expect(await screen.findByText(/Write in this cell first/)).toBeTruthy();
  await act(() => client.displays.setCell({ ...place, text: 'Loket menjadi satu' }));
  const use = await screen.findByRole('combobox', { name: 'Use as evidence for a proposition' });
  act(() => use.focus());
  await user.keyboard('Layanan{ArrowDown}{Enter}');
  const resting = await screen.findByRole('region', { name: 'Rests on this cell' });
  expect(await within(resting).findByRole('button', { name: 'Layanan berubah' })).toBeTruthy();
  expect((await client.propositions.list({}))[0]?.evidence).toMatchObject([{ kind: 'cell', side: 'supports' }]);
});

test('a network as a whole becomes evidence', async () => {
  const study = await studyWithMatrix();
  const { client } = study;
  await client.networks.create({ kind: 'code-map', name: 'Peta' });
  const { user } = study.show(<NetworksPage quotations={<QuotationList />} />);
  const use = await screen.findByRole('combobox', { name: 'Use as evidence for a proposition' });
  act(() => use.focus());
  await user.keyboard('Layanan{ArrowDown}{Enter}');
  expect(await screen.findByRole('region', { name: 'Rests on this display' })).toBeTruthy();
  await waitFor(async () =>
    expect((await client.propositions.list({}))[0]?.evidence).toMatchObject([{ kind: 'display', title: 'Peta' }]),
  );
});

test('a proposition shows the quotations that come through a cell, and they are opened', async () => {
  const study = await studyWithMatrix();
  const { client, place, propositionId } = study;
  await client.displays.setCell({ ...place, text: 'Loket menjadi satu' });
  const cell = (await client.displays.written({}))[0]?.guid as Guid;
  await client.propositions.attach({ propositionId, target: { kind: 'cell', guid: cell } });
  const { codings } = await client.displays.evidence(place);
  usePropositionShown.getState().show(propositionId);
  const { user } = study.show(<ConclusionArea quotations={<QuotationList />} />);
  const behind = await screen.findByRole('button', { name: `${codings.length} quotations behind it` });
  act(() => behind.focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByText(`${codings.length} codings`)).toBeTruthy();
});

test('a quotation names the display through which a proposition rests on it', async () => {
  const study = await studyWithMatrix();
  const { client, place, propositionId, displayId } = study;
  await client.propositions.attach({ propositionId, target: { kind: 'display', guid: displayId }, side: 'opposes' });
  const coding = (await client.displays.evidence(place)).codings[0] as Guid;
  study.show(<RestingOn label="Rests on this quotation" target={coding} />);
  expect(
    await screen.findByRole('button', { name: 'Layanan berubah (Speaks against it) – through Kasus × kode' }),
  ).toBeTruthy();
});
