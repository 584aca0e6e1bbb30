// What is done to texts as wholes: replacing through many, reviewing what an edit changed, going back to former states.

import './texts.css';
import { useCommands } from '../../commands/registry.ts';
import { useReviewing } from '../../parts/reviewing.ts';
import { usePlace } from '../../services/place.ts';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { useTexts } from './store.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

export function TextDialogs() {
  const { isReplaceOpen, versionsOf, set } = useTexts();
  const { scope, set: review } = useReviewing();
  useCommands([
    {
      id: 'texts.replace',
      label: 'texts.replace.open',
      keywords: 'texts.replace.keywords',
      shortcut: 'Mod+Shift+F',
      group: 'edit',
      run: () => set({ isReplaceOpen: true }),
    },
    {
      id: 'texts.review',
      label: 'texts.review.open',
      keywords: 'texts.review.keywords',
      group: 'edit',
      run: () => review({ scope: 'project' }),
    },
    {
      id: 'texts.versions',
      label: 'texts.versions.open',
      keywords: 'texts.versions.keywords',
      group: 'document',
      isEnabled: () => usePlace.getState().documentId !== null,
      run: () => set({ versionsOf: usePlace.getState().documentId }),
    },
  ]);
  return (
    <>
      {isReplaceOpen && <ReplaceDialog onClose={() => set({ isReplaceOpen: false })} />}
      {scope !== null && <ReviewDialog scope={scope} />}
      {versionsOf && <VersionsDialog documentId={versionsOf} onClose={() => set({ versionsOf: null })} />}
    </>
  );
}
