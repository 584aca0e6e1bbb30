// Issue 5: each analysis equals a slow, obviously right implementation. Here the pictures that count for themselves: the
// flows from codes to cases, and the code line of a document.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperInks } from '../../../src/renderer/features/display/charts/inks.ts';
import { estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { codeLinePlan } from '../../../src/renderer/features/display/code-line/code-line-plan.ts';
import { codeLineRows } from '../../../src/renderer/features/display/code-line/code-line-rows.ts';
import { flowLayout } from '../../../src/renderer/features/display/flow/flow-layout.ts';
import { flowModel } from '../../../src/renderer/features/display/flow/flow-model.ts';
import type { SpreadResult } from '../../../src/shared/contract/analysis-spread.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { saturation, spreadOf } from '../../../src/shared/domain/analysis/saturation.ts';
import { guidOf } from './result.ts';

const runs = { numRuns: Number(process.env['SIMPUL_CASES'] ?? 300) };
const codeCount = 5;
const codes = Array.from({ length: codeCount }, (_, k) => ({
  guid: guidOf(100 + k),
  path: [`Kode ${k}`],
  color: '#a02020',
}));
const cases = [guidOf(201), guidOf(202), guidOf(203)].map((guid, k) => ({ guid, name: `Kasus ${k}` }));

/** Documents of some case or of none, and codings of a code in one of them, each by place. */
const study = fc.integer({ min: 1, max: 6 }).chain((documents) =>
  fc.record({
    caseOf: fc.array(fc.constantFrom<Guid | null>(...cases.map(({ guid }) => guid), null), {
      minLength: documents,
      maxLength: documents,
    }),
    codings: fc.array(fc.record({ code: fc.nat(codeCount - 1), document: fc.nat(documents - 1) }), { maxLength: 60 }),
  }),
);
type Study = typeof study extends fc.Arbitrary<infer Value> ? Value : never;

function spreadResult({ caseOf, codings }: Study): SpreadResult {
  const columns = {
    code: Int32Array.from(codings, ({ code }) => code),
    document: Int32Array.from(codings, ({ document }) => document),
  };
  const cells = spreadOf(columns, codeCount);
  const documents = caseOf.map((inCase, k) => ({ guid: guidOf(300 + k), title: `D${k}`, day: null, case: inCase }));
  return {
    order: 'list',
    codes,
    documents,
    cells: cells.map(([code, document, n]) => [code, document, n]),
    saturation: saturation(cells, [...documents.keys()]).map(({ fresh, met }) => ({ fresh: [...fresh], met })),
    provenance: {
      method: 'analysis.spread',
      revision: 1,
      computedAt: '2026-01-01T00:00:00.000Z',
      documents: documents.length,
      codings: codings.length,
      coders: 1,
      codes: codeCount,
    },
  };
}

describe('flows from codes to cases and documents', () => {
  test.each(['cases', 'documents'] as const)('to %s: a band is as wide as the codings asked one by one', (side) => {
    fc.assert(
      fc.property(study, fc.integer({ min: 1, max: codeCount }), (drawn, most) => {
        const model = flowModel(spreadResult(drawn), side, cases, most, 'Tanpa kasus');
        const total = (code: Guid) => drawn.codings.filter((each) => codes[each.code]?.guid === code).length;
        const shown = model.from.flatMap(({ guid }) => (guid === null ? [] : [guid]));
        const used = codes.filter(({ guid }) => total(guid) > 0);
        expect(shown).toHaveLength(Math.min(most, used.length));
        expect(model.leftOut).toBe(used.length - shown.length);
        // Nobody who was left out is more frequent than somebody who is drawn.
        for (const { guid } of used) {
          if (!shown.includes(guid)) for (const other of shown) expect(total(guid)).toBeLessThanOrEqual(total(other));
        }
        const endOf = (document: number): Guid | null =>
          side === 'cases' ? (drawn.caseOf[document] ?? null) : guidOf(300 + document);
        for (const [from, { guid }] of model.from.entries()) {
          for (const [to, end] of model.to.entries()) {
            const slow = drawn.codings.filter(
              (each) => codes[each.code]?.guid === guid && endOf(each.document) === end.guid,
            ).length;
            const links = model.links.filter((link) => link.from === from && link.to === to);
            expect(links.map(({ value }) => value)).toEqual(slow === 0 ? [] : [slow]);
          }
        }
        const { bands, left, right } = flowLayout(model.links, 500, 18);
        const unit = (bands[0]?.width ?? 0) / (bands[0]?.value ?? 1);
        for (const { value, width } of bands) expect(width).toBeCloseTo(value * unit, 9);
        const sum = (all: readonly { readonly value: number }[]) => all.reduce((whole, { value }) => whole + value, 0);
        expect([sum(left), sum(right)]).toEqual([sum(model.links), sum(model.links)]);
      }),
      runs,
    );
  });

  test('what is new in a document is what no document before it had', () => {
    fc.assert(
      fc.property(study, (drawn) => {
        const found = spreadResult(drawn).saturation;
        const had = (document: number) =>
          codes.flatMap((_, code) =>
            drawn.codings.some((each) => each.code === code && each.document === document) ? [code] : [],
          );
        for (const document of drawn.caseOf.keys()) {
          const before = new Set([...Array(document).keys()].flatMap(had));
          expect(found[document]?.fresh).toEqual(had(document).filter((code) => !before.has(code)));
          expect(found[document]?.met).toBe(new Set([...before, ...had(document)]).size);
        }
      }),
      runs,
    );
  });
});

describe('the code line', () => {
  const length = 400;
  const coders = [guidOf(401), guidOf(402), null] as const;
  const coding = fc.record({
    guid: fc.integer({ min: 500, max: 9999 }).map(guidOf),
    code: fc.constantFrom(...codes.map(({ guid }) => guid)),
    coder: fc.constantFrom(...coders),
    state: fc.constantFrom('kept' as const, 'changed' as const, 'orphaned' as const),
    start: fc.nat(length - 1),
    size: fc.integer({ min: 1, max: 80 }),
  });
  const codings = fc
    .uniqueArray(coding, { maxLength: 25, selector: ({ guid }) => guid })
    .map((all) => all.map(({ start, size, ...rest }) => ({ ...rest, start, end: Math.min(length, start + size) })));
  const some = <Item>(items: readonly Item[]) => fc.option(fc.subarray([...items]), { nil: undefined });
  const filters = fc.record({
    codeIds: some(codes.map(({ guid }) => guid)),
    coderIds: some([guidOf(401), guidOf(402)]),
  });

  test('each coding that can be seen, once, in the row of its code, as far along as its words are', () => {
    fc.assert(
      fc.property(codings, filters, (all, filter) => {
        const isSeen = ({ state, code, coder }: (typeof all)[number]): boolean => {
          if (state === 'orphaned') return false;
          if (filter.codeIds && !filter.codeIds.some((each) => each === code)) return false;
          return filter.coderIds ? filter.coderIds.some((each) => each === coder) : true;
        };
        const rows = codeLineRows(all, codes, filter);
        expect(rows.map(({ code }) => code)).toEqual(
          codes.map(({ guid }) => guid).filter((code) => all.some((each) => each.code === code && isSeen(each))),
        );
        for (const { code, codings: own } of rows) {
          expect(own).toEqual(all.filter((each) => each.code === code && isSeen(each)));
        }
        const { targets } = codeLinePlan(
          {
            rows,
            characters: length,
            axis: 'Letak',
            percent: String,
            describe: () => '',
            open: () => undefined,
          },
          { width: 900, height: 500 },
          paperInks,
          estimatedWidth,
        );
        expect(targets.map(({ id }) => id).toSorted()).toEqual(
          all
            .filter(isSeen)
            .map(({ guid }) => guid)
            .toSorted(),
        );
        // One scale for all: what begins later stands farther right, by as much.
        const [one, ...others] = targets.map(({ id, box }) => ({
          left: box.left,
          start: all.find(({ guid }) => guid === id)?.start ?? 0,
        }));
        const apart = others.find(({ start }) => one && start !== one.start);
        if (!one || !apart) return;
        const scale = (apart.left - one.left) / (apart.start - one.start);
        expect(scale).toBeGreaterThan(0);
        for (const { left, start } of others) expect(left - one.left).toBeCloseTo((start - one.start) * scale, 6);
      }),
      runs,
    );
  });
});
