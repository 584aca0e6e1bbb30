// Recordings: whether each stands beside the project, and is the one that was attached, byte for byte.

import { closeSync } from 'node:fs';
import { sql } from '../db/database.ts';
import type { AudioRow } from '../db/audio.ts';
import { mediaPath, openMedia } from '../platform/media-files.ts';
import type { Found } from './check.ts';
import type { JobContext } from './handler.ts';
import { hashOf } from './media.ts';

/** @returns how many recordings were looked at */
export async function checkRecordings({ db, session, signal }: JobContext, found: Found): Promise<number> {
  const rows = db.all<AudioRow & { readonly title: string }>(sql`
    SELECT a.*, d.title FROM audio AS a JOIN document AS d ON d.id = a.document_id ORDER BY a.id`);
  for (const row of rows) {
    const params = { name: row.name, title: row.title };
    const file = openMedia(session.path, mediaPath(session.path, row.sha256, row.media_type), row.size);
    if (file === null) {
      found('recording', row.guid, 'check.recording.missing', params);
      continue;
    }
    try {
      const hash = await hashOf(file, row.size, { signal, progress: () => undefined });
      if (hash !== row.sha256) found('recording', row.guid, 'check.recording.altered', params);
    } finally {
      closeSync(file);
    }
  }
  return rows.length;
}
