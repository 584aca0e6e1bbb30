import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { backupFolder, listBackups } from '../backup.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';

export type ProjectRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly language: Language;
  readonly fictional: number;
  readonly created_at: string;
};

export function requireProjectRow(db: ReadableDb): ProjectRow {
  const row = db.get<ProjectRow>(sql`SELECT * FROM project`);
  if (!row) throw new SimpulError('internal');
  return row;
}

export const projectQueries = {
  'project.info': ({ db, session }): ProjectInfo => {
    const row = requireProjectRow(db);
    const counts = db.get<ProjectInfo['counts']>(sql`
      SELECT (SELECT count(*) FROM document) AS documents,
        (SELECT coalesce(sum(characters), 0) FROM document_text) AS characters,
        (SELECT count(*) FROM code) AS codes,
        (SELECT count(*) FROM coding WHERE state <> 'orphaned') AS codings,
        (SELECT count(*) FROM memo) AS memos, (SELECT count(*) FROM study_case) AS cases,
        (SELECT count(*) FROM variable) AS variables, (SELECT count(*) FROM coder) AS coders,
        (SELECT count(*) FROM display) AS displays, (SELECT count(*) FROM proposition) AS propositions`);
    const health = db.get<{ toReview: number; uncoded: number; revision: number; version: number }>(sql`
      SELECT (SELECT count(*) FROM coding WHERE state <> 'kept') AS toReview,
        (SELECT count(*) FROM document AS d WHERE NOT EXISTS (SELECT 1 FROM coding WHERE document_id = d.id)) AS uncoded,
        (SELECT number FROM revision) AS revision, (SELECT user_version FROM pragma_user_version) AS version`);
    if (!counts || !health) throw new SimpulError('internal');
    return {
      project: {
        guid: row.guid,
        name: row.name,
        schemaVersion: health.version,
        description: row.description,
        language: row.language,
        fictional: row.fictional === 1,
        createdAt: row.created_at,
        revision: health.revision,
      },
      counts,
      health: {
        toReview: health.toReview,
        uncodedDocuments: health.uncoded,
        lastBackup: listBackups(backupFolder(session.path)).at(-1)?.at.toISOString() ?? null,
      },
    };
  },
} satisfies Partial<QueryHandlers>;

export const projectCommands = {
  'project.update': ({ db }, change) => {
    const row = requireProjectRow(db);
    db.run(sql`
      UPDATE project SET name = ${change.name ?? row.name}, description = ${change.description ?? row.description},
        language = ${change.language ?? row.language} WHERE id = 1`);
    return { value: {}, label: label('history.project.changed', { name: row.name }) };
  },
} satisfies Partial<CommandHandlers>;
