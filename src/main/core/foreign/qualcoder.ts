// QualCoder: `data.qda` holds the whole project, the texts too; offsets are code points, the end exclusive.

import type { ForeignDatabase, ForeignRow } from '../../db/foreign.ts';
import { keyOfCell, momentOfCell, numberOfCell, textOfCell } from './cells.ts';
import type { ForeignCase, ForeignCode, ForeignProject, ForeignTally, ForeignVariable } from './model.ts';
import { createForeignTally } from './model.ts';
import { codePointPlaces, type PlaceFinder } from './places.ts';

export function isQualCoder(database: ForeignDatabase): boolean {
  return database.has('code_name') && database.has('code_text') && database.has('source');
}

export function readQualCoder(database: ForeignDatabase): ForeignProject {
  const tally = createForeignTally();
  const sources = database.rows('source');
  const texts = sources.filter((row) => textOfCell(row, 'fulltext') !== '');
  const media = sources.filter((row) => textOfCell(row, 'fulltext') === '');
  const isMedia = (row: ForeignRow): boolean =>
    /^(\/?(images|audio|video)[/:]|(images|audio|video):)/.test(textOfCell(row, 'mediapath'));
  tally.add('media-left-out', media.filter(isMedia).length);
  tally.add('documents-without-text', media.filter((row) => !isMedia(row)).length);
  tally.add('picture-codings-left-out', database.rows('code_image').length);
  tally.add('recording-codings-left-out', database.rows('code_av').length);
  tally.add('graphs-left-out', database.rows('graph').length);
  const places = new Map<string, PlaceFinder>(
    texts.map((row) => [keyOfCell(row, 'id'), codePointPlaces(textOfCell(row, 'fulltext'))]),
  );
  const codings = database.rows('code_text').flatMap((row) => {
    const document = keyOfCell(row, 'fid');
    const find = places.get(document);
    if (find === undefined) {
      tally.add('codings-of-nothing');
      return [];
    }
    if (numberOfCell(row, 'important') === 1) tally.add('marks-left-out');
    return [
      {
        document,
        code: keyOfCell(row, 'cid', 'code '),
        coder: textOfCell(row, 'owner'),
        start: find(numberOfCell(row, 'pos0') ?? -1) ?? -1,
        end: find(numberOfCell(row, 'pos1') ?? -1) ?? -1,
        quote: textOfCell(row, 'seltext'),
        memo: textOfCell(row, 'memo'),
        createdAt: momentOfCell(row, 'date'),
      },
    ];
  });
  const notes = database.rows('annotation').map((row) => {
    const document = keyOfCell(row, 'fid');
    const find = places.get(document);
    const start = find?.(numberOfCell(row, 'pos0') ?? -1) ?? -1;
    const end = find?.(numberOfCell(row, 'pos1') ?? -1) ?? -1;
    return {
      title: '',
      body: textOfCell(row, 'memo'),
      coder: textOfCell(row, 'owner'),
      createdAt: momentOfCell(row, 'date'),
      about: find === undefined ? null : { document, start, end },
    };
  });
  const journals = database.rows('journal').map((row) => ({
    title: textOfCell(row, 'name'),
    body: textOfCell(row, 'jentry'),
    coder: textOfCell(row, 'owner'),
    createdAt: momentOfCell(row, 'date'),
    about: null,
  }));
  const project = database.rows('project').map((row) => ({
    title: '',
    body: textOfCell(row, 'memo'),
    coder: '',
    createdAt: momentOfCell(row, 'date'),
    about: null,
  }));
  return {
    program: 'QualCoder',
    codes: codesOf(database),
    documents: texts.map((row) => ({
      key: keyOfCell(row, 'id'),
      title: textOfCell(row, 'name'),
      description: textOfCell(row, 'memo'),
      text: textOfCell(row, 'fulltext'),
      createdAt: momentOfCell(row, 'date'),
    })),
    codings,
    cases: casesOf(database),
    variables: variablesOf(database, tally),
    memos: [...notes, ...journals, ...project],
    left: tally.notes(),
  };
}

/** Categories order codes and cannot be given to a passage; codes may stand below codes. */
function codesOf(database: ForeignDatabase): readonly ForeignCode[] {
  const categories = database.rows('code_cat').map((row) => ({
    key: keyOfCell(row, 'catid', 'category '),
    parent: keyOfCell(row, 'supercatid', 'category ') || null,
    name: textOfCell(row, 'name'),
    color: null,
    description: textOfCell(row, 'memo'),
    codable: false,
  }));
  const codes = database.rows('code_name').map((row) => ({
    key: keyOfCell(row, 'cid', 'code '),
    parent: keyOfCell(row, 'supercid', 'code ') || keyOfCell(row, 'catid', 'category ') || null,
    name: textOfCell(row, 'name'),
    color: textOfCell(row, 'color'),
    description: textOfCell(row, 'memo'),
    codable: true,
  }));
  return [...categories, ...codes];
}

function casesOf(database: ForeignDatabase): readonly ForeignCase[] {
  const links = Map.groupBy(database.rows('case_text'), (row) => keyOfCell(row, 'caseid'));
  return database.rows('cases').map((row) => {
    const key = keyOfCell(row, 'caseid');
    return {
      key,
      name: textOfCell(row, 'name'),
      description: textOfCell(row, 'memo'),
      documents: [...new Set((links.get(key) ?? []).map((link) => keyOfCell(link, 'fid')))],
    };
  });
}

function variablesOf(database: ForeignDatabase, tally: ForeignTally): readonly ForeignVariable[] {
  const values = database.rows('attribute');
  const types = database.rows('attribute_type');
  const known = new Set(types.map((row) => `${textOfCell(row, 'caseOrFile')} ${textOfCell(row, 'name')}`));
  const strays = values.filter((row) => !known.has(`${textOfCell(row, 'attr_type')} ${textOfCell(row, 'name')}`));
  tally.add('values-left-out', strays.filter((row) => textOfCell(row, 'value') !== '').length);
  return types.map((type) => {
    const name = textOfCell(type, 'name');
    const kind = textOfCell(type, 'caseOrFile');
    return {
      name,
      scope: kind === 'case' ? 'case' : 'document',
      description: textOfCell(type, 'memo'),
      values: values
        .filter((row) => textOfCell(row, 'name') === name && textOfCell(row, 'attr_type') === kind)
        .map((row) => ({ owner: keyOfCell(row, 'id'), value: textOfCell(row, 'value') }))
        .filter(({ value }) => value !== ''),
    };
  });
}
