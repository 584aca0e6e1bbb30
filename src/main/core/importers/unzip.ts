// Reads a ZIP archive in memory. The central directory is the one source of truth; nothing is ever written to disk, names are
// only compared, and every byte that comes out is counted against the limits before it is kept.

import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { ImportRefusal, importLimits } from './types.ts';

export type ZipEntry = {
  readonly name: string;
  /** Bytes in the archive and, as the directory claims, unpacked. */
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  /** Where the packed bytes begin in the archive. */
  readonly start: number;
};

export type ZipLimits = {
  readonly unpackedBytes: number;
  readonly ratioFreeBytes: number;
  readonly ratio: number;
  readonly entries: number;
};

export type ZipArchive = {
  /** By exact name. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /**
   * Unpacks one entry, handing on its bytes as they come out. Size and CRC are checked; the check of the CRC comes last, so
   * nothing may be stored before this returns.
   * @throws ImportRefusal `file-damaged`, `unpacks-too-large`
   */
  readonly unpack: (entry: ZipEntry, take: (bytes: Uint8Array) => void) => void;
};

const endSignature = 0x06054b50;
const endSize = 22;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const centralSignature = 0x02014b50;
const centralSize = 46;
const localSignature = 0x04034b50;
const localSize = 30;
const longestComment = 0xffff;
const inUse64 = 0xffffffff;
/** Bytes. No part of a format we read has a longer name; such entries are checked like all others, but cannot be asked for. */
const longestName = 1024;

/** Packed bytes given to the decompressor at once: at most 1,032 times as many come out before they are counted. */
const step = 4096;

/**
 * Opens an archive: reads and checks its whole directory, unpacks nothing.
 * @throws ImportRefusal `file-incomplete`, `file-damaged`, `password-protected`, `too-many-entries`, `unpacks-too-large`
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = importLimits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > limits.entries) throw new ImportRefusal('too-many-entries', { limit: limits.entries });
  const entries = new Map<string, ZipEntry>();
  const spans: [number, number][] = [];
  let at = directory.start;
  let claimed = 0;
  for (let index = 0; index < directory.count; index += 1) {
    const central = readCentral(bytes, view, at, directory.end);
    at = central.next;
    if (entries.has(central.name)) throw damaged();
    const start = dataStart(view, central.localAt);
    if (start + central.packedSize > directory.start) throw damaged();
    spans.push([central.localAt, start + central.packedSize]);
    claimed += central.size;
    checkSize(central.size, central.packedSize, limits);
    const { name, packedSize, size, crc, method } = central;
    if (name.length <= longestName) entries.set(name, { name, packedSize, size, crc, method, start });
  }
  // One body behind many names is how a small archive unpacks to gigabytes.
  spans.sort((one, other) => one[0] - other[0]);
  if (spans.some(([start], index) => index > 0 && start < (spans[index - 1]?.[1] ?? 0))) throw damaged();
  checkSize(claimed, bytes.length, limits);
  let unpacked = 0;
  return {
    entries,
    unpack: (entry, take) => {
      unpackEntry(bytes, entry, (part) => {
        unpacked += part.length;
        checkSize(unpacked, bytes.length, limits);
        take(part);
      });
    },
  };
}

function damaged(cause?: unknown): ImportRefusal {
  return new ImportRefusal('file-damaged', {}, { cause });
}

function checkSize(size: number, packedSize: number, limits: ZipLimits): void {
  const tooLarge = size > limits.unpackedBytes || (size > limits.ratioFreeBytes && size > packedSize * limits.ratio);
  if (tooLarge)
    throw new ImportRefusal('unpacks-too-large', {
      limit: Math.floor(limits.unpackedBytes / 1_000_000),
    });
}

type Directory = { readonly start: number; readonly end: number; readonly count: number };

function findDirectory(view: DataView): Directory {
  const last = view.byteLength - endSize;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endSize + view.getUint16(at + 20, true) > view.byteLength) continue;
    return checkedDirectory(view, at);
  }
  // The end record is written last: without it, the rest of the file is missing.
  throw new ImportRefusal('file-incomplete');
}

function checkedDirectory(view: DataView, at: number): Directory {
  const locator = at - 20;
  const wide = locator >= 0 && view.getUint32(locator, true) === end64LocatorSignature;
  const found = wide ? readEnd64(view, locator) : readEnd(view, at);
  const fits = found.start + found.size <= (wide ? locator : at) && found.count * centralSize <= found.size;
  if (!fits) throw damaged();
  return { start: found.start, end: found.start + found.size, count: found.count };
}

function readEnd(view: DataView, at: number): { start: number; size: number; count: number } {
  const count = view.getUint16(at + 10, true);
  // Archives split over several disks do not exist any more.
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) throw damaged();
  return { start: view.getUint32(at + 16, true), size: view.getUint32(at + 12, true), count };
}

function readEnd64(view: DataView, locator: number): { start: number; size: number; count: number } {
  const at = readUint64(view, locator + 8);
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) throw damaged();
  return {
    start: readUint64(view, at + 48),
    size: readUint64(view, at + 40),
    count: readUint64(view, at + 32),
  };
}

/** A 64-bit number; beyond what a file in memory can hold it is a lie. */
function readUint64(view: DataView, at: number): number {
  if (at < 0 || at + 8 > view.byteLength) throw damaged();
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

type Central = Omit<ZipEntry, 'start'> & { readonly localAt: number; readonly next: number };

function readCentral(bytes: Uint8Array, view: DataView, at: number, end: number): Central {
  if (at + centralSize > end || view.getUint32(at, true) !== centralSignature) throw damaged();
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + centralSize + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > end) throw damaged();
  if ((flags & 0x41) !== 0) throw new ImportRefusal('password-protected');
  const wide = readWideSizes(view, nameEnd, extraEnd, {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    localAt: view.getUint32(at + 42, true),
  });
  const decoder = new TextDecoder((flags & 0x800) === 0 ? 'latin1' : 'utf-8', { ignoreBOM: true });
  const name = decoder.decode(bytes.subarray(at + centralSize, Math.min(nameEnd, at + centralSize + longestName + 1)));
  return {
    ...wide,
    name,
    crc: view.getUint32(at + 16, true),
    method: view.getUint16(at + 10, true),
    next,
  };
}

type WideSizes = { readonly size: number; readonly packedSize: number; readonly localAt: number };

/** ZIP64: a field of all ones stands in the extra field, in this order and only if it is so. */
function readWideSizes(view: DataView, start: number, end: number, narrow: WideSizes): WideSizes {
  if (narrow.size !== inUse64 && narrow.packedSize !== inUse64 && narrow.localAt !== inUse64) return narrow;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const fieldEnd = at + 4 + view.getUint16(at + 2, true);
    let field = at + 4;
    const wide = (value: number): number => {
      if (value !== inUse64) return value;
      field += 8;
      if (field > fieldEnd || fieldEnd > end) throw damaged();
      return readUint64(view, field - 8);
    };
    return {
      size: wide(narrow.size),
      packedSize: wide(narrow.packedSize),
      localAt: wide(narrow.localAt),
    };
  }
  throw damaged();
}

function dataStart(view: DataView, at: number): number {
  if (at + localSize > view.byteLength || view.getUint32(at, true) !== localSignature) throw damaged();
  if ((view.getUint16(at + 6, true) & 1) !== 0) throw new ImportRefusal('password-protected');
  return at + localSize + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function unpackEntry(bytes: Uint8Array, entry: ZipEntry, take: (bytes: Uint8Array) => void): void {
  let size = 0;
  let crc = 0;
  const checked = (part: Uint8Array): void => {
    if (part.length === 0) return;
    size += part.length;
    if (size > entry.size) throw damaged();
    crc = crc32(part, crc);
    take(part);
  };
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  if (entry.method === 0) stored(packed, checked);
  else if (entry.method === 8) inflated(packed, checked);
  else throw damaged();
  if (size !== entry.size || crc !== entry.crc) throw damaged();
}

function stored(packed: Uint8Array, take: (bytes: Uint8Array) => void): void {
  for (let at = 0; at < packed.length; at += step) take(packed.subarray(at, at + step));
}

function inflated(packed: Uint8Array, take: (bytes: Uint8Array) => void): void {
  const inflate = new Inflate((part) => take(part));
  try {
    let at = 0;
    do {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      at += step;
    } while (at < packed.length);
  } catch (error) {
    // The decompressor's own words are for programmers.
    throw error instanceof ImportRefusal ? error : damaged(error);
  }
}
