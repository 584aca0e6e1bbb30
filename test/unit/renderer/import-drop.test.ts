// A drop hands over files and folders; what is imported is every file below them, in an order a person expects.

import { expect, test } from 'vitest';
import { carriesFiles, droppedFiles } from '../../../src/renderer/services/import-drop.ts';

type Entry = {
  readonly name: string;
  readonly fullPath: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
};

function fileEntry(name: string): Entry {
  const file = (done: (file: File) => void): void => done(new File([name], name));
  return Object.assign({ name, fullPath: `/${name}`, isFile: true, isDirectory: false }, { file });
}

function unreadable(name: string): Entry {
  const file = (_: unknown, failed: (error: Error) => void): void => failed(new Error('NotReadableError'));
  return Object.assign({ name, fullPath: `/${name}`, isFile: true, isDirectory: false }, { file });
}

/** Browsers hand out the entries of a folder a hundred at a time; here two at a time. */
function folderEntry(name: string, inside: readonly Entry[]): Entry {
  const createReader = () => {
    let at = 0;
    return { readEntries: (done: (entries: readonly Entry[]) => void): void => done(inside.slice(at, (at += 2))) };
  };
  return Object.assign({ name, fullPath: `/${name}`, isFile: false, isDirectory: true }, { createReader });
}

function dropOf(entries: readonly (Entry | File | null)[]): DataTransfer {
  const items = entries.map((entry) => ({
    kind: 'file',
    webkitGetAsEntry: () => (entry instanceof File ? null : entry),
    getAsFile: () => (entry instanceof File ? entry : null),
  }));
  return { types: ['Files'], items: [...items, { kind: 'string' }] } as unknown as DataTransfer;
}

const names = async (transfer: DataTransfer): Promise<readonly string[]> =>
  (await droppedFiles(transfer)).map(({ name }) => name);

test('folders are walked to the bottom, in name order with numbers by value, whatever the size of a batch', async () => {
  const folder = folderEntry('Wawancara', [
    fileEntry('10 Camat.docx'),
    fileEntry('2 Kabid.docx'),
    folderEntry('3 Lapangan', [fileEntry('b.txt'), fileEntry('a.txt'), fileEntry('c.txt')]),
    fileEntry('1 Kadis.docx'),
  ]);
  expect(await names(dropOf([folder]))).toEqual([
    '1 Kadis.docx',
    '2 Kabid.docx',
    'a.txt',
    'b.txt',
    'c.txt',
    '10 Camat.docx',
  ]);
});

test('hidden files and folders, which no one meant to import, are left out', async () => {
  const folder = folderEntry('Data', [
    fileEntry('.DS_Store'),
    folderEntry('.git', [fileEntry('HEAD')]),
    fileEntry('a.md'),
  ]);
  expect(await names(dropOf([folder, new File([''], '._a.md')]))).toEqual(['a.md']);
});

test('files without an entry are taken as they are; text dragged along is not', async () => {
  expect(await names(dropOf([new File(['x'], 'catatan.txt'), null]))).toEqual(['catatan.txt']);
});

test('a file that cannot be read is an error, not a gap nobody notices', async () => {
  await expect(droppedFiles(dropOf([folderEntry('x', [unreadable('a.txt')])]))).rejects.toThrow('NotReadableError');
});

test('only what comes from outside as files is a drop of files', () => {
  expect(carriesFiles({ types: ['Files'] } as unknown as DataTransfer)).toBe(true);
  expect(carriesFiles({ types: ['application/x-simpul-codes'] } as unknown as DataTransfer)).toBe(false);
  expect(carriesFiles(null)).toBe(false);
});
