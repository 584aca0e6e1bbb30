// The sheet for informants (member check): what was concluded, the words it rests on, and room for their answer.

import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ReadableDb } from '../../db/database.ts';
import { escapeHtml, htmlPage } from './page.ts';
import { requireProjectRow } from '../handlers/project.ts';

export function memberSheet(
  db: ReadableDb,
  propositions: readonly Proposition[],
  language: Language,
  madeAt: Date,
): { readonly name: string; readonly html: string } {
  const project = requireProjectRow(db);
  const say = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
    escapeHtml(translate(language, key, params));
  const title = translate(language, 'claims.sheet.title', { project: project.name });
  const parts = propositions.map(({ statement, scope, evidence }) => {
    const quotations = evidence.filter(
      ({ kind, mark }) => (kind === 'coding' || kind === 'passage') && mark !== 'gone',
    );
    const words = quotations.map(
      ({ words: quote, title: from }) =>
        `<blockquote>${escapeHtml(quote)} <cite>${escapeHtml(from)}</cite></blockquote>`,
    );
    return [
      `<section><h2>${escapeHtml(statement)}</h2>`,
      scope.trim() === '' ? '' : `<p>${escapeHtml(scope)}</p>`,
      ...words,
      `<p>${say('claims.sheet.right')} ☐ ${say('claims.sheet.yes')} ☐ ${say('claims.sheet.partly')} ☐ ${say('claims.sheet.no')}</p>`,
      `<p>${say('claims.sheet.why')}</p><hr><hr><hr></section>`,
    ].join('\n');
  });
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${say('claims.sheet.text')}</p>`,
    `<p>${say('claims.sheet.name')} ____________________ ${say('claims.sheet.date')} ____________________</p>`,
    ...parts,
  ].join('\n');
  return {
    name: `${title}.html`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-'),
    html: htmlPage({ language, title, body, madeAt }),
  };
}
