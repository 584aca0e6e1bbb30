import { ListTodo } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { type Area, usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { GapList } from './GapList.tsx';
import './conclude.css';
import { useGoToGap } from './use-go-to-gap.ts';

/** from every stream, what is still missing in the others. Nothing is counted before it is asked for. */
export function MissingButton({ area }: { readonly area: Area }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const go = usePlace((place) => place.go);
  const goToGap = useGoToGap((code) => go({ area: 'reduction', codeIds: [code] }));
  useCommands([
    {
      id: 'missing.open',
      label: 'missing.title',
      keywords: 'missing.keywords',
      group: 'go',
      run: () => setOpen(true),
    },
  ]);
  return (
    <>
      <button type="button" className="rail-item rail-missing" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ListTodo aria-hidden="true" />
        {t('missing.open')}
      </button>
      {isOpen && (
        <Dialog title={t('missing.title')} isOpen onClose={() => setOpen(false)}>
          <GapList
            from={area}
            onGo={(kind, item) => {
              setOpen(false);
              goToGap(kind, item);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
