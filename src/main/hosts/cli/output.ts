// What the command line prints, and where: results on standard output, errors and progress on standard error.

import type { ErrorAnswer } from '../../../shared/contract/errors.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { translate, type MessageParams } from '../../../shared/i18n/translate.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';

export type Streams = {
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal, the only place where progress is shown. */
  readonly terminal: boolean;
};

export type Say = (key: MessageKey, params?: MessageParams) => string;

export function sayIn(language: Language): Say {
  return (key, params) => translate(language, key, params);
}

/** Exit status: 0 done, 1 refused or failed, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** Ends a command: the message was put together in the user's language already. */
export class CliFailure extends Error {
  readonly code: string;
  readonly status: ExitStatus;

  constructor(code: string, message: string, status: ExitStatus = 1) {
    super(message);
    this.name = 'CliFailure';
    this.code = code;
    this.status = status;
  }
}

export function failureOf({ code, message }: ErrorAnswer): CliFailure {
  return new CliFailure(code, message, code === 'usage' ? 2 : 1);
}

/** Rows as columns that line up; long cells are not cut, so that a pipe sees all of them. */
export function tableOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '').replace(/\s+/g, ' ')));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lineOf = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ');
  return cells.map((row) => `${lineOf(row).trimEnd()}\n`).join('');
}

export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
