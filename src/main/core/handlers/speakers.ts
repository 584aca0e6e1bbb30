import type { Speaker } from '../../../shared/contract/speakers.ts';
import type { TextEdit } from '../../../shared/contract/events.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { wordCount } from '../../../shared/domain/analysis/words.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import {
  isSpeakerName,
  likelyRole,
  renameSplices,
  speakersOf,
  turnsOf,
  turnsOfSpeaker,
  type SpeakerRole,
} from '../../../shared/domain/turns.ts';
import { requireCase } from '../../db/cases.ts';
import { sql, type ReadableDb, type WritableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import {
  deleteSpeaker,
  insertSpeaker,
  listSpeakers,
  speakerNamed,
  updateSpeaker,
  type SpeakerRow,
} from '../../db/speakers.ts';
import { textOf } from '../../db/texts.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import type { Session } from '../session.ts';
import { editText } from '../text-edit.ts';

export const speakerQueries = {
  'speakers.list': ({ db, session }, { documentId }): Speaker[] => {
    const rows = new Map(listSpeakers(db).map((row) => [row.name, row]));
    const wanted = documentId === undefined ? null : requireDocument(db, documentId).id;
    const found = new Map<string, Counted & { readonly documents: Guid[] }>();
    for (const { guid, voices } of voicesIn(db, session, wanted)) {
      for (const voice of voices) {
        const known = found.get(voice.name);
        found.set(voice.name, {
          ...voice,
          // Who asks in one transcript and answers in another is told apart by a person, not by us.
          role: known?.role ?? voice.role,
          turns: voice.turns + (known?.turns ?? 0),
          words: voice.words + (known?.words ?? 0),
          documents: [...(known?.documents ?? []), guid],
        });
      }
    }
    return [...found.values()].map(({ name, role, documents, turns, words }) => {
      const row = rows.get(name);
      return {
        name,
        role: row?.role ?? role,
        isRoleSet: row !== undefined,
        color: row?.color ?? null,
        case: row?.case_guid ?? null,
        documents,
        turns,
        words,
      };
    });
  },
  'speakers.known': ({ db }) =>
    listSpeakers(db).map(({ name, role, color, case_guid }) => ({ name, role, color, case: case_guid })),
} satisfies Partial<QueryHandlers>;

export const speakerCommands = {
  'speakers.set': ({ db, services, session }, { name, role, color, caseId }) => {
    const row = speakerNamed(db, name);
    if (!row && !namesIn(db, session).has(name)) throw new SimpulError('not-found', { what: 'speaker' });
    const next = {
      name,
      role: role ?? row?.role ?? suggestedRole(db, session, name),
      color: color === undefined ? (row?.color ?? null) : color,
      case_id: caseId === undefined ? (row?.case_id ?? null) : caseId === null ? null : requireCase(db, caseId).id,
    };
    if (row) updateSpeaker(db, { ...row, ...next });
    else insertSpeaker(db, { guid: services.ports.ids.next(), ...next });
    return { value: {}, label: label('history.speaker.changed', { name }), place: { area: 'reduction' } };
  },
  'speakers.rename': (context, { from, to, documentIds }) => {
    if (!isSpeakerName(to)) throw new SimpulError('speaker-name', { name: to });
    const { db, session } = context;
    const isThere = namesIn(db, session).has(to);
    const ids =
      documentIds?.map((guid) => requireDocument(db, guid).id) ?? documentsInOrder(db).map((document) => document.id);
    const edits = [...new Set(ids)].flatMap((id) => renameIn(context, id, from, to));
    moveKnowledge(context, from, to);
    const first = edits[0];
    const turns = edits.reduce((sum, edit) => sum + edit.turns, 0);
    return {
      value: { documents: edits.length, turns },
      label: label(from.length > 1 || isThere ? 'history.speaker.merged' : 'history.speaker.renamed', {
        name: from[0] ?? '',
        to,
        count: turns,
      }),
      place: { area: 'reduction', ...(first ? { documentId: first.edit.documentId } : {}) },
      texts: edits.map(({ edit }) => edit),
    };
  },
} satisfies Partial<CommandHandlers>;

/** Names of those who ask in a text: as a person said, else as it seems (SP3). */
export function interviewersIn(db: ReadableDb, text: string): readonly string[] {
  const turns = turnsOf(text);
  const roles = new Map(listSpeakers(db).map(({ name, role }) => [name, role]));
  return speakersOf(turns).filter((name) => (roles.get(name) ?? likelyRole(name, turns, text)) === 'interviewer');
}

type Counted = {
  readonly name: string;
  readonly role: SpeakerRole;
  readonly turns: number;
  readonly words: number;
};
type Voices = { readonly hash: string; readonly voices: readonly Counted[] };

/** Who speaks in each text, read anew only where a text is another one than at the last look. */
const remembered = new WeakMap<Session, Map<number, Voices>>();

function voicesIn(
  db: ReadableDb,
  session: Session,
  only: number | null,
): readonly { readonly guid: Guid; readonly voices: readonly Counted[] }[] {
  const memory = remembered.get(session) ?? new Map<number, Voices>();
  remembered.set(session, memory);
  return documentsInOrder(db)
    .filter(({ id }) => only === null || id === only)
    .map(({ id, guid, hash }) => {
      let known = memory.get(id);
      if (known?.hash !== hash) {
        known = { hash, voices: countVoices(textOf(db, id)?.text ?? '') };
        memory.set(id, known);
      }
      return { guid, voices: known.voices };
    });
}

function countVoices(text: string): readonly Counted[] {
  const turns = turnsOf(text);
  return speakersOf(turns).map((name) => ({
    name,
    role: likelyRole(name, turns, text),
    turns: turns.filter(({ speaker }) => speaker === name).length,
    words: turnsOfSpeaker(turns, name).reduce((sum, { start, end }) => sum + wordCount(text.slice(start, end)), 0),
  }));
}

function suggestedRole(db: ReadableDb, session: Session, name: string): SpeakerRole {
  for (const { voices } of voicesIn(db, session, null)) {
    const voice = voices.find((one) => one.name === name);
    if (voice) return voice.role;
  }
  return 'informant';
}

function documentsInOrder(
  db: ReadableDb,
): readonly { readonly id: number; readonly guid: Guid; readonly hash: string }[] {
  return db.all(sql`
    SELECT d.id, d.guid, t.sha256 AS hash FROM document AS d JOIN document_text AS t ON t.id = d.id
    ORDER BY d.position, d.id`);
}

function renameIn(
  { db, sequence, now }: CommandContext,
  documentId: number,
  from: readonly string[],
  to: string,
): readonly { readonly edit: TextEdit; readonly turns: number }[] {
  const splices = renameSplices(turnsOf(textOf(db, documentId)?.text ?? ''), from, to);
  if (splices.length === 0) return [];
  const guid = db.get<{ guid: Guid }>(sql`SELECT guid FROM document WHERE id = ${documentId}`)?.guid;
  if (!guid) throw new SimpulError('internal');
  const outcome = editText(db, sequence, now, documentId, splices);
  return [{ edit: { documentId: guid, revision: outcome.revision, splices: outcome.splices }, turns: splices.length }];
}

/** What was known of the old names is known of the new one; it stays with an old one that a text still has. */
function moveKnowledge({ db, session, services }: CommandContext, from: readonly string[], to: string): void {
  const left = namesIn(db, session);
  for (const name of from) {
    const row = name === to ? undefined : speakerNamed(db, name);
    if (!row) continue;
    if (!left.has(name)) takeOver(db, row, to);
    else if (!speakerNamed(db, to)) insertSpeaker(db, { ...row, guid: services.ports.ids.next(), name: to });
  }
}

function namesIn(db: ReadableDb, session: Session): ReadonlySet<string> {
  return new Set(voicesIn(db, session, null).flatMap(({ voices }) => voices.map(({ name }) => name)));
}

function takeOver(db: WritableDb, row: SpeakerRow, to: string): void {
  const target = speakerNamed(db, to);
  if (!target) {
    updateSpeaker(db, { ...row, name: to });
    return;
  }
  updateSpeaker(db, {
    ...target,
    color: target.color ?? row.color,
    case_id: target.case_id ?? row.case_id,
  });
  deleteSpeaker(db, row.id);
}
