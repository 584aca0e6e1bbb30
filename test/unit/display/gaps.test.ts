import { describe, expect, it } from 'vitest';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { breadthOf } from '../../../src/renderer/features/conclude/evidence.ts';
import {
  deskGapsOf,
  gapKinds,
  gapsOf,
  type GapKind,
  streamOf,
  type Streams,
} from '../../../src/renderer/features/conclude/gaps.ts';
import { caseNamed, codeNamed, documentNamed } from './study.ts';
import { guidOf } from './result.ts';

const interview = documentNamed(1, 'Wawancara', { codings: 5, case: guidOf(101), kind: 'interview' });
const note = documentNamed(2, 'Catatan', { kind: 'observation', toReview: 2, codings: 3, case: guidOf(102) });
const uncoded = documentNamed(3, 'Renstra', { kind: 'document' });
const kabid = caseNamed(101, 'Kabid', { documents: [interview.guid] });
const staff = caseNamed(102, 'Staf', { documents: [note.guid] });
const empty = caseNamed(103, 'Bupati');
const parent = codeNamed(11, ['Inovasi'], { description: 'Nilai baru' });
const child = codeNamed(12, ['Inovasi', 'Langkah'], { parent: parent.guid, codings: 4, description: 'Urutan' });
const vague = codeNamed(13, ['Manajer'], { codings: 4 });
const unused = codeNamed(14, ['Otonom'], { description: 'Bekerja sendiri' });
const heading = codeNamed(15, ['Bab'], { codable: false });

const streams: Streams = {
  documents: [interview, note, uncoded],
  cases: [kabid, staff, empty],
  codes: [parent, child, vague, unused, heading],
  reach: [
    { code: child.guid, codings: 4, cases: 2 },
    { code: vague.guid, codings: 4, cases: 1 },
    { code: unused.guid, codings: 0, cases: 0 },
  ],
  kinds: new Map([
    ['interview', new Set([child.guid, vague.guid])],
    ['observation', new Set([child.guid])],
  ]),
};

function names(kind: GapKind, given: Streams = streams): readonly string[] | undefined {
  return gapsOf(given)
    .find((gap) => gap.kind === kind)
    ?.items.map(({ name }) => name);
}

describe('what the other streams still lack (R-01)', () => {
  it('names sources, cases and codes to look into', () => {
    expect(names('uncoded-documents')).toEqual(['Renstra']);
    expect(names('documents-without-case')).toEqual(['Renstra']);
    expect(names('cases-without-documents')).toEqual(['Bupati']);
    expect(names('changed-codings')).toEqual(['Catatan']);
    expect(names('codes-without-definition')).toEqual(['Manajer']);
    expect(names('codes-unused')).toEqual(['Otonom']);
    expect(names('codes-of-one-case')).toEqual(['Manajer']);
    expect(names('codes-of-one-source')).toEqual(['Manajer']);
  });

  it('keeps silent about reach with too few codings, with one case, or with one kind of source', () => {
    const few = streams.reach?.map((each) => ({ ...each, codings: Math.min(2, each.codings) })) ?? null;
    expect(names('codes-of-one-case', { ...streams, reach: few })).toEqual([]);
    expect(names('codes-of-one-case', { ...streams, cases: [kabid, empty] })).toEqual([]);
    expect(
      names('codes-of-one-source', { ...streams, kinds: new Map([['interview', new Set([vague.guid])]]) }),
    ).toEqual([]);
  });

  it('leaves out what is still being counted rather than calling it nothing', () => {
    expect(names('codes-of-one-case', { ...streams, reach: null })).toBeUndefined();
    expect(names('codes-of-one-source', { ...streams, kinds: null })).toBeUndefined();
  });
});

describe('how broad evidence is', () => {
  it('counts sources and names the cases that say nothing', () => {
    expect(
      breadthOf([{ document: interview.guid }, { document: interview.guid }], streams.documents, streams.cases),
    ).toEqual({
      quotations: 2,
      documents: 1,
      cases: 1,
      kinds: ['interview'],
      // A case without documents was never asked: it is no silent one.
      silentCases: [{ guid: staff.guid, name: 'Staf' }],
    });
    expect(breadthOf([], [], [])).toEqual({ quotations: 0, documents: 0, cases: 0, kinds: [], silentCases: [] });
  });
});

describe('the desks', () => {
  const [asked, unasked, code, display, claim] = [guidOf(1), guidOf(2), guidOf(3), guidOf(4), guidOf(5)];
  const question = (guid: Guid, label: string) => ({
    guid,
    label,
    text: '',
    note: '',
    position: 0,
    codes: [],
    guideQuestions: [],
  });
  const items = (desks: Parameters<typeof deskGapsOf>[0]) =>
    Object.fromEntries(deskGapsOf(desks).map(({ kind, items: found }) => [kind, found.map(({ name }) => name)]));

  it('name what waits: questions put to nobody, older codings, matrices nobody read, claims that rest on nothing', () => {
    expect(
      items({
        questions: [question(asked, 'RM1'), question(unasked, 'RM2')],
        coverage: [
          { question: asked, state: 'silent' },
          { question: asked, state: 'not-asked' },
          { question: unasked, state: 'not-asked' },
        ],
        recheck: [
          { code, codeName: 'Cepat' },
          { code, codeName: 'Cepat' },
        ],
        displays: [{ guid: display, name: 'Peran', commentary: ' ' }],
        propositions: [{ guid: claim, statement: 'Layanan cepat', status: 'hunch', evidence: [] }],
      }),
    ).toEqual({
      'questions-unasked': ['RM2'],
      'codes-to-recheck': ['Cepat'],
      'displays-unread': ['Peran'],
      'claims-without-evidence': ['Layanan cepat'],
      'claims-unverified': ['Layanan cepat'],
    });
  });

  it('a rejected proposition lacks nothing, and every kind of gap belongs to a stream', () => {
    const none = { questions: [], coverage: [], recheck: [], displays: [] };
    const rejected = { guid: claim, statement: 'Lambat', status: 'rejected' as const, evidence: [] };
    expect(Object.values(items({ ...none, propositions: [rejected] })).flat()).toEqual([]);
    expect(
      gapKinds.filter((kind) => !['collection', 'reduction', 'display', 'conclusion'].includes(streamOf[kind])),
    ).toEqual([]);
    expect(new Set(Object.values(streamOf)).size).toBe(4);
  });
});
