// The answer of each analysis that can be kept, as tables with names: readable after what it names is gone.

import { coefficientsInOrder } from '../../../shared/domain/analysis/coder-comparison.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { KeptMethod } from '../../../shared/contract/results.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ResultTable } from '../../../shared/domain/result-tables.ts';
import { snapToCharacters } from '../../../shared/domain/text.ts';

/** Names of cases and documents by guid. */
export type Names = ReadonlyMap<Guid | null, string>;
type Named = { readonly guid: Guid | null; readonly path: readonly string[] };

/** The answer of one method as tables. The method and the answer belong together; `results.save` sees to that. */
export function tablesOf(method: KeptMethod, answer: unknown, names: Names): ResultTable[] {
  const table: Readonly<Record<KeptMethod, unknown>> = tables;
  return (table[method] as (answer: unknown, names: Names) => ResultTable[])(answer, names);
}

type Tables = { readonly [Name in KeptMethod]: (answer: OutputOf<Name>, names: Names) => ResultTable[] };

const tables: Tables = {
  'analysis.frequency': ({ rows }) => [
    {
      title: '@codes',
      columns: ['@codings', '@documents', '@cases', '@words'],
      rows: rows.map(({ code, path, codings, documents, cases, words }) => ({
        key: code,
        label: path.join(pathSeparator),
        values: [codings, documents, cases, words],
      })),
    },
  ],
  'analysis.cooccurrence': ({ codes, counts, similarity }) => [
    unitsTable(codes),
    {
      title: '@pairs',
      columns: ['@together', '@similarity'],
      rows: pairsOf(codes, (row, column) => [counts[row]?.[column] ?? 0, similarity[row]?.[column] ?? null]),
    },
  ],
  'analysis.caseSimilarity': ({ cases, similarity }, names) => {
    const named = cases.map(({ guid }) => ({ guid, path: [names.get(guid) ?? ''] }));
    return [
      {
        title: '@cases',
        columns: ['@codings'],
        rows: cases.map(({ guid, codings }) => ({ key: guid, label: names.get(guid) ?? '', values: [codings] })),
      },
      {
        title: '@pairs',
        columns: ['@similarity'],
        rows: pairsOf(named, (row, column) => [similarity[row]?.[column] ?? null]),
      },
    ];
  },
  'analysis.crosstab': ({ rows, columns, counts }) => [
    crossed(
      rows,
      columns.map(({ value }) => value),
      counts,
    ),
  ],
  'analysis.sequence': ({ codes, counts, expected, z }) => [
    {
      title: '@sequences',
      columns: ['@count', '@expected', '@residual'],
      rows: codes.flatMap((first, row) =>
        codes.flatMap((second, column) => {
          const count = counts[row]?.[column] ?? 0;
          if (count === 0) return [];
          return [
            {
              key: `${first.guid} ${second.guid}`,
              label: `${nameOf(first)} → ${nameOf(second)}`,
              values: [count, expected[row]?.[column] ?? null, z[row]?.[column] ?? null],
            },
          ];
        }),
      ),
    },
  ],
  'analysis.matrix': ({ rows, columns, references }) => [crossed(rows, columns.map(nameOf), references)],
  'analysis.retrieve': ({ total, byCode, byCase, byDocument }, names) => [
    { title: '@total', columns: ['@segments'], rows: [{ key: 'total', label: '@total', values: [total] }] },
    {
      title: '@codes',
      columns: ['@segments'],
      rows: byCode.map((code) => ({ key: code.guid, label: nameOf(code), values: [code.segments] })),
    },
    {
      title: '@cases',
      columns: ['@segments', '@documents'],
      rows: byCase.map(({ case: guid, segments, documents }) => ({
        key: guid ?? 'none',
        label: names.get(guid) ?? '–',
        values: [segments, documents],
      })),
    },
    {
      title: '@documents',
      columns: ['@segments'],
      rows: byDocument.map(({ document, segments }) => ({
        key: document,
        label: names.get(document) ?? '',
        values: [segments],
      })),
    },
  ],
  'analysis.agreement': ({ perCode }) => [
    {
      title: '@codes',
      columns: ['a', 'b', 'c', 'd', 'P', 'κ', 'π', 'α', 'S', 'AC1'],
      rows: perCode.map((row) => ({
        key: row.code,
        label: row.path.join(pathSeparator),
        values: coefficientsInOrder(row),
      })),
    },
  ],
  'analysis.spread': ({ codes, documents, cells, saturation }) => [
    {
      title: '@documents',
      columns: ['@new', '@met'],
      rows: documents.map(({ guid, title }, place) => ({
        key: guid,
        label: title,
        values: [saturation[place]?.fresh.length ?? 0, saturation[place]?.met ?? 0],
      })),
    },
    {
      title: '@pairs',
      columns: ['@codings'],
      rows: cells.flatMap(([code, document, n]) => {
        const [named, held] = [codes[code], documents[document]];
        if (!named || !held) return [];
        return [{ key: `${named.guid} ${held.guid}`, label: `${nameOf(named)} × ${held.title}`, values: [n] }];
      }),
    },
  ],
  'search.find': ({ documents }) => [
    {
      title: '@documents',
      columns: ['@hits'],
      rows: documents.map(({ document, title, count }) => ({ key: document, label: title, values: [count] })),
    },
  ],
  'search.words': ({ rows }) => [
    {
      title: '@words',
      columns: ['@count', '@documents', '@tfidf', '@keyness'],
      rows: rows.map(({ word, count, documents, tfidf, keyness }) => ({
        key: word,
        label: word,
        values: [count, documents, tfidf, keyness],
      })),
    },
  ],
  'search.similar': ({ candidates }) => [
    {
      title: '@passages',
      columns: ['@similarity'],
      rows: candidates.map(({ document, title, start, end, quote, score }) => ({
        key: `${document} ${start} ${end}`,
        label: `${title}: ${shortened(quote)}`,
        values: [score],
      })),
    },
  ],
};

/** Characters of a passage that name it. */
const longestQuote = 80;

function shortened(quote: string): string {
  if (quote.length <= longestQuote) return quote;
  return `${quote.slice(0, snapToCharacters(quote, { start: 0, end: longestQuote }).end)}…`;
}

function nameOf({ path }: Pick<Named, 'path'>): string {
  return path.join(pathSeparator);
}

function unitsTable(codes: readonly (Named & { readonly units: number })[]): ResultTable {
  const rows = codes.map((code) => ({ key: code.guid ?? nameOf(code), label: nameOf(code), values: [code.units] }));
  return { title: '@codes', columns: ['@units'], rows };
}

/** Each pair once; those of which the first value is 0 or undefined are left out. */
function pairsOf(sides: readonly Named[], valuesOf: (row: number, column: number) => (number | null)[]) {
  return sides.flatMap((first, row) =>
    sides.slice(row + 1).flatMap((second, further) => {
      const values = valuesOf(row, row + 1 + further);
      if (!values[0]) return [];
      return [{ key: `${first.guid} ${second.guid}`, label: `${nameOf(first)} × ${nameOf(second)}`, values }];
    }),
  );
}

function crossed(
  rows: readonly Named[],
  columns: readonly string[],
  counts: readonly (readonly (number | null)[])[],
): ResultTable {
  return {
    title: '@table',
    columns: [...columns],
    rows: rows.map((row, place) => ({
      key: row.guid ?? nameOf(row),
      label: nameOf(row),
      values: [...(counts[place] ?? [])],
    })),
  };
}
