// Short messages that come and go. An error stays until it is dismissed: it may be what a person must act on.

import { create } from 'zustand';

export type NoticeAction = { readonly label: string; readonly run: () => void };

export type Notice = {
  readonly kind: 'info' | 'error' | 'success';
  /** A whole sentence, already in the user's language. */
  readonly text: string;
  readonly action?: NoticeAction;
  /** What it is about: a newer message about the same takes its place. */
  readonly about?: string;
};

export type ShownNotice = Notice & { readonly id: number };

type NoticesState = {
  readonly notices: readonly ShownNotice[];
  readonly dismiss: (id: number) => void;
  readonly clear: () => void;
};

/** More would cover the work they are about. */
const mostAtOnce = 4;

let lastId = 0;

export const useNotices = create<NoticesState>()((set) => ({
  notices: [],
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  clear: () => set({ notices: [] }),
}));

/** Shows a message. The same sentence shown twice in a row stays one. */
export function notify(notice: Notice): void {
  const { notices } = useNotices.getState();
  const replaces = (shown: Notice): boolean =>
    notice.about === undefined
      ? shown.text === notice.text && shown.kind === notice.kind
      : shown.about === notice.about;
  const others = notices.filter((shown) => !replaces(shown));
  lastId += 1;
  useNotices.setState({ notices: [...others, { ...notice, id: lastId }].slice(-mostAtOnce) });
}
