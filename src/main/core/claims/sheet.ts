// The sheet for informants (member check): what was concluded, the words it rests on, and room for their answer.

import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ReadableDb } from '../../db/database.ts';
import { htmlPage } from '../exporters/html-page.ts';
import { htmlText } from '../exporters/xml-text.ts';
import { requireProjectRow } from '../handlers/project.ts';

export function memberSheet(
  db: ReadableDb,
  propositions: readonly Proposition[],
  language: Language,
  madeAt: Date,
): { readonly name: string; readonly html: string } {
  const project = requireProjectRow(db);
  const say = (key: Parameters<typeof translate>[1], params?: Parameters<typeof translate>[2]) =>
    htmlText(translate(language, key, params));
  const title = translate(language, 'claims.sheet.title', { project: project.name });
  const parts = propositions.map(({ statement, scope, evidence }) => {
    const quotations = evidence.filter(
      ({ kind, mark }) => (kind === 'coding' || kind === 'passage') && mark !== 'gone',
    );
    const words = quotations.map(
      ({ words: quote, title: from }) => `<blockquote>${htmlText(quote)} <cite>${htmlText(from)}</cite></blockquote>`,
    );
    return [
      `<section><h2>${htmlText(statement)}</h2>`,
      scope.trim() === '' ? '' : `<p>${htmlText(scope)}</p>`,
      ...words,
      `<p>${say('claims.sheet.right')} ☐ ${say('claims.sheet.yes')} ☐ ${say('claims.sheet.partly')} ☐ ${say('claims.sheet.no')}</p>`,
      `<p>${say('claims.sheet.why')}</p><hr><hr><hr></section>`,
    ].join('\n');
  });
  const body = [
    `<p>${say('claims.sheet.name')} ____________________ ${say('claims.sheet.date')} ____________________</p>`,
    ...parts,
  ].join('\n');
  return {
    name: `${title}.html`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-'),
    html: htmlPage({
      language,
      title,
      lines: [translate(language, 'claims.sheet.text'), madeAt.toISOString().slice(0, 10)],
      style: 'blockquote{margin:.6rem 0}hr{border:0;border-bottom:1px solid #8c959f;height:1.8rem;margin:0}',
      body,
    }),
  };
}
