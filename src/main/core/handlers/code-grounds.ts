// Where codes come from, and how one becomes several.

import { childrenOf, insertCode, listCodes, orderCodes, requireCode, updateCode } from '../../db/codes.ts';
import { requireCodings, updateCoding } from '../../db/codings.ts';
import { putCondensation } from '../../db/condensation.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listResearchQuestions, requireResearchQuestion, setQuestionsOf } from '../../db/questions.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { nextColor } from '../code-colors.ts';
import { recordCodeChange } from '../code-changes.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';

export const codeGroundQueries = {
  'codes.grounds': ({ db }) => {
    const questions = listResearchQuestions(db);
    return listCodes(db).flatMap(({ guid, theory }) => {
      const served = questions.filter(({ codes }) => codes.includes(guid)).map((question) => question.guid);
      return theory || served.length > 0 ? [{ code: guid, theory: theory ?? '', questions: served }] : [];
    });
  },
} satisfies Partial<QueryHandlers>;

export const codeGroundCommands = {
  'codes.setGround': ({ db, services, now }, { codeId, theory, questionIds }) => {
    const row = requireCode(db, codeId);
    if (theory !== undefined) updateCode(db, row, { theory: theory === '' ? null : theory }, now);
    if (questionIds) {
      const ids = questionIds.map((guid) => requireResearchQuestion(db, guid).id);
      setQuestionsOf(db, 'code', row.guid, ids, services.ports.ids.next);
    }
    return {
      value: {},
      label: label('history.code.changed', { code: row.name }),
      place: { area: 'reduction', codeId },
    };
  },
  'codes.split': (context, { codeId, parts, reason }) => {
    const { db, now, services, session } = context;
    const row = requireCode(db, codeId);
    const parent = row.parent_id;
    const coder = session.currentCoder?.id ?? null;
    const added: number[] = [];
    let moved = 0;
    const guids = parts.map(({ name, description = '', codingIds }) => {
      const guid = services.ports.ids.next();
      const id = insertCode(db, {
        guid,
        parent_id: parent,
        position: childrenOf(db, parent).length,
        name,
        color: nextColor(db, parentOf(db, parent)),
        description,
        include_rule: '',
        exclude_rule: '',
        typical_example: '',
        counter_example: '',
        kind: row.kind,
        codable: 1,
        created_by: coder,
        created_at: now,
      });
      added.push(id);
      for (const coding of requireCodings(db, codingIds)) {
        if (coding.code_id !== row.id) throw new SimpulError('coding-of-other-code', { name: row.name });
        updateCoding(db, coding, { code_id: id }, now);
        // Whoever sorts it into the new code has just held it against that code (CB2).
        putCondensation(
          db,
          coding.id,
          { checked_at: now },
          { guid: services.ports.ids.next(), created_by: coder, now },
        );
        moved += 1;
      }
      const served = listResearchQuestions(db).filter(({ codes }) => codes.includes(row.guid));
      const ids = served.map((question) => requireResearchQuestion(db, question.guid).id);
      setQuestionsOf(db, 'code', guid, ids, services.ports.ids.next);
      recordCodeChange(context, { guid, name }, { kind: 'split', other_guid: row.guid, other_name: row.name, reason });
      return guid;
    });
    recordCodeChange(context, row, { kind: 'split', other_name: parts.map(({ name }) => name).join(', '), reason });
    const siblings = childrenOf(db, parent)
      .map(({ id }) => id)
      .filter((id) => !added.includes(id));
    const at = siblings.indexOf(row.id) + 1;
    orderCodes(db, parent, [...siblings.slice(0, at), ...added, ...siblings.slice(at)]);
    return {
      value: { guids, moved },
      label: label('history.code.split', { code: row.name, count: parts.length }),
      place: { area: 'reduction', codeId },
    };
  },
} satisfies Partial<CommandHandlers>;

function parentOf(db: ReadableDb, id: number | null) {
  return listCodes(db).find((code) => code.id === id) ?? null;
}
