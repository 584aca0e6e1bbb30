// A disk that keeps what was synced and may have lost anything else when the power went. Per file: all bytes synced,
// and of later writes none, all, or some 512-byte sectors; per name: removal or creation that was not followed by a
// sync of the folder may have happened or not.

import type { DiskEvent } from './power-trace.ts';
import type { randomOf } from './project.ts';

type Random = ReturnType<typeof randomOf>;
type Pending =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly size: number };

/** A file, whatever its name: bytes that are safe, and what was done since. */
type Inode = { safe: Uint8Array; pending: Pending[] };

export type Disk = {
  readonly follow: (event: DiskEvent) => void;
  /** One of the states the power cut may have left: bytes by name. */
  readonly image: (random: Random) => ReadonlyMap<string, Uint8Array>;
};

const sector = 512;

/** @param files what stood on the disk, all of it safe */
export function createDisk(files: ReadonlyMap<string, Uint8Array>): Disk {
  const live = new Map<string, Inode>([...files].map(([name, safe]) => [name, { safe, pending: [] }]));
  const safeNames = new Map(live);
  /** Names made and removed since the folder was synced, in order. */
  let pendingNames: { readonly name: string; readonly inode: Inode | null }[] = [];

  const inodeOf = (name: string): Inode => {
    const inode = live.get(name);
    if (!inode) throw new Error(`${name} was written but never made`);
    return inode;
  };
  return {
    follow: (event) => {
      switch (event.kind) {
        case 'create':
          // Opening to create leaves a file that is there alone.
          if (!live.has(event.name)) rename(event.name, { safe: new Uint8Array(), pending: [] });
          break;
        case 'remove':
          rename(event.name, null);
          break;
        case 'write':
          inodeOf(event.name).pending.push({ kind: 'write', at: event.at, bytes: event.bytes });
          break;
        case 'truncate':
          inodeOf(event.name).pending.push({ kind: 'truncate', size: event.size });
          break;
        case 'sync': {
          const inode = inodeOf(event.name);
          inode.safe = contentOf(inode, () => true);
          inode.pending = [];
          break;
        }
        case 'sync-folder':
          for (const { name, inode } of pendingNames) keep(safeNames, name, inode);
          pendingNames = [];
          break;
        case 'acknowledge':
          break;
      }
    },
    image: (random) => {
      const names = new Map(safeNames);
      for (const name of new Set(pendingNames.map((entry) => entry.name))) {
        const own = pendingNames.filter((entry) => entry.name === name);
        const last = own[random.below(own.length + 1) - 1];
        if (last) keep(names, name, last.inode);
      }
      return new Map([...names].map(([name, inode]) => [name, survivor(random, inode)]));
    },
  };

  function rename(name: string, inode: Inode | null): void {
    keep(live, name, inode);
    pendingNames.push({ name, inode });
  }
}

function keep(names: Map<string, Inode>, name: string, inode: Inode | null): void {
  if (inode) names.set(name, inode);
  else names.delete(name);
}

/** What is left of a file: the safe bytes, and of what came later none, all, a beginning, or any of it. */
function survivor(random: Random, inode: Inode): Uint8Array {
  const { pending } = inode;
  if (pending.length === 0) return inode.safe;
  switch (random.below(5)) {
    case 0:
      return inode.safe;
    case 1:
      return contentOf(inode, () => true);
    case 2: {
      const first = random.below(pending.length + 1);
      return contentOf({ safe: inode.safe, pending: pending.slice(0, first) }, () => true);
    }
    case 3: {
      const kept = new Set(pending.filter(() => random.below(2) === 0));
      return contentOf(inode, (operation) => kept.has(operation));
    }
    default:
      return contentOf(inode, () => random.below(2) === 0);
  }
}

/** @param reached asked for every sector of a write, and once for a truncation: did it reach the disk? */
function contentOf({ safe, pending }: Inode, reached: (operation: Pending) => boolean): Uint8Array {
  const most = pending.reduce(
    (size, operation) =>
      Math.max(size, operation.kind === 'write' ? operation.at + operation.bytes.length : operation.size),
    safe.length,
  );
  const content = new Uint8Array(most); // What lies between is read as zeros, as a hole in a file is.
  content.set(safe);
  let length = safe.length;
  for (const operation of pending) {
    if (operation.kind === 'truncate') {
      if (!reached(operation)) continue;
      length = operation.size;
      content.fill(0, length);
      continue;
    }
    const end = operation.at + operation.bytes.length;
    for (let start = operation.at; start < end;) {
      const stop = Math.min(end, (Math.floor(start / sector) + 1) * sector);
      if (reached(operation)) {
        content.set(operation.bytes.subarray(start - operation.at, stop - operation.at), start);
        length = Math.max(length, stop);
      }
      start = stop;
    }
  }
  return content.slice(0, length);
}
