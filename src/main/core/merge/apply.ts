// Brings a study into the open project: what is there by GUID is updated, what is not is added, and nothing goes
// unless it was asked for. Runs inside one transaction, row by row, so that it may rest between any two; a dry run is the
// same, rolled back.

import { mergeChange } from '../../../shared/contract/interchange.ts';
import { splicesBetween } from '../../../shared/domain/diff.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { arePages, movePages } from '../../../shared/domain/pages.ts';
import { rangeMover } from '../../../shared/domain/range-mover.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { palette } from '../../../shared/domain/palette.ts';
import { putValue } from '../../db/cases.ts';
import { sha256 } from '../../db/checksums.ts';
import { deleteCodingRow } from '../../db/codings.ts';
import { sql, type Value } from '../../db/database.ts';
import { keepOriginal } from '../../db/documents.ts';
import { keptRows, lastKeptPosition, putKept, putKeptFile, rowsOf, textsOf } from '../../db/exchange.ts';
import { insertTarget, targetOf, targetsOf } from '../../db/memos.ts';
import { pageStartsOf, putPages } from '../../db/pages.ts';
import { insertStoredText } from '../../db/texts.ts';
import { storedText } from '../../db/stored-text.ts';
import { removeMemosAbout } from '../memo-rules.ts';
import { editText } from '../text-edit.ts';
import type { Steps } from '../steps.ts';
import type { WriteScope } from '../write.ts';
import {
  freshRow,
  given,
  idOf,
  putter,
  type Merge,
  type MergeCounts,
  type MergeKind,
  type MergeOptions,
  type RowByRow,
} from './rows.ts';
import { insertWithVersions, putVersionNames } from './named-texts.ts';
import { putOwnRows } from './own-rows.ts';
import { saysTheSame, splicesToSame } from './same-words.ts';
import type { DocumentPart, Study } from './study.ts';

const kinds: readonly MergeKind[] = mergeChange.shape.kind.options;

/** @returns what was added, changed and removed, by kind */
export function* applyStudy(scope: WriteScope, study: Study, options: MergeOptions): Steps<MergeCounts> {
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, { added: 0, changed: 0, unchanged: 0, removed: 0 }]),
  ) as unknown as MergeCounts;
  const merge: Merge = {
    ...scope,
    ...options,
    study,
    counts,
    ids: new Map(),
    texts: new Map(),
    otherText: new Map(),
  };
  if (options.adopt) adoptProject(merge);
  const all = rowsIn(study);
  let done = 0;
  for (const _row of rowByRow(merge)) {
    done += 1;
    yield Math.min(1, done / all);
  }
  return counts;
}

function* rowByRow(merge: Merge): RowByRow {
  yield* putPeopleAndCodes(merge);
  yield* putDocuments(merge);
  yield* putPassages(merge);
  yield* putPagesOf(merge);
  yield* putValues(merge);
  yield* putCodings(merge);
  yield* putMemos(merge);
  yield* putStructure(merge);
  yield* putOwnRows(merge);
  yield* putKeptParts(merge);
}

function rowsIn({ own, ...study }: Study): number {
  const lists = [...Object.values(study), ...Object.values(own)].filter((list) => Array.isArray(list));
  return lists.reduce((sum, { length }) => sum + length, 1);
}

function adoptProject({ db, study }: Merge): void {
  const { project } = study;
  // A file that says nothing of its project, such as a codebook, leaves what a person wrote.
  const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
  const columns = { ...project, name: said(project.name), description: said(project.description) };
  const known = db.get<Readonly<Record<string, Value>>>(sql`SELECT * FROM project WHERE id = 1`) ?? {};
  const changed = Object.entries(columns).filter(([name, value]) => value !== undefined && known[name] !== value);
  for (const [name, value] of changed) {
    if (!projectColumns.includes(name)) continue;
    db.run({ text: `UPDATE project SET ${name} = ? WHERE id = 1`, params: [value as Value] });
  }
  // A new project begins with one coder; where the file says who coded, nobody else did.
  if (study.coders.length > 0) db.run(sql`DELETE FROM coder`);
}

const projectColumns = ['guid', 'name', 'description', 'language', 'fictional', 'created_at'];

function* putPeopleAndCodes(merge: Merge): RowByRow {
  const { study, now } = merge;
  const coders = putter(merge, 'coder', 'coders');
  for (const [index, { guid, name, initials, color, created_at }] of study.coders.entries()) {
    yield;
    const fresh = { color: palette[index % palette.length] ?? palette[0], created_at: created_at ?? now };
    coders.put(guid, { name, initials, ...given({ color }) }, fresh);
  }
  const codes = putter(merge, 'code', 'codes');
  const children = new Map<Guid | null, number>();
  for (const { guid, parent, created_by, created_at, modified_at, ...rest } of study.codes) {
    yield;
    const parentId = idOf(merge, 'code', parent);
    const position = children.get(parent) ?? nextPosition(merge, parentId);
    const isNew = !codes.has(guid);
    if (isNew) children.set(parent, position + 1);
    const made = { ...freshRow(merge, created_by, created_at, modified_at), position };
    const color = palette[children.size % palette.length] ?? palette[0];
    const fresh = { ...made, ...emptyCard, color, ...given(rest) };
    codes.put(guid, { parent_id: parentId, ...given(rest), ...given({ modified_at }) }, fresh, true);
  }
  closeGaps(merge);
  const cases = putter(merge, 'study_case', 'cases');
  for (const [index, { guid, ...rest }] of study.cases.entries()) {
    yield;
    cases.put(guid, rest, { position: cases.size + index });
  }
  const variables = putter(merge, 'variable', 'variables');
  for (const [index, { guid, choices, scope, ...rest }] of study.variables.entries()) {
    yield;
    const fresh = { position: variables.size + index, choices: choices ?? '[]', scope };
    variables.put(guid, { ...rest, ...given({ choices }) }, fresh);
  }
}

const emptyCard = {
  description: '',
  codable: 1,
  include_rule: '',
  exclude_rule: '',
  typical_example: '',
  counter_example: '',
  kind: null,
  theory: null,
};

function nextPosition({ db }: Merge, parent: number | null): number {
  return (
    db.get<{ next: number }>(sql`
      SELECT coalesce(max(position) + 1, 0) AS next FROM code WHERE parent_id IS ${parent}`)?.next ?? 0
  );
}

/** CT2: a code that moved to another parent leaves no gap and takes nobody's place. */
function closeGaps({ db }: Merge): void {
  const rows = db.all<{ id: number; parent_id: number | null; position: number }>(
    sql`SELECT id, parent_id, position FROM code ORDER BY parent_id, position, id`,
  );
  for (const siblings of Map.groupBy(rows, ({ parent_id: parent }) => parent).values()) {
    siblings.forEach(({ id, position }, index) => {
      if (position !== index) db.run(sql`UPDATE code SET position = ${index} WHERE id = ${id}`);
    });
  }
}

function* putDocuments(merge: Merge): RowByRow {
  const { study, db, counts } = merge;
  const documents = putter(merge, 'document', 'documents');
  const texts = textsOf(db);
  for (const [index, part] of study.documents.entries()) {
    yield;
    const { guid, text: _text, stored, case: caseGuid, created_by, created_at, modified_at, ...rest } = part;
    const caseId = caseGuid === undefined ? {} : { case_id: idOf(merge, 'study_case', caseGuid) };
    const fresh = {
      kind: 'interview',
      language: '',
      date: null,
      place: '',
      original_name: '',
      ...given(rest),
      position: documents.size + index,
      ...freshRow(merge, created_by, created_at, modified_at),
    };
    const isNew = !documents.has(guid);
    const id = documents.put(guid, { ...given(rest), ...caseId, ...given({ modified_at }) }, fresh, true);
    if (isNew) {
      if (!insertWithVersions(merge, part, id)) insertStoredText(db, id, stored ?? storedText(part.text));
      merge.texts.set(guid, part.text);
      counts.texts.added += 1;
    } else {
      updateText(merge, part, id, texts.get(id) ?? '');
      putVersionNames(merge, part, id);
    }
  }
}

/** What was coded in the project follows the new words by the rules of editing. */
function updateText(merge: Merge, { guid, title, text }: DocumentPart, id: number, known: string): void {
  const { counts, db, sequence, now, notes } = merge;
  if (saysTheSame(known, text)) {
    counts.texts.unchanged += 1;
    merge.texts.set(guid, known);
    if (known !== text) merge.otherText.set(guid, splicesToSame(text, known));
    return;
  }
  notes.add('text-changed', title);
  counts.texts.changed += 1;
  editText(db, sequence, now, id, splicesBetween(known, text));
  const edited = db.get<{ text: string }>(sql`SELECT text FROM document_text WHERE id = ${id}`)?.text ?? '';
  merge.texts.set(guid, edited);
  // What is edited is canonical (T1), whatever the file has.
  if (edited !== text) merge.otherText.set(guid, splicesToSame(text, edited));
}

/** A place of the file in the text as it is here. */
function placeIn({ otherText }: Merge, document: Guid, place: Range): Range {
  const splices = otherText.get(document);
  if (!splices) return place;
  const { start, end } = rangeMover(splices)(place);
  return { start, end };
}

function wordsAt({ texts }: Merge, document: Guid, start: number, end: number): string {
  return (texts.get(document) ?? '').slice(start, end);
}

function* putPassages(merge: Merge): RowByRow {
  const passages = putter(merge, 'passage', 'structure');
  for (const { guid, document, start, end, quote } of merge.study.passages) {
    yield;
    const documentId = idOf(merge, 'document', document);
    if (documentId === null) continue;
    const place = placeIn(merge, document, { start, end });
    const row = { document_id: documentId, start_offset: place.start, end_offset: place.end };
    passages.put(guid, { ...row, quote: quote ?? wordsAt(merge, document, place.start, place.end) }, {});
  }
}

function* putPagesOf(merge: Merge): RowByRow {
  const { db, study, texts, otherText, counts } = merge;
  for (const { document, starts } of study.pages) {
    yield;
    const id = idOf(merge, 'document', document);
    const here = movePages(starts, otherText.get(document) ?? []).starts;
    if (id === null || !arePages(here, texts.get(document)?.length ?? -1)) continue;
    const known = pageStartsOf(db, id);
    const isSame = JSON.stringify(known) === JSON.stringify(here);
    if (!isSame) putPages(db, id, here);
    counts.structure[known === null ? 'added' : isSame ? 'unchanged' : 'changed'] += 1;
  }
}

function* putValues(merge: Merge): RowByRow {
  const { db, counts, study } = merge;
  for (const { variable, owner, value } of study.values) {
    yield;
    const variableId = idOf(merge, 'variable', variable);
    const ownerId = idOf(merge, owner.kind === 'case' ? 'study_case' : 'document', owner.guid);
    if (variableId === null || ownerId === null) continue;
    const key = {
      case_id: owner.kind === 'case' ? ownerId : null,
      document_id: owner.kind === 'document' ? ownerId : null,
    };
    const known = db.get<{ value: string }>(sql`
      SELECT value FROM variable_value
      WHERE variable_id = ${variableId} AND case_id IS ${key.case_id} AND document_id IS ${key.document_id}`)?.value;
    counts.values[known === undefined ? 'added' : known === value ? 'unchanged' : 'changed'] += 1;
    if (known !== value) putValue(db, variableId, key, value);
  }
}

function* putCodings(merge: Merge): RowByRow {
  const { study, counts, db, notes } = merge;
  const codings = putter(merge, 'coding', 'codings');
  for (const part of study.codings) {
    yield;
    const { guid, document, code, coder, created_at, modified_at, start: from, end: to, ...rest } = part;
    const documentId = idOf(merge, 'document', document);
    const codeId = idOf(merge, 'code', code);
    if (documentId === null || codeId === null) continue;
    const { start, end } = placeIn(merge, document, { start: from, end: to });
    if (start === end && from < to) {
      notes.add('position-repaired', study.documents.find((each) => each.guid === document)?.title);
      continue;
    }
    const row = {
      document_id: documentId,
      start_offset: start,
      end_offset: end,
      code_id: codeId,
      coder_id: idOf(merge, 'coder', coder),
      quote: wordsAt(merge, document, start, end),
      ...given(rest),
    };
    const created = created_at ?? merge.now;
    const fresh = { weight: null, state: 'kept', former_quote: null, ...given(rest) };
    codings.put(
      guid,
      { ...row, ...given({ modified_at }) },
      { ...fresh, created_at: created, modified_at: modified_at ?? created },
      true,
    );
  }
  if (!merge.removeMissing) return;
  const inFile = new Set(study.codings.map(({ guid }) => guid));
  const documents = new Set(study.documents.map(({ guid }) => idOf(merge, 'document', guid)));
  for (const row of rowsOf(db, 'coding')) {
    yield;
    if (inFile.has(row.guid) || !documents.has(row['document_id'] as number)) continue;
    counts.memos.removed += removeMemosAbout({ db }, row.guid);
    deleteCodingRow(db, row.id);
    counts.codings.removed += 1;
    notes.add('removed');
  }
}

function* putMemos(merge: Merge): RowByRow {
  const { db, study } = merge;
  const memos = putter(merge, 'memo', 'memos');
  const projectGuid = db.get<{ guid: Guid }>(sql`SELECT guid FROM project WHERE id = 1`)?.guid ?? '';
  for (const { guid, title, body, kind, targets, created_by, created_at, modified_at } of study.memos) {
    yield;
    const fresh = { kind: kind ?? 'analytic', ...freshRow(merge, created_by, created_at, modified_at) };
    const id = memos.put(guid, { title, body, ...given({ kind, modified_at }) }, fresh, true);
    const known = new Set(targetsOf(db, id).map((row) => JSON.stringify(targetOf(row))));
    for (const from of targets) {
      const target = from.kind === 'passage' ? { ...from, ...placeIn(merge, from.guid, from) } : from;
      if (known.has(JSON.stringify(target))) continue;
      const isPassage = target.kind === 'passage';
      const documentId = isPassage ? idOf(merge, 'document', target.guid) : null;
      if (isPassage && documentId === null) continue;
      insertTarget(db, {
        memo_id: id,
        kind: target.kind,
        target_guid: (target.kind === 'project' ? projectGuid : target.guid) as Guid,
        document_id: documentId,
        start_offset: isPassage ? target.start : null,
        end_offset: isPassage ? target.end : null,
        quote: isPassage ? wordsAt(merge, target.guid, target.start, target.end) : null,
      });
    }
  }
}

function* putStructure(merge: Merge): RowByRow {
  const { study } = merge;
  const links = putter(merge, 'passage_link', 'links');
  for (const { guid, from, to, kind, note, created_by, created_at, modified_at } of study.links) {
    yield;
    const ends = { from_passage_id: idOf(merge, 'passage', from), to_passage_id: idOf(merge, 'passage', to) };
    if (ends.from_passage_id === null || ends.to_passage_id === null) continue;
    const fresh = { note: '', ...freshRow(merge, created_by, created_at, modified_at), ...given({ note }) };
    links.put(guid, { kind, ...ends, ...given({ note, modified_at }) }, fresh, true);
  }
  const questions = putter(merge, 'guide_question', 'structure');
  for (const [index, { guid, ...rest }] of study.questions.entries()) {
    yield;
    questions.put(guid, rest, { position: questions.size + index });
  }
  const sections = putter(merge, 'guide_section', 'structure');
  for (const { guid, question, passage } of study.sections) {
    yield;
    const row = { question_id: idOf(merge, 'guide_question', question), passage_id: idOf(merge, 'passage', passage) };
    if (row.question_id !== null && row.passage_id !== null) sections.put(guid, row, {});
  }
  const speakers = putter(merge, 'speaker', 'structure');
  const names = new Set(rowsOf(merge.db, 'speaker').map((row) => row['name']));
  for (const { guid, name, role, color, case: caseGuid } of study.speakers) {
    yield;
    if (!speakers.has(guid) && names.has(name)) continue;
    speakers.put(guid, { name, role, color, case_id: idOf(merge, 'study_case', caseGuid) }, {});
  }
}

function* putKeptParts({ db, study, counts }: Merge): RowByRow {
  const known = new Map(keptRows(db).map((row) => [`${row.kind} ${row.guid}`, row]));
  let position = lastKeptPosition(db);
  for (const { kind, guid, owner, shown, node, made } of study.kept) {
    yield;
    const row = known.get(`${kind} ${guid}`);
    if (!row) position += 1;
    const data = JSON.stringify(Object.keys(made).length === 0 ? { node } : { node, made });
    const written = putKept(db, row, {
      kind,
      guid,
      owner_guid: owner,
      position: row?.position ?? position,
      shown: Number(shown),
      data,
    });
    if (!shown) counts.kept[row ? (written ? 'changed' : 'unchanged') : 'added'] += 1;
  }
  for (const { name, bytes } of study.files) {
    yield;
    const mediaType = 'application/octet-stream';
    putKeptFile(db, name, keepOriginal(db, { name, mediaType, bytes, sha256: sha256(bytes) }));
  }
}
