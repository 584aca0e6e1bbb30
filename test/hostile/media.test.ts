// The route that plays recordings, attacked over raw sockets: other pages, other files, links, and players that
// leave in the middle (RELIABILITY B1–B7).

import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/project.ts';
import { startTestHost, type TestHost } from '../support/hosts/browser-host.ts';
import { sendRaw } from '../support/hosts/raw-http.ts';
import { createTinyApp } from '../support/hosts/tiny-app.ts';
import { smallWav } from '../support/small-wav.ts';

const sound = smallWav(2);
let project: TestProject;
let host: TestHost;
let guid: Guid;
let file: string;

beforeAll(async () => {
  project = await openTestProject({ template: 'sample' });
  const { client, app } = project;
  const [document] = await client.documents.list({});
  if (!document) throw new Error('the sample study has no documents');
  const { uploadId } = await client.audio.begin({});
  await client.audio.append({ uploadId, token: app.files.hold({ name: 'a', mediaType: '', bytes: sound }) });
  ({ guid } = await client.audio.attach({ documentId: document.guid, uploadId, name: 'a.wav' }));
  const folder = project.path.replace(/\.simpul$/, '.media');
  file = join(folder, readdirSync(folder)[0] ?? '');
  host = await startTestHost({ ...createTinyApp(), openRecording: app.openRecording });
});
afterAll(async () => {
  await host.stop();
  await project.end();
});

type Extra = {
  readonly target?: string;
  readonly method?: string;
  readonly headers?: readonly string[];
  readonly cookie?: boolean;
};

function get({ target = `/media/${guid}`, method = 'GET', headers = [], cookie = true }: Extra = {}) {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${host.port}`,
    ...(cookie ? [`Cookie: ${host.cookie}`] : []),
    ...headers,
    'Connection: close',
  ];
  return sendRaw(host.port, `${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

const fromPage = ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: audio'];

describe('what our own player asks for', () => {
  test('the whole, byte for byte, with the headers every answer carries', async () => {
    const { status, head, body } = await get({ headers: fromPage });
    expect(status).toBe(200);
    expect(Buffer.from(body, 'latin1').equals(sound)).toBe(true);
    expect(head).toMatch(/^content-type: audio\/wav\r?$/im);
    expect(head).toMatch(/^accept-ranges: bytes\r?$/im);
    for (const line of [
      /^content-security-policy: default-src 'none'/im,
      /^x-content-type-options: nosniff/im,
      /^cross-origin-resource-policy: same-origin/im,
      /^cache-control: no-store/im,
    ]) {
      expect(head).toMatch(line);
    }
  });

  test.each([
    ['bytes=0-99', 0, 100],
    ['bytes=1000-1999', 1000, 2000],
    ['bytes=16000-', 16000, sound.length],
    ['bytes=-10', sound.length - 10, sound.length],
  ])('%s', async (range, from, to) => {
    const { status, head, body } = await get({ headers: [...fromPage, `Range: ${range}`] });
    expect(status).toBe(206);
    expect(head).toMatch(new RegExp(`^content-range: bytes ${from}-${to - 1}/${sound.length}\\r?$`, 'im'));
    expect(Buffer.from(body, 'latin1').equals(sound.subarray(from, to))).toBe(true);
  });

  test('beyond the end there is nothing', async () => {
    const { status, head, body } = await get({ headers: [`Range: bytes=${sound.length}-`] });
    expect([status, body]).toEqual([416, '']);
    expect(head).toMatch(new RegExp(`^content-range: bytes \\*/${sound.length}\\r?$`, 'im'));
  });
});

describe('what is refused', () => {
  test.each<[string, Extra, number]>([
    ['without the session', { cookie: false }, 401],
    ['another origin', { headers: ['Origin: http://evil.example'] }, 403],
    [
      'another page by an audio element',
      { headers: ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: audio'] },
      403,
    ],
    [
      'a page on another port',
      { headers: ['Sec-Fetch-Site: same-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: audio'] },
      403,
    ],
    [
      'shown as a page',
      { headers: ['Sec-Fetch-Site: none', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'] },
      403,
    ],
    [
      'in a frame',
      { headers: ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'] },
      403,
    ],
    [
      'as a script',
      { headers: ['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script'] },
      403,
    ],
    ['by POST', { method: 'POST', headers: ['Content-Length: 0'] }, 405],
    ['by HEAD', { method: 'HEAD' }, 405],
    ['with a query', { target: `/media/00000000-0000-4000-8000-000000000001?x=1` }, 404],
    ['an unknown recording', { target: '/media/FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF' }, 404],
    ['the folder', { target: '/media' }, 404],
    ['a name', { target: '/media/a.wav' }, 404],
    ['upwards', { target: '/media/../study.simpul' }, 400],
    ['upwards, encoded', { target: '/media/%2e%2e/study.simpul' }, 400],
    ['upwards, encoded twice', { target: '/media/%252e%252e%252fstudy.simpul' }, 400],
    ['backwards', { target: String.raw`/media/..\study.simpul` }, 400],
    ['an absolute path', { target: '/media//etc/passwd' }, 400],
    ['a NUL', { target: '/media/%00' }, 400],
  ])('%s', async (_name, request, status) => {
    const answer = await get(request);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('RIFF');
    expect(answer.head).not.toMatch(/^access-control-/im);
  });

  test('a hash by which the file is called', async () => {
    const name = file.split('/').at(-1) ?? '';
    expect((await get({ target: `/media/${name}` })).status).toBe(404);
  });
});

describe('what stands on the disk', () => {
  const aside = (path: string): string => `${path}.aside`;
  const whileMoved = async (path: string, put: () => void, then: () => Promise<void>): Promise<void> => {
    renameSync(path, aside(path));
    try {
      put();
      await then();
    } finally {
      rmSync(path, { recursive: true, force: true });
      renameSync(aside(path), path);
    }
  };
  const expectGone = async (): Promise<void> => {
    expect((await get()).status).toBe(404);
    const [recording] = await project.client.audio.list({});
    expect(recording?.isThere).toBe(false);
  };

  test('a link in the place of the file is not followed', () =>
    whileMoved(file, () => symlinkSync(aside(file), file), expectGone));
  test('a link in the place of the folder is not followed', () =>
    whileMoved(dirname(file), () => symlinkSync(aside(dirname(file)), dirname(file)), expectGone));
  test('a file of another size is another file', () =>
    whileMoved(file, () => writeFileSync(file, 'secret'), expectGone));
  test('a folder in the place of the file is no recording', () => whileMoved(file, () => mkdirSync(file), expectGone));
  test('a missing file is said to be missing', () => whileMoved(file, () => undefined, expectGone));
  test('an altered file of the same size is found by the check', () =>
    whileMoved(
      file,
      () => writeFileSync(file, Buffer.alloc(sound.length, 1)),
      async () => {
        const { problems } = await project.client.project.check({});
        expect(problems).toMatchObject([{ kind: 'recording', object: guid }]);
      },
    ));
  test('control: it is there again', async () => {
    expect((await get()).status).toBe(200);
    expect((await project.client.project.check({})).problems).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')('players that leave in the middle keep no file open', async () => {
  const open = (): number => readdirSync('/proc/self/fd').length;
  const before = open();
  for (let round = 0; round < 40; round += 1) {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(host.port, '127.0.0.1', () => {
        socket.write(`GET /media/${guid} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${host.cookie}\r\n\r\n`);
      });
      socket.once('data', () => socket.destroy());
      socket.once('close', () => resolve());
      socket.once('error', reject);
    });
  }
  await expect.poll(open).toBeLessThanOrEqual(before + 4);
  expect(host.logged.filter((line) => line.startsWith('host.failed'))).toEqual([]);
});
