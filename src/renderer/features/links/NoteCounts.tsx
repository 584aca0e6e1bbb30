import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';

/** How many jottings, memos and links the open document has. */
export function NoteCounts() {
  const t = useT();
  const documentId = usePlace((place) => place.documentId);
  const isOpen = documentId !== null;
  const input = isOpen ? { documentId } : {};
  const { data: memos = [] } = useAnswer('memos.list', input, { enabled: isOpen });
  const { data: links = [] } = useAnswer('links.list', input, { enabled: isOpen });
  if (!isOpen) return null;
  const jottings = memos.filter(({ kind }) => kind === 'jotting').length;
  return (
    <p className="note-counts">
      {t('links.counts', { jottings, memos: memos.length - jottings, links: links.length })}
    </p>
  );
}
