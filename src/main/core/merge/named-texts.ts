// VE1: a version of a text is a name for a revision, and revisions are the history's. What travels is therefore what
// leads back from the present text to each that has a name; where the text is new, the way is gone again forwards, so
// that the history here knows it as if it had been edited here.

import type { Guid } from '../../../shared/domain/ids.ts';
import { applySplices, invertSplices, type Splice } from '../../../shared/domain/segments.ts';
import { recomposition } from '../../../shared/domain/text.ts';
import { textBuffer } from '../../../shared/domain/text-buffer.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { insertVersionName, renameVersion, versionNames } from '../../db/text-history.ts';
import { insertStoredText } from '../../db/texts.ts';
import { storedText } from '../../db/stored-text.ts';
import { editText } from '../text-edit.ts';
import { textAt, textHistory } from '../text-history.ts';
import { idOf, type Merge } from './rows.ts';
import type { DocumentPart, NamedTextsPart } from './study.ts';

export function loadNamedTexts(db: ReadableDb): readonly NamedTextsPart[] {
  const documents = db.all<{ id: number; guid: Guid }>(sql`
    SELECT id, guid FROM document WHERE id IN (SELECT document_id FROM text_version) ORDER BY position, id`);
  return documents.map(({ id, guid: document }) => {
    const { steps, revision } = textHistory(db, id);
    const makers = new Map(
      db
        .all<{ guid: Guid; maker: Guid | null }>(sql`
          SELECT v.guid, c.guid AS maker FROM text_version AS v LEFT JOIN coder AS c ON c.id = v.created_by
          WHERE v.document_id = ${id}`)
        .map((row) => [row.guid, row.maker]),
    );
    const named = Map.groupBy(versionNames(db, id), (row) => row.revision);
    const revisions = [...named.keys()].toSorted((a, b) => b - a);
    const states = revisions.map((at, index) => ({
      back: steps
        .filter((step) => step.revision > at && step.revision <= (revisions[index - 1] ?? revision))
        .toReversed()
        .flatMap(({ inverse }) => inverse)
        .map(({ at: place, remove, insert }) => ({ at: place, remove, insert })),
      names: (named.get(at) ?? []).map(({ guid, name, created_at }) => ({
        guid,
        name,
        created_by: makers.get(guid) ?? null,
        created_at,
      })),
    }));
    return { document, states };
  });
}

type NamedText = {
  readonly text: string;
  readonly names: NamedTextsPart['states'][number]['names'];
  /** What leads from it to the next one that has a name, or to the present text. */
  readonly onwards: readonly Splice[];
};

/** The texts that have names, the oldest first; null where a step does not fit the text. */
function textsOf(present: string, states: NamedTextsPart['states']): readonly NamedText[] | null {
  const buffer = textBuffer(present);
  let length = present.length;
  const texts: NamedText[] = [];
  for (const { back, names } of states) {
    for (const { at, remove, insert } of back) {
      if (at + remove > length) return null;
      buffer.apply({ at, remove, insert });
      length += insert.length - remove;
    }
    const later = texts.at(-1)?.text ?? present;
    texts.push({ text: buffer.text(), names, onwards: invertSplices(later, back) });
  }
  return texts.toReversed();
}

/**
 * Brings in a new text by way of its named versions.
 * @returns whether it did; false where it has none, or where the steps would not lead to the very same text
 */
export function insertWithVersions(merge: Merge, { guid, text }: DocumentPart, id: number): boolean {
  const part = merge.study.named.find(({ document }) => document === guid);
  const texts = part ? textsOf(text, part.states) : null;
  const [first] = texts ?? [];
  if (!texts || !first) return false;
  if (!texts.every(leadsExactly)) return false;
  const { db, sequence, now } = merge;
  const { modified_at } = db.get<{ modified_at: string }>(sql`SELECT modified_at FROM document WHERE id = ${id}`) ?? {
    modified_at: now,
  };
  insertStoredText(db, id, storedText(first.text));
  let revision = 1;
  for (const { names, onwards } of texts) {
    putNames(merge, id, revision, names);
    if (onwards.length > 0) ({ revision } = editText(db, sequence, now, id, onwards));
  }
  db.run(sql`UPDATE document SET modified_at = ${modified_at} WHERE id = ${id}`);
  return true;
}

/** Names of versions of a text that was here before: where the history here knows such a text, it gets the name. */
export function putVersionNames(merge: Merge, { guid, text }: DocumentPart, id: number): void {
  const part = merge.study.named.find(({ document }) => document === guid);
  if (!part) return;
  const history = textHistory(merge.db, id);
  const revisions = new Map<string, number>();
  const first = history.revision - history.steps.length;
  for (let revision = first; revision <= history.revision; revision += 1) {
    revisions.set(textAt(history, revision), revision);
  }
  for (const { text: words, names } of textsOf(text, part.states) ?? []) {
    const revision = revisions.get(words);
    if (revision === undefined) merge.notes.add('versions-not-known', undefined, names.length);
    else putNames(merge, id, revision, names);
  }
}

function putNames(merge: Merge, id: number, revision: number, names: NamedTextsPart['states'][number]['names']): void {
  const { db, counts } = merge;
  const known = new Map(versionNames(db, id).map((row) => [row.guid, row]));
  for (const { guid, name, created_by, created_at } of names) {
    const row = known.get(guid);
    if (row?.name === name) counts.own.unchanged += 1;
    else if (row) {
      renameVersion(db, row.id, name);
      counts.own.changed += 1;
    } else {
      const maker = idOf(merge, 'coder', created_by);
      insertVersionName(db, { guid, document_id: id, revision, name, created_by: maker, created_at });
      counts.own.added += 1;
    }
  }
}

/** Whether an edit leads to its text and to no more: what is edited is made canonical (T1). */
function leadsExactly({ text, onwards }: NamedText): boolean {
  return recomposition(applySplices(text, onwards), onwards).length === 0;
}
