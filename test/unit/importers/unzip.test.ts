import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ZipLimits } from '../../../src/main/core/importers/unzip.ts';
import { openZip } from '../../../src/main/core/importers/unzip.ts';

const small: ZipLimits = { unpackedBytes: 50_000, ratioFreeBytes: 10_000, ratio: 100, entries: 4 };

function unpacked(bytes: Uint8Array, name: string, limits?: ZipLimits): string {
  const zip = openZip(bytes, limits);
  const parts: Uint8Array[] = [];
  const entry = zip.entries.get(name);
  expect(entry).toBeDefined();
  if (entry !== undefined) zip.unpack(entry, (part) => parts.push(part.slice()));
  return Buffer.concat(parts).toString('utf8');
}

/** Where a signature stands; `skip` leaves out that many before it. */
function find(bytes: Uint8Array, signature: number, skip = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = skip;
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === signature && left-- === 0) return at;
  }
  throw new Error('signature not found');
}

const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;

/** A copy with one field written over. */
function with16(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint16(at, value, true);
  return copy;
}
function with32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

const two = zipSync({ 'a.txt': strToU8('halo '.repeat(100)), 'b.txt': [strToU8('disimpan'), { level: 0 }] });
const refusal = (code: string): unknown => expect.objectContaining({ name: 'ImportRefusal', code });

describe('reading a ZIP archive', () => {
  it('unpacks deflated and stored entries', () => {
    expect(unpacked(two, 'a.txt')).toBe('halo '.repeat(100));
    expect(unpacked(two, 'b.txt')).toBe('disimpan');
  });

  it('reads from a view that begins inside a larger buffer', () => {
    const larger = new Uint8Array(two.length + 20);
    larger.set(two, 7);
    expect(unpacked(larger.subarray(7, 7 + two.length), 'b.txt')).toBe('disimpan');
  });

  it('gives a large entry in pieces, so that each is counted before the next', () => {
    const large = zipSync({ a: new Uint8Array(9_000_000) });
    let pieces = 0;
    let largest = 0;
    const zip = openZip(large);
    const entry = zip.entries.get('a');
    if (entry !== undefined) {
      zip.unpack(entry, (part) => {
        pieces += 1;
        largest = Math.max(largest, part.length);
      });
    }
    expect(pieces).toBeGreaterThan(1);
    expect(largest).toBeLessThanOrEqual(4096 * 1032 + 65_536);
  });

  it('reads sizes of ZIP64', () => {
    expect(unpacked(zip64('wawancara'), 'a')).toBe('wawancara');
  });

  it.each([
    ['a text', strToU8('hello, this is no archive at all'), 'file-incomplete'],
    ['half an archive', two.slice(0, two.length / 2), 'file-incomplete'],
    ['an archive without its last byte', two.slice(0, -1), 'file-incomplete'],
    ['a directory that begins elsewhere', with32(two, find(two, end) + 16, 5), 'file-damaged'],
    ['a directory larger than the file', with32(two, find(two, end) + 12, 0x7fffffff), 'file-damaged'],
    [
      'a count beyond the directory',
      with16(with16(two, find(two, end) + 10, 3), find(two, end) + 8, 3),
      'file-damaged',
    ],
    ['several disks', with16(two, find(two, end) + 4, 1), 'file-damaged'],
    ['an entry beyond the file', with32(two, find(two, central) + 42, 0x7ffffff0), 'file-damaged'],
    ['an entry that is no entry', with32(two, find(two, central) + 42, 3), 'file-damaged'],
    ['packed bytes beyond the file', with32(two, find(two, central) + 20, 0x7fffffff), 'file-damaged'],
    ['one body behind two names', with32(two, find(two, central, 1) + 42, 0), 'file-damaged'],
    ['one name twice', renamed(two, 'b.txt', 'a.txt'), 'file-damaged'],
    ['an encrypted entry', with16(two, find(two, central) + 8, 1), 'password-protected'],
    ['an entry encrypted in its own header', with16(two, find(two, local) + 6, 1), 'password-protected'],
    ['strong encryption', with16(two, find(two, central) + 8, 0x40), 'password-protected'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => openZip(bytes)).toThrow(refusal(code));
  });

  it.each([
    ['a wrong CRC', with32(two, find(two, central) + 16, 1)],
    ['more bytes than the directory claims', with32(two, find(two, central) + 24, 10)],
    ['fewer bytes than the directory claims', with32(two, find(two, central) + 24, 600)],
    ['an unknown way of packing', with16(two, find(two, central) + 10, 99)],
    ['damaged packed bytes', with32(two, find(two, local) + 35, 0xffffffff)],
  ])('refuses %s while unpacking', (_, bytes) => {
    expect(() => unpacked(bytes, 'a.txt')).toThrow(refusal('file-damaged'));
  });

  it('counts entries, size and ratio by the directory', () => {
    const many = zipSync(Object.fromEntries([1, 2, 3, 4, 5].map((n) => [String(n), strToU8('x')])));
    expect(() => openZip(many, small)).toThrow(refusal('too-many-entries'));
    expect(() => openZip(zipSync({ a: [new Uint8Array(50_001), { level: 0 }] }), small)).toThrow(
      refusal('unpacks-too-large'),
    );
    expect(() => openZip(zipSync({ a: new Uint8Array(20_000) }), small)).toThrow(refusal('unpacks-too-large'));
    expect(openZip(zipSync({ a: new Uint8Array(10_000) }), small).entries.size).toBe(1);
  });

  it('counts what comes out over all entries together', () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 251);
    const zip = openZip(zipSync({ a: [noise, { level: 0 }] }), small);
    const entry = zip.entries.get('a');
    const unpackAgain = (): void => {
      if (entry !== undefined) zip.unpack(entry, () => undefined);
    };
    unpackAgain();
    unpackAgain();
    expect(unpackAgain).toThrow(refusal('unpacks-too-large'));
  });

  it('never shows the words of the decompressor', () => {
    try {
      unpacked(with32(two, find(two, local) + 35, 0xffffffff), 'a.txt');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ message: 'file-damaged' });
    }
  });
});

function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(from, to);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** One stored entry whose sizes stand in the extra field and whose directory is found through the ZIP64 records. */
function zip64(content: string): Uint8Array {
  const data = Buffer.from(content);
  const plain = Buffer.from(zipSync({ a: [data, { level: 0 }] }));
  const start = plain.readUInt32LE(find(plain, end) + 16);
  const header = Buffer.from(plain.subarray(start, start + 46));
  header.writeUInt32LE(0xffffffff, 20);
  header.writeUInt32LE(0xffffffff, 24);
  header.writeUInt16LE(20, 30);
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(data.length), 4);
  extra.writeBigUInt64LE(BigInt(data.length), 12);
  const directory = Buffer.concat([header, Buffer.from('a'), extra]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(1n, 24);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.alloc(22, 0xff);
  last.writeUInt32LE(end, 0);
  last.writeUInt16LE(0, 20);
  return new Uint8Array(Buffer.concat([plain.subarray(0, start), directory, end64, locator, last]));
}
