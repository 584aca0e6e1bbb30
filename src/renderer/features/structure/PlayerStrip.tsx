// The recording of the open transcript, below the text: played without leaving it, the text led along.

import './structure.css';
import { useEffect } from 'react';
import type { Recording } from '../../../shared/contract/audio.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type OpenTranscript, useOpenTranscript } from '../../parts/open-transcript.ts';
import { useStructurePanel, useStructureTab } from '../../parts/structure-panel.ts';
import { useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { openSound, tune, usePlayer } from './player.ts';
import { PlayerControls } from './PlayerControls.tsx';
import { usePlayerCommands } from './player-commands.ts';
import { usePlayback } from './use-playback.ts';
import { useStructureMarks } from './use-structure-marks.ts';

const noRecordings: readonly Recording[] = [];

export function PlayerStrip() {
  const open = useOpenTranscript((state) => state.open);
  const [isOpen, setOpen] = useStructurePanel();
  const [, setTab] = useStructureTab();
  useCommands([
    {
      id: 'structure.toggle',
      label: 'structure.toggle',
      keywords: 'structure.keywords',
      shortcut: 'Mod+Alt+L',
      group: 'view',
      isEnabled: () => open !== null,
      run: () => setOpen(!isOpen),
    },
    ...(['outline', 'speakers', 'guide', 'recording'] as const).map((tab) => ({
      id: `structure.${tab}`,
      label: `structure.open.${tab}` as const,
      keywords: 'structure.keywords' as const,
      group: 'go' as const,
      isEnabled: () => open !== null,
      run: () => {
        setOpen(true);
        setTab(tab);
      },
    })),
  ]);
  return open ? <Strip key={open.documentId} open={open} /> : null;
}

function Strip({ open }: { readonly open: OpenTranscript }) {
  const t = useT();
  const { data: recordings = noRecordings } = useAnswer('audio.list', { documentId: open.documentId });
  const chosen = usePlayer((player) => player.recordingId);
  const recording = recordings.find(({ guid }) => guid === chosen) ?? recordings[0] ?? null;
  const [, setOpen] = useStructurePanel();
  const [, setTab] = useStructureTab();
  const course = usePlayback(open, recording);
  useStructureMarks(open, course);
  usePlayerCommands(open, recording, course);
  if (!recording) return null;
  if (!recording.isThere) {
    return (
      <section className="player" aria-label={t('structure.player')}>
        <p className="structure-missing" role="alert">
          {t('structure.recording.missing', { name: recording.name })}
        </p>
        <Button
          size="small"
          onPress={() => {
            setOpen(true);
            setTab('recording');
          }}
        >
          {t('structure.recording.locate')}
        </Button>
      </section>
    );
  }
  return (
    <section className="player" aria-label={t('structure.player')} data-part>
      <Sound key={recording.guid} recordingId={recording.guid} />
      <PlayerControls recording={recording} recordings={recordings} mode={open.mode} />
    </section>
  );
}

/** The element that plays, off the page: the controls are beside the text. Speed keeps the pitch of voices. */
function Sound({ recordingId }: { readonly recordingId: Guid }) {
  const [speed] = useRemembered<number>('player/speed', 1);
  const [volume] = useRemembered<number>('player/volume', 1);
  const element = usePlayer((player) => player.element);
  useEffect(() => openSound(recordingId), [recordingId]);
  useEffect(() => tune(element, speed, volume), [element, speed, volume]);
  return null;
}
