// whatever is about to leave the study is held back by one question, which says who has not agreed and which real
// names occur; nothing goes without a yes.

import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { LeavingDialog } from '../../../src/renderer/app/LeavingDialog.tsx';
import { useRunJob } from '../../../src/renderer/services/jobs.ts';
import { useSaveFromStudy } from '../../../src/renderer/services/leaving.ts';
import { Button } from '../../../src/renderer/ui/Button.tsx';
import { SimpulError } from '../../../src/shared/contract/errors.ts';
import { translate } from '../../../src/shared/i18n/translate.ts';
import { openProject, testGuid } from '../../support/window/open-project.ts';
import { renderInWindow } from '../../support/window/render.tsx';

const gate = {
  open: false,
  withoutConsent: [{ case: testGuid(1), name: 'Kepala Dinas', consent: 'withdrawn' as const }],
  names: [{ realName: 'Siti Rahmawati', pseudonym: 'Ibu S', places: 3 }],
};
const file = { token: 'token-of-a-file', name: 'a.docx', mediaType: '', size: 1 };

function Leaving({ onDone }: { readonly onDone: (result: unknown) => void }) {
  const runJob = useRunJob();
  const save = useSaveFromStudy();
  return (
    <>
      <Button onPress={() => void runJob('report.export', { format: 'docx' }, { title: 'report.title' }).then(onDone)}>
        job
      </Button>
      <Button onPress={() => void save(new Blob(['x']), 'a.svg').then(onDone)}>picture</Button>
      <LeavingDialog />
    </>
  );
}

test.each(['id', 'en'] as const)('an export is asked about and goes with a yes alone (%s)', async (language) => {
  const done = vi.fn<(result: unknown) => void>();
  const t = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
    translate(language, key, params);
  const { link, user } = renderInWindow(<Leaving onDone={done} />, {
    ...openProject(),
    'settings.get': () => ({ language, theme: 'light', window: {} }),
    'report.export': ({ confirmed }) => {
      if (!confirmed) throw new SimpulError('export-gate', { cases: 1, names: 1 }, gate);
      return file;
    },
  });
  await user.click(screen.getByRole('button', { name: 'job' }));
  const dialog = await screen.findByRole('alertdialog', { name: t('leaving.title') });
  expect(dialog.textContent).toContain(`Kepala Dinas: ${t('sampling.consent.withdrawn')}`);
  expect(dialog.textContent).toContain(t('leaving.name', { name: 'Siti Rahmawati', pseudonym: 'Ibu S', n: 3 }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(done).toHaveBeenLastCalledWith(null));
  await user.click(screen.getByRole('button', { name: 'job' }));
  await user.click(await screen.findByRole('button', { name: t('leaving.do') }));
  await waitFor(() => expect(done).toHaveBeenLastCalledWith(file));
  expect(link.inputsOf('report.export').at(-1)).toEqual({ format: 'docx', confirmed: true });
});

test('what the window makes itself, such as a picture of a chart, asks too', async () => {
  const done = vi.fn<(result: unknown) => void>();
  const { user } = renderInWindow(<Leaving onDone={done} />, {
    ...openProject(),
    'collection.exportGate': () => gate,
  });
  await user.click(screen.getByRole('button', { name: 'picture' }));
  await user.click(await screen.findByRole('button', { name: translate('en', 'content.cancel') }));
  await waitFor(() => expect(done).toHaveBeenLastCalledWith(false));
});
