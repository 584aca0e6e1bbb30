import { AudioLines } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useState } from 'react';
import type { Recording } from '../../../shared/contract/audio.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { useAnswer } from '../../services/answers.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RecordingCard } from './RecordingCard.tsx';
import { useAttach } from './use-attach.ts';

const noRecordings: readonly Recording[] = [];
/** What the file dialog offers; the host looks at the bytes themselves. */
const accepted = ['audio/*', '.mp3', '.m4a', '.mp4', '.wav', '.ogg', '.oga', '.opus', '.webm'];

/** The recordings of the open transcript: attach, find again, rename, remove. */
export function RecordingTab({ open }: { readonly open: OpenTranscript }) {
  const t = useT();
  const number = useNumber();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: recordings = noRecordings } = useAnswer('audio.list', { documentId: open.documentId });
  const { data: unused } = useAnswer('audio.unused', {});
  const { progress, attach, cancel } = useAttach();
  const [isClearing, setClearing] = useState(false);
  const choose = (
    <FileTrigger
      acceptedFileTypes={accepted}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) void attach(file, { documentId: open.documentId });
      }}
    >
      <Button size="small" icon={<AudioLines />} isDisabled={!canChange || progress !== null}>
        {t('structure.recording.attach')}
      </Button>
    </FileTrigger>
  );
  const clear = async (): Promise<void> => {
    const cleared = await perform('audio.clear', {});
    if (cleared) notify({ kind: 'success', text: t('structure.recording.cleared', { n: cleared.files }) });
  };
  const megabytes = number((unused?.bytes ?? 0) / 1_000_000, 1);
  return (
    <div className="structure-tab">
      {progress !== null && (
        <div className="structure-toolbar">
          <ProgressBar label={t('structure.recording.copying')} value={progress} />
          <Button size="small" onPress={cancel}>
            {t('ui.cancel')}
          </Button>
        </div>
      )}
      {recordings.length === 0 ? (
        <EmptyState
          title={t('structure.recording.empty')}
          text={t('structure.recording.empty.text')}
          actions={choose}
        />
      ) : (
        <>
          <div className="structure-toolbar">{choose}</div>
          <ul className="structure-list" aria-label={t('structure.tab.recording')}>
            {recordings.map((recording) => (
              <RecordingCard
                key={recording.guid}
                recording={recording}
                canChange={canChange}
                onLocate={(file) => void attach(file, { audioId: recording.guid })}
              />
            ))}
          </ul>
        </>
      )}
      {(unused?.files ?? 0) > 0 && canChange && (
        <p className="structure-note structure-unused">
          {t('structure.recording.unused', { n: unused?.files ?? 0, megabytes })}{' '}
          <Button size="small" variant="quiet" onPress={() => setClearing(true)}>
            {t('structure.recording.clear')}
          </Button>
        </p>
      )}
      <ConfirmDialog
        title={t('structure.recording.clear.title')}
        text={t('structure.recording.clear.text', { n: unused?.files ?? 0, megabytes })}
        confirmLabel={t('structure.recording.clear.do')}
        isOpen={isClearing}
        isDanger
        onClose={() => setClearing(false)}
        onConfirm={() => void clear()}
      />
    </div>
  );
}
