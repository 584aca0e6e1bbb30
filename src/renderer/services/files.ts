// Files between the user's disk and the host. Downloads go through a link, so that browser and Electron save them
// the way the user is used to.

import { useCallback } from 'react';
import { type Services, useServices } from './client.ts';

export type UploadedFile = { readonly name: string; readonly token: string };
export type ProducedFile = { readonly token: string; readonly name: string; readonly mediaType: string };

/** Hands files to the host, one at a time: bodies are large and the host keeps them all. @throws HostUnreachable */
export async function uploadFiles(
  { link }: Pick<Services, 'link'>,
  files: readonly File[],
  onProgress: (done: number) => void = () => undefined,
): Promise<readonly UploadedFile[]> {
  const uploaded: UploadedFile[] = [];
  for (const file of files) {
    const { token } = await link.sendFile(file);
    uploaded.push({ name: nameInFolder(file), token });
    onProgress(uploaded.length);
  }
  return uploaded;
}

/** `uploadFiles` bound to this window's host. */
export function useUploadFiles(): (
  files: readonly File[],
  onProgress?: (done: number) => void,
) => Promise<readonly UploadedFile[]> {
  const services = useServices();
  return useCallback((files, onProgress) => uploadFiles(services, files, onProgress), [services]);
}

/** Lets the user save a file the host made. */
export function saveFile({ token, name }: ProducedFile): void {
  follow(`/files/${encodeURIComponent(token)}`, name);
}

/** Lets the user save something made in the window, such as a picture of a chart. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  follow(address, name);
  // The browser has taken hold of the bytes by the next task; before that, the address must live.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name with its folders where the user chose a whole folder: equal names in two folders stay apart. */
export function nameInFolder(file: File): string {
  return file.webkitRelativePath === '' ? (pathsInFolders.get(file) ?? file.name) : file.webkitRelativePath;
}

/** Files of dropped folders do not know where they stood. */
const pathsInFolders = new WeakMap<File, string>();

/** @param path with the folders that were dropped, `/` between them */
export function rememberFolder(file: File, path: string): File {
  pathsInFolders.set(file, path);
  return file;
}

function follow(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
