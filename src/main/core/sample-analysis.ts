// The sample study beyond its codings: what was asked of whom, what was condensed and displayed, and which
// propositions follow. Fingerprints are taken by the same functions as when a person judges, so nothing begins marked.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DisplayAxis } from '../../shared/contract/displays.ts';
import type { Comparison } from '../../shared/contract/triangulation.ts';
import type { Language } from '../../shared/contract/values.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { insertCriterion, insertEntry, putFulfilment, putParticipation } from '../db/collection.ts';
import { insertVignette, putCondensation, setParts } from '../db/condensation.ts';
import { sql, type WritableDb } from '../db/database.ts';
import { insertCell, insertDisplay, requireDisplay, updateDisplay } from '../db/displays.ts';
import { insertForm, insertItem, requireForm } from '../db/forms.ts';
import { insertCheck, insertEvidence, insertProposition } from '../db/propositions.ts';
import { insertResearchQuestion, requireResearchQuestion, setQuestionObjects } from '../db/questions.ts';
import { insertRemark } from '../db/remarks.ts';
import { insertVerdict, putMeaning } from '../db/triangulation.ts';
import { columnsOf, comparisonKey } from './claims/columns.ts';
import { presentThings } from './claims/present.ts';
import { groundOf, rowOf } from './claims/ground.ts';
import { fingerprintOf } from './displays/evidence.ts';
import { evidenceIn, planFor } from './displays/present.ts';
import type { Ports } from './ports.ts';
import {
  analysisShape,
  type CodingRef,
  type SampleAnalysis,
  type SampleAxis,
  type SampleComparison,
  type SampleEvidence,
} from './sample-shape.ts';

type Row = { readonly id: number; readonly guid: Guid };
type Bilingual = Readonly<Record<Language, string>>;

/** What the sample study is made of so far, by the keys of its files. */
export type SampleGround = {
  readonly db: WritableDb;
  readonly ports: Ports;
  readonly language: Language;
  readonly now: string;
  readonly codes: ReadonlyMap<string, Row>;
  readonly variables: ReadonlyMap<string, Row>;
  readonly cases: ReadonlyMap<string, Row>;
  readonly documents: ReadonlyMap<string, Row>;
  readonly coders: ReadonlyMap<string, number>;
  /** Values a variable may have, in their order. */
  readonly choices: ReadonlyMap<string, readonly Bilingual[]>;
  readonly codings: readonly (Row & {
    readonly document: string;
    readonly code: string;
    readonly coder: string;
    readonly quote: Bilingual;
  })[];
};

export function readAnalysis(samples: string): SampleAnalysis {
  return analysisShape.parse(JSON.parse(readFileSync(join(samples, 'study', 'analysis.json'), 'utf8')));
}

/** Writes it, inside the caller's transaction. */
export function fillAnalysis(ground: SampleGround, analysis: SampleAnalysis): void {
  const questions = addQuestions(ground, analysis);
  addCollection(ground, analysis, questions);
  addForms(ground, analysis, questions);
  addCondensation(ground, analysis);
  const displays = addDisplays(ground, analysis);
  const propositions = addPropositions(ground, analysis, questions);
  addEvidence(ground, analysis, propositions, displays);
  addJudgements(ground, analysis, propositions);
  for (const { criterion, text } of analysis.remarks) {
    insertRemark(ground.db, {
      guid: ground.ports.ids.next(),
      kind: 'criterion',
      subject: criterion,
      text: text[ground.language],
      created_by: authorOf(ground),
      modified_at: ground.now,
    });
  }
}

function addQuestions({ db, ports, language, codes }: SampleGround, { questions }: SampleAnalysis) {
  const known = new Map<string, Row>();
  for (const { key, label, text, note, codes: own } of questions) {
    const guid = ports.ids.next();
    insertResearchQuestion(db, { guid, label: label[language], text: text[language], note: note[language] });
    const { id } = requireResearchQuestion(db, guid);
    const targets = own.map((code) => requireKey(codes, code).guid);
    setQuestionObjects(db, id, 'code', targets, ports.ids.next);
    known.set(key, { id, guid });
  }
  return known;
}

type Rows = ReadonlyMap<string, Row>;

function addCollection(
  { db, ports, language, cases, documents }: SampleGround,
  { criteria, participations, log }: SampleAnalysis,
  questions: Rows,
): void {
  for (const { kind, label, description, wanted, fulfilledBy } of criteria) {
    const guid = ports.ids.next();
    insertCriterion(db, { guid, kind, label: label[language], description: description[language], wanted });
    const id = idOf(db, 'sampling_criterion', guid);
    for (const [key, note] of fulfilledBy) {
      putFulfilment(db, ports.ids.next(), id, requireKey(cases, key).id, note[language]);
    }
  }
  for (const { case: key, kind, consent, date, note } of participations) {
    putParticipation(db, ports.ids.next(), requireKey(cases, key).id, { kind, consent, date, note: note[language] });
  }
  for (const { document, question, status, completeness, date, note } of log) {
    insertEntry(db, ports.ids.next(), {
      case_id: null,
      document_id: requireKey(documents, document).id,
      research_question_id: requireKey(questions, question).id,
      guide_question_id: null,
      status,
      completeness,
      date,
      who: '',
      note: note[language],
    });
  }
}

function addForms(ground: SampleGround, { forms }: SampleAnalysis, questions: Rows): void {
  const { db, ports, language, now } = ground;
  for (const { kind, document, title, body, items } of forms) {
    const guid = ports.ids.next();
    const source = db.get<{ case_id: number | null; date: string | null; place: string }>(
      sql`SELECT case_id, date, place FROM document WHERE id = ${requireKey(ground.documents, document).id}`,
    );
    const who = db.get<{ name: string }>(sql`SELECT name FROM coder WHERE id = ${authorOf(ground)}`)?.name ?? '';
    insertForm(db, {
      guid,
      kind,
      title: title[language],
      document_id: requireKey(ground.documents, document).id,
      case_id: source?.case_id ?? null,
      date: source?.date ?? null,
      place: source?.place ?? '',
      who,
      body: body[language],
      created_by: authorOf(ground),
      created_at: now,
    });
    const form = requireForm(db, guid);
    for (const { section, text, question, state } of items) {
      insertItem(db, {
        guid: ports.ids.next(),
        form_id: form.id,
        section,
        text: text[language],
        state,
        research_question_id: question === null ? null : requireKey(questions, question).id,
        guide_question_id: null,
      });
    }
  }
}

function addCondensation(ground: SampleGround, { condensations, vignettes }: SampleAnalysis): void {
  const { db, ports, language, now, cases } = ground;
  for (const { coding, mark, paraphrase, generalisation, reduction } of condensations) {
    putCondensation(
      db,
      codingOf(ground, coding).id,
      {
        mark,
        paraphrase: paraphrase[language],
        generalisation: generalisation[language],
        reduction: reduction[language],
      },
      { guid: ports.ids.next(), created_by: authorOf(ground), now },
    );
  }
  for (const { title, note, case: key, parts } of vignettes) {
    const guid = ports.ids.next();
    const row = { guid, title: title[language], note: note[language], case_id: requireKey(cases, key).id };
    insertVignette(db, { ...row, created_by: authorOf(ground), created_at: now });
    const made = parts.map((part) => {
      const partGuid = ports.ids.next();
      if (!('begins' in part)) return { guid: partGuid, kind: 'words' as const, coding_id: null, text: part[language] };
      const coding = codingOf(ground, part);
      return { guid: partGuid, kind: 'segment' as const, coding_id: coding.id, text: coding.quote[language] };
    });
    setParts(db, idOf(db, 'vignette', guid), made);
  }
}

type Displays = ReadonlyMap<string, { readonly guid: Guid; readonly cells: ReadonlyMap<string, Guid> }>;

function addDisplays(ground: SampleGround, { displays }: SampleAnalysis): Displays {
  const { db, ports, language, now } = ground;
  const known = new Map<string, { guid: Guid; cells: Map<string, Guid> }>();
  for (const { key, kind, name, inReport, rows, columns, decisionRule, commentary, cells } of displays) {
    const guid = ports.ids.next();
    const definition = { rows: axisOf(ground, rows), columns: axisOf(ground, columns), filter: {}, meet: 'both' };
    insertDisplay(db, {
      guid,
      kind,
      name: name[language],
      definition: JSON.stringify(definition),
      decision_rule: decisionRule[language],
      commentary: commentary[language],
      created_by: authorOf(ground),
      created_at: now,
    });
    const display = requireDisplay(db, guid);
    if (inReport) updateDisplay(db, display, { in_report: 1 }, now);
    const plan = planFor(db, display);
    const own = new Map<string, Guid>();
    for (const cell of cells) {
      const [row, column] = [sideOf(ground, rows, cell.row), sideOf(ground, columns, cell.column)];
      const cellGuid = ports.ids.next();
      insertCell(db, {
        guid: cellGuid,
        display_id: display.id,
        row_key: row,
        column_key: column,
        text: cell.text[language],
        rating: cell.rating,
        evidence: fingerprintOf(evidenceIn(db, plan, row, column), []),
        modified_at: now,
      });
      own.set(`${cell.row} ${cell.column}`, cellGuid);
    }
    known.set(key, { guid, cells: own });
  }
  return known;
}

function addPropositions(ground: SampleGround, { propositions }: SampleAnalysis, questions: Rows): Rows {
  const { db, ports, language, now, codes } = ground;
  return new Map(
    propositions.map((each) => {
      const guid = ports.ids.next();
      const id = insertProposition(db, {
        guid,
        statement: each.statement[language],
        argument: each.argument[language],
        scope: each.scope[language],
        limits: each.limits[language],
        question_guid: requireKey(questions, each.question).guid,
        dimension_guid: each.dimension === null ? null : requireKey(codes, each.dimension).guid,
        status: each.status,
        confidence: each.confidence,
        override_reason: '',
        memo_guid: null,
        created_by: authorOf(ground),
        created_at: now,
      });
      return [each.key, { id, guid }] as const;
    }),
  );
}

function addEvidence(ground: SampleGround, { propositions }: SampleAnalysis, known: Rows, displays: Displays): void {
  const { db, ports, language, now, cases } = ground;
  for (const { key, evidence, checks } of propositions) {
    const common = { proposition_id: requireKey(known, key).id, created_by: authorOf(ground), created_at: now };
    for (const each of evidence) {
      const { kind, target } = targetOf(ground, each, known, displays);
      const fingerprint = presentThings(db, kind, [target]).get(target)?.fingerprint;
      if (fingerprint === undefined) throw new Error(`sample study: evidence of ${key} is not there`);
      const { side, strength, note } = each;
      const row = { side, kind, target_guid: target, strength, note: note[language], fingerprint };
      insertEvidence(db, { guid: ports.ids.next(), ...row, ...common });
    }
    for (const { tactic, outcome, subject, note, case: asked } of checks) {
      insertCheck(db, {
        guid: ports.ids.next(),
        tactic,
        outcome,
        subject: subject[language],
        note: note[language],
        case_guid: asked === null ? null : requireKey(cases, asked).guid,
        ...common,
      });
    }
  }
}

/** Verdicts of both judges, on the rows as they are now. */
function addJudgements(ground: SampleGround, { propositions }: SampleAnalysis, known: Rows): void {
  const { db, ports, language, now, coders } = ground;
  const rows = groundOf(
    db,
    [...known.values()].map(({ guid }) => guid),
  );
  for (const { key, verdicts, meanings } of propositions) {
    const { guid: subject } = requireKey(known, key);
    const named = rows.subjects.get(subject);
    if (!named) throw new Error(`sample study: ${key} is no subject of triangulation`);
    for (const { comparison, judge, verdict, reason } of verdicts) {
      const compared = comparisonOf(ground, comparison);
      const { fingerprint } = rowOf(rows, named, columnsOf(db, compared, language));
      insertVerdict(db, {
        guid: ports.ids.next(),
        subject_guid: subject,
        comparison: comparisonKey(compared),
        verdict,
        reason: reason[language],
        fingerprint,
        judge_id: requireKey(coders, judge),
        created_at: now,
      });
    }
    for (const { comparison, column, prominence, meaning } of meanings) {
      const words = { meaning: meaning[language], prominence, judge_id: authorOf(ground) };
      const at = { subject_guid: subject, comparison: comparisonKey(comparisonOf(ground, comparison)) };
      putMeaning(db, { ...at, column_key: column, ...words }, ports.ids.next, now);
    }
  }
}

function targetOf(ground: SampleGround, evidence: SampleEvidence, propositions: Rows, displays: Displays) {
  if ('coding' in evidence) return { kind: 'coding', target: codingOf(ground, evidence.coding).guid } as const;
  if ('display' in evidence) return { kind: 'display', target: requireKey(displays, evidence.display).guid } as const;
  if ('proposition' in evidence) {
    return { kind: 'proposition', target: requireKey(propositions, evidence.proposition).guid } as const;
  }
  const { display, row, column } = evidence.cell;
  return { kind: 'cell', target: requireKey(requireKey(displays, display).cells, `${row} ${column}`) } as const;
}

function comparisonOf({ variables }: SampleGround, comparison: SampleComparison): Comparison {
  if (comparison.kind !== 'group') return { kind: comparison.kind };
  return { kind: 'group', variableId: requireKey(variables, comparison.variable).guid };
}

function axisOf({ codes, variables }: SampleGround, axis: SampleAxis): DisplayAxis {
  if (axis.by === 'codes')
    return { by: 'codes', ids: axis.codes.map((key) => requireKey(codes, key).guid), below: axis.below };
  return axis.by === 'kinds' ? axis : { by: 'values', variableId: requireKey(variables, axis.variable).guid };
}

/** The head of a row or column as displays name it. */
function sideOf({ codes, choices, language }: SampleGround, axis: SampleAxis, key: string): string {
  if (axis.by === 'codes') return requireKey(codes, key).guid;
  if (axis.by === 'kinds') return key;
  const choice = requireKey(choices, axis.variable)[Number(key)];
  if (!choice) throw new Error(`sample study: ${axis.variable} has no choice ${key}`);
  return choice[language];
}

function codingOf({ codings }: SampleGround, { document, code, coder, begins }: CodingRef) {
  const among = codings.filter((each) => each.document === document && each.code === code && each.coder === coder);
  const found =
    among.find(({ quote }) => quote.id === begins) ?? among.find(({ quote }) => quote.id.startsWith(begins));
  if (!found) throw new Error(`sample study: no coding begins with ${begins}`);
  return found;
}

function authorOf({ coders }: SampleGround): number | null {
  return coders.values().next().value ?? null;
}

function idOf(db: WritableDb, table: 'sampling_criterion' | 'vignette', guid: Guid): number {
  return db.get<{ id: number }>({ text: `SELECT id FROM ${table} WHERE guid = ?`, params: [guid] })?.id ?? 0;
}

function requireKey<Value>(all: ReadonlyMap<string, Value>, key: string): Value {
  const value = all.get(key);
  if (value === undefined) throw new Error(`sample study: nothing is called ${key}`);
  return value;
}
