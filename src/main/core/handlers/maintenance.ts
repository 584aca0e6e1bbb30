import { basename, resolve } from 'node:path';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { JobHandlers } from '../handler.ts';
import { copyProject } from '../backup.ts';
import { checkProject } from '../check.ts';
import { assertMayLeave } from '../export-gate.ts';

export const maintenanceJobs = {
  'project.check': (context) => checkProject(context),
  'project.backup': async ({ session, signal, progress }, { path }) => {
    await copyProject(session.connection, resolve(path), (share) => {
      if (signal.aborted) throw new SimpulError('cancelled');
      progress(share);
    });
    return {};
  },
  // In memory: a temporary file would be a second readable copy of the study, and outlive a crash.
  'project.copy': async ({ db, services, session }, { confirmed }) => {
    assertMayLeave(db, confirmed);
    const bytes = session.connection.bytes();
    bytes.fill(1, 18, 20); // an ordinary file, even where the original has its log open
    const name = basename(session.path);
    const mediaType = 'application/vnd.simpul.project';
    const token = services.files.hold({ name, mediaType, bytes });
    return { token, name, mediaType, size: bytes.byteLength };
  },
} satisfies Partial<JobHandlers>;
