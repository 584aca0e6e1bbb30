// Says what did not come along with pasted words (PA1).

import { useEffect } from 'react';
import { cleanPasted, type PasteReport } from '../../../shared/domain/pasted.ts';
import { wordsIn } from '../../editor/clipboard.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';

const kinds = ['softHyphens', 'invisible', 'controls', 'spaces'] as const satisfies readonly (keyof PasteReport)[];

export function usePasteNotice(): void {
  const t = useT();
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isHere = target instanceof Element && target.closest('.transcript-text[data-mode="edit"]') !== null;
      if (!isHere || !clipboardData) return;
      const { report } = cleanPasted(wordsIn(clipboardData));
      const what = kinds
        .filter((kind) => report[kind] > 0)
        .map((kind) => t(`texts.pasted.${kind}`, { n: report[kind] }));
      if (what.length > 0)
        notify({ kind: 'info', text: t('texts.pasted', { what: what.join(', ') }), about: 'pasted' });
    };
    document.addEventListener('paste', listen, { capture: true });
    return () => document.removeEventListener('paste', listen, { capture: true });
  }, [t]);
}
