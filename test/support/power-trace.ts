// What a process did to the files of a project, in order, with every byte, as strace saw it.

import { execFileSync, spawnSync } from 'node:child_process';
import { basename } from 'node:path';

/** Calls that change files or make changes durable. */
const traced = [
  'openat',
  'pwrite64',
  'pwritev',
  'pwritev2',
  'write',
  'writev',
  'fsync',
  'fdatasync',
  'ftruncate',
  'fallocate',
  'rename',
  'renameat',
  'renameat2',
  'unlink',
  'unlinkat',
  'link',
  'linkat',
] as const;

export type DiskEvent =
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'truncate'; readonly name: string; readonly size: number }
  | { readonly kind: 'sync'; readonly name: string }
  | { readonly kind: 'sync-folder' }
  | { readonly kind: 'remove'; readonly name: string }
  /** The program said on standard output that this request was carried out. */
  | { readonly kind: 'acknowledge'; readonly id: number };

/** Why nothing can be traced on this machine; null where it can. Root gets strace from Debian where it is missing. */
export function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'strace is for Linux';
  const works = (): boolean => spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0;
  if (works()) return null;
  if (process.getuid?.() === 0) {
    try {
      execFileSync('apt-get', ['install', '-y', '-q', 'strace'], { stdio: 'ignore' });
    } catch {
      return 'strace could not be installed';
    }
  }
  return works() ? null : 'strace is not installed or may not trace here';
}

/** The command that runs a program and writes down what it does to files. */
export function traceCommand(log: string): readonly string[] {
  const calls = traced.join(',');
  return ['strace', '-f', '-y', '--seccomp-bpf', '-xx', '-s', '1000000', '-e', `trace=${calls}`, '-o', log];
}

/**
 * Reads a log, keeping what concerns the files whose names begin with that of the project, in its folder.
 * @throws Error for a call on them that this model does not know: a gap in it would prove nothing
 */
export function readTrace(log: string, project: string): readonly DiskEvent[] {
  const folder = project.slice(0, -basename(project).length - 1);
  const unfinished = new Map<string, string>();
  return log.split('\n').flatMap((line) => {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const started = /^(.*) <unfinished \.\.\.>$/s.exec(rest)?.[1];
    if (started !== undefined) {
      unfinished.set(thread, started);
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest)?.[1];
    const whole = resumed === undefined ? rest : `${unfinished.get(thread) ?? ''}${resumed}`;
    const event = eventOf(whole, folder, project);
    return event ? [event] : [];
  });
}

function eventOf(call: string, folder: string, project: string): DiskEvent | null {
  const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/s.exec(call) ?? [];
  if (name === '' || Number(result) < 0) return null;
  const { path, descriptor } = targetOf(args);
  if (name === 'write' && descriptor === 1) return acknowledgement(args);
  if (name === 'openat') return created(args, project);
  if (name === 'unlink' || name === 'unlinkat') return named(decode(stringsOf(args).at(-1) ?? ''), project, 'remove');
  if (path === folder && (name === 'fsync' || name === 'fdatasync')) return { kind: 'sync-folder' };
  const touched = [path, ...stringsOf(args).slice(0, 2).map(decode)];
  if (!touched.some((each) => each.startsWith(project))) return null;
  switch (name) {
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', name: basename(path) };
    case 'ftruncate':
      return { kind: 'truncate', name: basename(path), size: Number(/, (\d+)$/.exec(args)?.[1]) };
    case 'pwrite64': {
      const at = Number(/, (\d+)$/.exec(args)?.[1]);
      const bytes = bytesOf(stringsOf(args)[0] ?? '').subarray(0, Number(result));
      return { kind: 'write', name: basename(path), at, bytes };
    }
    default:
      throw new Error(`the model of the disk does not know ${call.slice(0, 200)}`);
  }
}

/** The file a call is about, by its descriptor: `22</tmp/study.simpul>`. */
function targetOf(args: string): { readonly path: string; readonly descriptor: number } {
  const [, descriptor = '-1', path = ''] = /^(\d+)<([^>]*)>/s.exec(args) ?? [];
  return { path: decode(path), descriptor: Number(descriptor) };
}

function acknowledgement(args: string): DiskEvent | null {
  const id = /^\{"id":(\d+),/.exec(decode(stringsOf(args)[0] ?? ''))?.[1];
  return id === undefined ? null : { kind: 'acknowledge', id: Number(id) };
}

function created(args: string, project: string): DiskEvent | null {
  return args.includes('O_CREAT') ? named(decode(stringsOf(args)[0] ?? ''), project, 'create') : null;
}

function named(path: string, project: string, kind: 'create' | 'remove'): DiskEvent | null {
  return path.startsWith(project) ? { kind, name: basename(path) } : null;
}

/** Quoted arguments. With -xx every byte is written `\xHH`, so no quote stands inside one. */
function stringsOf(args: string): readonly string[] {
  return [...args.matchAll(/"([^"]*)"/gs)].map(([, text = '']) => text);
}

function decode(text: string): string {
  return text.includes('\\x') ? Buffer.from(bytesOf(text)).toString('utf8') : text;
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex');
}
