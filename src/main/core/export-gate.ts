// what speaks against letting the study leave this computer. A study that keeps neither consent nor pseudonyms
// has said nothing, so nothing stands in its way.

import type { OutputOf } from '../../shared/contract/contract.ts';
import type { Consent } from '../../shared/contract/collection.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { countNames } from '../../shared/domain/names.ts';
import { listPseudonyms } from '../db/collection.ts';
import { sql, type ReadableDb } from '../db/database.ts';
import { ownColumns, ownTables } from '../db/own-rows.ts';

type Gate = OutputOf<'collection.exportGate'>;

const agreed: readonly Consent[] = ['spoken', 'written', 'not-needed'];

export function exportGate(db: ReadableDb): Gate {
  const cases = db.all<{ case: Guid; name: string; consent: Consent }>(sql`
    SELECT s.guid AS "case", s.name, p.consent FROM participation AS p JOIN study_case AS s ON s.id = p.case_id
    WHERE p.kind <> 'site' OR p.consent IN ('refused', 'withdrawn') ORDER BY s.position, s.id`);
  const withoutConsent = cases.filter(({ consent }) => consent !== 'unknown' && !agreed.includes(consent));
  const names = namesThatOccur(db);
  return { open: withoutConsent.length === 0 && names.length === 0, withoutConsent, names };
}

/**
 * Refuses to let words of the study out while the gate is shut.
 * @param confirmed a person has seen what speaks against it and wants it all the same
 * @throws SimpulError `export-gate`
 */
export function assertMayLeave(db: ReadableDb, confirmed: boolean): void {
  if (confirmed) return;
  const gate = exportGate(db);
  if (gate.open) return;
  throw new SimpulError('export-gate', { cases: gate.withoutConsent.length, names: gate.names.length }, gate);
}

/** What was written into forms, displays, propositions and all else that is Simpul's own. */
function ownWords(db: ReadableDb): readonly { readonly text: string }[] {
  return ownTables.flatMap((table) => {
    const columns = ownColumns(db, table).filter(({ name, type }) => type === 'TEXT' && !/(^|_)(guid|at)$/.test(name));
    const joined = columns.map(({ name }) => `coalesce(${name}, '')`).join(' || char(10) || ');
    return joined === ''
      ? []
      : db.all<{ text: string }>({ text: `SELECT ${joined} AS text FROM ${table}`, params: [] });
  });
}

function namesThatOccur(db: ReadableDb): Gate['names'] {
  const pairs = listPseudonyms(db);
  if (pairs.length === 0) return [];
  const counts = new Map<string, number>();
  const texts = db.all<{ text: string }>(sql`
    SELECT text FROM document_text UNION ALL SELECT title FROM document UNION ALL SELECT name FROM study_case
    UNION ALL SELECT description FROM study_case UNION ALL SELECT title || char(10) || body FROM memo
    UNION ALL SELECT note FROM passage_link UNION ALL SELECT wording FROM guide_question
    UNION ALL SELECT value FROM variable_value
    UNION ALL SELECT description || char(10) || typical_example || char(10) || counter_example FROM code`);
  for (const { text } of [...texts, ...ownWords(db)]) {
    for (const [name, count] of countNames(text, pairs)) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return pairs.flatMap(({ realName, pseudonym }) => {
    const places = counts.get(realName) ?? 0;
    return places === 0 ? [] : [{ realName, pseudonym, places }];
  });
}
