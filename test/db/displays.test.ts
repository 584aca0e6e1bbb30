// a display is its definition; its evidence follows from the codings, and a cell that was written is stale
// exactly while its evidence differs from what it was then.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { matrixKind, type DisplayDefinition, type MatrixKind } from '../../src/shared/contract/displays.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { guidOf, openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject({ template: 'sample' });
});
afterEach(() => project.end());

async function draft(kind: MatrixKind) {
  const drafts = await project.client.displays.templates({ language: 'id' });
  const found = drafts.find((each) => each.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

async function make(kind: MatrixKind, change: Partial<DisplayDefinition> = {}): Promise<Guid> {
  const { definition, decisionRule } = await draft(kind);
  const made = await project.client.displays.create({
    kind,
    name: kind,
    definition: { ...definition, ...change },
    decisionRule,
  });
  return made.guid;
}

const matrix = (displayId: Guid) => project.client.displays.matrix({ displayId });

describe('evidence', () => {
  test.each(matrixKind.options)('%s: every count is that of its cell’s codings', async (kind) => {
    const displayId = await make(kind);
    const { rows, columns, cells } = await matrix(displayId);
    expect(rows.length).toBeGreaterThan(0);
    expect(columns.length).toBeGreaterThan(0);
    const documents = new Map((await project.client.codings.list({})).map(({ guid, document }) => [guid, document]));
    const counted = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    for (const [row, { key }] of rows.entries()) {
      for (const [column, { key: columnKey }] of columns.entries()) {
        const { codings } = await project.client.displays.evidence({ displayId, row: key, column: columnKey });
        expect(counted.get(`${row} ${column}`)?.codings ?? 0).toBe(codings.length);
        expect(counted.get(`${row} ${column}`)?.documents ?? 0).toBe(
          new Set(codings.map((guid) => documents.get(guid))).size,
        );
      }
    }
  });

  test('cases by codes counts what a walk through all codings counts', async () => {
    const { client } = project;
    const { rows, columns, cells } = await matrix(await make('case-code'));
    const codes = new Map((await client.codes.list({})).map((code) => [code.guid, code]));
    const rootOf = (guid: Guid): Guid => {
      const parent = codes.get(guid)?.parent;
      return parent ? rootOf(parent) : guid;
    };
    const caseOf = new Map((await client.documents.list({})).map((each) => [each.guid, each.case]));
    const counts = new Map<string, number>();
    for (const { code, document } of await client.codings.list({})) {
      const key = `${caseOf.get(document)} ${rootOf(code)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const { row, column, codings } of cells) {
      const key = `${rows[row]?.key} ${columns[column]?.key}`;
      expect(codings).toBe(counts.get(key));
      counts.delete(key);
    }
    expect([...counts.keys()].filter((key) => !key.startsWith('null'))).toEqual([]);
  });

  test('an event listing stands in the order of its days, whatever the order they were written in', async () => {
    const event = (id: string, date?: string) => ({ id, label: id, ...(date && { date }) });
    const items = [
      event('tanpa'),
      event('akhir', '2025-11-02'),
      event('awal', '2024-03-01'),
      event('lagi', '2025-11-02'),
    ];
    const { rows } = await matrix(await make('event-listing', { rows: { by: 'items', items } }));
    expect(rows.map(({ key, group }) => [key, group])).toEqual([
      ['awal', '2024-03-01'],
      ['akhir', '2025-11-02'],
      ['lagi', '2025-11-02'],
      ['tanpa', null],
    ]);
  });

  test('SWOT counts the sources of each bullet (R-25)', async () => {
    const codes = await project.client.codes.list({});
    const parents = new Set(codes.map(({ parent }) => parent));
    const [code] = codes.filter(({ guid, documents }) => documents > 1 && !parents.has(guid));
    const items = [{ id: 's1', label: 'Kepemimpinan', group: 'Kekuatan', codeId: code?.guid ?? guidOf(1) }];
    const { rows } = await matrix(await make('swot', { rows: { by: 'items', items } }));
    const documents = (await project.client.codings.list({ codeIds: [code?.guid ?? ''] })).map((each) => each.document);
    expect(rows).toMatchObject([{ group: 'Kekuatan', documents: new Set(documents).size }]);
  });
});

describe('study templates', () => {
  test.each(['agile-governance', 'agile-transition', 'egov-capacity', 'smart-governance', 'smart-governance-swot'])(
    '%s begins with matrices that have rows and columns (R-15)',
    async (template) => {
      const begun = await openTestProject({ template });
      const displays = await begun.client.displays.list({});
      expect(displays.length).toBeGreaterThanOrEqual(3);
      for (const { guid: displayId, kind } of displays) {
        const { rows, columns } = await begun.client.displays.matrix({ displayId });
        // Sources and what is known of them come with the data.
        const waits = kind === 'source-code' || kind === 'swot';
        expect({ kind, rows: rows.length > 0 || waits, columns: columns.length > 0 || waits }).toEqual({
          kind,
          rows: true,
          columns: true,
        });
      }
      await begun.end();
    },
  );
});

describe('stale cells', () => {
  async function write(): Promise<{ readonly displayId: Guid; readonly row: string; readonly column: string }> {
    const displayId = await make('case-code');
    const { rows, columns, cells } = await matrix(displayId);
    const place = { row: rows[cells[0]?.row ?? 0]?.key ?? '', column: columns[cells[0]?.column ?? 0]?.key ?? '' };
    await project.client.displays.setCell({ displayId, ...place, text: 'Ringkasan', rating: '+' });
    return { displayId, ...place };
  }
  const stale = async (displayId: Guid) => (await matrix(displayId)).cells.filter(({ isStale }) => isStale).length;

  test('a coding that goes marks the cell; undo clears it; writing again does too', async () => {
    const { client } = project;
    const cell = await write();
    expect(await stale(cell.displayId)).toBe(0);
    const { codings } = await client.displays.evidence(cell);
    await client.codings.delete({ codingIds: codings.slice(0, 1) });
    expect(await stale(cell.displayId)).toBe(1);
    const checked = await client.displays.check({});
    expect(checked.find(({ guid }) => guid === cell.displayId)).toMatchObject({ written: 1, stale: 1 });
    await client.history.undo({});
    expect(await stale(cell.displayId)).toBe(0);
    await client.history.redo({});
    await client.displays.setCell({ ...cell, text: 'Ditinjau' });
    expect(await stale(cell.displayId)).toBe(0);
  });

  test('words put in before the evidence do not mark it', async () => {
    const { client } = project;
    const cell = await write();
    for (const { guid: documentId } of await client.documents.list({})) {
      const { revision } = await client.documents.text({ documentId });
      await client.documents.editText({ documentId, revision, splices: [{ at: 0, remove: 0, insert: 'Kata ' }] });
    }
    expect(await stale(cell.displayId)).toBe(0);
  });

  test('evidence by hand: attaching does not mark, losing it does, and says what is broken', async () => {
    const { client } = project;
    const cell = await write();
    const inside = new Set((await client.displays.evidence(cell)).codings);
    const other = (await client.codings.list({})).find(({ guid }) => !inside.has(guid));
    await client.displays.attach({ ...cell, codingIds: [other?.guid ?? ''] });
    expect(await stale(cell.displayId)).toBe(0);
    await client.codings.delete({ codingIds: [other?.guid ?? ''] });
    expect(await stale(cell.displayId)).toBe(1);
    expect((await client.displays.evidence(cell)).broken).toEqual([other?.guid]);
    expect((await matrix(cell.displayId)).cells).toContainEqual(expect.objectContaining({ attached: 1, broken: 1 }));
    expect((await client.project.check({})).problems).toEqual([]);
    await client.history.undo({});
    expect(await stale(cell.displayId)).toBe(0);
  });

  test('what was written is kept while its row is gone', async () => {
    const { client } = project;
    const cell = await write();
    await client.cases.delete({ caseIds: [cell.row] });
    expect(await matrix(cell.displayId)).toMatchObject({ lost: [{ row: cell.row, text: 'Ringkasan' }] });
    await client.history.undo({});
    expect((await matrix(cell.displayId)).lost).toEqual([]);
  });

  test('removed and undone it is as it was', async () => {
    const { client } = project;
    const cell = await write();
    const before = await matrix(cell.displayId);
    await client.displays.remove({ displayId: cell.displayId });
    expect((await client.displays.list({})).map(({ guid }) => guid)).not.toContain(cell.displayId);
    await client.history.undo({});
    expect((await matrix(cell.displayId)).cells).toEqual(before.cells);
  });

  test('whatever happens upstream, exactly the cells whose evidence differs are stale', async () => {
    const { client } = project;
    const displayId = await make('case-code');
    const first = await matrix(displayId);
    const places = first.cells.map(({ row, column }) => ({
      row: first.rows[row]?.key ?? '',
      column: first.columns[column]?.key ?? '',
    }));
    for (const place of places) await client.displays.setCell({ displayId, ...place, text: 'x' });
    const evidence = async () => {
      const quotes = new Map((await client.codings.list({})).map(({ guid, quote }) => [guid, quote]));
      return Promise.all(
        places.map(async (place) => {
          const { codings } = await client.displays.evidence({ displayId, ...place });
          return JSON.stringify(codings.toSorted().map((guid) => [guid, quotes.get(guid)]));
        }),
      );
    };
    const before = await evidence();
    const codes = (await client.codes.list({})).filter(({ codable }) => codable);
    const action = fc.record({ kind: fc.constantFrom('recode', 'delete', 'edit', 'undo'), at: fc.nat(10_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 4 }), async (actions) => {
        let done = 0;
        for (const { kind, at } of actions) {
          const codings = await client.codings.list({});
          const coding = codings[at % codings.length];
          if (!coding) continue;
          const codingIds = [coding.guid];
          const former = (await client.project.info({})).project.revision;
          if (kind === 'delete') await client.codings.delete({ codingIds });
          if (kind === 'recode') {
            const codeId = codes.filter(({ guid }) => guid !== coding.code)[at % (codes.length - 1)]?.guid ?? '';
            await client.codings.update({ codingIds, codeId });
          }
          if (kind === 'edit') {
            const { document: documentId, start } = coding;
            const { revision } = await client.documents.text({ documentId });
            await client.documents.editText({
              documentId,
              revision,
              splices: [{ at: start + 1, remove: 1, insert: 'q' }],
            });
          }
          if (kind !== 'undo') done += Number((await client.project.info({})).project.revision !== former);
          else if (done > 0) {
            await client.history.undo({});
            done -= 1;
          }
        }
        const now = await evidence();
        const found = await matrix(displayId);
        const marks = new Map(
          found.cells.map(({ row, column, isStale }) => [
            `${found.rows[row]?.key} ${found.columns[column]?.key}`,
            isStale,
          ]),
        );
        expect(places.map(({ row, column }) => marks.get(`${row} ${column}`))).toEqual(
          now.map((each, place) => each !== before[place]),
        );
        for (; done > 0; done -= 1) await client.history.undo({});
        expect((await matrix(displayId)).cells.filter(({ isStale }) => isStale)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
