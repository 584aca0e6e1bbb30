// Cases and variables as a grid, over the real core: keys, typed values, the clipboard, dialogs.

import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CasesPage } from '../../../src/renderer/features/cases/CasesPage.tsx';
import { useNotices } from '../../../src/renderer/services/notices.ts';
import type { Client } from '../../../src/shared/contract/client.ts';
import { openStudy, retype } from './study.tsx';

async function showCases() {
  const study = await openStudy();
  const { client } = study;
  const document = await client.documents.create({ title: 'Wawancara 1', text: 'Teks.' });
  const first = await client.cases.create({ name: 'Bambang', documentIds: [document.guid] });
  const second = await client.cases.create({ name: 'Nurul' });
  const office = await client.variables.create({
    name: 'Instansi',
    type: 'Text',
    scope: 'case',
    choices: ['Kominfo', 'Bappeda'],
  });
  const years = await client.variables.create({ name: 'Masa kerja', type: 'Integer', scope: 'case' });
  const leader = await client.variables.create({ name: 'Pimpinan', type: 'Boolean', scope: 'case' });
  const shown = study.show(<CasesPage />);
  await screen.findByText('Masa kerja');
  const grid = screen.getByRole('grid', { name: 'Cases and their variables' });
  return { ...study, ...shown, grid, document, first, second, office, years, leader };
}

async function values(client: Client): Promise<Readonly<Record<string, readonly string[]>>> {
  const variables = await client.variables.list({});
  return Object.fromEntries(
    (await client.cases.list({})).map((each) => [
      each.name,
      variables.map(({ guid }) => each.values.find(({ variable }) => variable === guid)?.value ?? ''),
    ]),
  );
}

const active = () => {
  const id = screen.getByRole('grid').getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.querySelector('.cases-text')?.textContent;
};

test('arrows move between cells; typing edits, Enter confirms and goes down, Escape gives up', async () => {
  const { user, grid, client } = await showCases();
  grid.focus();
  expect(active()).toBe('Bambang');
  await user.keyboard('{ArrowRight}{ArrowRight}');
  await user.keyboard('kominfo{Enter}');
  // A choice typed in other letters is that choice.
  await waitFor(async () => expect(await values(client)).toMatchObject({ Bambang: ['Kominfo', '', ''] }));
  expect(document.activeElement).toBe(grid);
  await user.keyboard('Bappeda{Escape}');
  expect(await values(client)).toMatchObject({ Nurul: ['', '', ''] });
  await user.keyboard('{ArrowLeft}{ArrowLeft}{F2} Hidayati{Enter}');
  await waitFor(async () => expect(Object.keys(await values(client))).toEqual(['Bambang', 'Nurul Hidayati']));
  await client.history.undo({});
  await client.history.undo({});
  await waitFor(() => expect(screen.queryByText('Kominfo')).toBeNull());
});

test('a value that does not fit its type stays open with the reason beside it', async () => {
  const { user, grid, client } = await showCases();
  grid.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await user.keyboard('tujuh{Enter}');
  const field = screen.getByRole('textbox', { name: 'Masa kerja of Bambang' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const error = screen.getByRole('alert');
  expect(error.textContent).toBe('“tujuh” is no whole number.');
  expect(field.getAttribute('aria-describedby')).toBe(error.id);
  await retype(user, field, '7{Enter}');
  await waitFor(async () => expect(await values(client)).toMatchObject({ Bambang: ['', '7', ''] }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('cells pasted from a spreadsheet are set, refused ones are marked, those outside are counted', async () => {
  const { user, grid, client } = await showCases();
  grid.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  paste(grid, 'Kominfo\t29\tya\r\nBappeda\tbanyak\ttidak\textra\r\n');
  await waitFor(async () =>
    expect(await values(client)).toEqual({ Bambang: ['Kominfo', '29', 'true'], Nurul: ['Bappeda', '', 'false'] }),
  );
  const notice = useNotices.getState().notices.at(-1);
  expect(notice?.kind).toBe('error');
  expect(notice?.text).toBe(
    '5 cells pasted. 1 cell was refused and is marked in the grid. 1 cell outside the grid left out.',
  );
  const refused = screen.getByText('banyak').closest('[role=gridcell]');
  expect(refused?.getAttribute('title')).toBe('“banyak” is no whole number.');
  // Undo takes the whole block back in one step.
  await client.history.undo({});
  expect(await values(client)).toEqual({ Bambang: ['', '', ''], Nurul: ['', '', ''] });
});

test('a stretch of cells is copied as a spreadsheet takes it, and Delete clears it', async () => {
  const { user, grid, client, office, years, first, second } = await showCases();
  await client.variables.setValue({ variableId: office.guid, targetId: first.guid, value: 'Bidang\t"TI"' });
  await client.variables.setValue({ variableId: years.guid, targetId: second.guid, value: '17' });
  await screen.findByText('17');
  grid.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  expect(copy(grid)).toBe('"Bidang\t""TI"""\t\n\t17');
  await user.keyboard('{Delete}');
  await waitFor(async () => expect(await values(client)).toEqual({ Bambang: ['', '', ''], Nurul: ['', '', ''] }));
});

test('Enter on the number of documents asks which belong to the case', async () => {
  const { user, grid, client, document: made, second } = await showCases();
  grid.focus();
  await user.keyboard('{ArrowDown}{ArrowRight}{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Documents of “Nurul”' }));
  expect(dialog.getByText('now: Bambang')).toBeTruthy();
  await user.click(dialog.getByRole('checkbox', { name: 'Wawancara 1' }));
  await user.click(dialog.getByRole('button', { name: 'Assign' }));
  await waitFor(async () => expect((await client.documents.list({}))[0]?.case).toBe(second.guid));
  expect(made.guid).toBe((await client.documents.list({}))[0]?.guid);
});

test('a document dropped on a row goes to that case', async () => {
  const { client, document: made, second } = await showCases();
  const event = createEvent.drop(screen.getByText('Nurul'));
  Object.assign(event, {
    dataTransfer: {
      getData: (type: string) => (type === 'application/x-simpul-documents' ? JSON.stringify([made.guid]) : ''),
    },
  });
  fireEvent(screen.getByText('Nurul'), event);
  await waitFor(async () => expect((await client.documents.list({}))[0]?.case).toBe(second.guid));
});

test('variables are made, changed and deleted; a type that values do not fit is refused beside the field', async () => {
  const { user, client, office, first } = await showCases();
  await client.variables.setValue({ variableId: office.guid, targetId: first.guid, value: 'Kominfo' });
  await user.click(screen.getByRole('button', { name: 'New variable …' }));
  let dialog = within(await screen.findByRole('dialog', { name: 'New variable' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Eselon');
  await user.type(dialog.getByRole('textbox', { name: /Choices/ }), 'II\nIII\nII');
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  await screen.findByText('Eselon');
  expect((await client.variables.list({})).at(-1)).toMatchObject({
    name: 'Eselon',
    scope: 'case',
    choices: ['II', 'III'],
  });

  await user.click(screen.getByRole('button', { name: 'Actions for the variable Instansi' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Edit variable …' }));
  dialog = within(await screen.findByRole('dialog', { name: 'Edit “Instansi”' }));
  await user.click(dialog.getByRole('button', { name: /Type/ }));
  await user.click(await screen.findByRole('option', { name: 'Whole number' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/“Kominfo” is not a value of the type/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));

  await user.click(screen.getByRole('button', { name: 'Actions for the variable Instansi' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete variable …' }));
  const question = within(await screen.findByRole('alertdialog', { name: 'Delete the variable “Instansi”?' }));
  expect(question.getByText('1 value goes with it. You can undo this.')).toBeTruthy();
  await user.click(question.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByText('Instansi')).toBeNull());
});

function paste(target: HTMLElement, text: string): void {
  const event = createEvent.paste(target);
  Object.assign(event, { clipboardData: { getData: () => text } });
  fireEvent(target, event);
}

function copy(target: HTMLElement): string {
  let copied = '';
  const event = createEvent.copy(target);
  Object.assign(event, { clipboardData: { setData: (_type: string, text: string) => (copied = text) } });
  fireEvent(target, event);
  return copied;
}
