import type { GuideSection } from '../../../shared/contract/guide.ts';
import { sectionsOf, suggestQuestions } from '../../../shared/domain/guide.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { turnsOf } from '../../../shared/domain/turns.ts';
import type { ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import {
  deleteQuestionRow,
  deleteSection,
  insertQuestion,
  insertSection,
  listQuestions,
  listSections,
  orderQuestions,
  questionRows,
  requireQuestion,
  requireSection,
  sectionsOfQuestion,
  updateQuestion,
} from '../../db/guide.ts';
import { insertPassage } from '../../db/passages.ts';
import { textOf } from '../../db/texts.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { answerQueries } from './guide-answers.ts';
import { quoteAt } from './ranges.ts';
import { interviewersIn } from './speakers.ts';

export const guideQueries = {
  ...answerQueries,
  'guide.questions': ({ db }) => [...listQuestions(db)],
  'guide.sections': ({ db }, { documentIds, questionIds }) =>
    sectionsIn(db).filter(
      ({ document, question }) =>
        (documentIds?.includes(document) ?? true) && (questionIds?.includes(question) ?? true),
    ),
  'guide.suggestions': ({ db }, { documentId }) => {
    const text = textOf(db, requireDocument(db, documentId).id)?.text ?? '';
    const marked = sectionsIn(db).filter(({ document, isLost }) => document === documentId && !isLost);
    const done = new Set(marked.map(({ question }) => question));
    const questions = questionRows(db)
      .filter(({ guid }) => !done.has(guid))
      .map(({ guid, label: name, wording }) => ({ id: guid, text: `${name} ${wording}`.trim() }));
    const free = askingPassages(db, text).filter(
      (passage) => !marked.some(({ start, end }) => start < passage.end && end > passage.start),
    );
    return suggestQuestions(text, free, questions).map(({ questionId, start, end, score }) => ({
      question: questionId,
      start,
      end,
      quote: text.slice(start, end),
      score,
    }));
  },
} satisfies Partial<QueryHandlers>;

export const guideCommands = {
  'guide.create': ({ db, services }, { label: name, wording = '', position }) => {
    const guid = services.ports.ids.next();
    const id = insertQuestion(db, { guid, label: name, wording });
    if (position !== undefined) placeQuestion(db, id, position);
    return { value: { guid }, label: label('history.question.created', { question: short(name) }) };
  },
  'guide.createMany': ({ db, services }, { questions }) => {
    const guids = questions.map(({ label: name, wording = '' }) => {
      const guid = services.ports.ids.next();
      insertQuestion(db, { guid, label: name, wording });
      return guid;
    });
    return { value: { guids }, label: label('history.question.created-many', { count: guids.length }) };
  },
  'guide.update': ({ db }, { questionId, label: name, wording }) => {
    const row = requireQuestion(db, questionId);
    updateQuestion(db, { ...row, label: name ?? row.label, wording: wording ?? row.wording });
    return { value: {}, label: label('history.question.changed', { question: short(row.label) }) };
  },
  'guide.move': ({ db }, { questionId, position }) => {
    const row = requireQuestion(db, questionId);
    placeQuestion(db, row.id, position);
    return { value: {}, label: label('history.question.moved', { question: short(row.label) }) };
  },
  'guide.delete': ({ db }, { questionIds }) => {
    const rows = [...new Set(questionIds)].map((guid) => requireQuestion(db, guid));
    let sections = 0;
    for (const row of rows) {
      for (const section of sectionsOfQuestion(db, row.id)) {
        deleteSection(db, section);
        sections += 1;
      }
      deleteQuestionRow(db, row.id);
    }
    orderQuestions(
      db,
      questionRows(db).map(({ id }) => id),
    );
    return {
      value: { questions: rows.length, sections },
      label: label('history.question.deleted', { question: short(rows[0]?.label ?? ''), count: rows.length }),
    };
  },
  'guide.mark': ({ db, services }, { items }) => {
    const texts = new Map<Guid, { readonly id: number; readonly text: string }>();
    const guids = items.map(({ questionId, documentId, start, end }) => {
      let document = texts.get(documentId);
      if (!document) {
        const { id } = requireDocument(db, documentId);
        document = { id, text: textOf(db, id)?.text ?? '' };
        texts.set(documentId, document);
      }
      const passage = {
        guid: services.ports.ids.next(),
        document_id: document.id,
        start_offset: start,
        end_offset: end,
        quote: quoteAt(document.text, { start, end }),
      };
      const guid = services.ports.ids.next();
      const question = requireQuestion(db, questionId);
      insertSection(db, { guid, question_id: question.id, passage_id: insertPassage(db, passage) });
      return guid;
    });
    const [first] = items;
    return {
      value: { guids },
      label: label('history.section.marked', { count: guids.length }),
      ...(first ? { place: placeOf(first.documentId, first) } : {}),
    };
  },
  'guide.unmark': ({ db }, { sectionIds }) => {
    const rows = [...new Set(sectionIds)].map((guid) => requireSection(db, guid));
    const place = sectionsIn(db).find(({ guid }) => guid === rows[0]?.guid);
    for (const row of rows) deleteSection(db, row);
    return {
      value: {},
      label: label('history.section.unmarked', { count: rows.length }),
      ...(place ? { place: placeOf(place.document, place) } : {}),
    };
  },
} satisfies Partial<CommandHandlers>;

/** GU2. Where no words of a question are left, the section is empty. */
function sectionsIn(db: ReadableDb): readonly GuideSection[] {
  const byDocument = Map.groupBy(listSections(db), ({ document }) => document);
  return [...byDocument.values()].flatMap((rows) => {
    const length = rows[0]?.characters ?? 0;
    const standing = rows.filter(({ start, end }) => end > start);
    const untils = new Map(sectionsOf(standing, length).map(({ asked, end }) => [asked.guid, end]));
    return rows.map(({ characters: _characters, ...row }) => ({
      ...row,
      until: untils.get(row.guid) ?? row.end,
      isLost: row.end === row.start,
    }));
  });
}

/** What is said by those who ask; where nobody is known to, the paragraphs that end with a question mark. */
function askingPassages(db: ReadableDb, text: string): readonly Range[] {
  const asking = new Set(interviewersIn(db, text));
  if (asking.size > 0) {
    return turnsOf(text)
      .filter(({ speaker, bodyStart, end }) => asking.has(speaker) && end > bodyStart)
      .map(({ bodyStart, end }) => ({ start: bodyStart, end }));
  }
  return [...text.matchAll(/[^\n]*[?？؟][^\n]*/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

function placeQuestion(db: CommandContext['db'], id: number, position: number): void {
  const others = questionRows(db)
    .map((row) => row.id)
    .filter((other) => other !== id);
  orderQuestions(db, [...others.slice(0, position), id, ...others.slice(position)]);
}

function placeOf(documentId: Guid, { start, end }: Range) {
  return { area: 'reduction' as const, documentId, start, end };
}

function short(words: string): string {
  return words.length <= 80 ? words : `${words.slice(0, 79).toWellFormed()}…`;
}
