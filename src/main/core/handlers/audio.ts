import { rmSync } from 'node:fs';
import type { Recording } from '../../../shared/contract/audio.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { deleteAudio, insertAudio, listAudio, requireAudio, updateAudio } from '../../db/audio.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import { listMedia, mediaPath } from '../../platform/media-files.ts';
import {
  label,
  type ActionHandlers,
  type CommandHandlers,
  type JobHandlers,
  type QueryHandlers,
  type Services,
} from '../handler.ts';
import { isThere } from '../media.ts';
import { assertWritable, type Session } from '../session.ts';

export const audioQueries = {
  'audio.list': ({ db, session }, { documentId }): Recording[] =>
    listAudio(db)
      .filter(({ document }) => documentId === undefined || document === documentId)
      .map((row) => ({
        guid: row.guid,
        document: row.document,
        name: row.name,
        mediaType: row.media_type,
        size: row.size,
        sha256: row.sha256,
        timeShift: row.time_shift,
        createdAt: row.created_at,
        isThere: isThere(session, row),
      })),
  'audio.unused': ({ db, session }) => totalOf(unusedFiles(db, session)),
} satisfies Partial<QueryHandlers>;

export const audioActions = {
  'audio.begin': ({ services }) => ({ uploadId: services.media.begin(services.projects.require()) }),
  'audio.append': ({ services }, { uploadId, token }) => {
    const session = services.projects.require();
    return { bytes: services.media.append(session, uploadId, services.files.take(token).bytes) };
  },
  'audio.discard': ({ services }, { uploadId }) => {
    services.projects.require();
    services.media.discard(uploadId);
    return {};
  },
  'audio.clear': ({ services }) => {
    const session = services.projects.require();
    assertWritable(session);
    const files = unusedFiles(session.connection, session);
    for (const { path } of files) rmSync(path, { force: true });
    tellFilesChanged(services, session);
    return totalOf(files);
  },
} satisfies Partial<ActionHandlers>;

export const audioJobs = {
  'audio.attach': async ({ db, services, session, write, signal, progress }, { documentId, uploadId, name }) => {
    const document = requireDocument(db, documentId);
    const kept = await services.media.finish(session, uploadId, { signal, progress });
    return write((scope) => {
      const guid = services.ports.ids.next();
      insertAudio(scope.db, {
        guid,
        document_id: document.id,
        name,
        media_type: kept.mediaType,
        size: kept.size,
        sha256: kept.sha256,
        created_at: scope.now,
      });
      return {
        value: { guid },
        label: label('history.recording.attached', { name, title: document.title }),
        place: { area: 'reduction' as const, documentId },
      };
    }).value;
  },
  // The study is the same as before, only its file is back: no step of the history.
  'audio.locate': async ({ db, services, session, signal, progress }, { audioId, uploadId }) => {
    const row = requireAudio(db, audioId);
    await services.media.finish(session, uploadId, { signal, progress }, row.sha256);
    tellFilesChanged(services, session);
    return {};
  },
} satisfies Partial<JobHandlers>;

export const audioCommands = {
  'audio.update': ({ db }, { audioId, name, timeShift }) => {
    const row = requireAudio(db, audioId);
    updateAudio(db, { ...row, name: name ?? row.name, time_shift: timeShift ?? row.time_shift });
    return {
      value: {},
      label: label('history.recording.changed', { name: row.name }),
      ...placeOf(db, row.document_id),
    };
  },
  'audio.remove': ({ db }, { audioId }) => {
    const row = requireAudio(db, audioId);
    deleteAudio(db, row.id);
    return {
      value: {},
      label: label('history.recording.removed', { name: row.name }),
      ...placeOf(db, row.document_id),
    };
  },
} satisfies Partial<CommandHandlers>;

function unusedFiles(db: ReadableDb, session: Session): ReturnType<typeof listMedia> {
  const used = new Set(listAudio(db).map((row) => mediaPath(session.path, row.sha256, row.media_type)));
  return listMedia(session.path).filter(({ path }) => !used.has(path));
}

function totalOf(files: ReturnType<typeof listMedia>): { readonly files: number; readonly bytes: number } {
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

function placeOf(db: ReadableDb, documentId: number) {
  const row = db.get<{ guid: Guid }>(sql`SELECT guid FROM document WHERE id = ${documentId}`);
  return row ? { place: { area: 'reduction' as const, documentId: row.guid } } : {};
}

/** What is asked about recordings is asked again, though no row changed. */
function tellFilesChanged({ emit }: Services, { connection }: Session): void {
  const revision = connection.get<{ number: number }>(sql`SELECT number FROM revision`)?.number ?? 0;
  emit({ type: 'changed', revision, topics: ['structure'], texts: [], requestId: null });
}
