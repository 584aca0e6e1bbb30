import { Clock, LocateFixed, Pause, Play, RotateCcw, RotateCw, TextCursor, Volume2 } from 'lucide-react';
import type { Recording } from '../../../shared/contract/audio.ts';
import { clockText } from '../../../shared/domain/time-stamps.ts';
import { runCommand, useShortcut } from '../../commands/registry.ts';
import { useNumber, useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { IconButton, ToggleButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { seek, speeds, usePlayer } from './player.ts';
import { useFollowing } from './use-playback.ts';

export type PlayerControlsProps = {
  readonly recording: Recording;
  readonly recordings: readonly Recording[];
  readonly mode: 'read' | 'edit';
};

export function PlayerControls({ recording, recordings, mode }: PlayerControlsProps) {
  const t = useT();
  const number = useNumber();
  const { isPlaying, time, duration, hasFailed } = usePlayer();
  const [speed, setSpeed] = useRemembered<number>('player/speed', 1);
  const [volume, setVolume] = useRemembered<number>('player/volume', 1);
  const [isFollowing, setFollowing] = useFollowing();
  const total = duration ?? 0;
  return (
    <Toolbar label={t('structure.player')}>
      <IconButton
        label={t(isPlaying ? 'structure.player.pause' : 'structure.player.play')}
        icon={isPlaying ? <Pause /> : <Play />}
        shortcut={useShortcut('player.toggle')}
        onPress={() => runCommand('player.toggle')}
      />
      <IconButton
        label={t('structure.player.back')}
        icon={<RotateCcw />}
        shortcut={useShortcut('player.back')}
        size="small"
        onPress={() => runCommand('player.back')}
      />
      <IconButton
        label={t('structure.player.forward')}
        icon={<RotateCw />}
        shortcut={useShortcut('player.forward')}
        size="small"
        onPress={() => runCommand('player.forward')}
      />
      <span className="player-time">
        {clockText(time)} / {duration === null ? '–' : clockText(total)}
      </span>
      <input
        type="range"
        className="player-position"
        aria-label={t('structure.player.position')}
        aria-valuetext={t('structure.player.positionOf', { time: clockText(time), total: clockText(total) })}
        min={0}
        max={Math.max(1, Math.round(total / 1000))}
        step={1}
        value={Math.round(time / 1000)}
        disabled={duration === null}
        onChange={({ target }) => seek(Number(target.value) * 1000)}
      />
      <Select
        label={t('structure.player.speed')}
        isLabelHidden
        size="small"
        options={speeds.map((one) => ({ id: String(one), label: `${number(one)} ×` }))}
        value={String(speed)}
        onChange={(chosen) => setSpeed(Number(chosen))}
      />
      <label className="player-volume">
        <Volume2 aria-hidden="true" />
        <input
          type="range"
          aria-label={t('structure.player.volume')}
          min={0}
          max={100}
          step={5}
          value={Math.round(volume * 100)}
          onChange={({ target }) => setVolume(Number(target.value) / 100)}
        />
      </label>
      <IconButton
        label={t('structure.player.fromCaret')}
        icon={<TextCursor />}
        shortcut={useShortcut('player.fromCaret')}
        size="small"
        onPress={() => runCommand('player.fromCaret')}
      />
      <IconButton
        label={t('structure.player.stamp')}
        icon={<Clock />}
        shortcut={useShortcut('player.stamp')}
        size="small"
        isDisabled={mode !== 'edit'}
        onPress={() => runCommand('player.stamp')}
      />
      <ToggleButton
        label={t('structure.player.follow')}
        icon={<LocateFixed />}
        size="small"
        isSelected={isFollowing}
        onChange={setFollowing}
      />
      {recordings.length > 1 && (
        <Select
          label={t('structure.player.recording')}
          isLabelHidden
          size="small"
          options={recordings.map(({ guid, name }) => ({ id: guid, label: name }))}
          value={recording.guid}
          onChange={(recordingId) => usePlayer.setState({ recordingId })}
        />
      )}
      {hasFailed && (
        <span className="structure-missing" role="alert">
          {t('structure.player.failed', { name: recording.name })}
        </span>
      )}
    </Toolbar>
  );
}
