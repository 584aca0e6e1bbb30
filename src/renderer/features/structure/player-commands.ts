// What can be done with a recording and with time stamps, as commands: keys, palette and buttons run the same ones.

import type { Recording } from '../../../shared/contract/audio.ts';
import { stampLike } from '../../../shared/domain/time-stamps.ts';
import { type Command, useCommands } from '../../commands/registry.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { jump, jumpBy, playFrom, speedBeside, togglePlaying, usePlayer } from './player.ts';
import type { Playback } from './use-playback.ts';
import { stampBefore } from './use-structure-marks.ts';

export function usePlayerCommands(open: OpenTranscript, recording: Recording | null, playback: Playback): void {
  const t = useT();
  const [speed, setSpeed] = useRemembered<number>('player/speed', 1);
  const { view, text, mode } = open;
  const { stamps, course, shift } = playback;
  const canPlay = (): boolean => recording?.isThere === true;
  const caret = (): number => view.selected()?.focus ?? view.topOffset();
  const toStamp = (backward: boolean) => async (): Promise<void> => {
    const at = caret();
    const stamp = backward ? stamps.findLast(({ start }) => start < at) : stamps.find(({ start }) => start > at);
    if (!stamp) return notify({ kind: 'info', text: t('structure.stamp.none') });
    view.focus();
    await view.reveal({ start: stamp.start, end: stamp.start }, { select: true });
  };
  const sound = { group: 'document', keywords: 'structure.player.keywords', isEnabled: canPlay } as const;
  const commands: readonly Command[] = [
    {
      id: 'player.toggle',
      label: 'structure.player.toggle',
      shortcut: 'F4',
      alternate: 'Mod+Space',
      ...sound,
      run: togglePlaying,
    },
    { id: 'player.back', label: 'structure.player.back', shortcut: 'F7', ...sound, run: () => jumpBy(-jump) },
    { id: 'player.forward', label: 'structure.player.forward', shortcut: 'F8', ...sound, run: () => jumpBy(jump) },
    {
      id: 'player.slower',
      label: 'structure.player.slower',
      shortcut: 'Shift+F7',
      ...sound,
      run: () => setSpeed(speedBeside(speed, -1)),
    },
    {
      id: 'player.faster',
      label: 'structure.player.faster',
      shortcut: 'Shift+F8',
      ...sound,
      run: () => setSpeed(speedBeside(speed, 1)),
    },
    {
      id: 'player.fromCaret',
      label: 'structure.player.fromCaret',
      shortcut: 'Shift+F4',
      ...sound,
      run: async () => {
        const at = caret();
        const time = stampBefore(stamps, at)?.milliseconds ?? course.timeAt(at);
        if (time === null) return notify({ kind: 'info', text: t('structure.stamp.none') });
        return playFrom(time + shift);
      },
    },
    {
      id: 'player.stamp',
      label: 'structure.player.stamp',
      shortcut: 'F9',
      ...sound,
      isEnabled: () => canPlay() && mode === 'edit',
      run: () => {
        const at = view.selected()?.focus;
        if (at === undefined) return notify({ kind: 'info', text: t('structure.stamp.caret') });
        const insert = stampLike(text, stamps, Math.max(0, usePlayer.getState().time - shift));
        view.edit({ at, remove: 0, insert });
        view.select({ anchor: at + insert.length, focus: at + insert.length });
      },
    },
    {
      id: 'stamp.next',
      label: 'structure.stamp.next',
      keywords: 'structure.player.keywords',
      shortcut: 'Alt+PageDown',
      group: 'document',
      isEnabled: () => stamps.length > 0,
      run: toStamp(false),
    },
    {
      id: 'stamp.previous',
      label: 'structure.stamp.previous',
      keywords: 'structure.player.keywords',
      shortcut: 'Alt+PageUp',
      group: 'document',
      isEnabled: () => stamps.length > 0,
      run: toStamp(true),
    },
  ];
  useCommands(commands);
}
