// What chosen and dropped files are, by their names: each kind is asked about in its own way.

import { isExchangeFile } from '../../../parts/exchange-files.ts';
import { nameInFolder } from '../../../services/files.ts';

export type Routed = {
  readonly exchanges: readonly File[];
  readonly projects: readonly File[];
  readonly tables: readonly File[];
  readonly documents: readonly File[];
};

/** A project of QualCoder is a folder: of one that was chosen whole, only its database is asked about. */
export function routed(files: readonly File[]): Routed {
  const folders = files.flatMap((file) => {
    const path = nameInFolder(file);
    return /(^|\/)data\.qda$/i.test(path) && path.includes('/') ? [path.slice(0, path.lastIndexOf('/') + 1)] : [];
  });
  const own = files.filter((file) => {
    const path = nameInFolder(file);
    return isProject(file) || !folders.some((folder) => path.startsWith(folder));
  });
  return {
    exchanges: own.filter(isExchangeFile),
    projects: own.filter(isProject),
    tables: own.filter(isTable),
    documents: own.filter((file) => !isExchangeFile(file) && !isProject(file) && !isTable(file)),
  };
}

function isProject({ name }: File): boolean {
  return /\.(qda|qda\.zip|rqda|sqlite3?)$/i.test(name);
}

function isTable({ name }: File): boolean {
  return /\.(csv|tsv|xlsx)$/i.test(name);
}
