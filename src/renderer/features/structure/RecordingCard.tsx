import { FileTrigger } from 'react-aria-components';
import type { Recording } from '../../../shared/contract/audio.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { usePerform } from '../../services/perform.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { usePlayer } from './player.ts';

export type RecordingCardProps = {
  readonly recording: Recording;
  readonly canChange: boolean;
  /** The file that may be the missing one was chosen. */
  readonly onLocate: (file: File) => void;
};

export function RecordingCard({ recording, canChange, onLocate }: RecordingCardProps) {
  const t = useT();
  const number = useNumber();
  const perform = usePerform();
  const played = usePlayer((player) => player.recordingId);
  const { guid: audioId, name, size, timeShift, isThere } = recording;
  return (
    <li className="structure-card">
      <AutosaveField
        label={t('structure.recording.name')}
        value={name}
        isNeeded
        maxLength={255}
        isReadOnly={!canChange}
        onSave={(text) => perform('audio.update', { audioId, name: text })}
      />
      <AutosaveField
        label={t('structure.recording.shift')}
        hint={t('structure.recording.shift.hint')}
        value={number(timeShift / 1000, 1)}
        isReadOnly={!canChange}
        check={(text) => (secondsIn(text) === null ? t('structure.recording.shift.invalid') : null)}
        onSave={(text) => perform('audio.update', { audioId, timeShift: Math.round((secondsIn(text) ?? 0) * 1000) })}
      />
      {!isThere && (
        <p className="structure-missing" role="alert">
          {t('structure.recording.missing', { name })}
        </p>
      )}
      <div className="structure-card-row">
        <span className="structure-note">
          {t('structure.recording.size', { megabytes: number(size / 1_000_000, 1) })}
        </span>
        {isThere ? (
          <Button
            size="small"
            isDisabled={played === audioId}
            onPress={() => usePlayer.setState({ recordingId: audioId })}
          >
            {t('structure.recording.choose')}
          </Button>
        ) : (
          <FileTrigger
            onSelect={(files) => {
              const file = files?.[0];
              if (file) onLocate(file);
            }}
          >
            <Button size="small" isDisabled={!canChange}>
              {t('structure.recording.locate')}
            </Button>
          </FileTrigger>
        )}
        <Button
          size="small"
          variant="quiet"
          isDisabled={!canChange}
          onPress={() => void perform('audio.remove', { audioId })}
        >
          {t('structure.recording.remove')}
        </Button>
      </div>
    </li>
  );
}

/** Seconds as typed, with a point or a comma, also below zero; at most a day. */
function secondsIn(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (!/^-?\d{1,5}(?:\.\d{1,3})?$/.test(plain)) return null;
  const seconds = Number(plain);
  return Math.abs(seconds) <= 86_400 ? seconds : null;
}
