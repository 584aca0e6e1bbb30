// Cells as spreadsheets put them on the clipboard: tab between cells, line end between rows, and cells that hold
// either of them, or a quotation mark at their start, in quotation marks with inner ones doubled.

export type Cells = readonly (readonly string[])[];

/** Reads cells from the clipboard. The empty last line that spreadsheets add is no row. */
export function parseTsv(text: string): Cells {
  const rows: string[][] = [[]];
  let position = 0;
  const row = (): string[] => rows.at(-1) as string[];
  while (position <= text.length) {
    const quoted = text[position] === '"' ? readQuoted(text, position) : null;
    const { cell, end } = quoted ?? readPlain(text, position);
    row().push(cell);
    const separator = text[end];
    if (separator === undefined) break;
    const isPair = separator === '\r' && text[end + 1] === '\n';
    position = end + (isPair ? 2 : 1);
    if (separator !== '\t') rows.push([]);
    if (separator !== '\t' && position >= text.length) rows.pop();
    if (separator !== '\t' && position >= text.length) break;
  }
  return rows;
}

/** Writes cells so that Excel and LibreOffice read them back as they are. */
export function toTsv(cells: Cells): string {
  return cells.map((row) => row.map(quoteWhereNeeded).join('\t')).join('\n');
}

function quoteWhereNeeded(cell: string): string {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Read = { readonly cell: string; readonly end: number };

/** Null where the quotation mark is not closed before a separator: then it is a letter like any other. */
function readQuoted(text: string, start: number): Read | null {
  const match = /"((?:[^"]|"")*)"(?=[\t\n\r]|$)/y;
  match.lastIndex = start;
  const found = match.exec(text);
  return found ? { cell: (found[1] ?? '').replaceAll('""', '"'), end: match.lastIndex } : null;
}

function readPlain(text: string, start: number): Read {
  const length = text.slice(start).search(/[\t\n\r]/);
  const end = length === -1 ? text.length : start + length;
  return { cell: text.slice(start, end), end };
}
