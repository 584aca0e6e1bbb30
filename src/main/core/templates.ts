// What a new project starts from: nothing, a codebook template, or the sample study. All of it is data in the
// samples folder; this module turns it into rows.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Language } from '../../shared/contract/values.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { canonicalText } from '../../shared/domain/text.ts';
import { canonicalValue } from '../../shared/domain/variables.ts';
import { insertCase, insertVariable, putValue } from '../db/cases.ts';
import { insertCode } from '../db/codes.ts';
import { insertCoder } from '../db/coders.ts';
import { insertCoding } from '../db/codings.ts';
import { sql, type WritableDb } from '../db/database.ts';
import { insertDisplay } from '../db/displays.ts';
import { insertDocument } from '../db/documents.ts';
import { insertMemo, insertTarget, type MemoTargetRow } from '../db/memos.ts';
import { insertText } from '../db/texts.ts';
import { fillField } from './template-field.ts';
import { draftsOf } from './displays/drafts.ts';
import { beginNetwork } from './displays/network-begin.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { initialsOf } from './handlers/coders.ts';
import { palette } from '../../shared/domain/palette.ts';
import type { Ports } from './ports.ts';
import type { NewProject } from './projects.ts';
import { fillAnalysis, readAnalysis } from './sample-analysis.ts';
import {
  studyShape,
  templateShape,
  type Study,
  type Template,
  type targetShape,
  type valueShape,
} from './template-shapes.ts';

/** Templates a project can start from, the sample study first. */
export function listTemplates(samples: string) {
  const study = readStudy(samples);
  const sample = { name: 'sample', title: study.name, description: study.description, codes: study.codes.length };
  const names = readdirSync(join(samples, 'templates')).filter((file) => file.endsWith('.json'));
  return [
    sample,
    ...names.sort().map((file) => {
      const template = readTemplate(samples, file.replace(/\.json$/, ''));
      return {
        name: template.name,
        title: template.title,
        description: template.description,
        codes: template.codes.length,
      };
    }),
  ];
}

/** Writes the first rows of a new project, inside the caller's transaction. @throws SimpulError `template-unknown` */
export function fillFromTemplate(db: WritableDb, ports: Ports, wanted: NewProject): void {
  const now = ports.clock.now().toISOString();
  const { language, template } = wanted;
  const guid = ports.ids.next();
  const describe = (description: string, fictional: boolean): void => {
    db.run(sql`
      INSERT INTO project (id, guid, name, description, language, fictional, created_at)
      VALUES (1, ${guid}, ${wanted.name}, ${description}, ${language}, ${Number(fictional)}, ${now})`);
  };
  const builder: Builder = { db, ports, language, now, project: guid };
  if (template === 'sample') {
    const study = readStudy(ports.places.samples);
    describe(study.description[language], true);
    fillStudy(builder, ports.places.samples, study);
    return;
  }
  const source = template === null ? null : readTemplate(ports.places.samples, template);
  describe(source?.description[language] ?? '', false);
  const coder = addCoder(builder, translate(language, 'project.first-coder'), null);
  if (source) fillTemplate(builder, source, coder);
}

type Builder = {
  readonly db: WritableDb;
  readonly ports: Ports;
  readonly language: Language;
  readonly now: string;
  readonly project: Guid;
};
type Known = { readonly id: number; readonly guid: Guid };
type KnownText = Known & { readonly text: string };

function fillTemplate(builder: Builder, template: Template, coder: number): void {
  const codes = addCodes(builder, template.codes, coder);
  const variables = addVariables(builder, template.variables);
  const cases = new Map<string, Known>();
  for (const entry of template.cases) {
    const guid = builder.ports.ids.next();
    const id = insertCase(builder.db, {
      guid,
      name: entry.name[builder.language],
      description: entry.description[builder.language],
    });
    cases.set(entry.key, { id, guid });
    const values = Object.fromEntries(entry.values.map(({ variable, value }) => [variable, value]));
    addValues(builder, template, variables, { case_id: id, document_id: null }, values);
  }
  for (const memo of template.memos) {
    addMemo(builder, coder, memo, [{ kind: 'project', target_guid: builder.project }]);
  }
  addDisplays(builder, template.displays, coder);
  addNetworks(builder, template.networks, coder);
  const { db, language, now, ports } = builder;
  const codeOf = (key: string): Known => requireKey(codes, key);
  const caseOf = (key: string): Known => requireKey(cases, key);
  fillField({ db, language, now, author: coder, newGuid: ports.ids.next, codeOf, caseOf }, template);
}

function addDisplays({ db, ports, language, now }: Builder, kinds: Template['displays'], author: number): void {
  const drafts = draftsOf(db, language);
  for (const kind of kinds) {
    const draft = drafts.find((each) => each.kind === kind);
    if (!draft) continue;
    const id = insertDisplay(db, {
      guid: ports.ids.next(),
      kind,
      name: draft.title[language],
      definition: JSON.stringify(draft.definition),
      decision_rule: draft.decisionRule,
      commentary: '',
      created_by: author,
      created_at: now,
    });
    // The report of a design shows from the beginning what will stand in it.
    db.run(sql`UPDATE display SET in_report = 1 WHERE id = ${id}`);
  }
}

function addNetworks({ db, ports, language, now }: Builder, networks: Template['networks'], author: number): void {
  for (const { kind, name } of networks) {
    const id = insertDisplay(db, {
      guid: ports.ids.next(),
      kind,
      name: name[language],
      definition: '{}',
      decision_rule: translate(language, `network.rule.${kind}`),
      commentary: '',
      created_by: author,
      created_at: now,
    });
    beginNetwork(db, { id, kind }, ports.ids.next);
    db.run(sql`UPDATE display SET in_report = 1 WHERE id = ${id}`);
  }
}

function fillStudy(builder: Builder, samples: string, study: Study): void {
  const { db, language, ports, now } = builder;
  const coders = new Map(study.coders.map((coder) => [coder.key, addCoder(builder, coder.name, coder.initials)]));
  const author = coders.values().next().value ?? null;
  const codes = addCodes(builder, study.codes, author);
  const variables = addVariables(builder, study.variables);
  const cases = new Map<string, Known>();
  for (const entry of study.cases) {
    const guid = ports.ids.next();
    const id = insertCase(db, { guid, name: entry.name[language], description: entry.description[language] });
    cases.set(entry.key, { id, guid });
    addValues(builder, study, variables, { case_id: id, document_id: null }, entry.values);
  }
  const documents = new Map<string, KnownText>();
  for (const entry of study.documents) {
    const guid = ports.ids.next();
    const text = canonicalText(readFileSync(join(samples, 'study', language, `${entry.key}.txt`), 'utf8')).trimEnd();
    const id = insertDocument(db, {
      guid,
      title: entry.title[language],
      kind: entry.kind,
      description: '',
      language,
      date: entry.date,
      place: entry.place[language],
      case_id: entry.case === null ? null : requireKey(cases, entry.case).id,
      original_id: null,
      original_name: '',
      created_by: author,
      created_at: now,
    });
    insertText(db, id, text);
    documents.set(entry.key, { id, guid, text });
    addValues(builder, study, variables, { case_id: null, document_id: id }, entry.values);
  }
  const codings = study.codings.map((coding) => ({
    ...addCoding(builder, coding, { documents, codes, coders }),
    ...coding,
  }));
  for (const memo of study.memos) {
    const targets = memo.targets.map((target) => targetRow(builder, target, { documents, codes, cases }));
    addMemo(builder, author, memo, targets);
  }
  const choices = new Map(study.variables.map(({ key, choices: own = [] }) => [key, own]));
  const ground = { db, ports, language, now, codes, variables, cases, documents, coders, choices, codings };
  fillAnalysis(ground, readAnalysis(samples));
}

function addCodes(builder: Builder, codes: Template['codes'], author: number | null): Map<string, Known> {
  const { db, ports, language, now } = builder;
  const known = new Map<string, Known>();
  const children = new Map<string | null, number>();
  for (const code of codes) {
    const position = children.get(code.parent) ?? 0;
    children.set(code.parent, position + 1);
    const guid = ports.ids.next();
    const id = insertCode(db, {
      guid,
      parent_id: code.parent === null ? null : requireKey(known, code.parent).id,
      position,
      name: code.name[language],
      color: code.color,
      description: code.description[language],
      include_rule: code.include[language],
      exclude_rule: code.exclude[language],
      typical_example: code.typicalExample[language],
      counter_example: code.counterExample[language],
      kind: code.kind,
      codable: Number(code.codable),
      created_by: author,
      created_at: now,
    });
    known.set(code.key, { id, guid });
  }
  return known;
}

function addVariables({ db, ports, language }: Builder, variables: Template['variables']): Map<string, Known> {
  return new Map(
    variables.map((variable) => {
      const guid = ports.ids.next();
      const id = insertVariable(db, {
        guid,
        name: variable.name[language],
        description: variable.description[language],
        type: variable.type,
        scope: variable.scope,
        choices: JSON.stringify((variable.choices ?? []).map((choice) => choice[language])),
      });
      return [variable.key, { id, guid }];
    }),
  );
}

function addValues(
  { db, language }: Builder,
  study: Pick<Study, 'variables'>,
  variables: ReadonlyMap<string, Known>,
  owner: { readonly case_id: number | null; readonly document_id: number | null },
  values: Readonly<Record<string, z.infer<typeof valueShape>>>,
): void {
  for (const [name, value] of Object.entries(values)) {
    const type = study.variables.find((variable) => variable.key === name)?.type ?? 'Text';
    const text = canonicalValue(type, typeof value === 'object' ? value[language] : String(value));
    if (text === null) throw new Error(`sample study: ${name} is no ${type}`);
    putValue(db, requireKey(variables, name).id, owner, text);
  }
}

function addCoding(
  { db, ports, language, now, ...rest }: Builder,
  coding: Study['codings'][number],
  known: {
    readonly documents: ReadonlyMap<string, KnownText>;
    readonly codes: ReadonlyMap<string, Known>;
    readonly coders: ReadonlyMap<string, number>;
  },
): Known {
  const document = requireKey(known.documents, coding.document);
  const quote = coding.quote[language];
  const occurrence = typeof coding.occurrence === 'object' ? coding.occurrence[language] : coding.occurrence;
  const start = placeOfQuote(document.text, quote, occurrence ?? 1);
  const guid = ports.ids.next();
  const coder = requireKey(known.coders, coding.coder);
  const id = insertCoding(db, {
    guid,
    document_id: document.id,
    start_offset: start,
    end_offset: start + quote.length,
    code_id: requireKey(known.codes, coding.code).id,
    coder_id: coder,
    quote,
    weight: coding.weight ?? null,
    created_at: now,
  });
  if (coding.memo) {
    const builder = { db, ports, language, now, ...rest };
    const memo = { title: { id: '', en: '' }, body: coding.memo, kind: 'analytic' as const };
    addMemo(builder, coder, memo, [{ kind: 'coding', target_guid: guid }]);
  }
  return { id, guid };
}

type TargetRow = Pick<MemoTargetRow, 'kind' | 'target_guid'> & Partial<MemoTargetRow>;

function targetRow(
  { language, project }: Builder,
  target: z.infer<typeof targetShape>,
  known: {
    readonly documents: ReadonlyMap<string, KnownText>;
    readonly codes: ReadonlyMap<string, Known>;
    readonly cases: ReadonlyMap<string, Known>;
  },
): TargetRow {
  if (target.kind === 'project') return { kind: 'project', target_guid: project };
  if (target.kind === 'passage') {
    const document = requireKey(known.documents, target.document);
    const quote = target.quote[language];
    const start = placeOfQuote(document.text, quote, 1);
    return {
      kind: 'passage',
      target_guid: document.guid,
      document_id: document.id,
      start_offset: start,
      end_offset: start + quote.length,
      quote,
    };
  }
  const among = { code: known.codes, document: known.documents, case: known.cases }[target.kind];
  return { kind: target.kind, target_guid: requireKey<Known>(among, target.key).guid };
}

function addMemo(
  { db, ports, language, now }: Builder,
  author: number | null,
  memo: Template['memos'][number],
  targets: readonly TargetRow[],
): void {
  const id = insertMemo(db, {
    guid: ports.ids.next(),
    title: memo.title[language],
    body: memo.body[language],
    kind: memo.kind,
    created_by: author,
    created_at: now,
  });
  const empty = { document_id: null, start_offset: null, end_offset: null, quote: null };
  for (const target of targets) insertTarget(db, { ...empty, ...target, memo_id: id });
}

function addCoder({ db, ports, now }: Builder, name: string, initials: string | null): number {
  const count = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM coder`)?.n ?? 0;
  return insertCoder(db, {
    guid: ports.ids.next(),
    name,
    initials: initials ?? initialsOf(name),
    color: palette[count % palette.length] ?? palette[0],
    created_at: now,
  });
}

function placeOfQuote(text: string, quote: string, occurrence: number): number {
  let at = -1;
  for (let found = 0; found < occurrence; found += 1) {
    at = text.indexOf(quote, at + 1);
    if (at === -1) throw new Error(`sample study: a quotation does not stand in its text (${quote.slice(0, 30)})`);
  }
  return at;
}

function requireKey<Value>(known: ReadonlyMap<string, Value>, wanted: string): Value {
  const value = known.get(wanted);
  if (value === undefined) throw new Error(`samples: nothing is called ${wanted}`);
  return value;
}

function readTemplate(samples: string, name: string): Template {
  const path = join(samples, 'templates', `${name}.json`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(path)) throw new SimpulError('template-unknown', { name });
  return templateShape.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function readStudy(samples: string): Study {
  return studyShape.parse(JSON.parse(readFileSync(join(samples, 'study', 'study.json'), 'utf8')));
}
