// Looking for negative evidence: cases that do not show what the proposition says, or show the opposite.

import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { NegativeCase } from '../../../shared/contract/propositions.ts';
import { descendantsOf } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { listCases } from '../../db/cases.ts';
import { listCodes } from '../../db/codes.ts';
import { listCodings } from '../../db/codings.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listDocuments } from '../../db/documents.ts';
import { evidenceOf, requireProposition } from '../../db/propositions.ts';
import { presentEvidence } from './load.ts';
import { groundOf } from './ground.ts';

/** Opposing cases first, each in the order of the study. Documents without a case count one by one. */
export function negativeCases(
  db: ReadableDb,
  { propositionId, codeIds, opposingIds }: CheckedInputOf<'propositions.negativeCases'>,
): NegativeCase[] {
  const proposition = requireProposition(db, propositionId);
  const rows = evidenceOf(db, proposition.id);
  const present = presentEvidence(db, rows);
  const own = rows.flatMap((row) => (row.side === 'supports' ? (present.get(row.guid)?.code ?? []) : []));
  const wanted = branches(db, codeIds ?? (proposition.dimension_guid ? [proposition.dimension_guid] : own));
  const opposing = branches(db, opposingIds);
  const against = new Set(rows.filter(({ side }) => side === 'opposes').map(({ target_guid: target }) => target));
  const asked = groundOf(db, [propositionId]);
  const questions = asked.subjects.get(propositionId)?.questions ?? [];
  const states = ['kept', 'changed'] as const;
  const byDocument = Map.groupBy(listCodings(db, { states }), ({ document }) => document);
  const groups = [
    ...listCases(db).map(({ guid, name, documents }) => ({ case: guid, name, documents })),
    ...listDocuments(db).flatMap((document) =>
      document.case === null ? [{ case: null, name: document.title, documents: [document.guid] }] : [],
    ),
  ];
  const found = groups.flatMap(({ case: studyCase, name, documents }): NegativeCase[] => {
    const codings = documents.flatMap((document) => byDocument.get(document) ?? []);
    const speaking = codings.filter(({ guid, code }) => opposing.has(code) || against.has(guid));
    const hasCode = codings.some(({ code, guid }) => wanted.has(code) && !against.has(guid));
    if (speaking.length === 0 && hasCode) return [];
    const answers = documents.map((document) => asked.asked(questions, document, studyCase !== null));
    return [
      {
        case: studyCase,
        name,
        documents: [...documents],
        kind: speaking.length > 0 ? 'opposing' : 'without',
        asked: answers.includes(true) ? true : answers.includes(null) || answers.length === 0 ? null : false,
        codings: speaking.map(({ guid }) => guid),
      },
    ];
  });
  return found.toSorted((a, b) => Number(a.kind === 'without') - Number(b.kind === 'without'));
}

function branches(db: ReadableDb, roots: readonly Guid[]): ReadonlySet<Guid> {
  if (roots.length === 0) return new Set();
  const tree = listCodes(db).map(({ guid, parent_guid: parent, name }) => ({ guid, parent, name }));
  return new Set(roots.flatMap((root) => [root, ...descendantsOf(tree, root)]));
}
