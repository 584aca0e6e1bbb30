// Propositions and their evidence.

import type { EvidenceTarget, Proposition } from '../../../shared/contract/propositions.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { mayBeVerified } from '../../../shared/domain/evidence/gate.ts';
import { restingOn } from '../../../shared/domain/evidence/marks.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { requireDocument } from '../../db/documents.ts';
import { requireCase } from '../../db/cases.ts';
import { requireCode } from '../../db/codes.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { presentThings } from '../claims/present.ts';
import { insertPassage } from '../../db/passages.ts';
import { requireMemo, targetOf, targetsOf } from '../../db/memos.ts';
import {
  deleteCheck,
  deleteEvidence,
  deletePropositionRow,
  evidenceOf,
  insertCheck,
  insertEvidence,
  insertProposition,
  listChecks,
  listPropositions,
  placeProposition,
  propositionById,
  requireCheck,
  requireEvidence,
  requireProposition,
  stepsOfProposition,
  updateCheck,
  updateEvidence,
  updateProposition,
  type EvidenceRow,
  type PropositionRow,
} from '../../db/propositions.ts';
import { listVerdicts } from '../../db/triangulation.ts';
import { codingsBehind, throughMatrices, type Through } from '../claims/behind.ts';
import { listDisplays } from '../../db/displays.ts';
import { loadClaims, loadPropositions } from '../claims/load.ts';
import { negativeCases } from '../claims/negative-cases.ts';
import { memberSheet } from '../claims/sheet.ts';
import { assertMayLeave } from '../export-gate.ts';
import { label, type CommandContext, type CommandHandlers, type JobHandlers, type QueryHandlers } from '../handler.ts';
import { entryOf } from './history.ts';
import { quoteIn } from './ranges.ts';

export const propositionQueries = {
  'propositions.list': ({ db, session, services }, { propositionIds }): Proposition[] => {
    const all = loadPropositions(db, session.currentCoder?.id ?? null, services.language());
    const wanted = propositionIds && new Set(propositionIds);
    return all.filter(({ guid }) => wanted?.has(guid) ?? true);
  },
  'propositions.history': ({ db, services }, { propositionId }) =>
    stepsOfProposition(db, requireProposition(db, propositionId)).flatMap(
      (sequence) => entryOf(db, sequence, services.language()) ?? [],
    ),
  'propositions.restingOn': ({ db, services }, { targets }) => {
    const asked = new Set(targets);
    const matrices = throughMatrices(db, asked);
    const order = restingOn(loadClaims(db, services.language()), new Set([...targets, ...matrices.keys()]));
    const reached = new Set(order);
    const networks = listDisplays(db).filter(({ guid }) => reached.has(guid) && !asked.has(guid));
    const ways = new Map<Guid, Through>([
      ...matrices,
      ...networks.map(({ guid, name }) => [guid, { display: guid, name, cell: null }] as const),
    ]);
    const rows = new Map(listPropositions(db).map((row) => [row.guid, row]));
    const found = order.flatMap((guid) => {
      const row = rows.get(guid);
      if (!row) return [];
      const own = evidenceOf(db, row.id);
      const direct = own.find(({ target_guid: target }) => asked.has(target));
      const way = own.find(({ target_guid: target }) => ways.has(target));
      const through = direct || !way ? null : (ways.get(way.target_guid) ?? null);
      const side = (direct ?? way)?.side ?? null;
      return [{ guid, statement: row.statement, status: row.status, side, through }];
    });
    const distance = ({ side, through }: (typeof found)[number]): number => (side === null ? 2 : through ? 1 : 0);
    return found.toSorted((a, b) => distance(a) - distance(b));
  },
  'propositions.behind': ({ db }, { propositionId }) => {
    const rows = evidenceOf(db, requireProposition(db, propositionId).id).filter(
      ({ kind }) => kind === 'cell' || kind === 'display',
    );
    const behind = codingsBehind(db, new Set(rows.map(({ target_guid: target }) => target)));
    return rows.map(({ guid, target_guid: target }) => ({ evidence: guid, codings: [...(behind.get(target) ?? [])] }));
  },
  'propositions.negativeCases': ({ db }, input) => negativeCases(db, input),
} satisfies Partial<QueryHandlers>;

export const propositionJobs = {
  'propositions.sheet': ({ db, services, session }, { propositionIds, confirmed }) => {
    assertMayLeave(db, confirmed);
    const all = loadPropositions(db, session.currentCoder?.id ?? null, services.language());
    const chosen = all.filter(({ guid }) => propositionIds?.includes(guid) ?? true);
    if (chosen.length === 0) throw new SimpulError('nothing-to-export');
    const { name, html } = memberSheet(db, chosen, services.language(), services.ports.clock.now());
    const bytes = new TextEncoder().encode(html);
    const mediaType = 'text/html';
    const token = services.files.hold({ name, mediaType, bytes });
    return Promise.resolve({ token, name, mediaType, size: bytes.byteLength });
  },
} satisfies Partial<JobHandlers>;

export const propositionCommands = {
  'propositions.create': (context, { evidence = [], ...content }) => {
    const row = addProposition(context, content);
    for (const each of evidence) addEvidence(context, row, each);
    assertVerified(context.db, requireProposition(context.db, row.guid), row.status);
    return outcome('created', row, { guid: row.guid });
  },
  'propositions.fromMemo': (context, { memoId }) => {
    const { db } = context;
    const memo = requireMemo(db, memoId);
    const known = listPropositions(db).find(({ memo_guid: guid }) => guid === memoId);
    if (known) return outcome('created', known, { guid: known.guid });
    const first = memo.body.trim().split('\n', 1)[0] ?? '';
    const targets = targetsOf(db, memo.id).map(targetOf);
    const dimension = targets.find(({ kind }) => kind === 'code');
    const row = addProposition(context, {
      statement: memo.title.trim() || first || '–',
      argument: memo.body,
      status: 'tentative',
      ...(dimension?.kind === 'code' ? { dimensionId: dimension.guid } : {}),
      memoId,
    });
    for (const target of targets) {
      const evidence: EvidenceTarget | null =
        target.kind === 'coding'
          ? target
          : target.kind === 'passage' && target.end > target.start
            ? { kind: 'passage', documentId: target.guid, start: target.start, end: target.end }
            : null;
      if (evidence) addEvidence(context, row, { side: 'supports', target: evidence, strength: null, note: '' });
    }
    return outcome('created', row, { guid: row.guid });
  },
  'propositions.update': ({ db, now }, { propositionId, ...change }) => {
    const row = requireProposition(db, propositionId);
    const next = { ...row, ...columnsOf(db, change) };
    updateProposition(db, row, next, now);
    assertVerified(db, next, change.status);
    return outcome('changed', row, {});
  },
  'propositions.move': ({ db }, { propositionId, position }) => {
    const row = requireProposition(db, propositionId);
    const others = listPropositions(db).filter(({ id }) => id !== row.id);
    others.toSpliced(position, 0, row).forEach(({ id }, place) => placeProposition(db, id, place));
    return outcome('moved', row, {});
  },
  'propositions.delete': ({ db }, { propositionIds }) => {
    const rows = [...new Set(propositionIds)].map((guid) => requireProposition(db, guid));
    for (const row of rows) deletePropositionRow(db, row);
    listPropositions(db).forEach(({ id }, place) => placeProposition(db, id, place));
    return {
      value: {},
      label: label('history.proposition.deleted', {
        statement: rows[0] ? short(rows[0].statement) : '',
        count: rows.length,
      }),
      place: { area: 'conclusion' as const },
    };
  },
  'propositions.attach': (context, { propositionId, ...evidence }) => {
    const row = requireProposition(context.db, propositionId);
    return outcome('evidence', row, { guid: addEvidence(context, row, evidence) });
  },
  'propositions.weigh': ({ db }, { evidenceId, ...change }) => {
    const row = requireEvidence(db, evidenceId);
    const { side = row.side, strength = row.strength, note = row.note } = change;
    updateEvidence(db, row, { side, strength, note });
    return outcome('evidence', propositionById(db, row.proposition_id), {});
  },
  'propositions.detach': ({ db }, { evidenceIds }) => {
    const rows = [...new Set(evidenceIds)].map((guid) => requireEvidence(db, guid));
    for (const row of rows) deleteEvidence(db, row);
    return outcome('detached', propositionById(db, rows[0]?.proposition_id ?? 0), {});
  },
  'propositions.confirm': ({ db }, { evidenceIds }) => {
    const rows = [...new Set(evidenceIds)].map((guid) => requireEvidence(db, guid));
    for (const row of rows) updateEvidence(db, row, { fingerprint: judge(db, row.kind, row.target_guid) });
    return outcome('confirmed', propositionById(db, rows[0]?.proposition_id ?? 0), {});
  },
  'propositions.check': (context, { propositionId, checkId, tactic, subject, outcome: result, note, caseId }) => {
    const { db, now, services, session } = context;
    const row = requireProposition(db, propositionId);
    const content = {
      tactic,
      subject,
      outcome: result,
      note,
      case_guid: caseId === null ? null : requireCase(db, caseId).guid,
    };
    if (checkId !== undefined) {
      updateCheck(db, requireCheck(db, checkId), content, now);
      return outcome('checked', row, { guid: checkId });
    }
    const guid = services.ports.ids.next();
    const made = { guid, proposition_id: row.id, created_by: session.currentCoder?.id ?? null, created_at: now };
    insertCheck(db, { ...content, ...made });
    return outcome('checked', row, { guid });
  },
  'propositions.removeCheck': ({ db }, { checkIds }) => {
    const rows = [...new Set(checkIds)].map((guid) => requireCheck(db, guid));
    for (const { id } of rows) deleteCheck(db, id);
    return outcome('unchecked', propositionById(db, rows[0]?.proposition_id ?? 0), {});
  },
} satisfies Partial<CommandHandlers>;

type Content = Omit<CheckedInputOf<'propositions.update'>, 'propositionId'>;
type NewEvidence = Omit<CheckedInputOf<'propositions.attach'>, 'propositionId'>;

function addProposition(
  { db, now, services, session }: CommandContext,
  { memoId, ...content }: Content & { readonly statement: string; readonly memoId?: Guid },
): PropositionRow {
  const guid = services.ports.ids.next();
  insertProposition(db, {
    guid,
    argument: '',
    scope: '',
    limits: '',
    question_guid: null,
    dimension_guid: null,
    status: 'hunch',
    confidence: null,
    override_reason: '',
    memo_guid: memoId ?? null,
    created_by: session.currentCoder?.id ?? null,
    created_at: now,
    ...columnsOf(db, content),
    statement: content.statement,
  });
  return requireProposition(db, guid);
}

function columnsOf(db: ReadableDb, content: Content): Partial<PropositionRow> {
  const { statement, argument, scope, limits, questionId, dimensionId, status, confidence, overrideReason } = content;
  if (typeof questionId === 'string') requireQuestion(db, questionId);
  return {
    ...(statement === undefined ? {} : { statement }),
    ...(argument === undefined ? {} : { argument }),
    ...(scope === undefined ? {} : { scope }),
    ...(limits === undefined ? {} : { limits }),
    ...(questionId === undefined ? {} : { question_guid: questionId }),
    ...(dimensionId === undefined
      ? {}
      : { dimension_guid: dimensionId === null ? null : requireCode(db, dimensionId).guid }),
    ...(status === undefined ? {} : { status }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(overrideReason === undefined ? {} : { override_reason: overrideReason }),
  };
}

function requireQuestion(db: ReadableDb, guid: Guid): void {
  const row = db.get<{ id: number }>(sql`SELECT id FROM research_question WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'research-question' }, { guid });
}

/** R-19, where a proposition is to become verified: what was verified once is not refused its other changes. */
function assertVerified(db: ReadableDb, row: PropositionRow, status: PropositionRow['status'] | undefined): void {
  if (status !== 'verified') return;
  const evidence = evidenceOf(db, row.id);
  const isFit = mayBeVerified({
    evidence: evidence.map(({ side, kind, target_guid: target }) => ({
      side,
      kind,
      isGone: !presentThings(db, kind, [target]).has(target),
    })),
    checks: listChecks(db).filter(({ proposition_id: id }) => id === row.id),
    verdicts: listVerdicts(db).filter(({ subject_guid: subject }) => subject === row.guid).length,
    overrideReason: row.override_reason,
  });
  if (!isFit) throw new SimpulError('proposition-not-verified');
}

function addEvidence(context: CommandContext, proposition: PropositionRow, evidence: NewEvidence): Guid {
  const { db, now, services, session } = context;
  const { side, target, strength, note } = evidence;
  const guid = services.ports.ids.next();
  const targetGuid = target.kind === 'passage' ? addPassage(context, target) : target.guid;
  if (target.kind === 'proposition' || target.kind === 'display')
    assertNoCircle(context, proposition.guid, target.guid);
  const known = evidenceOf(db, proposition.id).find((row) => row.target_guid === targetGuid);
  if (known) {
    updateEvidence(db, known, { side, strength: strength ?? known.strength, note: note === '' ? known.note : note });
    return known.guid;
  }
  insertEvidence(db, {
    guid,
    proposition_id: proposition.id,
    side,
    kind: target.kind,
    target_guid: targetGuid,
    strength,
    note,
    fingerprint: judge(db, target.kind, targetGuid),
    created_by: session.currentCoder?.id ?? null,
    created_at: now,
  });
  return guid;
}

function addPassage(
  { db, services }: CommandContext,
  { documentId, start, end }: Extract<EvidenceTarget, { kind: 'passage' }>,
): Guid {
  const document = requireDocument(db, documentId);
  const guid = services.ports.ids.next();
  const quote = quoteIn(db, document.id, { start, end });
  insertPassage(db, { guid, document_id: document.id, start_offset: start, end_offset: end, quote });
  return guid;
}

/** @throws SimpulError `not-found` where the target is not there */
function judge(db: ReadableDb, kind: EvidenceRow['kind'], target: Guid): string {
  const thing = presentThings(db, kind, [target]).get(target);
  if (!thing) throw new SimpulError('not-found', { what: kind }, { guid: target });
  return thing.fingerprint;
}

function assertNoCircle({ db, services }: CommandContext, from: Guid, to: Guid): void {
  const claims = loadClaims(db, services.language());
  if (from === to || restingOn(claims, new Set([from])).includes(to)) throw new SimpulError('proposition-circle');
}

type Step = 'created' | 'changed' | 'moved' | 'evidence' | 'detached' | 'confirmed' | 'checked' | 'unchecked';

function outcome<Value>(step: Step, row: PropositionRow | undefined, value: Value) {
  return {
    value,
    label: label(`history.proposition.${step}`, { statement: row ? short(row.statement) : '' }),
    place: { area: 'conclusion' as const },
  };
}

/** A few words that stand for a proposition. */
function short(statement: string): string {
  const words = statement.replaceAll(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 59).toWellFormed()}…`;
}
