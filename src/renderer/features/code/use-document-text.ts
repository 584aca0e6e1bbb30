// The text of one document, kept in step with the project file. It is fetched once; after that this window and the
// others tell each other splices, so that a keystroke does not send a million characters about.

import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { CallError } from '../../../shared/contract/client.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import { DocumentSync, type SaveAnswer, type SaveState, type StoredText, type SyncPorts } from '../../editor/sync.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { type Services, useServices, useWindowEvent, valueOf } from '../../services/client.ts';

export type DocumentText = {
  /** The text as it was when it was opened; later changes reach the editor by its handle. Null while fetching. */
  readonly opened: StoredText | null;
  readonly sync: DocumentSync | null;
  readonly isMissing: boolean;
  readonly save: SaveState;
  /** Grows whenever the text may have become another one and typing rests. */
  readonly version: number;
};

type Opened = { readonly stored: StoredText; readonly sync: DocumentSync };

export function useDocumentText(documentId: Guid, editor: TranscriptHandle | null): DocumentText {
  const services = useServices();
  const [opened, setOpened] = useState<Opened | null>(null);
  const newest = useRef(0);
  const [isMissing, setMissing] = useState(false);
  const [save, setSave] = useState<SaveState>({ kind: 'saved' });
  const [version, setVersion] = useState(0);
  const follow = useEffectEvent((splices: readonly Splice[]) => editor?.follow(splices));

  useEffect(() => {
    let sync: DocumentSync | null = null;
    let ended = false;
    const open = async (): Promise<void> => {
      try {
        const stored = await services.client.documents.text({ documentId });
        if (ended) return;
        const changed = (): void => setVersion((former) => former + 1);
        sync = openSync(services, documentId, stored, {
          follow: (splices) => {
            follow(splices);
            changed();
          },
          report: (state) => {
            setSave(state);
            if (state.kind === 'saved') changed();
          },
        });
        setOpened({ stored, sync });
      } catch (error) {
        if (!ended && error instanceof CallError) setMissing(true);
      }
    };
    const flush = (): void => void sync?.flush();
    void open();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      const last = sync;
      void last?.flush().finally(() => last.close());
    };
  }, [services, documentId]);

  useWindowEvent((event) => {
    if (event.type === 'reconnected') void opened?.sync.refresh();
    if (event.type !== 'changed') return;
    for (const { documentId: changed, revision, splices } of event.texts) {
      if (changed !== documentId) continue;
      newest.current = Math.max(newest.current, revision);
      opened?.sync.stored({ revision, splices, requestId: event.requestId });
    }
  });

  // An edit made elsewhere while the text was on its way is in neither: its event came before there was a text to apply it to.
  useEffect(() => {
    if (opened && newest.current > opened.stored.revision) void opened.sync.refresh();
  }, [opened]);

  return useMemo(
    () => ({ opened: opened?.stored ?? null, sync: opened?.sync ?? null, isMissing, save, version }),
    [opened, isMissing, save, version],
  );
}

function openSync(
  services: Services,
  documentId: Guid,
  stored: StoredText,
  { follow, report }: Pick<SyncPorts, 'follow' | 'report'>,
): DocumentSync {
  return new DocumentSync(stored, {
    send: (revision, splices, requestId) => send(services, documentId, revision, splices, requestId),
    fetch: async () => {
      try {
        return await services.client.documents.text({ documentId });
      } catch {
        return null;
      }
    },
    follow,
    report,
    newRequestId: () => crypto.randomUUID(),
    startTimer: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
}

async function send(
  { outbox }: Services,
  documentId: Guid,
  revision: number,
  splices: readonly Splice[],
  requestId: string,
): Promise<SaveAnswer> {
  try {
    const input = { documentId, revision, splices };
    const answer = await outbox.send({ method: 'documents.editText', input, requestId });
    const { revision: made, recomposed } = valueOf<'documents.editText'>(answer);
    return { kind: 'saved', revision: made, recomposed };
  } catch (error) {
    if (!(error instanceof CallError)) return { kind: 'unreachable' };
    return error.code === 'text-changed-meanwhile' ? { kind: 'stale' } : { kind: 'refused', message: error.message };
  }
}
