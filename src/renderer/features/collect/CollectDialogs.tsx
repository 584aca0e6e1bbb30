import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import { DeleteDocumentsDialog } from './DeleteDocumentsDialog.tsx';
import { ImportReport } from './ImportReport.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { useCollect } from './store.ts';

/** The dialog that is asked for, if any. */
export function CollectDialogs({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const dialog = useCollect((state) => state.dialog);
  const set = useCollect((state) => state.set);
  const close = (): void => set({ dialog: null });
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'delete':
      return <DeleteDocumentsDialog documents={documents} documentIds={dialog.documentIds} onClose={close} />;
    case 'paste':
      return <PasteDialog onClose={close} />;
    case 'report':
      return <ImportReport files={dialog.files} onClose={close} />;
  }
}
