// What a window may name of the disk. The command line is the user's own hand; a window shows documents that
// came from elsewhere, and if one of them ever took it over, it must not reach files by their path: it names
// project files and folders for new ones, never a share on the network, and hands all else over by token.

import type { Answer } from '../../shared/contract/client.ts';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { translate } from '../../shared/i18n/translate.ts';
import type { App } from './app-types.ts';

export type WindowGate = Pick<App, 'dispatch' | 'files' | 'openRecording'> & {
  /** Lets windows make a project in a folder the user chose in the system's dialog. */
  readonly allowFolder: (path: string) => void;
};

export function createWindowGate(app: Pick<App, 'dispatch' | 'files' | 'openRecording'>): WindowGate {
  const folders = new Set<string>();
  return {
    files: app.files,
    openRecording: app.openRecording,
    allowFolder: (path) => void folders.add(path),
    dispatch: async (request) => ((await isAllowed(app, folders, request)) ? app.dispatch(request) : refusal(app)),
  };
}

async function isAllowed(app: Pick<App, 'dispatch'>, folders: ReadonlySet<string>, request: unknown): Promise<boolean> {
  if (!isRecord(request) || !isRecord(request['input'])) return true;
  const { path, folder } = request['input'];
  switch (request['method']) {
    case 'project.backup':
      return false;
    case 'projects.create':
      return path === undefined && (typeof folder !== 'string' || folders.has(folder) || isLocalPath(folder));
    case 'projects.open':
      return typeof path !== 'string' || isProjectPath(path) || (await listedProjects(app)).includes(path);
    default:
      return true;
  }
}

function isProjectPath(path: string): boolean {
  return isLocalPath(path) && /\.simpul$/i.test(path);
}

/** A whole path on this machine: asking Windows for `\\\\host` sends the user's credentials there. */
function isLocalPath(path: string): boolean {
  const isWhole = /^(?:[A-Za-z]:[\\/]|\/)(?![\\/])/.test(path);
  return isWhole && !path.includes('\0') && !path.split(/[\\/]/).includes('..');
}

/** Recent projects and those in the projects folder. */
async function listedProjects(app: Pick<App, 'dispatch'>): Promise<readonly string[]> {
  const answer = await app.dispatch({ method: 'projects.recent', input: {} });
  return answer.ok ? (answer.value as OutputOf<'projects.recent'>).projects.map(({ path }) => path) : [];
}

async function refusal(app: Pick<App, 'dispatch'>): Promise<Answer> {
  const settings = await app.dispatch({ method: 'settings.get', input: {} });
  const language = settings.ok ? (settings.value as OutputOf<'settings.get'>).language : 'en';
  return { ok: false, error: { code: 'refused', message: translate(language, 'error.refused'), details: null } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
