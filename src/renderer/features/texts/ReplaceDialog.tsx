// Find and replace over one, several or all documents: every hit in its sentence, ticked or not, replaced in one step.

import { useRef, useState } from 'react';
import { SearchToggles } from '../../parts/SearchToggles.tsx';
import { useSearching } from '../../parts/searching.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DocumentScope, documentsOf, type Scope } from './DocumentScope.tsx';
import { HitList } from './HitList.tsx';
import { type Replacing, useReplacing } from './use-replacing.ts';

export function ReplaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const canChange = useCanChange();
  const { data: documents = [] } = useAnswer('documents.list', {});
  const open = usePlace((place) => place.documentId);
  const reveal = usePlace((place) => place.reveal);
  const [scope, setScope] = useState<Scope>({ kind: 'all', chosen: new Set() });
  const { query, replaces: wanted, replacement, regex, set } = useSearching();
  const replaces = canChange && wanted;
  const replacing = useReplacing(documentsOf(scope, open));
  const { ticked } = replacing;
  const field = useRef<HTMLInputElement>(null);
  const replace = async (): Promise<void> => {
    await replacing.replace();
    // The button has nothing left to do and lets go of the focus.
    field.current?.focus();
  };
  return (
    <Dialog
      title={t('texts.replace.title')}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <p className="texts-summary" role="status">
            {summaryOf(replacing, t)}
          </p>
          {replaces && (
            <Button variant="primary" isDisabled={ticked.hits === 0} onPress={() => void replace()}>
              {t('texts.replace.do', { n: ticked.hits })}
            </Button>
          )}
        </>
      }
    >
      <div className="texts-fields">
        <div className="texts-column">
          <TextField
            label={t('texts.find.what')}
            value={query}
            onChange={(typed) => set({ query: typed })}
            error={replacing.fault}
            inputRef={field}
            autoFocus
          />
          <div className="texts-toggles" role="group" aria-label={t('texts.find.options')}>
            <SearchToggles onChange={set} />
          </div>
        </div>
        <div className="texts-column">
          <DocumentScope documents={documents} open={open} scope={scope} onChange={setScope} />
        </div>
        {canChange && (
          <div className="texts-column">
            <Checkbox isSelected={replaces} onChange={(isWanted) => set({ replaces: isWanted })}>
              {t('texts.replace.wanted')}
            </Checkbox>
            {replaces && (
              <TextField
                label={t('texts.replace.with')}
                value={replacement}
                onChange={(typed) => set({ replacement: typed })}
                {...(regex ? { hint: t('texts.replace.groups') } : {})}
              />
            )}
          </div>
        )}
      </div>
      {replacing.isRunning && <ProgressBar label={t('texts.find.running')} value={replacing.progress} />}
      {replacing.documents.length > 0 ? (
        <HitList
          replacing={replacing}
          canTick={replaces}
          onGoTo={({ found, hit }) => {
            onClose();
            reveal({ area: 'reduction', documentId: found.document, start: hit.start, end: hit.end });
          }}
        />
      ) : (
        <EmptyState {...emptyOf(replacing, query, t)} />
      )}
    </Dialog>
  );
}

type Translate = ReturnType<typeof useT>;

function emptyOf({ isRunning, fault }: Replacing, query: string, t: Translate) {
  if (query === '') return { title: t('texts.find.start'), text: t('texts.find.start.text') };
  if (isRunning) return { title: t('texts.find.running') };
  return { title: t(fault === null ? 'code.find.none' : 'texts.find.notSearched') };
}

function summaryOf({ hits, documents, searched, more, ticked }: Replacing, t: Translate): string {
  if (hits === 0) return searched === 0 ? '' : t('texts.summary.none', { n: searched });
  const found = t(more ? 'texts.summary.more' : 'texts.summary', { hits, documents: documents.length, searched });
  return ticked.codings === 0 ? found : `${found} ${t('texts.summary.codings', { n: ticked.codings })}`;
}
