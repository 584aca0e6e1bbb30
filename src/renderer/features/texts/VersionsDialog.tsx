// The states a text was in: who changed it, when and how much; each can be read, compared, named and restored.

import { useState } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { VersionList } from './VersionList.tsx';
import { VersionName } from './VersionName.tsx';
import { VersionView } from './VersionView.tsx';

export function VersionsDialog({ documentId, onClose }: { readonly documentId: Guid; readonly onClose: () => void }) {
  const t = useT();
  const canChange = useCanChange();
  const runJob = useRunJob();
  const { data: documents } = useAnswer('documents.list', {});
  const { data: versions, isPending } = useAnswer('versions.list', { documentId });
  const [revision, setRevision] = useState<number | null>(null);
  const title = documents?.find(({ guid }) => guid === documentId)?.title ?? '';
  // Before a person has chosen one, the state before the last change is what is asked for most.
  const chosen = versions?.find((version) => version.revision === revision) ?? versions?.[1] ?? versions?.[0] ?? null;
  const restore = async (): Promise<void> => {
    if (!chosen) return;
    const input = { documentId, revision: chosen.revision };
    const done = await runJob('versions.restore', input, { title: 'texts.versions.restoring' });
    if (done) notify({ kind: 'success', text: t('texts.versions.restored', { n: done.changed + done.orphaned }) });
  };
  return (
    <Dialog
      title={t('texts.versions.title', { title })}
      isOpen
      onClose={onClose}
      size="full"
      footer={
        chosen && canChange ? (
          <>
            <VersionName key={chosen.revision} documentId={documentId} version={chosen} />
            <Button variant="primary" isDisabled={chosen.current} onPress={() => void restore()}>
              {t('texts.versions.restore')}
            </Button>
          </>
        ) : undefined
      }
    >
      {isPending && <p role="status">{t('ui.loading')}</p>}
      {versions && chosen && (
        <div className="texts-versions">
          <VersionList versions={versions} chosen={chosen.revision} onChoose={setRevision} />
          <VersionView documentId={documentId} versions={versions} chosen={chosen} />
        </div>
      )}
    </Dialog>
  );
}
