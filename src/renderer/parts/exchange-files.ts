// Files of other programs, dropped or chosen wherever documents are imported; the exchange takes them one by one.

import { create } from 'zustand';

type ExchangeFilesState = {
  readonly files: readonly File[];
  readonly offer: (files: readonly File[]) => void;
  /** @returns the file that waits longest, which then waits no longer */
  readonly take: () => File | undefined;
};

export const useExchangeFiles = create<ExchangeFilesState>()((set, get) => ({
  files: [],
  offer: (files) => set((former) => ({ files: [...former.files, ...files] })),
  take: () => {
    const [first, ...rest] = get().files;
    if (first) set({ files: rest });
    return first;
  },
}));

/** Extensions of REFI-QDA: a project, a project without its archive, a codebook; and of references. */
export const exchangeExtensions = ['.qdpx', '.qde', '.qdc', '.ris'] as const;

/** A codebook, as REFI-QDA or as a table: a table is a survey everywhere but where a codebook is asked for. */
export const codebookExtensions = ['.qdc', '.csv', '.tsv', '.xlsx'] as const;

export function isExchangeFile({ name }: Pick<File, 'name'>): boolean {
  const lower = name.toLowerCase();
  return exchangeExtensions.some((extension) => lower.endsWith(extension));
}
