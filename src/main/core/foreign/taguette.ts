// Taguette: texts are HTML, and offsets count the UTF-8 bytes of the text between its tags.

import { Tokenizer } from 'parse5';
import type { ForeignDatabase } from '../../db/foreign.ts';
import { keyOfCell, momentOfCell, numberOfCell, textOfCell } from './cells.ts';
import type { ForeignCode, ForeignProject } from './model.ts';
import { createForeignTally } from './model.ts';
import { utf8Places } from './places.ts';

export function isTaguette(database: ForeignDatabase): boolean {
  return database.has('highlights') && database.has('highlight_tags') && database.has('tags');
}

export function readTaguette(database: ForeignDatabase): ForeignProject {
  const tally = createForeignTally();
  const projects = database.rows('projects');
  const several = projects.length > 1;
  if (several) tally.add('several-projects', projects.length);
  const documents = database.rows('documents').map((row) => {
    const { raw, breaks } = textOfHtml(textOfCell(row, 'contents'));
    return { row, key: keyOfCell(row, 'id'), breaks, find: utf8Places(raw), text: withBreaks(raw, breaks) };
  });
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const tags = Map.groupBy(database.rows('highlight_tags'), (row) => keyOfCell(row, 'highlight_id'));
  const codings = database.rows('highlights').flatMap((row) => {
    const document = byKey.get(keyOfCell(row, 'document_id'));
    if (document === undefined) {
      tally.add('codings-of-nothing');
      return [];
    }
    const own = tags.get(keyOfCell(row, 'id')) ?? [];
    if (own.length === 0) tally.add('marks-left-out');
    const placed = (column: string): number => {
      const place = document.find(numberOfCell(row, column) ?? -1);
      return place === null ? -1 : place + document.breaks.filter((at) => at <= place).length;
    };
    const [start, end] = [placed('start_offset'), placed('end_offset')];
    return own.map((tag) => ({
      document: document.key,
      code: keyOfCell(tag, 'tag_id', 'tag '),
      // Taguette does not record who highlighted what.
      coder: '',
      start,
      end,
      quote: textOfHtml(textOfCell(row, 'snippet')).raw,
      memo: '',
      createdAt: null,
    }));
  });
  return {
    program: 'Taguette',
    codes: [
      ...(several ? projects.map((row) => category(keyOfCell(row, 'id', 'project '), textOfCell(row, 'name'))) : []),
      ...database.rows('tags').map((row): ForeignCode => {
        return {
          key: keyOfCell(row, 'id', 'tag '),
          parent: several ? keyOfCell(row, 'project_id', 'project ') : null,
          name: textOfCell(row, 'path'),
          color: null,
          description: textOfCell(row, 'description'),
          codable: true,
        };
      }),
    ],
    documents: documents.map(({ row, key, text }) => ({
      key,
      title: textOfCell(row, 'name'),
      description: textOfCell(row, 'description'),
      text,
      createdAt: momentOfCell(row, 'created'),
    })),
    codings,
    cases: [],
    variables: [],
    memos: projects
      .filter((row) => textOfCell(row, 'description').trim() !== '')
      .map((row) => ({
        title: textOfCell(row, 'name'),
        body: textOfCell(row, 'description'),
        coder: '',
        createdAt: momentOfCell(row, 'created'),
        about: null,
      })),
    left: tally.notes(),
  };
}

function category(key: string, name: string): ForeignCode {
  return { key, parent: null, name, color: null, description: '', codable: false };
}

const blocks = /^(p|div|h[1-6]|li|tr|br|blockquote|pre|table|ul|ol)$/;

/**
 * The text between the tags, exactly as it is counted, and where a block ends without a line end of its own: there one is put in,
 * or paragraphs would run together.
 */
function textOfHtml(html: string): { readonly raw: string; readonly breaks: readonly number[] } {
  const parts: string[] = [];
  const breaks: number[] = [];
  let length = 0;
  let ended = -1;
  const write = ({ chars }: { readonly chars: string }): void => {
    if (ended === length && length > 0 && !/^\s*\n/.test(chars)) breaks.push(length);
    ended = -1;
    parts.push(chars);
    length += chars.length;
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName }) => {
        if (tagName === 'br') ended = length;
      },
      onEndTag: ({ tagName }) => {
        if (blocks.test(tagName) && !(parts.at(-1) ?? '').endsWith('\n')) ended = length;
      },
      onCharacter: write,
      onWhitespaceCharacter: write,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return { raw: parts.join(''), breaks };
}

function withBreaks(raw: string, breaks: readonly number[]): string {
  let text = '';
  let from = 0;
  for (const at of breaks) {
    text += `${raw.slice(from, at)}\n`;
    from = at;
  }
  return text + raw.slice(from);
}
