// What a file of another program would add, change and take away, before it does.

import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useServices } from '../../services/client.ts';
import { useJob, useRunJob } from '../../services/jobs.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Changes } from './Changes.tsx';
import { Counts } from './Counts.tsx';
import { Notes } from './Notes.tsx';
import { type ReadFile, useExchange } from './store.ts';

type Match = NonNullable<InputOf<'interchange.plan'>['match']>;

/** Names that are shown of those that are alike; the rest is counted. */
const shownMatches = 30;

export function MergeDialog({ file, onClose }: { readonly file: ReadFile; readonly onClose: () => void }) {
  const t = useT();
  const { client } = useServices();
  const runJob = useRunJob();
  const [match, setMatch] = useState<Match>(file.byNames ? 'names' : 'guid');
  const [removeMissing, setRemoveMissing] = useState(false);
  const [apart, setApart] = useState<readonly Guid[]>([]);
  const [isConfirmed, setConfirmed] = useState(false);
  const { planId } = file;
  const choices = { planId, match, apart: match === 'names' ? [...apart] : [], removeMissing };
  const { data: plan, error, isRunning, progress } = useJob('interchange.plan', choices);
  const removed = plan?.changes.find(({ kind }) => kind === 'codings')?.removed ?? 0;
  const isAsked = plan?.removesMuch ?? false;
  const giveUp = (): void => {
    onClose();
    // What was read is forgotten in time also where this does not arrive.
    void client.interchange.discard({ planId }).catch(() => undefined);
  };
  const merge = async (): Promise<void> => {
    const input = { ...choices, confirm: isAsked && isConfirmed };
    const report = await runJob('interchange.merge', input, { title: 'exchange.merging' });
    if (report) useExchange.getState().set({ dialog: { kind: 'merged', report } });
  };
  return (
    <Dialog
      title={t('exchange.merge.title', { name: file.name })}
      size="wide"
      isOpen
      onClose={giveUp}
      footer={
        <>
          <Button onPress={giveUp}>{t('content.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!plan || isRunning || (isAsked && !isConfirmed)}
            onPress={() => void merge()}
          >
            {t('exchange.merge.do')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">
        {t('exchange.merge.about', { origin: file.origin || t('exchange.origin.unknown') })}
      </p>
      <Counts counts={file.counts} />
      {!file.byNames && (
        <RadioGroup
          label={t('exchange.match')}
          value={match}
          onChange={setMatch}
          options={(['guid', 'names'] as const).map((id) => ({
            id,
            label: t(`exchange.match.${id}`),
            description: t(`exchange.match.${id}.about`, { count: plan?.matches.length ?? 0 }),
          }))}
        />
      )}
      {plan && <Matches matches={plan.matches} apart={match === 'names' ? apart : null} onApart={setApart} />}
      <Checkbox isSelected={removeMissing} onChange={setRemoveMissing}>
        {t('exchange.removeMissing')}
      </Checkbox>
      {error && (
        <p className="exchange-error" role="alert">
          {error.message}
        </p>
      )}
      {isRunning && <ProgressBar label={t('exchange.planning')} value={progress} />}
      {plan && <Changes label={t('exchange.changes')} changes={plan.changes} />}
      {isAsked && (
        <Checkbox isSelected={isConfirmed} onChange={setConfirmed}>
          {t('exchange.merge.confirm', { count: removed })}
        </Checkbox>
      )}
      <Notes notes={file.notes} />
    </Dialog>
  );
}

type MatchesProps = {
  readonly matches: OutputOf<'interchange.plan'>['matches'];
  /** GUIDs in the file of those that are not the same after all; null where only GUIDs count. */
  readonly apart: readonly Guid[] | null;
  readonly onApart: (apart: readonly Guid[]) => void;
};

function Matches({ matches, apart, onApart }: MatchesProps) {
  const t = useT();
  if (matches.length === 0) return null;
  // What a person can still choose about is never cut off.
  const shown = apart === null ? matches.slice(0, shownMatches) : matches;
  const more = matches.length - shown.length;
  return (
    <details className="exchange-matches">
      <summary>{t('exchange.matches', { count: matches.length })}</summary>
      <ul>
        {shown.map(({ kind, name, file }) => (
          <li key={file}>
            {apart === null ? (
              t(`exchange.alike.${kind}`, { name })
            ) : (
              <Checkbox
                isSelected={!apart.includes(file)}
                onChange={(isSame) => onApart(isSame ? apart.filter((guid) => guid !== file) : [...apart, file])}
              >
                {t(`exchange.alike.${kind}`, { name })}
              </Checkbox>
            )}
          </li>
        ))}
        {more > 0 && <li>{t('exchange.more', { count: more })}</li>}
      </ul>
    </details>
  );
}
