import { requireCode } from '../../db/codes.ts';
import { requireQuestion } from '../../db/guide.ts';
import {
  deleteResearchQuestion,
  insertResearchQuestion,
  listResearchQuestions,
  orderResearchQuestions,
  requireResearchQuestion,
  researchQuestionRows,
  setQuestionObjects,
  updateResearchQuestion,
} from '../../db/questions.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';

const place = { area: 'collection' as const };

export const questionQueries = {
  'questions.list': ({ db }) => [...listResearchQuestions(db)],
} satisfies Partial<QueryHandlers>;

export const questionCommands = {
  'questions.create': ({ db, services }, { label: name, text = '', note = '' }) => {
    const guid = services.ports.ids.next();
    insertResearchQuestion(db, { guid, label: name, text, note });
    return { value: { guid }, label: label('history.research-question.created', { question: name }), place };
  },
  'questions.update': ({ db }, { questionId, label: name, text, note }) => {
    const row = requireResearchQuestion(db, questionId);
    updateResearchQuestion(db, {
      ...row,
      label: name ?? row.label,
      text: text ?? row.text,
      note: note ?? row.note,
    });
    return { value: {}, label: label('history.research-question.changed', { question: row.label }), place };
  },
  'questions.move': ({ db }, { questionId, position }) => {
    const row = requireResearchQuestion(db, questionId);
    const others = researchQuestionRows(db)
      .map(({ id }) => id)
      .filter((id) => id !== row.id);
    orderResearchQuestions(db, [...others.slice(0, position), row.id, ...others.slice(position)]);
    return { value: {}, label: label('history.research-question.moved', { question: row.label }), place };
  },
  'questions.delete': ({ db }, { questionIds }) => {
    const rows = [...new Set(questionIds)].map((guid) => requireResearchQuestion(db, guid));
    for (const row of rows) deleteResearchQuestion(db, row.id);
    orderResearchQuestions(
      db,
      researchQuestionRows(db).map(({ id }) => id),
    );
    return {
      value: {},
      label: label('history.research-question.deleted', { question: rows[0]?.label ?? '', count: rows.length }),
      place,
    };
  },
  'questions.link': ({ db, services }, { questionId, kind, targetIds }) => {
    const row = requireResearchQuestion(db, questionId);
    for (const guid of targetIds) {
      if (kind === 'code') requireCode(db, guid);
      else requireQuestion(db, guid);
    }
    setQuestionObjects(db, row.id, kind, targetIds, services.ports.ids.next);
    return { value: {}, label: label('history.research-question.linked', { question: row.label }), place };
  },
} satisfies Partial<CommandHandlers>;
