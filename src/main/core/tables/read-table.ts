// The door to tables: CSV and XLSX, told by content.

import { signatureOf } from '../importers/file-kinds.ts';
import { openPackage } from '../importers/opc.ts';
import type { Watch } from '../importers/types.ts';
import { ImportRefusal, importLimits } from '../importers/types.ts';
import { readCsv } from './csv.ts';
import type { ReadTable, TableChoices } from './table.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Reads a table.
 * @throws ImportRefusal as `readCsv` and `readXlsx`, `table-empty` for one without a row below its heads
 */
export function readTable(bytes: Uint8Array, choices: TableChoices, watch: Watch): ReadTable {
  if (bytes.length > importLimits.fileBytes)
    throw new ImportRefusal('too-large', { limit: importLimits.fileBytes / 1_000_000 });
  const table = tableOf(bytes, choices, watch);
  if (table.rows.length < 2) throw new ImportRefusal('table-empty');
  return table;
}

function tableOf(bytes: Uint8Array, choices: TableChoices, watch: Watch): ReadTable {
  const signature = signatureOf(bytes);
  if (signature === 'zip') {
    const opened = openPackage(bytes, watch);
    const part = opened
      .relationsOf('')
      .find(({ type, part: target }) => type === 'officeDocument' && target !== undefined)?.part;
    const isSheet = part !== undefined && opened.has(part) && (opened.contentTypeOf(part) ?? 'xml').includes('xml');
    if (!isSheet || !/workbook/i.test(part)) throw new ImportRefusal('not-as-named', { format: 'XLSX' });
    return readXlsx(opened, part, choices.sheet);
  }
  if (signature !== undefined) throw new ImportRefusal('not-as-named', { format: 'CSV' });
  return readCsv(bytes, watch, choices.delimiter, choices.encoding);
}
