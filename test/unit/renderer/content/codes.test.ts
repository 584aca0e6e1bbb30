// The code tree as rows and moves, what merging and deleting will do, and the hints: pure. Rules CT1–CT6.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletePlan, mergePlan, mergeTargets } from '../../../../src/renderer/features/codebook/change-plan.ts';
import { codeHealth, isAlike } from '../../../../src/renderer/features/codebook/code-health.ts';
import { treeLines } from '../../../../src/renderer/features/codebook/tree-lines.ts';
import {
  codeRows,
  findByLetters,
  moveTo,
  nudge,
  topmost,
  withDescendants,
} from '../../../../src/renderer/features/codebook/tree-model.ts';
import type { CodeSummary } from '../../../../src/shared/contract/codes.ts';
import type { Coding } from '../../../../src/shared/contract/codings.ts';
import type { Guid } from '../../../../src/shared/domain/ids.ts';
import { guidOf } from '../../../support/project.ts';

/** Codes from an outline of `name` or `name=codings`, two spaces a level. Their guids count from 1. */
function codesOf(lines: readonly string[]): readonly CodeSummary[] {
  const above: CodeSummary[] = [];
  const counts = new Map<Guid | null, number>();
  return lines.map((line, index) => {
    const level = (line.length - line.trimStart().length) / 2;
    const [name = '', codings = '0'] = line.trim().split('=');
    const parent = above[level - 1] ?? null;
    const position = counts.get(parent?.guid ?? null) ?? 0;
    counts.set(parent?.guid ?? null, position + 1);
    const code: CodeSummary = {
      guid: guidOf(index + 1),
      path: [...(parent?.path ?? []), name],
      parent: parent?.guid ?? null,
      name,
      color: '#0072b2',
      description: '',
      include: '',
      exclude: '',
      typicalExample: '',
      counterExample: '',
      kind: null,
      codable: true,
      position,
      codings: Number(codings),
      documents: 0,
      memos: 0,
    };
    above.splice(level, above.length, code);
    return code;
  });
}

const example = codesOf(['Inovasi=1', '  Nilai=2', '    Biaya=4', '  Langkah=8', 'Manajer=16', 'Égaliter=32']);
const at = (name: string): Guid => {
  const found = example.find((code) => code.name === name);
  if (!found) throw new Error(name);
  return found.guid;
};
const names = (codes: readonly { readonly code: CodeSummary }[]) => codes.map(({ code }) => code.name);

describe('rows', () => {
  test('count branches, siblings and levels as screen readers read them', () => {
    const rows = codeRows(example, new Set(), '');
    expect(
      rows.map(({ code, level, position, siblings, branchCodings }) => [
        code.name,
        level,
        position,
        siblings,
        branchCodings,
      ]),
    ).toEqual([
      ['Inovasi', 1, 1, 3, 15],
      ['Nilai', 2, 1, 2, 6],
      ['Biaya', 3, 1, 1, 4],
      ['Langkah', 2, 2, 2, 8],
      ['Manajer', 1, 2, 3, 16],
      ['Égaliter', 1, 3, 3, 32],
    ]);
  });

  test('a folded code hides everything below it, a filter shows matches with what is above, unfolded', () => {
    const folded = new Set([at('Inovasi')]);
    expect(names(codeRows(example, folded, ''))).toEqual(['Inovasi', 'Manajer', 'Égaliter']);
    expect(names(codeRows(example, folded, 'biaya'))).toEqual(['Inovasi', 'Nilai', 'Biaya']);
    expect(names(codeRows(example, folded, 'egal'))).toEqual(['Égaliter']);
    expect(codeRows(example, folded, 'xyz')).toEqual([]);
  });

  test('one letter goes on to the next match and around, several letters narrow down', () => {
    const rows = codeRows(codesOf(['Aa', 'Ab', 'B', 'Ac']), new Set(), '');
    expect(findByLetters(rows, 'a', 0)).toBe(1);
    expect(findByLetters(rows, 'a', 3)).toBe(0);
    expect(findByLetters(rows, 'ab', 1)).toBe(1);
    expect(findByLetters(rows, 'x', 0)).toBe(-1);
  });

  test('a new name stands behind the branch of its elder sibling, or behind the last child', () => {
    const rows = codeRows(example, new Set(), '');
    const indexOf = (after: string | null, parent: string | null) =>
      treeLines(rows, {
        kind: 'new',
        parentId: parent === null ? null : at(parent),
        after: after === null ? null : at(after),
      }).findIndex(({ kind }) => kind === 'new');
    expect(indexOf('Nilai', 'Inovasi')).toBe(3);
    expect(indexOf('Langkah', 'Inovasi')).toBe(4);
    expect(indexOf(null, null)).toBe(6);
    expect(indexOf(null, 'Manajer')).toBe(5);
  });
});

describe('moves', () => {
  test('a drop counts positions among the siblings that stay', () => {
    expect(moveTo(example, [at('Manajer')], { kind: 'before', guid: at('Inovasi') })).toEqual({
      codeIds: [at('Manajer')],
      parentId: null,
      position: 0,
    });
    expect(moveTo(example, [at('Inovasi')], { kind: 'after', guid: at('Égaliter') })).toMatchObject({ position: 2 });
    expect(moveTo(example, [at('Manajer')], { kind: 'inside', guid: at('Inovasi') })).toEqual({
      codeIds: [at('Manajer')],
      parentId: at('Inovasi'),
      position: 2,
    });
    expect(moveTo(example, [at('Manajer')], { kind: 'after', guid: at('Manajer') })).toBeNull();
  });

  test('no drop puts a code below itself, whatever is dropped where (CT1)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('before' as const, 'inside' as const, 'after' as const),
        (levels, a, b, kind) => {
          let depth = -1;
          const codes = codesOf(
            levels.map((level, index) => {
              depth = Math.min(level, depth + 1);
              return `${'  '.repeat(depth)}K${index}`;
            }),
          );
          const moved = codes[a % codes.length];
          const target = codes[b % codes.length];
          if (!moved || !target) return;
          const below = withDescendants(codes, [moved.guid]);
          const move = moveTo(codes, [moved.guid], { kind, guid: target.guid });
          const parent = kind === 'inside' ? target.guid : target.parent;
          if (parent !== null && below.has(parent)) expect(move).toBe('cycle');
          else if (move !== null) expect(move).toMatchObject({ parentId: parent });
        },
      ),
    );
  });

  test('keys move among siblings, below the one above, and out behind the parent', () => {
    expect(nudge(example, at('Langkah'), 'up')).toMatchObject({ parentId: at('Inovasi'), position: 0 });
    expect(nudge(example, at('Nilai'), 'down')).toMatchObject({ position: 1 });
    expect(nudge(example, at('Nilai'), 'up')).toBeNull();
    expect(nudge(example, at('Langkah'), 'in')).toMatchObject({ parentId: at('Nilai'), position: 1 });
    expect(nudge(example, at('Nilai'), 'in')).toBeNull();
    expect(nudge(example, at('Langkah'), 'out')).toMatchObject({ parentId: null, position: 1 });
    expect(nudge(example, at('Manajer'), 'out')).toBeNull();
  });

  test('of chosen codes only those above move; the others come with them', () => {
    expect(topmost(example, [at('Biaya'), at('Inovasi'), at('Manajer')]).map(({ name }) => name)).toEqual([
      'Inovasi',
      'Manajer',
    ]);
  });
});

const codingAt = (number: number, code: Guid, start: number, coder: Guid | null = null): Coding => ({
  guid: guidOf(1000 + number),
  document: guidOf(900),
  code,
  coder,
  start,
  end: start + 5,
  quote: 'lima.',
  createdAt: '',
  modifiedAt: '',
  weight: null,
  state: 'kept',
  formerQuote: null,
  memos: 0,
});

describe('plans', () => {
  test('merging joins codings at one place by one coder, and only those (CT4)', () => {
    const coder = guidOf(800);
    const codings = [
      codingAt(1, at('Manajer'), 0),
      codingAt(2, at('Égaliter'), 0),
      codingAt(3, at('Égaliter'), 0, coder),
      codingAt(4, at('Égaliter'), 9),
      codingAt(5, at('Nilai'), 9),
    ];
    expect(mergePlan(example, codings, [at('Égaliter'), at('Nilai')], at('Manajer'))).toEqual({
      moved: 2,
      joined: 2,
      children: 1,
      memos: 0,
    });
  });

  test('nothing is merged into a code below it', () => {
    expect(mergeTargets(example, [at('Inovasi')]).map(({ name }) => name)).toEqual(['Manajer', 'Égaliter']);
  });

  test('deleting counts what goes and finds the code above that can take the codings (CT5)', () => {
    expect(deletePlan(example, [at('Nilai')], 'lift')).toMatchObject({
      codes: 1,
      children: 1,
      codings: 2,
      canMoveToParent: true,
    });
    expect(deletePlan(example, [at('Inovasi')], 'delete')).toMatchObject({
      codes: 4,
      children: 3,
      codings: 15,
      canMoveToParent: false,
      parent: null,
    });
    const headed = example.map((code) => (code.name === 'Nilai' ? { ...code, codable: false } : code));
    // CT6: a heading takes nothing, so the codings go past it.
    expect(deletePlan(headed, [at('Biaya')], 'lift').parent?.name).toBe('Inovasi');
  });
});

describe('hints', () => {
  test('a code counts as used where something below it is', () => {
    const health = codeHealth(codesOf(['A', '  B=1', 'C', '  D']));
    expect(health.unused).toEqual([guidOf(3), guidOf(4)]);
    expect(health.undefined).toHaveLength(4);
  });

  test.each([
    ['koordinasi informal', 'kordinasi informal', true],
    ['terbuka komunikasi', 'komunikasi terbuka', true],
    ['otonom', 'otonomi', true],
    ['data', 'dana', false],
    ['indikator 1', 'indikator 2', false],
    ['pendorong', 'penghambat', false],
    ['ego sektoral', 'ego sektorall', true],
  ])('%s and %s alike: %s', (a, b, expected) => {
    expect(isAlike(a, b)).toBe(expected);
    expect(isAlike(b, a)).toBe(expected);
  });
});
