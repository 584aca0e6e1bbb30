import { useCallback, useEffect, useRef, useState } from 'react';
import { carriesFiles, droppedFiles, useImportDrop } from '../services/import-drop.ts';
import { notify } from '../services/notices.ts';
import { usePlace } from '../services/place.ts';
import { useSession } from '../services/session.ts';
import { useT } from '../services/text.ts';

/** Files dropped anywhere on the window go to the import. */
export function FileDrop() {
  const t = useT();
  const [isOver, setOver] = useState(false);
  const accept = useAcceptDrop();
  // Entering a child leaves its parent: only as many leaves as enters mean that the window was left.
  const depth = useRef(0);

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      // Without this the browser would open the file in place of the program.
      event.preventDefault();
      if (event.type === 'dragenter') depth.current += 1;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!carriesFiles(event.dataTransfer)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      depth.current = 0;
      setOver(false);
      if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      void accept(event.dataTransfer);
    };
    window.addEventListener('dragenter', over);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', over);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [accept]);

  if (!isOver) return null;
  return (
    <div className="file-drop" role="status">
      <p className="file-drop-title">{t('app.drop')}</p>
      <p>{t('app.drop.hint')}</p>
    </div>
  );
}

function useAcceptDrop(): (transfer: DataTransfer) => Promise<void> {
  const t = useT();
  const open = useSession()?.open ?? null;
  const isOpen = open !== null;
  const canChange = open?.mode === 'read-write';
  return useCallback(
    async (transfer) => {
      if (!isOpen) return notify({ kind: 'info', text: t('app.drop.no-project') });
      if (!canChange) return notify({ kind: 'error', text: t('app.drop.read-only') });
      try {
        const files = await droppedFiles(transfer);
        if (files.length === 0) return;
        useImportDrop.getState().offer(files);
        usePlace.getState().go({ area: 'collection' });
      } catch {
        // The file is gone or may not be read; the browser says no more than that.
        notify({ kind: 'error', text: t('app.drop.unreadable') });
      }
    },
    [t, isOpen, canChange],
  );
}
