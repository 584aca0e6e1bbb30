// What rests on what, as slowly and plainly as it can be said: everything a judgement was about is written out whole when
// it is made, and written out again to be compared. Nothing here knows of fingerprints.

import type { Client } from '../../src/shared/contract/client.ts';
import type { DisplayAxis, DisplayDetails } from '../../src/shared/contract/displays.ts';
import type { NetworkDetails } from '../../src/shared/contract/networks.ts';
import type { Proposition } from '../../src/shared/contract/propositions.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { type CodedModel, rangeIn, textOf } from './coded-model.ts';

/** All of a project that anything can rest on. */
export type World = Awaited<ReturnType<typeof worldOf>>;

export async function worldOf(client: Client) {
  const codings = (await client.codings.list({})).filter(({ state }) => state !== 'orphaned');
  const displays = await client.displays.list({});
  const matrices = new Map<Guid, Awaited<ReturnType<typeof client.displays.matrix>>>();
  const attached = new Map<string, { readonly coding: Guid; readonly gone: boolean }[]>();
  for (const { guid } of displays) {
    const matrix = await client.displays.matrix({ displayId: guid });
    matrices.set(guid, matrix);
    for (const cell of matrix.cells.filter((each) => each.guid !== null)) {
      const [row, column] = [matrix.rows[cell.row]?.key ?? '', matrix.columns[cell.column]?.key ?? ''];
      const found = await client.displays.evidence({ displayId: guid, row, column });
      attached.set(cell.guid ?? '', [
        ...found.attached.map((coding) => ({ coding, gone: false })),
        ...found.broken.map((coding) => ({ coding, gone: true })),
      ]);
    }
  }
  const networks: NetworkDetails[] = [];
  for (const { guid } of await client.networks.list({})) networks.push(await client.networks.show({ networkId: guid }));
  return {
    codings,
    everyCoding: await client.codings.list({}),
    codes: await client.codes.list({}),
    documents: await client.documents.list({}),
    cases: await client.cases.list({}),
    variables: await client.variables.list({}),
    memos: await client.memos.list({}),
    propositions: await client.propositions.list({}),
    displays,
    matrices,
    attached,
    networks,
  };
}

/** Passages that are evidence, by their guid: each in a text of its own that follows every edit. */
export type Passages = ReadonlyMap<Guid, { readonly document: Guid; readonly model: CodedModel }>;

/** Where a cell is, whatever happens to its row or column. */
export type CellPlace = { readonly display: Guid; readonly row: string; readonly column: string };

/** Which codings stand in a cell, with which words, and which were put there by hand. */
export function cellContent(world: World, { display, row, column }: CellPlace, cell: Guid | null): string {
  const definition = world.displays.find(({ guid }) => guid === display)?.definition;
  if (!definition) return 'no display';
  const found = world.codings.filter((coding) => {
    const document = world.documents.find(({ guid }) => guid === coding.document);
    const owners = definition.filter.caseIds;
    if (owners && !owners.includes(document?.case ?? ('' as Guid))) return false;
    const [first, second] = [
      standsAt(world, definition.rows, row, coding),
      standsAt(world, definition.columns, column, coding),
    ];
    return definition.meet === 'either' ? first || second : first && second;
  });
  const byHand = (world.attached.get(cell ?? '') ?? []).map(({ coding, gone }) => {
    const present = world.codings.find(({ guid }) => guid === coding);
    return `${coding} ${gone || !present ? 'gone' : present.quote}`;
  });
  return JSON.stringify([found.map(({ guid, quote }) => `${guid} ${quote}`).toSorted(), byHand.toSorted()]);
}

/** What a piece of evidence stands for now; null where it is gone. */
export function evidenceContent(world: World, kind: string, target: Guid, passages: Passages): string | null {
  switch (kind) {
    case 'coding': {
      const coding = world.everyCoding.find(({ guid }) => guid === target);
      return coding
        ? JSON.stringify([coding.document, coding.code, coding.state === 'orphaned' ? '' : coding.quote])
        : null;
    }
    case 'passage': {
      const passage = passages.get(target);
      if (!passage || !world.documents.some(({ guid }) => guid === passage.document)) return null;
      const range = rangeIn(passage.model, target);
      return JSON.stringify(range ? textOf(passage.model).slice(range.start, range.end) : null);
    }
    case 'memo': {
      const memo = world.memos.find(({ guid }) => guid === target);
      return memo ? JSON.stringify([memo.title, memo.body]) : null;
    }
    case 'proposition': {
      const found = world.propositions.find(({ guid }) => guid === target);
      return found ? JSON.stringify([found.statement, found.status === 'rejected']) : null;
    }
    case 'cell':
      return writtenCell(world, target);
    default:
      return displayContent(world, target);
  }
}

/** A row of a triangulation: what is said in each column that has documents, on which side. Null where a column can no longer be told. */
export function rowContent(
  world: World,
  { guid, dimension, evidence }: Proposition,
  comparison: string,
  passages: Passages,
): string | null {
  const by = JSON.parse(comparison) as { readonly kind: string; readonly variableId?: Guid };
  const variable = world.variables.find((each) => each.guid === by.variableId);
  if (by.kind === 'group' && !variable) return null;
  const branch = new Set(dimension === null ? [] : branchOf(world, dimension));
  const sides = new Map(evidence.map(({ kind, target, side }) => [target, `${kind} ${side}`]));
  const columns = new Map<string, string[]>();
  for (const document of world.documents) {
    const key =
      by.kind === 'technique'
        ? document.kind
        : by.kind === 'source'
          ? (document.case ?? '-')
          : (valueOf(world, variable?.guid as Guid, document.guid) ?? '-');
    const said = columns.get(key) ?? [];
    columns.set(key, said);
    for (const { guid: coding, code, quote, document: place } of world.codings) {
      const side = sides.get(coding);
      if (place !== document.guid || (!branch.has(code) && side === undefined)) continue;
      said.push(JSON.stringify([coding, code, quote, side ?? null]));
    }
    for (const { kind, target, side } of evidence) {
      const passage = kind === 'passage' ? passages.get(target) : undefined;
      const range = passage?.document === document.guid ? rangeIn(passage.model, target) : null;
      if (passage && range)
        said.push(JSON.stringify([target, textOf(passage.model).slice(range.start, range.end), side]));
    }
  }
  return JSON.stringify([guid, [...columns].map(([key, said]) => JSON.stringify([key, said.toSorted()])).toSorted()]);
}

function standsAt(world: World, axis: DisplayAxis, key: string, coding: World['codings'][number]): boolean {
  const document = world.documents.find(({ guid }) => guid === coding.document);
  switch (axis.by) {
    case 'codes':
      return axis.ids.includes(key as Guid) && branchOf(world, key as Guid).includes(coding.code);
    case 'cases':
      return document?.case === key;
    case 'documents':
      return document?.guid === key;
    case 'kinds':
      return document?.kind === key;
    case 'periods':
      return document?.date?.startsWith(key) ?? false;
    case 'values':
      return document !== undefined && valueOf(world, axis.variableId, document.guid) === key;
    case 'items': {
      const code = axis.items.find(({ id }) => id === key)?.codeId;
      return code !== undefined && branchOf(world, code).includes(coding.code);
    }
  }
}

/** The code and all below it; nothing of a code that is gone. */
function branchOf(world: World, code: Guid): readonly Guid[] {
  if (!world.codes.some(({ guid }) => guid === code)) return [];
  return [code, ...world.codes.filter(({ parent }) => parent === code).flatMap(({ guid }) => branchOf(world, guid))];
}

function valueOf(world: World, variable: Guid, document: Guid): string | undefined {
  const owner = world.documents.find(({ guid }) => guid === document)?.case;
  return world.cases.find(({ guid }) => guid === owner)?.values.find((each) => each.variable === variable)?.value;
}

function writtenCell(world: World, cell: Guid): string | null {
  for (const [display, matrix] of world.matrices) {
    const found = matrix.cells.find(({ guid }) => guid === cell);
    if (found) {
      const place = {
        display,
        row: matrix.rows[found.row]?.key ?? '',
        column: matrix.columns[found.column]?.key ?? '',
      };
      return JSON.stringify([found.text, found.rating, cellContent(world, place, cell)]);
    }
    const lost = matrix.lost.find(({ guid }) => guid === cell);
    if (lost) return JSON.stringify([lost.text, lost.rating, 'lost']);
  }
  return null;
}

function displayContent(world: World, target: Guid): string | null {
  const network = world.networks.find(({ guid }) => guid === target);
  if (network) {
    const nodes = network.nodes.map(({ guid, target: of, label, note }) => [guid, of ?? label, note]);
    return JSON.stringify([
      network.commentary,
      nodes,
      network.links.map(({ guid, from, to, kind, note }) => [guid, from, to, kind, note]),
    ]);
  }
  const display = world.displays.find(({ guid }) => guid === target);
  return display ? JSON.stringify([display.definition, display.commentary, sheetOf(world, display)]) : null;
}

/** Every cell there can be, written out. */
function sheetOf(world: World, { guid: display }: DisplayDetails) {
  const matrix = world.matrices.get(display);
  if (!matrix) return [];
  const cells = matrix.rows.flatMap(({ key: row }, at) =>
    matrix.columns.map(({ key: column }, beside) => {
      const cell = matrix.cells.find((each) => each.row === at && each.column === beside);
      const content = cellContent(world, { display, row, column }, cell?.guid ?? null);
      return content === '[[],[]]' && !cell?.text && !cell?.rating
        ? null
        : [row, column, cell?.text ?? '', cell?.rating ?? '', content];
    }),
  );
  return [
    cells.filter((cell) => cell !== null),
    matrix.lost.map(({ row, column, text, rating }) => [row, column, text, rating]),
  ];
}
