// From any decoded text to the canonical text of a document (T1, T2), with a count of all that changed.

import type { Tally } from "./tally.ts";
import { ImportRefusal, importLimits } from "./types.ts";

/** Longest run of combining marks that is normalised; see `refuseLongMarkRuns`. */
const longestMarkRun = 256;

/**
 * Canonical text: NFC, `\n` between lines, no control characters but `\n` and `\t`, no lone surrogates, no mark of byte order.
 * @param softBreaks true where the format tells a soft break from the end of a paragraph: then U+2028 stays
 * @throws ImportRefusal `text-too-long`, `no-text`, `combining-marks-too-many`
 */
export function canonicalise(raw: string, softBreaks: boolean, tally: Tally): string {
  if (raw.length > importLimits.textLength * 2) throw tooLong();
  let text = raw.replace(/\r\n?/g, "\n");
  text = counted(
    text,
    softBreaks ? /[\v\f\u0085\u2029]/g : /[\v\f\u0085\u2028\u2029]/g,
    "\n",
    (count) => tally.add("line-separators-converted", count),
  );
  // Cc of Unicode but tab and line feed. A mark of byte order further in is text (zero-width no-break space) and stays.
  text = counted(text, /[^\P{Cc}\t\n]|^\uFEFF+/gu, "", (count) =>
    tally.add("control-characters-removed", count),
  );
  if (!text.isWellFormed()) {
    const before = count(text, /\uFFFD/g);
    text = text.toWellFormed();
    tally.add("undecodable-bytes-replaced", count(text, /\uFFFD/g) - before);
  }
  refuseLongMarkRuns(text);
  text = normalised(text, tally);
  if (text.length > importLimits.textLength) throw tooLong();
  if (!/[^\s\p{Cf}]/u.test(text)) throw new ImportRefusal("no-text");
  // Zero-width, direction and tag characters can hide words from the eye: kept exactly, but named.
  tally.add(
    "invisible-characters-kept",
    count(text, /[\u200B\u2060-\u2064\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu),
  );
  return text;
}

/** Number of lines, that is of paragraphs (T2). */
export function linesOf(text: string): number {
  return count(text, /\n/g) + 1;
}

function tooLong(): ImportRefusal {
  return new ImportRefusal("text-too-long", { limit: importLimits.textLength });
}

/**
 * Normalisation sorts every run of combining marks, and the library does it in quadratic time, in native code that no time
 * limit can stop (100,000 marks: 6 s). Writing systems need fewer than ten marks on a letter.
 */
function refuseLongMarkRuns(text: string): void {
  for (const run of text.matchAll(/\p{M}+/gu)) {
    if (run[0].length > longestMarkRun)
      throw new ImportRefusal("combining-marks-too-many", { limit: longestMarkRun });
  }
}

function normalised(text: string, tally: Tally): string {
  const form = text.normalize("NFC");
  if (form === text) return text;
  // Nothing composes across a line feed, so both texts have the same lines.
  const after = form.split("\n");
  tally.add(
    "normalised-to-nfc",
    text.split("\n").filter((line, index) => line !== after[index]).length,
  );
  return form;
}

function counted(
  text: string,
  pattern: RegExp,
  replacement: string,
  report: (count: number) => void,
): string {
  let found = 0;
  const result = text.replace(pattern, (match) => {
    found += match.length;
    return replacement;
  });
  report(found);
  return result;
}

/** @param pattern with the flag `g`, not used elsewhere: it carries the place reached so far */
function count(text: string, pattern: RegExp): number {
  let found = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
