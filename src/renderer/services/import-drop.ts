// Files dropped anywhere on the window, folders included. The shell puts them here; whoever imports takes them.

import { create } from 'zustand';
import { rememberFolder } from './files.ts';

type ImportDropState = {
  /** Files waiting to be imported, in the order they were dropped; empty when there are none. */
  readonly files: readonly File[];
  readonly offer: (files: readonly File[]) => void;
  /** @returns the waiting files, which then wait no longer */
  readonly take: () => readonly File[];
};

export const useImportDrop = create<ImportDropState>()((set, get) => ({
  files: [],
  offer: (files) => set((former) => ({ files: [...former.files, ...files] })),
  take: () => {
    const { files } = get();
    if (files.length > 0) set({ files: [] });
    return files;
  },
}));

/** Whether what is dragged comes from outside, as files. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/** Every file of a drop; folders are walked in name order. Hidden files, which no one meant to import, are left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries must be taken before the first await: the transfer is emptied when the event handler returns.
  const taken = Array.from(transfer.items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found: File[] = [];
  for (const one of taken) {
    if (one instanceof File) found.push(one);
    else if (one) found.push(...(await filesBelow(one)));
  }
  return found.filter(({ name }) => !name.startsWith('.'));
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.name.startsWith('.')) return [];
  if (isFileEntry(entry)) return [rememberFolder(await fileOf(entry), entry.fullPath.replace(/^\//, ''))];
  if (!isFolderEntry(entry)) return [];
  const entries = await entriesOf(entry.createReader());
  const inOrder = entries.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  const files: File[] = [];
  for (const inside of inOrder) files.push(...(await filesBelow(inside)));
  return files;
}

/** A reader hands out entries in batches, of which the last is empty. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolderEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
