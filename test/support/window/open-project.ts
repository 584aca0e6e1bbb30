// Answers of a host with an empty project open, for tests of what stands around the study's content.

import type { OutputOf } from '../../../src/shared/contract/contract.ts';
import { parseGuid, type Guid } from '../../../src/shared/domain/ids.ts';
import type { Answers } from './fake-link.ts';

export type OpenSession = NonNullable<OutputOf<'projects.session'>['open']>;

/** A GUID from a digit, to be told apart at a glance. */
export function testGuid(digit: number): Guid {
  const parsed = parseGuid(`${String(digit).repeat(8)}-1111-4111-8111-111111111111`);
  if (!parsed) throw new Error(`${digit} makes no GUID`);
  return parsed;
}

export function openProject(open: Partial<OpenSession> = {}): Answers {
  return {
    'projects.session': () => ({
      open: {
        path: '/studi/coba.simpul',
        name: 'Studi coba',
        revision: 1,
        fictional: false,
        mode: 'read-write',
        reason: null,
        currentCoder: null,
        ...open,
      },
      host: 'test',
      version: '0.0.0',
    }),
    'project.info': () => ({
      project: {
        guid: testGuid(9),
        name: 'Studi coba',
        schemaVersion: 1,
        description: '',
        language: 'id',
        fictional: false,
        createdAt: '2026-03-05T02:00:00.000Z',
        revision: 1,
      },
      counts: {
        documents: 0,
        characters: 0,
        codes: 0,
        codings: 0,
        memos: 0,
        cases: 0,
        variables: 0,
        coders: 1,
        propositions: 0,
        displays: 0,
      },
      health: { toReview: 0, uncodedDocuments: 0, lastBackup: null },
    }),
    'documents.list': () => [],
    'codes.list': () => [],
    'codes.favourites': () => ({ codeIds: [] }),
    'cases.list': () => [],
    'variables.list': () => [],
    'variables.documentValues': () => [],
    'memos.list': () => [],
    'coders.list': () => [],
    'codings.list': () => [],
    'history.state': () => ({ undo: null, redo: null }),
    'history.list': () => [],
    'projects.templates': () => [],
    'projects.recent': () => ({ folder: '/studi', projects: [] }),
  };
}
