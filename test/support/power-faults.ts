// Calls that fail: the program under strace, which answers the Nth call of a kind on the project's files by an error.

export type Fault = {
  readonly call: 'pwrite64' | 'fsync' | 'ftruncate' | 'unlink' | 'openat';
  readonly error: 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS';
  /** Which call, from 1. */
  readonly at: number;
  /** Whether all later ones fail, too. */
  readonly forEver: boolean;
};

/** The command that runs a program with a fault. The log tells whether it was met. */
export function faultCommand(project: string, { call, error, at, forEver }: Fault, log: string): readonly string[] {
  const files = ['', '-wal', '-journal'].flatMap((suffix) => ['-P', `${project}${suffix}`]);
  const when = `when=${at}${forEver ? '+' : ''}`;
  return [
    'strace',
    '-f',
    ...files,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:error=${error}:${when}`,
    '-s',
    '0',
    '-o',
    log,
  ];
}

/** The command that counts the calls of a kind. */
export function countCommand(project: string, call: Fault['call'], log: string): readonly string[] {
  const files = ['', '-wal', '-journal'].flatMap((suffix) => ['-P', `${project}${suffix}`]);
  return ['strace', '-f', ...files, '-e', `trace=${call}`, '-s', '0', '-o', log];
}

export function callsIn(log: string, call: Fault['call']): number {
  return log.split('\n').filter((line) => line.includes(`${call}(`)).length;
}

export function wasMet(log: string): boolean {
  return log.includes('(INJECTED)');
}
