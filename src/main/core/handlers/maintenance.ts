import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { JobHandlers } from '../handler.ts';
import { copyProject } from '../backup.ts';
import { checkProject } from '../check.ts';

export const maintenanceJobs = {
  'project.check': (context) => checkProject(context),
  'project.backup': async ({ session }, { path }) => {
    await copyProject(session.connection, resolve(path));
    return {};
  },
  'project.copy': async ({ services, session }) => {
    const folder = mkdtempSync(join(tmpdir(), 'simpul-copy-'));
    try {
      const path = join(folder, basename(session.path));
      await copyProject(session.connection, path);
      const bytes = readFileSync(path);
      const mediaType = 'application/vnd.simpul.project';
      const token = services.files.hold({ name: basename(path), mediaType, bytes });
      return { token, name: basename(path), mediaType, size: bytes.byteLength };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
} satisfies Partial<JobHandlers>;
