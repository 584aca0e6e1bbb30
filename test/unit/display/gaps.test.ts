import { describe, expect, it } from 'vitest';
import { breadthOf } from '../../../src/renderer/features/conclude/evidence.ts';
import { gapsOf, type GapKind, type Streams } from '../../../src/renderer/features/conclude/gaps.ts';
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
