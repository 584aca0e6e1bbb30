// The panel beside the text over the real application: what is said of speakers, questions and recordings is what
// the project keeps, and undo takes it back.

import { act, screen, waitFor, within } from '@testing-library/react';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { StructurePanel } from '../../../src/renderer/features/structure/StructurePanel.tsx';
import { type OpenTranscript, useOpenTranscript } from '../../../src/renderer/parts/open-transcript.ts';
import { useSpeakerFilter } from '../../../src/renderer/parts/speaker-filter.ts';
import type { Client } from '../../../src/shared/contract/client.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { turnsOf } from '../../../src/shared/domain/turns.ts';
import { smallWav } from '../../support/small-wav.ts';
import { openStudy } from '../content/study.tsx';

const text = 'P: Berapa lama bekerja?\nSri: Lima tahun.\nP: Apa kendalanya?\nSri: Jaringan.';

afterEach(() => {
  useOpenTranscript.setState({ open: null, marks: new Map() });
  useSpeakerFilter.setState({ speakers: [], isHiding: false });
});

/** The text as the editor would have published it. */
async function publish(
  client: Client,
  caret = 0,
): Promise<OpenTranscript & { readonly coded: unknown[]; readonly led: number[] }> {
  const { guid: documentId } = await client.documents.create({ title: 'Wawancara', text });
  const coded: unknown[] = [];
  const led: number[] = [];
  const open: OpenTranscript = {
    documentId,
    text,
    turns: turnsOf(text),
    mode: 'read',
    store: () => Promise.resolve(true),
    code: (passages, note) => void coded.push({ passages, note }),
    view: {
      text: () => text,
      slice: (start, end) => text.slice(start, end),
      selected: () => ({ anchor: caret, focus: caret }),
      select: () => undefined,
      focus: () => undefined,
      reveal: async ({ start }) => void led.push(start),
      topOffset: () => 0,
      edit: () => undefined,
      offsetAt: () => null,
      boxOf: () => null,
    },
  };
  useOpenTranscript.setState({ open });
  return { ...open, coded, led };
}

test('speakers: counted, given a role and a colour, renamed everywhere, coded in one go', async () => {
  const { client, show } = await openStudy();
  const { coded, documentId } = await publish(client);
  const { user } = show(<StructurePanel />);
  await user.click(await screen.findByRole('tab', { name: 'Speakers' }));
  const list = await screen.findByRole('list', { name: 'Speakers' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual([
    expect.stringContaining('2 turns, 5 words · role guessed'),
    expect.stringContaining('2 turns, 3 words · role guessed'),
  ]);
  await user.click(within(list).getByRole('button', { name: /Role of Sri/ }));
  await user.click(await screen.findByRole('option', { name: 'Other' }));
  await waitFor(async () => expect(await client.speakers.known({})).toMatchObject([{ name: 'Sri', role: 'other' }]));

  await user.click(within(list).getByRole('button', { name: 'Code all turns of Sri' }));
  await waitFor(() => expect(coded).toHaveLength(1));
  expect(coded).toMatchObject([{ note: '2 turns of Sri will be coded: 20 characters.' }]);

  await user.click(within(list).getByRole('button', { name: 'More for P' }));
  await user.click(await screen.findByRole('menuitem', { name: /Rename/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Rename P' });
  const field = within(dialog).getByRole('textbox', { name: 'New name' });
  await user.clear(field);
  await user.type(field, '10:30');
  expect(within(dialog).getByRole('button', { name: 'Rename' })).toHaveProperty('disabled', true);
  await user.clear(field);
  await user.type(field, 'Sri');
  expect(within(dialog).getByText(/Sri is there already/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'Peneliti');
  await user.click(within(dialog).getByRole('button', { name: 'Rename' }));
  await waitFor(async () =>
    expect((await client.documents.text({ documentId })).text).toBe(text.replaceAll('P:', 'Peneliti:')),
  );
});

test('the guide: added, ordered by keys, marked at the caret, deleted with its marks', async () => {
  const { client, show } = await openStudy();
  const { led } = await publish(client, text.indexOf('kendalanya'));
  const { user } = show(<StructurePanel />);
  await user.click(await screen.findByRole('tab', { name: 'Guide' }));
  for (const label of ['Lama kerja', 'Kendala']) {
    await user.click(screen.getByRole('button', { name: 'Question …' }));
    await user.type(await screen.findByRole('textbox', { name: /Short name/ }), `${label}{Enter}`);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  const second = await screen.findByRole('button', { name: '2. Kendala' });
  act(() => second.focus());
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await screen.findByRole('button', { name: '1. Kendala' });
  expect((await client.guide.questions({})).map(({ label }) => label)).toEqual(['Kendala', 'Lama kerja']);

  await user.click(screen.getByRole('button', { name: '“Kendala” is asked at the selection' }));
  expect(await screen.findByText(/asked here 1 ×/)).toBeTruthy();
  expect((await client.guide.sections({})).map(({ quote }) => quote)).toEqual(['Apa kendalanya?']);
  await user.click(screen.getByRole('button', { name: '1. Kendala' }));
  expect(led).toEqual([text.indexOf('Apa kendalanya')]);

  await user.click(screen.getByRole('button', { name: 'More for “Kendala”' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete …' }));
  await user.click(await screen.findByRole('button', { name: 'Delete the question' }));
  await waitFor(async () => expect(await client.guide.questions({})).toHaveLength(1));
  expect(await client.guide.sections({})).toEqual([]);
  await client.history.undo({});
  expect(await screen.findByText(/asked here 1 ×/)).toBeTruthy();
});

test('a recording: attached in pieces, shifted by typing, missing, located again', async () => {
  const { client, show } = await openStudy();
  const { documentId } = await publish(client);
  const { user } = show(<StructurePanel />);
  await user.click(await screen.findByRole('tab', { name: 'Recording' }));
  const choose = async (name: string, file: File): Promise<void> => {
    const button = await screen.findByRole('button', { name });
    const input =
      button.parentElement?.querySelector('input[type="file"]') ?? document.querySelector('input[type="file"]');
    await user.upload(input as HTMLInputElement, file);
  };
  const wav = new File([Uint8Array.from(smallWav(1))], 'suara.wav');
  await choose('Attach a recording …', wav);
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect(name).toHaveProperty('value', 'suara.wav');
  const shift = screen.getByRole('textbox', { name: /Shift in seconds/ });
  await user.clear(shift);
  await user.type(shift, '-2,5{Enter}');
  const recordings = () => client.audio.list({ documentId });
  await vi.waitFor(async () => expect(await recordings()).toMatchObject([{ timeShift: -2500, isThere: true }]));

  const { open } = await client.projects.session({});
  const folder = join(dirname(open?.path ?? ''), 'study.media');
  expect(existsSync(folder)).toBe(true);
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
  await client.audio.update({ audioId: (await recordings())[0]?.guid as Guid, name: 'suara baru.wav' });
  expect((await screen.findByRole('alert')).textContent).toContain('not in the folder beside the project');
  await choose('Locate …', wav);
  await vi.waitFor(async () => expect(await recordings()).toMatchObject([{ isThere: true }]));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());

  await user.click(screen.getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText(/still kept for undo/)).toBeTruthy();
});
