import './history.css';
import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { HistoryTable } from './HistoryTable.tsx';

export type HistoryDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

/** The audit trail of the study, and the way back through it. */
export function HistoryDialog(props: HistoryDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t('history.title')}
      isOpen={props.isOpen}
      onClose={props.onClose}
      size="wide"
      footer={<Steps {...props} />}
    >
      <Trail />
    </Dialog>
  );
}

const pageSize = 200;
/** The host answers no more at once; older steps are in the exported audit trail. */
const mostSteps = 1000;

function Trail() {
  const t = useT();
  const [limit, setLimit] = useState(pageSize);
  const { data, isPending } = useAnswer('history.list', { limit }, { keepFormer: true });
  if (isPending) return <p role="status">{t('ui.loading')}</p>;
  if (!data || data.length === 0) return <EmptyState title={t('history.empty')} text={t('history.empty.text')} />;
  return (
    <>
      <p className="dialog-text">{t('history.intro')}</p>
      <HistoryTable entries={data} />
      {data.length === limit && limit < mostSteps && (
        <Button variant="quiet" onPress={() => setLimit(Math.min(mostSteps, limit + pageSize))}>
          {t('history.older')}
        </Button>
      )}
    </>
  );
}

function Steps({ onUndo, onRedo }: HistoryDialogProps) {
  const t = useT();
  const canChange = useCanChange();
  const { data } = useAnswer('history.state', {});
  const next = data?.undo ?? null;
  return (
    <>
      <p className="history-next ellipsis">
        {next === null ? t('app.undo.nothing') : t('history.next-undo', { what: next })}
      </p>
      <Button icon={<Undo2 aria-hidden="true" />} isDisabled={!canChange || next === null} onPress={onUndo}>
        {t('history.undo')}
      </Button>
      <Button
        icon={<Redo2 aria-hidden="true" />}
        isDisabled={!canChange || (data?.redo ?? null) === null}
        onPress={onRedo}
      >
        {t('history.redo')}
      </Button>
    </>
  );
}
