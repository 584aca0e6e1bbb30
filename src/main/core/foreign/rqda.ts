// RQDA: offsets are code points from 0, stored as REAL; rows whose status is not 1 were deleted by their owner.

import type { ForeignDatabase, ForeignRow, ForeignTable } from '../../db/foreign.ts';
import { keyOfCell, momentOfCell, numberOfCell, textOfCell } from './cells.ts';
import type { ForeignProject, ForeignTally, ForeignVariable } from './model.ts';
import { createForeignTally } from './model.ts';
import { codePointPlaces } from './places.ts';

export function isRqda(database: ForeignDatabase): boolean {
  return database.has('freecode') && database.has('coding') && database.has('source');
}

export function readRqda(database: ForeignDatabase): ForeignProject {
  const tally = createForeignTally();
  const alive = (table: ForeignTable): readonly ForeignRow[] => aliveRows(database, table, tally);
  const sources = alive('source');
  const places = new Map(sources.map((row) => [keyOfCell(row, 'id'), codePointPlaces(textOfCell(row, 'file'))]));
  const find = (row: ForeignRow, column: string): number =>
    places.get(keyOfCell(row, 'fid'))?.(numberOfCell(row, column) ?? -1) ?? -1;
  const codings = alive('coding').map((row) => ({
    document: keyOfCell(row, 'fid'),
    code: keyOfCell(row, 'cid', 'code '),
    coder: textOfCell(row, 'owner'),
    start: find(row, 'selfirst'),
    end: find(row, 'selend'),
    quote: textOfCell(row, 'seltext'),
    memo: textOfCell(row, 'memo'),
    createdAt: momentOfCell(row, 'date'),
  }));
  tally.add('picture-codings-left-out', alive('imageCoding').length);
  tally.add('file-folders-left-out', alive('filecat').length);
  const memos = [
    ...alive('annotation').map((row) => {
      const at = find(row, 'position');
      return {
        title: '',
        body: textOfCell(row, 'annotation'),
        coder: textOfCell(row, 'owner'),
        createdAt: momentOfCell(row, 'date'),
        // It stands at a place, without words of its own: the letter behind it.
        about: { document: keyOfCell(row, 'fid'), start: at, end: at + 1 },
      };
    }),
    ...alive('journal').map((row) => ({
      title: textOfCell(row, 'name'),
      body: textOfCell(row, 'journal'),
      coder: textOfCell(row, 'owner'),
      createdAt: momentOfCell(row, 'date'),
      about: null,
    })),
    ...database.rows('project').map((row) => ({
      title: '',
      body: textOfCell(row, 'memo'),
      coder: '',
      createdAt: momentOfCell(row, 'date'),
      about: null,
    })),
  ];
  return {
    program: 'RQDA',
    codes: codesOf(alive),
    documents: sources.map((row) => ({
      key: keyOfCell(row, 'id'),
      title: textOfCell(row, 'name'),
      description: textOfCell(row, 'memo'),
      text: textOfCell(row, 'file'),
      createdAt: momentOfCell(row, 'date'),
    })),
    codings,
    cases: casesOf(alive),
    variables: [
      ...variablesOf(alive, 'caseAttr', 'caseID', 'case'),
      ...variablesOf(alive, 'fileAttr', 'fileID', 'document'),
    ],
    memos,
    left: tally.notes(),
  };
}

type AliveRows = (table: ForeignTable) => readonly ForeignRow[];

function aliveRows(database: ForeignDatabase, table: ForeignTable, tally: ForeignTally): readonly ForeignRow[] {
  const rows = database.rows(table);
  const kept = rows.filter((row) => numberOfCell(row, 'status') === 1);
  tally.add('deleted-left-out', rows.length - kept.length);
  return kept;
}

/** A code of several categories stands below the first; RQDA itself shows it below each. */
function codesOf(alive: AliveRows): ForeignProject['codes'] {
  const categories = alive('codecat');
  const known = new Set(categories.map((row) => keyOfCell(row, 'catid')));
  const parents = new Map<string, string>();
  for (const row of alive('treecode')) {
    const [code, category] = [keyOfCell(row, 'cid'), keyOfCell(row, 'catid')];
    if (known.has(category) && !parents.has(code)) parents.set(code, category);
  }
  return [
    ...categories.map((row) => ({
      key: keyOfCell(row, 'catid', 'category '),
      parent: null,
      name: textOfCell(row, 'name'),
      color: null,
      description: textOfCell(row, 'memo'),
      codable: false,
    })),
    ...alive('freecode').map((row) => {
      const parent = parents.get(keyOfCell(row, 'id'));
      return {
        key: keyOfCell(row, 'id', 'code '),
        parent: parent === undefined ? null : `category ${parent}`,
        name: textOfCell(row, 'name'),
        color: textOfCell(row, 'color'),
        description: textOfCell(row, 'memo'),
        codable: true,
      };
    }),
  ];
}

function casesOf(alive: AliveRows): ForeignProject['cases'] {
  const links = Map.groupBy(alive('caselinkage'), (row) => keyOfCell(row, 'caseid'));
  return alive('cases').map((row) => {
    const key = keyOfCell(row, 'id');
    return {
      key,
      name: textOfCell(row, 'name'),
      description: textOfCell(row, 'memo'),
      documents: [...new Set((links.get(key) ?? []).map((link) => keyOfCell(link, 'fid')))],
    };
  });
}

function variablesOf(
  alive: AliveRows,
  table: 'caseAttr' | 'fileAttr',
  owner: string,
  scope: ForeignVariable['scope'],
): readonly ForeignVariable[] {
  const values = Map.groupBy(alive(table), (row) => textOfCell(row, 'variable'));
  return [...values].map(([name, rows]) => ({
    name,
    scope,
    description: '',
    values: rows
      .map((row) => ({ owner: keyOfCell(row, owner), value: textOfCell(row, 'value') }))
      .filter(({ value }) => value !== '' && value !== 'NA'),
  }));
}
