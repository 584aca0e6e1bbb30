// RELIABILITY 3.6: what the Electron host decides, without Electron.

import { describe, expect, test } from 'vitest';
import {
  chromiumSwitches,
  externalAddress,
  isAllowedNavigation,
  isAllowedPermission,
  isAllowedRequest,
  startArgument,
} from '../../../../src/main/hosts/electron/guards.ts';
import { schemePrivileges } from '../../../../src/main/hosts/electron/origin.ts';
import { answerProtocol } from '../../../../src/main/hosts/electron/protocol-files.ts';
import { isTrustedSender, type Frame } from '../../../../src/main/hosts/electron/trusted-sender.ts';
import { windowOptions } from '../../../../src/main/hosts/electron/window-options.ts';
import { contentSecurityPolicy } from '../../../../src/main/platform/content-security.ts';
import { createFiles } from '../../../../src/main/core/files.ts';

test('window options: every one of them, so that none changes unnoticed', () => {
  expect(windowOptions('/p/preload.cjs', null, false, 'linux')).toEqual({
    title: 'Simpul',
    name: 'main',
    windowStatePersistence: true,
    width: 1360,
    height: 860,
    minWidth: 720,
    minHeight: 480,
    show: false,
    autoHideMenuBar: false,
    webPreferences: {
      preload: '/p/preload.cjs',
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    },
  });
  expect(windowOptions('p', '/i.png', true)).toMatchObject({
    icon: '/i.png',
    webPreferences: { devTools: true, sandbox: true },
  });
});

test('the scheme has the privileges of a secure site and none beyond', () => {
  expect(schemePrivileges).toEqual({
    scheme: 'simpul',
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      codeCache: true,
      allowServiceWorkers: false,
      bypassCSP: false,
      corsEnabled: false,
      stream: true,
    },
  });
});

describe('isTrustedSender', () => {
  const own: Frame = {
    url: 'simpul://app/',
    origin: 'simpul://app',
    parent: null,
    detached: false,
    isDestroyed: () => false,
  };
  test('the top frame of our own page', () => {
    expect(isTrustedSender(own)).toBe(true);
    expect(isTrustedSender({ ...own, url: 'simpul://app/#passage' })).toBe(true);
  });
  test.each<[string, Frame | null | undefined]>([
    ['no frame', null],
    ['no frame at all', undefined],
    ['a destroyed frame', { ...own, isDestroyed: () => true }],
    ['a detached frame', { ...own, detached: true }],
    ['a subframe', { ...own, parent: own }],
    ['a page of the web', { ...own, url: 'https://evil.example/', origin: 'https://evil.example' }],
    ['about:blank', { ...own, url: 'about:blank', origin: 'null' }],
    ['about:blank that inherited our origin', { ...own, url: 'about:blank' }],
    ['a file', { ...own, url: 'file:///simpul://app/', origin: 'file://' }],
    ['a similar host', { ...own, url: 'simpul://app.evil/', origin: 'simpul://app.evil' }],
    ['a similar scheme', { ...own, url: 'simpull://app/', origin: 'simpull://app' }],
    ['another host', { ...own, url: 'simpul://appx', origin: 'simpul://app' }],
    ['a data page', { ...own, url: 'data:text/html,simpul://app/', origin: 'null' }],
    ['our address with a foreign origin', { ...own, origin: 'https://evil.example' }],
  ])('not %s', (_, frame) => {
    expect(isTrustedSender(frame)).toBe(false);
  });
});

describe('N5: requests', () => {
  test.each(['simpul://app/', 'simpul://app/assets/a.js', 'blob:simpul://app/1-2', 'data:image/png;base64,'])(
    '%s passes',
    (address) => {
      expect(isAllowedRequest(address, false)).toBe(true);
    },
  );
  test.each([
    'https://example.org/',
    'http://127.0.0.1:80/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'simpul://app.evil/',
    'simpul://other/',
    'blob:https://example.org/1',
    'devtools://devtools/bundled/x.html',
    'chrome-extension://abc/x.js',
    'ftp://example.org',
  ])('%s is cancelled', (address) => {
    expect(isAllowedRequest(address, false)).toBe(false);
  });
  test('developer tools load while developing only, the web not even then', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/x.html', true)).toBe(true);
    expect(isAllowedRequest('https://example.org/', true)).toBe(false);
  });
  test('no name is ever resolved', () => {
    expect(chromiumSwitches).toEqual([
      ['host-rules', 'MAP * ~NOTFOUND'],
      ['disable-background-networking'],
      ['disable-component-update'],
      ['disable-domain-reliability'],
      ['no-pings'],
    ]);
  });
});

test('permissions: copying from our own page, and nothing else', () => {
  expect(isAllowedPermission('clipboard-sanitized-write', 'simpul://app/')).toBe(true);
  expect(isAllowedPermission('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
  const others = [
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'midi',
    'fullscreen',
    'pointerLock',
    'openExternal',
    'usb',
    'serial',
    'hid',
    'fileSystem',
    'local-fonts',
    'unknown',
  ];
  expect(others.filter((permission) => isAllowedPermission(permission, 'simpul://app/'))).toEqual([]);
});

describe('leaving the page', () => {
  test('only the page itself, anew', () => {
    expect(isAllowedNavigation('simpul://app/', true)).toBe(true);
  });
  test.each([
    'https://example.org/',
    'file:///tmp/x.html',
    'simpul://app/assets/a.js',
    'simpul://app.evil/',
    'javascript:1',
    'about:blank',
  ])('not %s', (address) => {
    expect(isAllowedNavigation(address, true)).toBe(false);
  });
  test('no frame goes anywhere', () => {
    expect(isAllowedNavigation('simpul://app/', false)).toBe(false);
  });

  test('openExternal: https and mailto, without credentials', () => {
    expect(externalAddress('https://example.org/a b')).toBe('https://example.org/a%20b');
    expect(externalAddress('mailto:sri@example.org')).toBe('mailto:sri@example.org');
  });
  test.each([
    'http://example.org',
    'javascript:1',
    'file:///usr/bin/xcalc',
    'smb://127.0.0.1/x',
    'ms-msdt:/id',
    'https://user:secret@example.org',
    'https://',
    '//example.org',
    'example.org',
    '',
    'vbscript:x',
    ' data:text/html,x',
  ])('openExternal: not %s', (address) => {
    expect(externalAddress(address)).toBeNull();
  });
});

describe('B7: simpul://app answers its listed files only', () => {
  const files = createFiles();
  const sources = {
    window: new Map([
      ['/', { mediaType: 'text/html; charset=utf-8', bytes: new Uint8Array(Buffer.from('page')) }],
      ['/assets/a.js', { mediaType: 'text/javascript; charset=utf-8', bytes: new Uint8Array(Buffer.from('1')) }],
    ]),
    take: files.take,
    openRecording: () => null,
  };
  const get = (url: string, method = 'GET'): Response =>
    answerProtocol(sources, { method, url, headers: new Headers() });

  test('with the headers of RELIABILITY 3.4', async () => {
    const answer = get('simpul://app/');
    expect([answer.status, await answer.text()]).toEqual([200, 'page']);
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(get('simpul://app/assets/a.js').headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5c..%5cetc',
    '/....//....//etc/passwd',
    '/../../etc/passwd',
    '/%c0%ae%c0%ae/etc/passwd',
    '//etc/passwd',
    '/assets//tmp/secret.txt',
    '/assets/../../package.json',
    '/assets/%252e%252e%252fetc/passwd',
    '/assets/..\\..\\package.json',
    '/assets/.git/config',
    '/assets/',
    '/assets/a.js%00.png',
    '/assets/a.js?x',
    '/index.html',
  ])('%s', (path) => {
    const answer = get(`simpul://app${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  test('other hosts and methods', () => {
    expect([get('simpul://other/').status, get('simpul://app').status, get('file:///etc/passwd').status]).toEqual([
      404, 404, 404,
    ]);
    expect(['POST', 'HEAD', 'PUT'].map((method) => get('simpul://app/', method).status)).toEqual([405, 405, 405]);
  });

  test('a file handed out by its token is to be saved, once', async () => {
    const token = files.hold({ name: 'Buku kode.html', mediaType: 'text/html', bytes: Buffer.from('<p>') });
    const answer = get(`simpul://app/files/${token}`);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Buku kode.html"; filename*=UTF-8''Buku%20kode.html`,
    );
    expect(await answer.text()).toBe('<p>');
    expect(get(`simpul://app/files/${token}`).status).toBe(404);
  });
});

describe('what the command line asks to open', () => {
  const resolve = (path: string): string => `/here/${path}`;
  test.each([
    [['studi.simpul'], { kind: 'project', path: '/here/studi.simpul' }],
    [['--no-sandbox', 'Studi Saya.SIMPUL', 'b.simpul'], { kind: 'project', path: '/here/Studi Saya.SIMPUL' }],
    [['--sample'], { kind: 'sample' }],
    [['--x=a.simpul'], null],
    [['notes.txt'], null],
    [[], null],
  ] as const)('%j', (args, expected) => {
    expect(startArgument(args, resolve)).toEqual(expected);
  });
});
