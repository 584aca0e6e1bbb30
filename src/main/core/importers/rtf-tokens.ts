// Splits an RTF file into its tokens (Rich Text Format Specification 1.9.1): groups, control words, escapes and bytes of text.

import type { Watch } from './types.ts';

export type RtfHandlers = {
  readonly open: () => void;
  readonly close: () => void;
  /** A control word with its number, or a control symbol such as `~`. */
  readonly control: (word: string, value: number | undefined) => void;
  /** A byte of text, plain or written as `\'hh`; `escaped` tells which. */
  readonly byte: (value: number, escaped: boolean) => void;
};

/** Longest control word; what goes on beyond it is no control word of anybody's. */
const longestWord = 40;
/** Tokens between two looks at the memory. */
const watchEvery = 20_000;

/**
 * Reads tokens to the end of the bytes. Never looks back, so the time is linear in the length of the file.
 * @param watch called again and again
 */
export function readRtfTokens(bytes: Uint8Array, handlers: RtfHandlers, watch: Watch): void {
  let at = 0;
  let tokens = 0;
  while (at < bytes.length) {
    tokens += 1;
    if (tokens % watchEvery === 0) watch();
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x7b) handlers.open();
    else if (byte === 0x7d) handlers.close();
    else if (byte === 0x5c) at = readControl(bytes, at, handlers);
    // Line ends in the file are no text.
    else if (byte !== 0x0a && byte !== 0x0d) handlers.byte(byte, false);
  }
}

/** @returns where the next token begins */
function readControl(bytes: Uint8Array, start: number, handlers: RtfHandlers): number {
  const first = bytes[start];
  if (first === undefined) return start;
  if (!isLetter(first)) return readSymbol(bytes, start, first, handlers);
  let at = start;
  while (at < bytes.length && at - start < longestWord && isLetter(bytes[at] ?? 0)) at += 1;
  const word = latin(bytes.subarray(start, at));
  const numberStart = at;
  if (bytes[at] === 0x2d) at += 1;
  const digitsStart = at;
  while (at < bytes.length && isDigit(bytes[at] ?? 0)) at += 1;
  if (at === digitsStart) at = numberStart;
  // More digits than a number of RTF has say nothing.
  const value =
    at === numberStart || at - digitsStart > 10 ? undefined : Number(latin(bytes.subarray(numberStart, at)));
  // The blank behind a control word belongs to it.
  if (bytes[at] === 0x20) at += 1;
  // \binN: N bytes follow that are no RTF.
  if (word === 'bin') return at + Math.max(0, value ?? 0);
  handlers.control(word, value);
  return at;
}

function readSymbol(bytes: Uint8Array, at: number, symbol: number, handlers: RtfHandlers): number {
  if (symbol === 0x27) {
    const high = hexOf(bytes[at + 1]);
    const low = hexOf(bytes[at + 2]);
    // A broken escape says nothing; what stands behind it does.
    if (high === undefined || low === undefined) return at + 1;
    handlers.byte(high * 16 + low, true);
    return at + 3;
  }
  if (symbol === 0x5c || symbol === 0x7b || symbol === 0x7d) handlers.byte(symbol, true);
  else if (symbol === 0x0a || symbol === 0x0d) handlers.control('par', undefined);
  else if (symbol === 0x09) handlers.control('tab', undefined);
  else handlers.control(String.fromCharCode(symbol), undefined);
  return at + 1;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function hexOf(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  const value = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(value) ? undefined : value;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
