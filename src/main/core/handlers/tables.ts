import { SimpulError } from '../../../shared/contract/errors.ts';
import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { label, type CommandContext, type JobContext, type JobHandlers } from '../handler.ts';
import { ImportRefusal, textEncodings } from '../importers/types.ts';
import { keepImportReport, type ImportReport } from '../import-reports.ts';
import { breathe } from '../jobs.ts';
import { columnsOf, type Column } from '../tables/columns.ts';
import { decimalOf } from '../tables/decimals.ts';
import { countingSink, storeTable, writingSink, type TableCounts } from '../tables/store.ts';
import type { ReadTable, TableChoices } from '../tables/table.ts';

type Wanted = Parameters<JobHandlers['documents.importTable']>[1];

const noCounts = {
  rows: 0,
  cases: 0,
  newCases: 0,
  variables: 0,
  values: 0,
  documents: 0,
  valuesLeftOut: 0,
  rowsLeftOut: 0,
};

export const tableJobs = {
  'documents.importTable': async (context, input) => {
    const { services, signal } = context;
    const { preview = false } = input;
    const { bytes } = preview ? services.files.look(input.file.token) : services.files.take(input.file.token);
    try {
      const table = await services.reader.readTable({ name: input.file.name, bytes }, choicesOf(input));
      await breathe(signal);
      const [heads = [], ...rows] = table.rows;
      const decimal = table.sheets.length > 0 ? null : (input.decimal ?? decimalOf(cellsOf(rows)));
      const columns = chosenColumns(columnsOf(heads, rows, decimal), input);
      const found = {
        columns: columns.map((column) => ({ ...column, examples: [...column.examples] })),
        sheets: [...table.sheets],
        ...told(table),
        decimal,
        error: null,
      };
      const options = { onlyKnown: input.onlyKnownCases ?? false, decimal };
      if (preview) {
        const { counts } = storeTable(context.db, countingSink(), columns, rows, options);
        return { outcome: 'preview' as const, ...found, counts };
      }
      const store = (scope: CommandContext) => storeTable(scope.db, writingSink(scope), columns, rows, options);
      return { outcome: 'imported' as const, ...found, counts: imported(context, input.file.name, columns, store) };
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      const key = `import.refused.${error.code}`;
      const message = isMessageKey(key) ? translate(services.language(), key, error.params) : key;
      const nothing = { hiddenSheets: 0, delimiter: null, encoding: null, decimal: null, counts: noCounts };
      return { outcome: 'refused' as const, columns: [], sheets: [], ...nothing, error: { code: error.code, message } };
    }
  },
} satisfies Partial<JobHandlers>;

function imported(
  context: JobContext,
  file: string,
  columns: readonly Column[],
  store: (context: CommandContext) => ReturnType<typeof storeTable>,
): TableCounts {
  const { value } = context.write((scope) => {
    const { counts, first } = store({ ...context, ...scope });
    keepImportReport({ ...context, ...scope }, reportOf(file, columns, counts));
    return {
      value: counts,
      label: label('history.table.imported', { count: counts.cases }),
      place: { area: 'collection' as const, ...(first === null ? {} : { documentId: first }) },
    };
  });
  return value;
}

function* cellsOf(rows: ReadTable['rows']): Iterable<string> {
  for (const row of rows) for (const cell of row) yield cell.trim();
}

/** Rows in are rows out, and so are the filled cells of variables: each is stored or counted as left out. */
function reportOf(file: string, columns: readonly Column[], counts: TableCounts): ImportReport {
  const { rows, cases, newCases, variables, values, documents, valuesLeftOut, rowsLeftOut } = counts;
  const left = columns.filter(({ role }) => role === 'left').map(({ name }) => name);
  return {
    files: [file],
    origin: '',
    counts: { rows, columns: columns.length },
    added: { cases: newCases, variables, values, documents, texts: documents },
    unchanged: { cases: cases - newCases },
    notes: [
      { code: 'value-unreadable', count: valuesLeftOut, details: [] },
      { code: 'row-of-no-case', count: rowsLeftOut, details: [] },
      { code: 'column-not-wanted', count: left.length, details: left },
    ].filter(({ count }) => count > 0),
  };
}

function told({
  hiddenSheets,
  delimiter,
  encoding,
}: ReadTable): Pick<ReadTable, 'hiddenSheets' | 'delimiter' | 'encoding'> {
  return { hiddenSheets, delimiter, encoding };
}

/** @throws SimpulError `invalid-input` for a column that is not there, two columns of cases, or an encoding nobody reads */
function chosenColumns(columns: readonly Column[], { roles = {}, types = {} }: Wanted): readonly Column[] {
  const names = new Set(columns.map(({ name }) => name));
  const unknown = [...Object.keys(roles), ...Object.keys(types)].find((name) => !names.has(name));
  if (unknown !== undefined) throw new SimpulError('invalid-input', {}, { column: unknown });
  const isNew = Object.values(roles).includes('case');
  const chosen = columns.map((column) => {
    const role = roles[column.name];
    // Another column of cases takes the place of the suggested one, which is a question then.
    return {
      ...column,
      role: role ?? (isNew && column.role === 'case' ? 'variable' : column.role),
      type: types[column.name] ?? column.type,
    };
  });
  if (chosen.filter(({ role }) => role === 'case').length > 1)
    throw new SimpulError('invalid-input', {}, { role: 'case' });
  return chosen;
}

function choicesOf({ delimiter, encoding, sheet }: Wanted): TableChoices {
  const known = textEncodings.find((name) => name === encoding?.toLowerCase());
  if (encoding !== undefined && known === undefined) throw new SimpulError('invalid-input', {}, { encoding });
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(known === undefined ? {} : { encoding: known }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
