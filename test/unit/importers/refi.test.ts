// Reading of REFI-QDA: places in texts however a tool counts them (REFI-QDA 1.5, 10.2), dialects, and graphs that stay the
// same through export and import for any study.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeQdc, writeQdpx } from '../../../src/main/core/exporters/refi/write-refi.ts';
import { readRefi } from '../../../src/main/core/importers/refi/read-refi.ts';
import { decideText, says } from '../../../src/main/core/importers/refi/text-evidence.ts';
import type { Study } from '../../../src/main/core/merge/study.ts';
import { casesOr } from '../../support/cases.ts';
import { randomStudy } from '../../support/random-exchange.ts';
import { archiveErrors, projectXmlOf, schemaErrors } from '../../support/refi-schema.ts';
import { sayMissing, sharedPath } from '../../support/shared-data.ts';

const quietly = (): void => undefined;

/** Without what only Simpul reads, as another program would leave the file. */
function withoutSidecar(bytes: Uint8Array): Uint8Array {
  const { 'simpul.json': _, ...entries } = unzipSync(bytes);
  return zipSync(entries, { level: 0 });
}

const qualcoder = 'qualcoder-3.8.2-demo-valid.qdpx';
const generated = 'generated/qualcoder-generated-20x60k-3000.qdpx';

function sample(name: string): Uint8Array | null {
  const path = sharedPath('data', 'refi', ...name.split('/'));
  if (!path) sayMissing(`data/refi/${name}`);
  return path ? readFileSync(path) : null;
}

function quotesOf({ codings, documents }: Study): readonly string[] {
  const texts = new Map(documents.map(({ guid, text }) => [guid, text]));
  return codings.map(({ guid, document, start, end }) => `${guid} ${texts.get(document)?.slice(start, end) ?? ''}`);
}

/** Values and codings have no order of their own. */
function sorted<Part extends Pick<Study, 'values' | 'codings'>>(study: Part): Part {
  return {
    ...study,
    values: study.values.toSorted((one, other) => one.variable.localeCompare(other.variable)),
    codings: study.codings.toSorted((one, other) => one.guid.localeCompare(other.guid)),
  };
}

/** Rewrites texts and positions of a project as a tool of Windows would. */
function rewritten(bytes: Uint8Array, counting: 'crlf-one' | 'crlf-two' | 'utf-16'): Uint8Array {
  const entries = { ...unzipSync(bytes) };
  let xml = projectXmlOf(bytes);
  const sources = [
    ...xml.matchAll(/<(?:TextSource|Representation)[^>]*plainTextPath="(?:internal:\/\/)?([^"]+)"[^>]*>/g),
  ];
  for (const [open, file = ''] of sources) {
    const name = `sources/${file}`;
    const text = new TextDecoder().decode(entries[name]);
    const moves = movedPositions([...text.replace(/^\uFEFF/, '')], counting);
    const moved = (position: number): number => moves[position] ?? position;
    const start = xml.indexOf(open);
    const end = open.endsWith('/>')
      ? start
      : xml.indexOf(open.startsWith('<Text') ? '</TextSource>' : '</Representation>', start);
    const inner = xml
      .slice(start, end)
      .replace(
        /(startPosition|endPosition)="(\d+)"/g,
        (_, which: string, at: string) => `${which}="${moved(Number(at))}"`,
      );
    xml = xml.slice(0, start) + inner + xml.slice(end);
    if (counting !== 'utf-16') entries[name] = strToU8(text.replaceAll('\n', '\r\n'));
  }
  return zipSync({ ...entries, 'project.qde': strToU8(xml) }, { level: 0 });
}

/** Whether counting in UTF-16 makes a difference. */
function hasPairs(bytes: Uint8Array, counting: string): boolean {
  const texts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.txt'));
  return counting === 'utf-16' && texts.some(([, text]) => /[\uD800-\uDBFF]/.test(new TextDecoder().decode(text)));
}

/** For every position in code points, the one in another way of counting. */
function movedPositions(
  characters: readonly string[],
  counting: 'crlf-one' | 'crlf-two' | 'utf-16',
): readonly number[] {
  const moves = [0];
  for (const each of characters) {
    const width = counting === 'utf-16' ? each.length : counting === 'crlf-two' && each === '\n' ? 2 : 1;
    moves.push((moves.at(-1) ?? 0) + width);
  }
  return moves;
}

describe('places in texts', () => {
  test.each([qualcoder, generated])(
    'every quotation of %s is what its selection says, mark of byte order or not',
    (name) => {
      const bytes = sample(name);
      if (!bytes) return;
      const { study, notes } = readRefi(bytes);
      const texts = new Map(study.documents.map(({ guid, text }) => [guid, text]));
      const names = new Map(study.kept.map(({ guid, node }) => [guid, node]));
      let checked = 0;
      for (const node of names.values()) {
        if (node.tag !== 'PlainTextSelection') continue;
        for (const { attrs } of node.children) {
          const coding = study.codings.find(({ guid }) => guid === attrs['guid']);
          if (!coding) continue;
          expect(
            says(texts.get(coding.document)?.slice(coding.start, coding.end) ?? '', node.attrs['name'] ?? ''),
          ).toBe(true);
          checked += 1;
        }
      }
      expect(checked).toBeGreaterThanOrEqual(14);
      expect(notes.map(({ code }) => code)).not.toContain('quote-differs');
    },
  );

  test.each(
    [qualcoder, 'qc-1.3.2-demo.qdpx', generated].flatMap((name) =>
      (['crlf-one', 'crlf-two', 'utf-16'] as const).map((counting) => [name, counting] as const),
    ),
  )('a copy of %s that counts %s lands on the same words', (name, counting) => {
    const bytes = sample(name);
    if (!bytes) return;
    const before = quotesOf(readRefi(bytes).study);
    const copy = rewritten(bytes, counting);
    expect(projectXmlOf(copy) === projectXmlOf(bytes)).toBe(counting !== 'crlf-two' && !hasPairs(bytes, counting));
    expect(before.length).toBeGreaterThan(10);
    expect(quotesOf(readRefi(copy).study)).toEqual(before);
  });

  test('without any evidence, positions are code points and a line end is one', () => {
    const { counting, offsetOf, text } = decideText('\uFEFFsatu\r\n🙂 dua', []);
    expect(counting).toEqual({ crlf: 1, mark: false, unit: 'code-point' });
    expect(text).toBe('satu\n🙂 dua');
    expect([5, 6, 7].map(offsetOf)).toEqual([5, 7, 8]);
    expect(offsetOf(11)).toBe(null);
  });

  test('ATLAS.ti cuts names off and collapses spaces', () => {
    expect(says('Oh,  that\nwas great. And more', 'Oh, that was great…')).toBe(true);
    expect(says('Oh, that', 'Quotation 6:1')).toBe(false);
  });
});

describe('export', () => {
  test.each([
    'atlasti-8.4-mac-standard-example.qde',
    'atlasti-8.4-missing-sources-capital-names.qdpx',
    'nvivo-mac-15-from-qc.qdpx',
    'qc-1.3.2-demo.qdpx',
    qualcoder,
    'qualcoder-3.8.2-demo-invalid.qdpx',
    generated,
  ])('%s goes out valid, and the same without what only Simpul reads', async (name) => {
    const bytes = sample(name);
    if (!bytes) return;
    const one = readRefi(bytes);
    const written = writeQdpx(one.study, 'Simpul', quietly);
    expect(schemaErrors(projectXmlOf(written.bytes), 'project') ?? '').toBe('');
    // ATLAS.ti's sample itself lacks every file it names.
    const missing = one.notes.find(({ code }) => code === 'source-file-missing')?.details ?? [];
    const errors = archiveErrors(written.bytes).filter(
      (error) => !missing.some((each) => each.endsWith(error.slice(11))),
    );
    expect(errors).toEqual([]);
    const two = readRefi(withoutSidecar(written.bytes));
    expect(two.study).toEqual(one.study);
    expect(two.counts).toEqual(one.counts);
  });

  test.each([
    'atlasti-win-23.4.0-codebook.qdc',
    'openqda-2026-07-sample.qdc',
    'qualcoder-3.8.2-demo.qdc',
    'refi-standard-annex-A1.qdc',
    'taguette-1.5.2-serdif.qdc',
  ])('codebook %s goes out valid and comes in again the same', (name) => {
    const bytes = sample(name);
    if (!bytes) return;
    const one = readRefi(bytes);
    const written = writeQdc(one.study, 'Simpul');
    expect(schemaErrors(new TextDecoder().decode(written.bytes), 'codebook') ?? '').toBe('');
    expect(readRefi(written.bytes).study).toEqual(one.study);
  });

  test('any study with any characters goes out valid and comes in again the same', async () => {
    await fc.assert(
      fc.asyncProperty(randomStudy, async (study) => {
        const written = writeQdpx(study, 'Simpul', quietly);
        expect(schemaErrors(projectXmlOf(written.bytes), 'project') ?? '').toBe('');
        expect(archiveErrors(written.bytes)).toEqual([]);
        // What Simpul made: nothing was kept from elsewhere, and nothing is lost.
        const { kept: _, ...back } = readRefi(written.bytes).study;
        const { kept: __, ...own } = study;
        expect(sorted(back)).toEqual(sorted(own));
        // As another program hands it on: once read, it stays as it is.
        const one = readRefi(withoutSidecar(written.bytes)).study;
        const again = writeQdpx(one, 'Simpul', quietly);
        expect(readRefi(withoutSidecar(again.bytes)).study).toEqual(one);
        expect(quotesOf(one).toSorted()).toEqual(quotesOf(study).toSorted());
      }),
      { numRuns: casesOr(40) },
    );
  });
});
