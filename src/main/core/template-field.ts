// What a template says of the field: research questions, interview guide, whom to ask, and the forms to fill.

import type { FormSection } from '../../shared/contract/forms.ts';
import type { Language } from '../../shared/contract/values.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { insertCriterion, insertEntry, putFulfilment, putParticipation, requireCriterion } from '../db/collection.ts';
import type { WritableDb } from '../db/database.ts';
import { insertForm, insertItem, requireForm } from '../db/forms.ts';
import { insertQuestion } from '../db/guide.ts';
import { insertResearchQuestion, requireResearchQuestion, setQuestionObjects } from '../db/questions.ts';
import type { Template } from './template-shapes.ts';

type Known = { readonly id: number; readonly guid: Guid };

export type FieldBuilder = {
  readonly db: WritableDb;
  readonly language: Language;
  readonly now: string;
  readonly author: number;
  readonly newGuid: () => Guid;
  readonly codeOf: (key: string) => Known;
  readonly caseOf: (key: string) => Known;
};

/** Everything is planned and nothing done yet: the log, the forms and the report show what is still to come. */
export function fillField(builder: FieldBuilder, template: Template): void {
  const guide = addGuide(builder, template.guide);
  const questions = addQuestions(builder, template.questions, guide);
  addCriteria(builder, template.criteria);
  addContactForms(builder, template, questions);
  addDocumentForms(builder, template.documents, questions);
}

function addGuide({ db, language, newGuid }: FieldBuilder, guide: Template['guide']): ReadonlyMap<string, Known> {
  return new Map(
    guide.map(({ key, label, wording }) => {
      const guid = newGuid();
      return [key, { guid, id: insertQuestion(db, { guid, label: label[language], wording: wording[language] }) }];
    }),
  );
}

function addQuestions(
  { db, language, newGuid, codeOf, caseOf }: FieldBuilder,
  questions: Template['questions'],
  guide: ReadonlyMap<string, Known>,
): ReadonlyMap<string, Known> {
  return new Map(
    questions.map(({ key, label, text, note, codes, guide: asked, ask }) => {
      const guid = newGuid();
      insertResearchQuestion(db, { guid, label: label[language], text: text[language], note: note[language] });
      const { id } = requireResearchQuestion(db, guid);
      const codeGuids = codes.map((code) => codeOf(code).guid);
      setQuestionObjects(db, id, 'code', codeGuids, newGuid);
      const guideGuids = asked.map((name) => requireKnown(guide, name).guid);
      setQuestionObjects(db, id, 'guide-question', guideGuids, newGuid);
      for (const name of ask) {
        const cell = { case_id: caseOf(name).id, document_id: null, research_question_id: id, guide_question_id: null };
        insertEntry(db, newGuid(), {
          ...cell,
          status: 'planned',
          completeness: null,
          date: null,
          who: '',
          note: '',
        });
      }
      return [key, { id, guid }];
    }),
  );
}

function addCriteria({ db, language, newGuid, caseOf }: FieldBuilder, criteria: Template['criteria']): void {
  for (const { kind, label, description, wanted, cases } of criteria) {
    const guid = newGuid();
    insertCriterion(db, { guid, kind, label: label[language], description: description[language], wanted });
    const { id } = requireCriterion(db, guid);
    for (const name of cases) {
      const { id: caseId } = caseOf(name);
      putFulfilment(db, newGuid(), id, caseId, '');
      putParticipation(db, newGuid(), caseId, { kind, consent: 'unknown', date: null, note: '' });
    }
  }
}

/** for each case that is to be asked, the summary that waits for its contact. */
function addContactForms(builder: FieldBuilder, template: Template, questions: ReadonlyMap<string, Known>): void {
  const { language, caseOf } = builder;
  for (const { key, name } of template.cases) {
    const asked = template.questions.filter(({ ask }) => ask.includes(key));
    if (asked.length === 0) continue;
    const form = addForm(
      builder,
      'contact',
      `${translate(language, 'form.contact')}: ${name[language]}`,
      caseOf(key).id,
    );
    for (const { key: question, label, text } of asked) {
      const line = `${label[language]}. ${text[language]}`;
      addLine(builder, form, 'information', line, requireKnown(questions, question).id);
    }
    addLine(builder, form, 'next', translate(language, 'form.plan.contact'), null);
  }
}

/** for each document that is to be obtained, the summary that says why it matters. */
function addDocumentForms(
  builder: FieldBuilder,
  documents: Template['documents'],
  questions: ReadonlyMap<string, Known>,
): void {
  const { language } = builder;
  for (const { title, significance, questions: served } of documents) {
    const form = addForm(builder, 'document', `${translate(language, 'form.document')}: ${title[language]}`, null);
    const [first] = served;
    const question = first === undefined ? null : requireKnown(questions, first).id;
    addLine(builder, form, 'significance', significance[language], question);
    addLine(builder, form, 'next', translate(language, 'form.plan.document'), null);
  }
}

function addForm(
  { db, now, author, newGuid }: FieldBuilder,
  kind: 'contact' | 'document',
  title: string,
  caseId: number | null,
): number {
  const guid = newGuid();
  insertForm(db, {
    guid,
    kind,
    title,
    document_id: null,
    case_id: caseId,
    date: null,
    place: '',
    who: '',
    body: '',
    created_by: author,
    created_at: now,
  });
  return requireForm(db, guid).id;
}

function addLine(
  { db, newGuid }: FieldBuilder,
  formId: number,
  section: FormSection,
  text: string,
  questionId: number | null,
): void {
  insertItem(db, {
    guid: newGuid(),
    form_id: formId,
    section,
    text,
    state: section === 'next' ? 'to-do' : 'note',
    research_question_id: questionId,
    guide_question_id: null,
  });
}

function requireKnown(known: ReadonlyMap<string, Known>, key: string): Known {
  const value = known.get(key);
  if (!value) throw new Error(`samples: nothing is called ${key}`);
  return value;
}
