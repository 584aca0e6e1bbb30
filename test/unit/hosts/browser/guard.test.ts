import { describe, expect, test } from 'vitest';
import {
  hostName,
  judge,
  judgeUpgrade,
  largestCall,
  largestUpload,
  type RequestFacts,
  type ServerFacts,
} from '../../../../src/main/hosts/browser/guard.ts';

const server: ServerFacts = {
  port: 4711,
  isStatic: (path) => path === '/' || path === '/assets/index-1a.js',
  hasSession: true,
};
const stranger: ServerFacts = { ...server, hasSession: false };
const plain: RequestFacts = {
  method: 'GET',
  target: '/',
  hosts: ['127.0.0.1:4711'],
  origin: undefined,
  site: undefined,
  mode: undefined,
  destination: undefined,
  contentType: undefined,
  contentEncoding: undefined,
  contentLength: 0,
};
const call: RequestFacts = {
  ...plain,
  method: 'POST',
  target: '/call',
  origin: 'http://127.0.0.1:4711',
  site: 'same-origin',
  mode: 'cors',
  destination: 'empty',
  contentType: 'application/json',
  contentLength: 20,
};
const token = 'a'.repeat(24);

describe('what our own window sends passes', () => {
  const passing: readonly (readonly [string, RequestFacts, string])[] = [
    [
      'the address typed or clicked',
      { ...plain, target: '/?token=x', site: 'none', mode: 'navigate', destination: 'document' },
      'enter',
    ],
    [
      'the address opened from a file',
      { ...plain, target: '/?token=x', site: 'cross-site', mode: 'navigate', destination: 'document' },
      'enter',
    ],
    ['the page', { ...plain, site: 'same-origin', mode: 'navigate', destination: 'document' }, 'static'],
    [
      'a script',
      { ...plain, target: '/assets/index-1a.js', site: 'same-origin', mode: 'cors', destination: 'script' },
      'static',
    ],
    ['a call', call, 'call'],
    ['a call with charset', { ...call, contentType: 'application/json; charset=utf-8' }, 'call'],
    [
      'a call by a program without fetch metadata',
      { ...call, origin: undefined, site: undefined, mode: undefined },
      'call',
    ],
    [
      'an upload',
      { ...call, target: '/files?name=Wawancara%201.txt', contentType: 'text/plain', contentLength: largestUpload },
      'upload',
    ],
    [
      'a download by link',
      { ...plain, target: `/files/${token}`, site: 'same-origin', mode: 'navigate', destination: 'document' },
      'download',
    ],
    [
      'a download by fetch',
      { ...plain, target: `/files/${token}`, site: 'same-origin', mode: 'cors', destination: 'empty' },
      'download',
    ],
    ['the events', { ...plain, target: '/events', site: 'same-origin', mode: 'cors', destination: 'empty' }, 'events'],
  ];
  test.each(passing)('%s', (_, facts, name) => {
    const verdict = judge(facts, server);
    expect(verdict.pass && verdict.route.name).toBe(name);
  });

  test('the file name of an upload comes decoded, and a token as it was sent', () => {
    expect(judge({ ...call, target: '/files?name=Wawancara%201%20%E2%80%93%20a.txt' }, server)).toEqual({
      pass: true,
      route: { name: 'upload', fileName: 'Wawancara 1 – a.txt' },
    });
    expect(judge({ ...plain, target: '/?token=abc-_1' }, stranger)).toEqual({
      pass: true,
      route: { name: 'enter', token: 'abc-_1' },
    });
  });
});

describe('B2: only one Host is ours, even with a session', () => {
  test.each([
    'evil.example',
    'rebind.test:4711',
    'localhost:4711',
    '0.0.0.0:4711',
    '2130706433:4711',
    '127.1:4711',
    '[::1]:4711',
    '127.0.0.1:1',
    '127.0.0.1',
    '127.0.0.1:4711.evil.example',
    '127.0.0.1:47110',
    ' 127.0.0.1:4711',
    '',
  ])('%s', (host) => {
    expect(judge({ ...plain, hosts: [host] }, server)).toMatchObject({ pass: false, status: 403, reason: 'host' });
  });
  test('none and two are malformed', () => {
    expect(judge({ ...plain, hosts: [] }, server)).toMatchObject({ status: 400 });
    expect(judge({ ...plain, hosts: ['127.0.0.1:4711', '127.0.0.1:4711'] }, server)).toMatchObject({ status: 400 });
  });
  test('browsers leave out port 80', () => {
    expect(hostName(80)).toBe('127.0.0.1');
  });
});

describe('B3: a foreign origin changes nothing and reads nothing', () => {
  const origins = [
    'http://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1:4711',
    'http://localhost:4711',
    'http://127.0.0.1:4711.evil.example',
    '',
  ];
  test.each(origins)('%s', (origin) => {
    for (const facts of [call, { ...call, target: '/files?name=a.txt' }, { ...plain, target: '/events' }, plain]) {
      expect(judge({ ...facts, origin }, server)).toMatchObject({ pass: false, status: 403, reason: 'origin' });
    }
  });

  test.each(['cross-site', 'same-site', 'none', 'same-origin, cross-site'])('Sec-Fetch-Site %s', (site) => {
    expect(judge({ ...call, origin: undefined, site }, server)).toMatchObject({
      status: 403,
      reason: 'fetch-metadata',
    });
    expect(judge({ ...plain, target: '/events', site }, server)).toMatchObject({ status: 403 });
    expect(judge({ ...plain, target: '/assets/index-1a.js', site }, server)).toMatchObject({ status: 403 });
    expect(judge({ ...plain, target: `/files/${token}`, site }, server)).toMatchObject({ status: 403 });
  });

  test.each(['no-cors', 'navigate', 'websocket'])('Sec-Fetch-Mode %s is no call (CVE-2026-40864)', (mode) => {
    expect(judge({ ...call, mode }, server)).toMatchObject({ status: 403, reason: 'fetch-metadata' });
  });

  test('B6: neither page nor token is for a frame, an object or a foreign link to the page', () => {
    for (const destination of ['iframe', 'frame', 'embed', 'object']) {
      expect(judge({ ...plain, site: 'same-origin', mode: 'navigate', destination }, server)).toMatchObject({
        status: 403,
      });
      expect(
        judge({ ...plain, target: '/?token=x', site: 'cross-site', mode: 'navigate', destination }, server),
      ).toMatchObject({ status: 403 });
    }
    expect(judge({ ...plain, site: 'cross-site', mode: 'navigate', destination: 'document' }, server)).toMatchObject({
      status: 403,
    });
  });
});

describe('B1: without a session', () => {
  test.each(['/', '/call', '/events', `/files/${token}`, '/assets/index-1a.js', '/nothing'])('%s', (target) => {
    expect(judge({ ...plain, target }, stranger)).toMatchObject({ pass: false, status: 401 });
  });
  test('an address with anything but one token brings no token', () => {
    for (const target of ['/?token=a&token=b', '/?token=a&x=1', '/?x=1', '/?']) {
      expect(judge({ ...plain, target }, stranger)).toEqual({ pass: true, route: { name: 'enter', token: '' } });
    }
  });
});

describe('B4: methods, kinds and sizes of bodies', () => {
  test.each(['TRACE', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'CONNECT'])('%s is no method of ours', (method) => {
    expect(judge({ ...call, method }, server)).toMatchObject({ status: 405 });
  });
  test('a change by GET, and a read by POST', () => {
    expect(judge({ ...plain, target: '/call' }, server)).toMatchObject({ status: 405 });
    expect(judge({ ...call, target: '/events', contentLength: 0 }, server)).toMatchObject({ status: 405 });
    expect(judge({ ...call, target: '/', site: undefined, contentLength: 0 }, server)).toMatchObject({ status: 405 });
  });
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    'application/json; charset=latin1',
    undefined,
  ])('a call as %s', (contentType) => {
    expect(judge({ ...call, contentType }, server)).toMatchObject({ status: 415 });
  });
  test('a compressed body could be far larger than it says', () => {
    expect(judge({ ...call, contentEncoding: 'gzip' }, server)).toMatchObject({ status: 415 });
  });
  test('sizes are refused by what is announced', () => {
    expect(judge({ ...call, contentLength: largestCall }, server)).toMatchObject({ pass: true });
    expect(judge({ ...call, contentLength: largestCall + 1 }, server)).toMatchObject({ status: 413 });
    expect(judge({ ...call, target: '/files?name=a', contentLength: largestUpload + 1 }, server)).toMatchObject({
      status: 413,
    });
    expect(judge({ ...call, target: '/files?name=a', contentLength: null }, server)).toMatchObject({ pass: true });
    expect(judge({ ...plain, contentLength: 1 }, server)).toMatchObject({ status: 400, reason: 'body' });
    expect(judge({ ...plain, contentLength: null }, server)).toMatchObject({ status: 400, reason: 'body' });
  });
});

describe('B7: what is no path of ours never becomes one', () => {
  test.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/etc/passwd',
    '/..\\..\\etc',
    '/....//etc/passwd',
    '/assets/../index.html',
    '/assets/.git/config',
    '/assets/index.html%00.png',
    '/assets/..;/x',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/assets/',
    'http://127.0.0.1:4711/',
    '*',
    '',
    '/a b',
    '/é',
    '/index.html#x',
  ])('%s', (target) => {
    expect(judge({ ...plain, target }, server)).toMatchObject({ pass: false, status: 400, reason: 'target' });
  });
  test.each([
    '/index.html',
    '/package.json',
    '/assets/index-1a.js.map',
    '/assets',
    '/call?x=1',
    '/files',
    '/files/short',
    '/files?name=a&name=b',
  ])('an unlisted path: %s', (target) => {
    expect(judge({ ...plain, target }, server)).toMatchObject({ pass: false, status: 404 });
  });
});

describe('B5: nothing is ever upgraded', () => {
  test('not even for our own page, and strangers learn no more than that', () => {
    expect(
      judgeUpgrade({ ...plain, target: '/events', origin: 'http://127.0.0.1:4711', mode: 'websocket' }, server),
    ).toMatchObject({ status: 403, reason: 'upgrade' });
    expect(judgeUpgrade({ ...plain, target: '/ws' }, server)).toMatchObject({ status: 403, reason: 'upgrade' });
    expect(judgeUpgrade({ ...plain, target: '/ws' }, stranger)).toMatchObject({ status: 401 });
    expect(judgeUpgrade({ ...plain, target: '/ws', origin: 'http://evil.example' }, stranger)).toMatchObject({
      status: 403,
      reason: 'origin',
    });
  });
});
