// Words from elsewhere as they may stand in a document: rules PA1–PA3 of SPEC.md.

import { canonicalText } from './text.ts';

/** What was left out or made plain, in characters. */
export type PasteReport = {
  readonly softHyphens: number;
  readonly invisible: number;
  readonly controls: number;
  readonly spaces: number;
};

export type Pasted = { readonly text: string; readonly report: PasteReport };

/** Canonical text (T1) of pasted words, without what word processors and web pages put between letters (PA1, PA2). */
export function cleanPasted(raw: string): Pasted {
  const report = { softHyphens: 0, invisible: 0, controls: 0, spaces: 0 };
  const drop =
    (kind: keyof PasteReport, instead = '') =>
    (): string => {
      report[kind] += 1;
      return instead;
    };
  const text = canonicalText(raw)
    .replace(/\u00AD/g, drop('softHyphens'))
    .replace(hidden, drop('invisible'))
    .replace(/(?![\n\t])\p{Cc}/gu, drop('controls'))
    .replace(/[\u00A0\u2007\u202F\u2000-\u2006\u2008-\u200A\u205F]/g, drop('spaces', ' '));
  return { text, report };
}

/** The paragraphs of a piece of plain text that a web page put on the clipboard without any (PA3). */
export function textOfBlocks(blocks: readonly string[]): string {
  return blocks
    .map((block) =>
      block
        .replace(/[^\S\u00A0\u2028]+/g, ' ')
        .replace(/ ?\u2028 ?/g, '\u2028')
        .trim(),
    )
    .join('\n');
}

// PA2: joiners shape Arabic, Indic and Javanese script and emoji; between letters that do not join they are rubbish.
const joined = String.raw`[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Sundanese}\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}]`;
const hidden = new RegExp(
  String.raw`[\u200B\u2060-\u2064\uFEFF\u202A-\u202E\u2066-\u2069\u{E0001}]|(?<!${joined})[\u200C\u200D]`,
  'gu',
);
