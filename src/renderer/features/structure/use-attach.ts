// Hands a recording to the host a piece at a time, with progress and cancel: an hour of sound is too large to be
// held in memory, here as there.

import { useCallback, useRef, useState } from 'react';
import { CallError } from '../../../shared/contract/client.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type Services, useServices } from '../../services/client.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { perform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';

/** Bytes of a piece: small enough to show progress and to be stopped soon. */
const pieceLength = 4 * 1024 * 1024;

/** What becomes of a recording: attached to a document, or put in the place of one that is missing. */
export type AttachTarget = { readonly documentId: Guid } | { readonly audioId: Guid };

export type Attaching = {
  /** 0..1 while a recording is handed over, else null. */
  readonly progress: number | null;
  readonly attach: (file: File, target: AttachTarget) => Promise<void>;
  readonly cancel: () => void;
};

export function useAttach(): Attaching {
  const services = useServices();
  const runJob = useRunJob();
  const t = useT();
  const [progress, setProgress] = useState<number | null>(null);
  const stopped = useRef<AbortController | null>(null);
  const attach = useCallback(
    async (file: File, target: AttachTarget): Promise<void> => {
      const abort = new AbortController();
      stopped.current = abort;
      setProgress(0);
      try {
        const uploadId = await handOver(services, file, abort.signal, setProgress);
        if (uploadId === null) return notify({ kind: 'info', text: t('structure.recording.cancelled') });
        setProgress(null);
        const done =
          'documentId' in target
            ? await runJob(
                'audio.attach',
                { ...target, uploadId, name: file.name },
                { title: 'structure.recording.keeping' },
              )
            : await runJob('audio.locate', { ...target, uploadId }, { title: 'structure.recording.keeping' });
        if (done) notify({ kind: 'success', text: t('structure.recording.attached', { name: file.name }) });
      } catch (error) {
        const text = error instanceof CallError ? error.message : t('structure.recording.failed', { name: file.name });
        notify({ kind: 'error', text });
      } finally {
        setProgress(null);
      }
    },
    [services, runJob, t],
  );
  return { progress, attach, cancel: () => stopped.current?.abort() };
}

/** @returns null where it was cancelled; what was handed over until then is gone */
async function handOver(
  services: Services,
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<string | null> {
  const { uploadId } = await perform(services, 'audio.begin', {});
  try {
    for (let at = 0; at < file.size; at += pieceLength) {
      if (signal.aborted) break;
      const piece = new File([file.slice(at, at + pieceLength)], 'piece');
      const { token } = await services.link.sendFile(piece);
      await perform(services, 'audio.append', { uploadId, token });
      onProgress(Math.min(1, (at + pieceLength) / file.size));
    }
  } catch (error) {
    await discard(services, uploadId);
    throw error;
  }
  if (!signal.aborted) return uploadId;
  await discard(services, uploadId);
  return null;
}

async function discard(services: Services, uploadId: string): Promise<void> {
  try {
    await perform(services, 'audio.discard', { uploadId });
  } catch {
    // The host is gone or has another project open: it clears up by itself.
  }
}
