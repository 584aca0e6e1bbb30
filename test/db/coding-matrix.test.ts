// The coding matrix of a generated project: what a cell opens is what it counts (issue 5: every cell opens its
// quotations). Each cell is held against the retrieval query that the window asks for it.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import type { App } from '../../src/main/core/app-types.ts';
import { cellQuery } from '../../src/renderer/features/display/coding-matrix/cell-query.ts';
import {
  type MatrixAxis,
  type MatrixChoice,
  matrixInput,
  parseMatrixChoice,
  sideKinds,
} from '../../src/renderer/features/display/coding-matrix/matrix-settings.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { generatedProject, smallSize } from '../support/generated-project.ts';
import { clientFor, makeWorkshop, type Workshop } from '../support/project.ts';

let workshop: Workshop;
let app: App;
let client: Client;
let variables: readonly { readonly guid: Guid }[];
let some: Guid[];

beforeAll(async () => {
  workshop = makeWorkshop();
  const path = join(workshop.folder, 'study.simpul');
  copyFileSync(await generatedProject(smallSize), path);
  app = createApp(workshop.ports);
  client = clientFor(app);
  await client.projects.open({ path });
  const { guid: variableId } = await client.variables.create({ name: 'Peran "utama"', type: 'Text', scope: 'case' });
  const values = ['Kepala "dinas"', 'Staf / warga'];
  const cases = await client.cases.list({});
  await client.variables.setValues({
    values: cases.slice(1).map(({ guid }, k) => ({ variableId, targetId: guid, value: values[k % 2] ?? null })),
  });
  variables = [{ guid: variableId }];
  some = (await client.codes.list({}))
    .toSorted((a, b) => b.codings - a.codings)
    .slice(0, 4)
    .map(({ guid }) => guid);
});
afterAll(async () => {
  await app.close();
  workshop.cleanUp();
});

const pairs = sideKinds.flatMap((rows) => sideKinds.map((columns) => [rows, columns] as const));

test.each(pairs)('%s by %s: every cell, row and column is the total of the query it opens', async (rows, columns) => {
  await everyCell({ ...parseMatrixChoice(null), rows, columns });
});

test.each([
  { kind: 'includes' },
  { kind: 'within' },
  { kind: 'exactly' },
  { kind: 'co-occurs' },
  { kind: 'near', distance: 2, unit: 'sentences' },
  { kind: 'before', distance: 300, unit: 'characters' },
  { kind: 'same', place: 'paragraph' },
] as const)('codes that meet so: $kind', async (relation) => {
  await everyCell({ ...parseMatrixChoice(null), columns: 'codes', relation });
});

async function everyCell(choice: MatrixChoice): Promise<void> {
  const input = matrixInput(choice, variables, { codeIds: some });
  const result = await client.analysis.matrix(input);
  expect(result.references.flat().some((count) => count > 0)).toBe(true);
  const total = async (row: number | null, column: number | null): Promise<number> => {
    const side = (axis: MatrixAxis, of: 'rows' | 'columns', place: number | null) => {
      const line = place === null ? undefined : result[of][place];
      return line ? { axis, line } : null;
    };
    const asked = cellQuery(side(input.rows, 'rows', row), side(input.columns, 'columns', column), choice.relation);
    const found = await client.analysis.retrieve({ codeIds: some, ...asked, limit: 10_000 });
    // Each stretch names the codings that are read beside it.
    expect(found.segments.every(({ codings }) => codings.length > 0)).toBe(true);
    return found.total;
  };
  // A few lines of each side are many cells: documents and cases are all alike.
  const few = (lines: readonly unknown[]) => [...lines.keys()].slice(0, 5);
  for (const row of few(result.rows)) {
    for (const column of few(result.columns)) {
      expect(await total(row, column), `${row} ${column}`).toBe(result.references[row]?.[column]);
    }
    expect(await total(row, null)).toBeGreaterThanOrEqual(Math.max(...(result.references[row] ?? [0])));
  }
}
