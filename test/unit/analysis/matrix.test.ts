// The matrix of what is coded at both, against characters and words asked one by one.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codingColumns } from '../../../src/shared/domain/analysis/codings.ts';
import { matrixOf, type MatrixSide } from '../../../src/shared/domain/analysis/matrix.ts';
import { sentenceUnits } from '../../../src/shared/domain/analysis/sentences.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { smallProject, type SmallProject } from './arbitraries.ts';
import { indices } from './reference.ts';

function asked({ codes, texts, rows, caseOf }: SmallProject, sides: readonly (readonly MatrixSide[])[], near: boolean) {
  return matrixOf({
    codings: codingColumns(rows),
    codes,
    documents: texts.length,
    caseOf: Int32Array.from(caseOf),
    rows: sides[0] ?? [],
    columns: sides[1] ?? [],
    relation: near ? { kind: 'near', distance: 1, unit: 'sentences' } : { kind: 'overlaps' },
    unitsOf: () => (document) => sentenceUnits(texts[document] ?? ''),
    wordsOf: (document) => wordUnits(texts[document] ?? ''),
  });
}
const code = (place: number): MatrixSide => ({ kind: 'code', code: place });

/** Words with a character that fulfils the test. */
function wordsWhere({ texts }: SmallProject, holds: (document: number, at: number) => boolean): number {
  return texts.reduce((sum, text, document) => {
    const { starts, ends } = wordUnits(text);
    const inside = (k: number) =>
      indices((ends[k] ?? 0) - (starts[k] ?? 0)).some((step) => holds(document, (starts[k] ?? 0) + step));
    return sum + [...starts.keys()].filter(inside).length;
  }, 0);
}

test('code by code: words and documents under both', () => {
  fc.assert(
    fc.property(smallProject, (project) => {
      const { rows } = project;
      const lies = (place: number, document: number, at: number) =>
        rows.some((r) => r.code === place && r.document === document && r.start <= at && at < r.end);
      const both = [0, 1].map((k) => indices(3).map((place) => code(place + k)));
      const { words, documents, references } = asked(project, both, false);
      indices(3).forEach((r) =>
        indices(3).forEach((c) => {
          const cell = r * 3 + c;
          const here = (document: number, at: number) => lies(r, document, at) && lies(c + 1, document, at);
          expect(words[cell]).toBe(wordsWhere(project, here));
          const found = project.texts.filter((text, document) => indices(text.length).some((at) => here(document, at)));
          expect(documents[cell]).toBe(found.length);
          expect((references[cell] ?? 0) > 0).toBe(found.length > 0);
        }),
      );
    }),
  );
});

test('code by documents: its segments there, and their cases', () => {
  fc.assert(
    fc.property(smallProject, fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }), (project, flags) => {
      const { rows, caseOf } = project;
      const chosen = Uint8Array.from(flags);
      const { references, cases, words } = asked(project, [[code(0)], [{ kind: 'documents', in: chosen }]], false);
      const mine = rows.filter((r) => r.code === 0 && chosen[r.document] === 1);
      expect(references[0]).toBe(new Set(mine.map(({ document, start, end }) => `${document} ${start} ${end}`)).size);
      expect(cases[0]).toBe(
        new Set(mine.map(({ document }) => caseOf[document] ?? -1).filter((unit) => unit >= 0)).size,
      );
      expect(words[0]).toBe(
        wordsWhere(project, (document, at) => mine.some((r) => r.document === document && r.start <= at && at < r.end)),
      );
    }),
  );
});

test('near: the segments of the row that have one of the column within a sentence', () => {
  fc.assert(
    fc.property(smallProject, (project) => {
      const { rows, texts } = project;
      const { references } = asked(project, [[code(0)], [code(1)]], true);
      const sentences = (r: { readonly document: number; readonly start: number; readonly end: number }) => {
        const { starts, ends } = sentenceUnits(texts[r.document] ?? '');
        return [...starts.keys()].filter((k) => (starts[k] ?? 0) < r.end && (ends[k] ?? 0) > r.start);
      };
      const near = rows.filter(
        (a) =>
          a.code === 0 &&
          rows.some(
            (b) =>
              b.code === 1 &&
              b.document === a.document &&
              sentences(a).some((x) => sentences(b).some((y) => Math.abs(x - y) <= 1)),
          ),
      );
      expect(references[0]).toBe(new Set(near.map(({ document, start, end }) => `${document} ${start} ${end}`)).size);
    }),
  );
});
