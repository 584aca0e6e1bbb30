// Writes migrations/schema.snapshot.json from the migrations. Run after adding one; a test holds them together.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDriver } from '../src/main/db/database.ts';
import { migrate, readMigrations, schemaOf } from '../src/main/db/migrate.ts';

const folder = fileURLToPath(new URL('../migrations', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'simpul-schema-'));
const connection = await openDriver(join(temporary, 'schema.db'), { readOnly: false, mustExist: false, busyMs: 0 });
migrate(connection, readMigrations(folder));
writeFileSync(join(folder, 'schema.snapshot.json'), `${JSON.stringify(schemaOf(connection), null, 2)}\n`);
connection.close();
rmSync(temporary, { recursive: true });
