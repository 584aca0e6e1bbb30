import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import { useServices } from '../../services/client.ts';
import type { UploadedFile } from '../../services/files.ts';
import { useT } from '../../services/text.ts';
import { DeleteDocumentsDialog } from './DeleteDocumentsDialog.tsx';
import { ImportReport } from './ImportReport.tsx';
import { countsOfProject, countsOfTable } from './incoming/Counts.tsx';
import { CountsReport } from './incoming/CountsReport.tsx';
import { IncomingDialog } from './incoming/IncomingDialog.tsx';
import { ProjectDialog } from './incoming/ProjectDialog.tsx';
import { TableDialog } from './incoming/TableDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { type CollectDialog, useCollect } from './store.ts';
import { reported } from './use-import.ts';

/** The dialog that is asked for, if any. */
export function CollectDialogs({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const dialog = useCollect((state) => state.dialog);
  const set = useCollect((state) => state.set);
  const t = useT();
  const { client } = useServices();
  const next = useCollect((state) => state.next);
  const close = (): void => next();
  /** What waits comes after what is shown now. */
  const show = (shown: CollectDialog): void => set({ dialog: shown });
  const giveBack = (files: readonly UploadedFile[]) => (): void => {
    next();
    // The host forgets them with the program also where this does not arrive.
    void client.documents.release({ tokens: files.map(({ token }) => token) }).catch(() => undefined);
  };
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'delete':
      return <DeleteDocumentsDialog documents={documents} documentIds={dialog.documentIds} onClose={close} />;
    case 'paste':
      return <PasteDialog onClose={close} />;
    case 'incoming':
      return (
        <IncomingDialog
          key={dialog.files[0]?.token ?? ''}
          files={dialog.files}
          onCancel={giveBack(dialog.files)}
          onImported={(files) => show(reported(files))}
        />
      );
    case 'table':
      return (
        <TableDialog
          key={dialog.file.token}
          file={dialog.file}
          onCancel={giveBack([dialog.file])}
          onImported={({ counts, error }) =>
            show({
              kind: 'counts',
              title: t('incoming.table.done', { name: dialog.file.name }),
              counts: countsOfTable(counts),
              notes: [],
              error: error?.message ?? null,
            })
          }
        />
      );
    case 'project':
      return (
        <ProjectDialog
          key={dialog.file.token}
          file={dialog.file}
          onCancel={giveBack([dialog.file])}
          onImported={({ counts, notes, error }) =>
            show({
              kind: 'counts',
              title: t('incoming.project.done', { name: dialog.file.name }),
              counts: countsOfProject(counts),
              notes: notes.map(({ message }) => message),
              error: error?.message ?? null,
            })
          }
        />
      );
    case 'counts':
      return <CountsReport {...dialog} onClose={close} />;
    case 'report':
      return <ImportReport files={dialog.files} onClose={close} />;
  }
}
