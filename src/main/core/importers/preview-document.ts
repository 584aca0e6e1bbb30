// What is recognised in a document, before it is imported.

import type { SplitRule } from '../../../shared/domain/splitting.ts';
import { timeStampsOf } from '../../../shared/domain/time-stamps.ts';
import { likelyRole, speakersOf, turnsOf, type SpeakerRole } from '../../../shared/domain/turns.ts';
import { headingsIn, splitDocument } from './split-document.ts';
import type { DocumentCounts, DocumentFormat, ImportNote, ReadDocument, TextEncoding } from './types.ts';

export type DocumentPreview = {
  readonly format: DocumentFormat;
  /** How the bytes were decoded; null where the format itself says it. */
  readonly encoding: TextEncoding | null;
  readonly notes: readonly ImportNote[];
  readonly counts: DocumentCounts;
  readonly characters: number;
  readonly paragraphs: number;
  /** The beginning of the text. */
  readonly sample: string;
  /** In order of appearance; no more than {@link shownSpeakers}. */
  readonly speakers: readonly { readonly name: string; readonly turns: number; readonly role: SpeakerRole }[];
  readonly speakerCount: number;
  readonly timeStamps: number;
  /** Sentences of interviewers that ask. */
  readonly questions: number;
  /** How many headings of which level. */
  readonly headings: readonly { readonly level: number; readonly count: number }[];
  /** What splitting would make; null where it was not asked for. */
  readonly split: PreviewedSplit | null;
};

export type PreviewedSplit = {
  readonly count: number;
  /** The first of them; no more than {@link shownParts}. */
  readonly parts: readonly { readonly title: string; readonly characters: number }[];
  readonly markers: number;
  readonly blanks: number;
};

const sampleLength = 3_000;
const shownSpeakers = 30;
const shownParts = 300;

/** @throws ImportRefusal as `splitDocument` */
export function previewOf(document: ReadDocument, rule: SplitRule | undefined): DocumentPreview {
  const { text, format, encoding, notes, counts } = document;
  const turns = turnsOf(text);
  const speakers = speakersOf(turns);
  const roles = new Map(speakers.slice(0, shownSpeakers).map((name) => [name, likelyRole(name, turns, text)]));
  const levels = Map.groupBy(headingsIn(document), ({ level }) => level);
  return {
    format,
    encoding,
    notes,
    counts,
    characters: text.length,
    paragraphs: text.split('\n').length,
    sample: text.slice(0, sampleLength).toWellFormed(),
    speakers: [...roles].map(([name, role]) => ({
      name,
      role,
      turns: turns.filter(({ speaker }) => speaker === name).length,
    })),
    speakerCount: speakers.length,
    timeStamps: timeStampsOf(text).length,
    questions: turns
      .filter(({ speaker }) => roles.get(speaker) === 'interviewer')
      .reduce((sum, { bodyStart, end }) => sum + (text.slice(bodyStart, end).match(/[?？؟]/gu)?.length ?? 0), 0),
    headings: [...levels]
      .map(([level, own]) => ({ level, count: own.length }))
      .toSorted((one, other) => one.level - other.level),
    split: rule === undefined ? null : splitPreview(document, rule),
  };
}

function splitPreview(document: ReadDocument, rule: SplitRule): PreviewedSplit {
  const { parts, left } = splitDocument(document, rule);
  return {
    count: parts.length,
    parts: parts.slice(0, shownParts).map(({ title, text }) => ({ title, characters: text.length })),
    ...left,
  };
}
