import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SessionState } from '../../../shared/contract/project.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import type { ActionHandlers, Services } from '../handler.ts';
import { projectPath } from '../projects.ts';
import { listTemplates } from '../templates.ts';
import { requireProjectRow } from './project.ts';
import { sql } from '../../db/database.ts';

export const projectsActions = {
  'projects.session': ({ services }) => sessionState(services),
  'projects.recent': ({ services }) => ({
    folder: services.ports.places.projects,
    projects: [...services.projects.recent()],
  }),
  'projects.templates': ({ services }) => [...listTemplates(services.ports.places.samples)],
  'projects.create': async ({ services }, { name, folder, path: wanted, template, language }) => {
    const path = wanted ? resolve(wanted) : projectPath(folder ? resolve(folder) : ownFolder(services), name);
    await services.projects.create({
      path,
      name,
      language: language ?? services.language(),
      template: template ?? null,
    });
    await openAndTell(services, path);
    return { path };
  },
  'projects.open': async ({ services }, { path }) => {
    await openAndTell(services, path);
    return sessionState(services);
  },
  'projects.openSample': async ({ services }, { language = services.language() }) => {
    const name = translate(language, 'project.sample.name');
    const path = projectPath(ownFolder(services), name);
    if (!existsSync(path)) await services.projects.create({ path, name, language, template: 'sample' });
    await openAndTell(services, path);
    return sessionState(services);
  },
  'projects.close': async ({ services }) => {
    await services.projects.close();
    services.emit({ type: 'session' });
    return {};
  },
} satisfies Partial<ActionHandlers>;

export function sessionState({ projects, ports, language }: Services): SessionState {
  const session = projects.current();
  if (!session) return { open: null, host: ports.host, version: ports.version };
  const row = requireProjectRow(session.connection);
  const revision = session.connection.get<{ number: number }>(sql`SELECT number FROM revision`)?.number ?? 0;
  return {
    open: {
      path: session.path,
      name: row.name,
      revision,
      fictional: row.fictional === 1,
      mode: session.frozen ? 'read-only' : 'read-write',
      reason: session.frozen ? translate(language(), `error.${session.frozen}`, { path: session.path }) : null,
      currentCoder: session.currentCoder?.guid ?? null,
    },
    host: ports.host,
    version: ports.version,
  };
}

async function openAndTell(services: Services, path: string): Promise<void> {
  try {
    await services.projects.open(path);
  } finally {
    // Also after a failure: the project that was open before has been closed.
    services.emit({ type: 'session' });
  }
}

function ownFolder({ ports }: Services): string {
  mkdirSync(ports.places.projects, { recursive: true, mode: 0o700 });
  return ports.places.projects;
}
