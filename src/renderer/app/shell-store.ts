// Which of the shell's dialogs is open. One at a time.

import { create } from 'zustand';

export type ShellDialog =
  | 'palette'
  | 'keyboard'
  | 'settings'
  | 'history'
  | 'new-project'
  | 'open-project'
  | 'details'
  | 'coders';

type ShellState = {
  readonly dialog: ShellDialog | null;
  readonly show: (dialog: ShellDialog) => void;
  readonly close: () => void;
};

export const useShell = create<ShellState>()((set) => ({
  dialog: null,
  show: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}));
