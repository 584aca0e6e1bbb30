// Displays and kept results inside a report.

import type { DisplayDetails, MatrixDisplay } from '../../../shared/contract/displays.ts';
import type { NetworkDetails, NetworkEvidence } from '../../../shared/contract/networks.ts';
import type { ReportSource } from '../../../shared/contract/report.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { ResultTable } from '../../../shared/domain/result-tables.ts';
import { bulletWords, sheetOf, type Bullet } from '../../../shared/domain/matrix-sheet.ts';
import { networkPicture, paperNetworkInks } from '../../../shared/domain/network/picture.ts';
import { approximateWidth } from '../../../shared/domain/picture/lines.ts';
import { svgWritten } from '../../../shared/domain/picture/svg.ts';
import { isMessageKey, type MessageKey } from '../../../shared/i18n/catalogue.ts';
import { localeOf, type MessageParams } from '../../../shared/i18n/translate.ts';
import type { Block } from './blocks.ts';

type Say = (key: MessageKey, params?: MessageParams) => string;

/** Columns of one table on a page; a wider matrix goes on in further tables, each with its row heads. */
const widest = 6;
/** Rows of a kept result that a report shows. */
const longest = 100;

export function matrixBlocks(say: Say, details: DisplayDetails, matrix: MatrixDisplay, level: 2 | 3): readonly Block[] {
  const { rows, columns, cells } = matrix;
  const at = new Map(cells.map((cell) => [cell.row * columns.length + cell.column, cell]));
  const textOf = (row: number, column: number): string => {
    const cell = at.get(row * columns.length + column);
    if (!cell) return '';
    const words = [cell.rating, cell.text].filter((part) => part !== '').join(' ');
    const count = cell.codings === 0 ? '' : say('report.cell', { codings: cell.codings, documents: cell.documents });
    return [words, count, cell.isStale ? say('report.stale') : ''].filter((part) => part !== '').join('\n');
  };
  // Equal parts: seven columns are four and three, not six and a last one alone.
  const size = Math.ceil(columns.length / Math.max(1, Math.ceil(columns.length / widest)));
  const parts = Array.from({ length: Math.ceil(columns.length / Math.max(1, size)) }, (_, part) => part * size);
  return [
    { kind: 'heading', level, text: details.name },
    ...paragraph(details.decisionRule === '' ? '' : `${say('matrices.rule')}: ${details.decisionRule}`, 'note', {
      kind: 'display',
      guid: details.guid,
    }),
    ...(rows.length * columns.length === 0 ? [{ kind: 'note', text: say('report.matrix.empty') } as const] : []),
    ...sheetBlocks(say, details, matrix),
    ...(rows.length === 0 ? [] : parts).map((from): Block => ({
      kind: 'table',
      caption: say(`matrix.kind.${details.kind}`),
      head: [say('matrices.rows'), ...columns.slice(from, from + size).map(({ label }) => label)],
      rows: rows.map(({ label, group }, row) => [
        group === null || group === label ? label : `${group}: ${label}`,
        ...columns.slice(from, from + size).map((_, place) => textOf(row, from + place)),
      ]),
      from: rows.map(({ key: row }) => [
        { kind: 'display' as const, guid: details.guid },
        ...columns
          .slice(from, from + size)
          .map(({ key: column }) => ({ kind: 'cell' as const, guid: details.guid, row, column })),
      ]),
    })),
    ...paragraph(details.commentary, 'paragraph', { kind: 'display', guid: details.guid }),
  ];
}

/** R-25: SWOT and TOWS in quadrants, two beside each other; the table with the evidence follows. */
function sheetBlocks(say: Say, { kind, guid }: DisplayDetails, matrix: MatrixDisplay): readonly Block[] {
  if (kind !== 'swot' && kind !== 'tows') return [];
  const quadrants = sheetOf(kind, matrix);
  const wordsOf = (bullet: Bullet<MatrixDisplay['cells'][number]>): string => {
    const count =
      bullet.codings === 0 ? '' : say('report.cell', { codings: bullet.codings, documents: bullet.documents });
    const own = bulletWords(bullet);
    if (count === '' && own.length === 0 && bullet.label === '') return '';
    return lines([bullet.label === '' ? '' : `• ${bullet.label}`, count].filter(Boolean).join(' – '), ...own);
  };
  return Array.from({ length: Math.ceil(quadrants.length / 2) }, (_, pair): Block => {
    const beside = quadrants.slice(2 * pair, 2 * pair + 2);
    return {
      kind: 'table',
      caption: beside.map(({ title }) => title).join('; '),
      head: beside.map(({ title }) => title),
      rows: [beside.map(({ bullets }) => lines(...bullets.map(wordsOf)))],
      from: [beside.map(() => ({ kind: 'display' as const, guid }))],
    };
  });
}

/** Picture, then every link with what it rests on: a network is claims, and these stand on words. */
export function networkBlocks(say: Say, network: NetworkDetails, level: 2 | 3): readonly Block[] {
  const { nodes, links, name } = network;
  const labels = new Map(nodes.map(({ guid, label }) => [guid, label]));
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter(({ guid }) => !linked.has(guid)).map(({ label }) => label);
  const pictured = links.map((link) => ({ ...link, words: say(`network.sign.${link.kind}`) }));
  const { drawing } = networkPicture(nodes, pictured, paperNetworkInks, approximateWidth);
  const svg = svgWritten(drawing, { title: name, lines: [say('networks.legend')] }, 'sans-serif');
  const saidBy = ({ words, title }: NetworkEvidence): string => (title === '' ? words : `“${words}” (${title})`);
  const picture: readonly Block[] = [
    {
      kind: 'picture',
      caption: `${say(`network.kind.${network.kind}`)}. ${say('networks.legend')}`,
      svg,
      drawing,
    },
  ];
  const table: Block = {
    kind: 'table',
    caption: say('networks.table', { name }),
    head: [say('network.from'), say('network.relation'), say('network.to'), say('network.evidence')],
    rows: links.map(({ from, kind, to, note, evidence, isMarked }) => [
      labels.get(from) ?? '',
      lines(say(`network.link.${kind}`), note),
      labels.get(to) ?? '',
      lines(...evidence.map(saidBy), isMarked ? say('report.stale') : ''),
    ]),
    from: links.map(({ evidence }) => [null, null, null, evidence.flatMap(sourceOf)[0] ?? null]),
  };
  return [
    { kind: 'heading', level, text: name },
    ...paragraph(network.decisionRule === '' ? '' : `${say('matrices.rule')}: ${network.decisionRule}`, 'note'),
    ...(nodes.length === 0 ? [] : picture),
    ...(links.length === 0 ? [] : [table]),
    ...paragraph(alone.length === 0 ? '' : `${say('network.alone')}: ${alone.join('; ')}`, 'note'),
    ...paragraph(network.commentary, 'paragraph'),
  ];
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function sourceOf({ kind, target, mark, document, start, end }: NetworkEvidence): readonly ReportSource[] {
  if (mark === 'gone' || kind === 'cell') return [];
  if (kind === 'proposition') return [{ kind, guid: target }];
  return document === null || start === null || end === null ? [] : [{ kind, guid: target, document, start, end }];
}

export type ReportedResult = {
  readonly name: string;
  readonly comment: string;
  readonly method: string;
  readonly revision: number;
  readonly tables: readonly ResultTable[];
};

export function resultBlocks(say: Say, language: Language, result: ReportedResult, level: 2 | 3): readonly Block[] {
  const nameOf = (name: string): string => {
    const key = `results.column.${name.slice(1)}`;
    return name.startsWith('@') && isMessageKey(key) ? say(key) : name;
  };
  const format = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 3 });
  return [
    { kind: 'heading', level, text: result.name },
    ...result.tables
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, columns, rows }): Block => ({
        kind: 'table',
        caption: nameOf(title),
        head: [nameOf(title), ...columns.slice(0, widest).map(nameOf)],
        rows: rows
          .slice(0, longest)
          .map(({ label, values }) => [
            nameOf(label),
            ...values.slice(0, widest).map((value) => (value === null ? '–' : format.format(value))),
          ]),
      })),
    { kind: 'note', text: say('report.result', { method: result.method, revision: result.revision }) },
    ...paragraph(result.comment, 'paragraph'),
  ];
}

function paragraph(text: string, kind: 'note' | 'paragraph', from?: ReportSource): readonly Block[] {
  return text.trim() === '' ? [] : [{ kind, text: text.trim(), ...(from && { from }) }];
}
