import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useCollect } from './store.ts';

export type DeleteDocumentsDialogProps = {
  readonly documents: readonly DocumentSummary[];
  readonly documentIds: readonly Guid[];
  readonly onClose: () => void;
};

/** Says what hangs on the documents before they go. */
export function DeleteDocumentsDialog({ documents, documentIds, onClose }: DeleteDocumentsDialogProps) {
  const t = useT();
  const perform = usePerform();
  const going = documents.filter(({ guid }) => documentIds.includes(guid));
  const isGoing = (guid: Guid): boolean => documentIds.includes(guid);
  const { data: links = [] } = useAnswer('links.list', {});
  const linked = links.filter(({ from, to }) => isGoing(from.document) || isGoing(to.document)).length;
  const [first] = going;
  const what =
    going.length === 1 && first
      ? t('content.quoted', { name: first.title })
      : t('content.documents', { count: going.length });
  const remove = async (): Promise<void> => {
    const place = usePlace.getState();
    if (place.documentId !== null && documentIds.includes(place.documentId)) place.go({ documentId: null });
    useCollect.getState().set({ chosen: [] });
    const result = await perform('documents.delete', { documentIds: [...documentIds] });
    if (result) notify({ kind: 'success', text: t('collect.delete.done', result) });
  };
  return (
    <ConfirmDialog
      title={t('collect.delete.title', { what })}
      text={t('collect.delete.text', {
        documents: going.length,
        codings: going.reduce((sum, { codings }) => sum + codings, 0),
        memos: going.reduce((sum, { memos }) => sum + memos, 0),
      })}
      confirmLabel={t('collect.delete.do')}
      isDanger
      isOpen
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      {linked > 0 && <p className="dialog-text">{t('links.deleted-with', { n: linked })}</p>}
    </ConfirmDialog>
  );
}
