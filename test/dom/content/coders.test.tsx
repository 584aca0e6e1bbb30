// Who codes, in the window: added, chosen, renamed; what is coded next bears the name of the one who was chosen.

import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CoderButton } from '../../../src/renderer/features/coders/CoderButton.tsx';
import { CodersDialog } from '../../../src/renderer/features/coders/CodersDialog.tsx';
import { QuotationList } from '../../../src/renderer/features/quotations/QuotationList.tsx';
import { makeCodes, openStudy } from './study.tsx';

test('a coder is added, codes from then on, is renamed, and the number of codings opens them', async () => {
  const { client, show } = await openStudy();
  const codes = await makeCodes(client, ['Inovasi']);
  const { guid: documentId } = await client.documents.create({ title: 'Wawancara 1', text: 'Dinas membuat aplikasi.' });
  const { user } = show(
    <>
      <CoderButton />
      <CodersDialog isOpen onClose={() => undefined} quotations={<QuotationList />} />
    </>,
  );
  const list = await screen.findByRole('list', { name: 'Coders' });
  expect((await within(list).findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/0 codings.*Codes now/),
  ]);
  await user.click(screen.getByRole('button', { name: 'Add a coder' }));
  await user.keyboard('Siti Nurhaliza{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Code as Siti Nurhaliza' }));
  await waitFor(async () =>
    expect((await client.coders.list({})).map(({ initials, current }) => [initials, current])).toEqual([
      [expect.any(String), false],
      ['SN', true],
    ]),
  );
  await client.codings.create({ documentId, codeId: codes['Inovasi'] ?? documentId, start: 0, end: 5 });

  const number = await screen.findByRole('button', { name: '1 coding' });
  await user.click(number);
  expect(number.getAttribute('aria-pressed')).toBe('true');
  expect(await screen.findByText('Siti Nurhaliza', { selector: '.panel *' })).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Change Siti Nurhaliza' }));
  const name = screen.getByRole('textbox', { name: /^Name/ });
  await user.clear(name);
  expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
  await user.type(name, 'Dr. Siti{Enter}');
  await waitFor(async () => expect((await client.coders.list({}))[1]?.name).toBe('Dr. Siti'));
  await client.history.undo({});
  expect(await screen.findByRole('button', { name: 'Change Siti Nurhaliza' })).toBeTruthy();
  // Behind the open dialog, for whoever does not see the list.
  expect(screen.getByRole('button', { name: 'Coding as Siti Nurhaliza; change the coder', hidden: true })).toBeTruthy();
});
