// The commands of the shell: those that are always there, and those of an open project.

import { useCallback } from 'react';
import type { Settings } from '../../shared/contract/application.ts';
import type { Language } from '../../shared/contract/values.ts';
import { type Command, useCommands } from '../commands/registry.ts';
import { useAnswer } from '../services/answers.ts';
import { usePerform } from '../services/perform.ts';
import { areas, usePlace } from '../services/place.ts';
import { useCanChange } from '../services/session.ts';
import { openProjectBySystem } from '../services/system-dialogs.ts';
import { useLanguage } from '../services/text.ts';
import { goToPart } from './parts-of-window.ts';
import { useShell } from './shell-store.ts';
import { useCheckProject, useSaveCopy } from './use-project-jobs.ts';
import { useStepThroughHistory } from './use-step-through-history.ts';

export function useStartCommands(): void {
  const perform = usePerform();
  const language = useLanguage();
  const show = useShell((state) => state.show);
  const set = useCallback(
    (settings: { readonly theme: Settings['theme'] } | { readonly language: Language }) => async () => {
      await perform('settings.set', settings);
    },
    [perform],
  );
  useCommands([
    {
      id: 'palette.open',
      label: 'command.palette',
      keywords: 'command.palette.keywords',
      shortcut: 'Mod+K',
      group: 'view',
      run: () => show('palette'),
    },
    {
      id: 'help.shortcuts',
      label: 'command.keyboard',
      keywords: 'command.keyboard.keywords',
      shortcut: 'Mod+/',
      group: 'view',
      run: () => show('keyboard'),
    },
    {
      id: 'settings.open',
      label: 'command.settings',
      keywords: 'command.settings.keywords',
      shortcut: 'Mod+,',
      group: 'view',
      run: () => show('settings'),
    },
    {
      id: 'project.new',
      label: 'command.project.new',
      keywords: 'command.project.new.keywords',
      shortcut: 'Mod+N',
      group: 'project',
      run: () => show('new-project'),
    },
    {
      id: 'project.open',
      label: 'command.project.open',
      keywords: 'command.project.open.keywords',
      shortcut: 'Mod+O',
      group: 'project',
      run: () => {
        if (!openProjectBySystem()) show('open-project');
      },
    },
    {
      id: 'project.openSample',
      label: 'command.project.sample',
      keywords: 'command.project.sample.keywords',
      group: 'project',
      run: async () => {
        await perform('projects.openSample', { language });
      },
    },
    ...(['light', 'sepia', 'dark', 'contrast', 'system'] as const).map((theme): Command => ({
      id: `theme.${theme}`,
      label: `command.theme.${theme}`,
      keywords: 'command.theme.keywords',
      group: 'view',
      run: set({ theme }),
    })),
    ...(['id', 'en'] as const).map((spoken): Command => ({
      id: `language.${spoken}`,
      label: `command.language.${spoken}`,
      keywords: 'command.language.keywords',
      group: 'view',
      run: set({ language: spoken }),
    })),
    {
      id: 'part.next',
      label: 'command.go.next-part',
      keywords: 'command.go.part.keywords',
      shortcut: 'F6',
      group: 'go',
      run: () => goToPart(1),
    },
    {
      id: 'part.previous',
      label: 'command.go.previous-part',
      keywords: 'command.go.part.keywords',
      shortcut: 'Shift+F6',
      group: 'go',
      run: () => goToPart(-1),
    },
  ]);
}

export function useProjectCommands(): void {
  const perform = usePerform();
  const show = useShell((state) => state.show);
  const go = usePlace((state) => state.go);
  const canChange = useCanChange();
  const { data: steps } = useAnswer('history.state', {});
  const step = useStepThroughHistory();
  const saveCopy = useSaveCopy();
  const check = useCheckProject();
  const canUndo = (): boolean => canChange && (steps?.undo ?? null) !== null;
  const canRedo = (): boolean => canChange && (steps?.redo ?? null) !== null;
  useCommands([
    {
      id: 'history.undo',
      label: 'command.undo',
      keywords: 'command.undo.keywords',
      shortcut: 'Mod+Z',
      group: 'edit',
      isEnabled: canUndo,
      run: () => step('undo'),
    },
    {
      id: 'history.redo',
      label: 'command.redo',
      keywords: 'command.redo.keywords',
      shortcut: 'Mod+Shift+Z',
      alternate: 'Mod+Y',
      group: 'edit',
      isEnabled: canRedo,
      run: () => step('redo'),
    },
    {
      id: 'history.show',
      label: 'command.history',
      keywords: 'command.history.keywords',
      shortcut: 'Mod+H',
      group: 'edit',
      run: () => show('history'),
    },
    ...areas.map((area, index): Command => ({
      id: `area.${area}`,
      label: `command.go.${area}`,
      keywords: `command.go.${area}.keywords`,
      shortcut: `Mod+${index + 1}`,
      group: 'go',
      run: () => go({ area }),
    })),
    {
      id: 'project.details',
      label: 'command.project.rename',
      keywords: 'command.project.rename.keywords',
      group: 'project',
      isEnabled: () => canChange,
      run: () => show('details'),
    },
    {
      id: 'coders.show',
      label: 'coders.command',
      keywords: 'coders.command.keywords',
      group: 'project',
      run: () => show('coders'),
    },
    {
      id: 'project.saveCopy',
      label: 'command.project.copy',
      keywords: 'command.project.copy.keywords',
      shortcut: 'Mod+Shift+S',
      group: 'project',
      run: saveCopy,
    },
    {
      id: 'project.check',
      label: 'command.project.check',
      keywords: 'command.project.check.keywords',
      group: 'project',
      run: check,
    },
    {
      id: 'project.close',
      label: 'command.project.close',
      keywords: 'command.project.close.keywords',
      group: 'project',
      run: async () => {
        await perform('projects.close', {});
      },
    },
  ]);
}
