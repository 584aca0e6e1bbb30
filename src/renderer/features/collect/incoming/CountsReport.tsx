import './incoming.css';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Counts, type Counted } from './Counts.tsx';

export type CountsReportProps = {
  readonly title: string;
  readonly counts: Counted;
  readonly notes: readonly string[];
  /** Why nothing was imported; null where something was. */
  readonly error: string | null;
  readonly onClose: () => void;
};

/** What a survey or a project brought, and what was left out of it. */
export function CountsReport({ title, counts, notes, error, onClose }: CountsReportProps) {
  const t = useT();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('content.close')}
        </Button>
      }
    >
      {error === null ? (
        <Counts counts={counts} />
      ) : (
        <p className="incoming-error" role="alert">
          {error}
        </p>
      )}
      {notes.length > 0 && (
        <ul className="incoming-notes" aria-label={t('incoming.notes')}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p className="dialog-text">{t('incoming.undo')}</p>
    </Dialog>
  );
}
