import { SimpulError } from '../../../shared/contract/errors.ts';
import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { label, type JobContext, type JobHandlers } from '../handler.ts';
import { ImportRefusal, textEncodings } from '../importers/types.ts';
import { breathe } from '../jobs.ts';
import { columnsOf, type Column } from '../tables/columns.ts';
import { storeTable } from '../tables/store.ts';
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
    const { bytes } = services.files.take(input.file.token);
    try {
      const table = await services.reader.readTable({ name: input.file.name, bytes }, choicesOf(input));
      await breathe(signal);
      const [heads = [], ...rows] = table.rows;
      const columns = chosenColumns(columnsOf(heads, rows), input.roles ?? {});
      const found = {
        columns: columns.map((column) => ({ ...column, examples: [...column.examples] })),
        sheets: [...table.sheets],
        ...told(table),
        error: null,
      };
      if (input.preview === true) {
        return { outcome: 'preview' as const, ...found, counts: { ...noCounts, rows: rows.length } };
      }
      return { outcome: 'imported' as const, ...found, counts: imported(context, input, columns, rows) };
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      const key = `import.refused.${error.code}`;
      const message = isMessageKey(key) ? translate(services.language(), key, error.params) : key;
      const nothing = { hiddenSheets: 0, delimiter: null, encoding: null, counts: noCounts };
      return { outcome: 'refused' as const, columns: [], sheets: [], ...nothing, error: { code: error.code, message } };
    }
  },
} satisfies Partial<JobHandlers>;

function imported(
  context: JobContext,
  { onlyKnownCases = false }: Wanted,
  columns: readonly Column[],
  rows: ReadTable['rows'],
): typeof noCounts {
  const { value } = context.write((scope) => {
    const { counts, first } = storeTable({ ...context, ...scope }, columns, rows, onlyKnownCases);
    return {
      value: counts,
      label: label('history.table.imported', { count: counts.cases }),
      place: { area: 'collection' as const, ...(first === null ? {} : { documentId: first }) },
    };
  });
  return value;
}

function told({
  hiddenSheets,
  delimiter,
  encoding,
}: ReadTable): Pick<ReadTable, 'hiddenSheets' | 'delimiter' | 'encoding'> {
  return { hiddenSheets, delimiter, encoding };
}

/** @throws SimpulError `invalid-input` for a column that is not there, two columns of cases, or an encoding nobody reads */
function chosenColumns(columns: readonly Column[], roles: NonNullable<Wanted['roles']>): readonly Column[] {
  const names = new Set(columns.map(({ name }) => name));
  const unknown = Object.keys(roles).find((name) => !names.has(name));
  if (unknown !== undefined) throw new SimpulError('invalid-input', {}, { column: unknown });
  const isNew = Object.values(roles).includes('case');
  const chosen = columns.map((column) => {
    const role = roles[column.name];
    // Another column of cases takes the place of the suggested one, which is a question then.
    return { ...column, role: role ?? (isNew && column.role === 'case' ? 'variable' : column.role) };
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
