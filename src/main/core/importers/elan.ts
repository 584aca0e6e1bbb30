// ELAN (.eaf): tiers are speakers, annotations what they say, times stamps in the text as captions have them. Rules in GUIDE.md.

import type { Cue } from './caption-cues.ts';
import { textOfCues } from './captions.ts';
import { canonicalise, linesOf } from './canonical.ts';
import { createTally } from './tally.ts';
import type { ReadDocument, Watch } from './types.ts';
import { ImportRefusal, importLimits, noCounts } from './types.ts';
import { attributeOf, createXmlReader, type XmlElement } from './xml.ts';

type Annotation = {
  readonly id: string;
  /** Of an aligned one. */
  readonly slot: string | undefined;
  /** Of one that stands at another annotation. */
  readonly parent: string | undefined;
  words: string;
};
type Tier = {
  readonly id: string;
  readonly participant: string;
  readonly type: string;
  readonly parent: string | undefined;
  readonly annotations: Annotation[];
};
type Transcript = {
  readonly slots: ReadonlyMap<string, number | null>;
  readonly tiers: readonly Tier[];
  /** Kinds of tiers by the name of their type. */
  readonly constraints: ReadonlyMap<string, string>;
  readonly media: number;
};

/**
 * Reads a transcript. What stands on tiers of their own, or beside those (`Symbolic_Association`: a translation, a remark), is
 * text; what only takes another tier apart, such as its single words, is left out and counted unless that one has no words.
 * @throws ImportRefusal as `createXmlReader`, `not-as-named` for other XML, `no-captions` without an annotation that has words
 */
export function readElan(bytes: Uint8Array, watch: Watch): ReadDocument {
  const transcript = transcriptIn(bytes, watch);
  const tally = createTally();
  const { cues, leftOut } = cuesOf(transcript);
  if (cues.length === 0) throw new ImportRefusal('no-captions');
  tally.add('annotations-left-out', leftOut);
  tally.add('external-content-left-out', transcript.media);
  tally.add('caption-times-unusable', cues.filter(({ start }) => start === null).length);
  tally.add('caption-ends-left-out', cues.filter(({ start }) => start !== null).length);
  const text = canonicalise(textOfCues(cues), true, tally);
  const counts = { ...noCounts(), paragraphs: linesOf(text) };
  return { text, format: 'eaf', encoding: null, notes: tally.notes(), counts };
}

function transcriptIn(bytes: Uint8Array, watch: Watch): Transcript {
  const slots = new Map<string, number | null>();
  const tiers: Tier[] = [];
  const constraints = new Map<string, string>();
  let media = 0;
  let isRooted = false;
  let words: Annotation | undefined;
  const open = (element: XmlElement): void => {
    const of = (name: string): string | undefined => attributeOf(element, name);
    if (!isRooted && element.local !== 'ANNOTATION_DOCUMENT') {
      throw new ImportRefusal('not-as-named', { format: 'EAF' });
    }
    isRooted = true;
    switch (element.local) {
      case 'MEDIA_DESCRIPTOR':
        media += 1;
        break;
      case 'TIME_SLOT':
        slots.set(of('TIME_SLOT_ID') ?? '', timeOf(of('TIME_VALUE')));
        break;
      case 'LINGUISTIC_TYPE':
        constraints.set(of('LINGUISTIC_TYPE_ID') ?? '', of('CONSTRAINTS') ?? '');
        break;
      case 'TIER':
        tiers.push({
          id: oneLine(of('TIER_ID') ?? ''),
          participant: oneLine(of('PARTICIPANT') ?? ''),
          type: of('LINGUISTIC_TYPE_REF') ?? '',
          parent: of('PARENT_REF'),
          annotations: [],
        });
        break;
      case 'ALIGNABLE_ANNOTATION':
      case 'REF_ANNOTATION':
        tiers.at(-1)?.annotations.push({
          id: of('ANNOTATION_ID') ?? '',
          slot: of('TIME_SLOT_REF1'),
          parent: of('ANNOTATION_REF'),
          words: '',
        });
        break;
      case 'ANNOTATION_VALUE':
        words = tiers.at(-1)?.annotations.at(-1);
        break;
      default:
    }
  };
  const reader = createXmlReader(
    {
      open,
      close: ({ local }) => {
        if (local === 'ANNOTATION_VALUE') words = undefined;
      },
      text: (text) => {
        if (words) words.words += text;
      },
    },
    watch,
  );
  try {
    reader.write(bytes);
    reader.close();
  } catch (error) {
    const isOther = !isRooted && error instanceof ImportRefusal && error.code === 'xml-malformed';
    throw isOther ? new ImportRefusal('not-as-named', { format: 'EAF' }, { cause: error }) : error;
  }
  return { slots, tiers, constraints, media };
}

type Known = Annotation & { readonly tier: Tier; readonly below: Known[] };

function cuesOf({ slots, tiers, constraints }: Transcript): {
  readonly cues: readonly Cue[];
  readonly leftOut: number;
} {
  const known = knownIn(tiers);
  const byTier = Map.groupBy(known.values(), ({ tier }) => tier);
  const hasWords = new Set([...known.values()].flatMap(({ tier, words }) => (oneLine(words) === '' ? [] : [tier.id])));
  const labels = labelsOf(tiers);
  let leftOut = 0;
  /** One annotation and what stands beside it. */
  const said = (annotation: Known, start: number | null, depth: number): readonly Cue[] => {
    if (depth > importLimits.xmlDepth) throw new ImportRefusal('xml-too-deep', { limit: importLimits.xmlDepth });
    const beside = annotation.below.filter(({ tier }) => constraints.get(tier.type) === 'Symbolic_Association');
    const taken = annotation.below.filter((each) => !beside.includes(each) && oneLine(each.words) !== '');
    const own = oneLine(annotation.words);
    const words = own === '' ? taken.map((part) => oneLine(part.words)).join(' ') : own;
    if (own !== '') leftOut += taken.length;
    // A tier that only numbers what is said holds no words: then what stands at it has its time.
    const rest = beside.flatMap((each, index) => said(each, words === '' && index === 0 ? start : null, depth + 1));
    return words === '' ? rest : [{ start, speaker: labels.get(annotation.tier) || null, words }, ...rest];
  };
  const times = knownTimes(slots);
  const inTime: { readonly at: number; readonly annotation: Known }[] = [];
  for (const tier of tiers) {
    const own = byTier.get(tier) ?? [];
    const free = own.filter(({ parent }) => parent === undefined || !known.has(parent));
    if (tier.parent === undefined || !hasWords.has(oneLine(tier.parent))) {
      for (const annotation of free) inTime.push({ at: times.get(annotation.slot ?? '') ?? 0, annotation });
    } else leftOut += free.filter(({ words }) => oneLine(words) !== '').length;
  }
  inTime.sort((one, other) => one.at - other.at);
  const cues = inTime.flatMap(({ annotation }) => said(annotation, slots.get(annotation.slot ?? '') ?? null, 0));
  return { cues, leftOut };
}

/** Annotations by identifier, each with those that stand at it. */
function knownIn(tiers: readonly Tier[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const tier of tiers) {
    for (const annotation of tier.annotations) {
      // Where two bear one identifier, both are said; what refers to it stands at the first.
      const id = known.has(annotation.id) ? `${annotation.id} ${known.size}` : annotation.id;
      known.set(id, { ...annotation, tier, below: [] });
    }
  }
  for (const annotation of known.values()) {
    if (annotation.parent !== undefined) known.get(annotation.parent)?.below.push(annotation);
  }
  return known;
}

/** Times of all slots, in order to sort by: those without one stand evenly between their neighbours. */
function knownTimes(slots: ReadonlyMap<string, number | null>): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  let before = 0;
  let waiting: string[] = [];
  for (const [id, time] of slots) {
    if (time === null) {
      waiting.push(id);
      continue;
    }
    waiting.forEach((each, index) => times.set(each, before + ((time - before) * (index + 1)) / (waiting.length + 1)));
    waiting = [];
    times.set(id, time);
    before = time;
  }
  for (const each of waiting) times.set(each, before);
  return times;
}

/** The participant, or the name of the tier; of what stands beside another tier both. */
function labelsOf(tiers: readonly Tier[]): ReadonlyMap<Tier, string> {
  const byId = new Map(tiers.map((tier) => [tier.id, tier]));
  return new Map(
    tiers.map((tier) => {
      let root = tier;
      for (let level = 0; root.parent !== undefined && level < importLimits.xmlDepth; level += 1) {
        const above = byId.get(oneLine(root.parent));
        if (!above) break;
        root = above;
      }
      const speaker = tier.participant || root.participant || root.id;
      return [tier, tier === root || speaker === '' ? speaker : `${speaker} (${tier.id})`];
    }),
  );
}

function timeOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
