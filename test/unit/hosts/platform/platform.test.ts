import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../../src/main/platform/content-security.ts';
import { createFileLog } from '../../../../src/main/platform/log.ts';
import { languageOfLocale, placesOf } from '../../../../src/main/platform/places.ts';
import { readStaticFiles } from '../../../../src/main/platform/static-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simpul-platform-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('RELIABILITY 3.4: the content security policy, byte for byte', () => {
  expect(contentSecurityPolicy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; media-src 'self'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

test('B7: only regular, visible files of known kinds are listed', () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.git'));
  for (const name of [
    'index.html',
    'assets/a-1.js',
    'assets/a-1.css',
    'assets/a-1.js.map',
    '.env.js',
    '.git/config.json',
    'notes.txt',
  ]) {
    writeFileSync(join(folder, name), name);
  }
  symlinkSync('/etc/hostname', join(folder, 'link.js'));
  const files = readStaticFiles(folder);
  expect([...files.keys()].sort()).toEqual(['/', '/assets/a-1.css', '/assets/a-1.js']);
  expect(files.get('/')?.mediaType).toBe('text/html; charset=utf-8');
  expect(Buffer.from(files.get('/assets/a-1.js')?.bytes ?? []).toString()).toBe('assets/a-1.js');
});

describe('P11: the log', () => {
  const clock = { now: () => new Date('2027-03-04T05:06:07Z') };

  test('keeps codes, counts and places in the code, never what an error says', () => {
    const log = createFileLog(join(folder, 'log'), clock);
    log.info('import.done', { documents: 3 });
    const error = Object.assign(new TypeError('cannot read "Ibu Sri, Dinas Kominfo"'), { code: 'ENOSPC' });
    error.stack =
      'TypeError: Ibu Sri\n    at read (/home/sri/Simpul/out/main/text.js:12:7)\n    at file:///home/sri/x.ts:3:1';
    log.fault('import.failed', error);
    log.fault('import.failed', 'Ibu Sri');
    const text = readFileSync(join(folder, 'log', 'simpul.log'), 'utf8');
    expect(text.split('\n')).toEqual([
      '{"at":"2027-03-04T05:06:07.000Z","code":"import.done","documents":3}',
      '{"at":"2027-03-04T05:06:07.000Z","code":"import.failed","error":"TypeError","errorCode":"ENOSPC","stack":["text.js:12","x.ts:3"]}',
      '{"at":"2027-03-04T05:06:07.000Z","code":"import.failed","error":"string"}',
      '',
    ]);
    expect(statSync(join(folder, 'log', 'simpul.log')).mode & 0o777).toBe(0o600);
  });

  test('starts anew at a megabyte and keeps the one before', () => {
    writeFileSync(join(folder, 'simpul.log'), 'x'.repeat(1024 * 1024 + 1));
    createFileLog(folder, clock).info('started');
    expect(statSync(join(folder, 'simpul.log')).size).toBeLessThan(200);
    expect(statSync(join(folder, 'simpul.log.1')).size).toBe(1024 * 1024 + 1);
  });

  test('a place that cannot be written stops nothing', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => createFileLog(join(folder, 'file'), clock).info('started')).not.toThrow();
  });
});

describe('places', () => {
  const machine = { platform: 'linux', env: {}, home: '/home/sri', program: '/opt/simpul' } as const;
  test('on each system', () => {
    expect(placesOf(machine)).toEqual({
      migrations: '/opt/simpul/migrations',
      samples: '/opt/simpul/samples',
      projects: '/home/sri/Documents/Simpul',
      configuration: '/home/sri/.config/simpul',
    });
    expect(placesOf({ ...machine, env: { XDG_CONFIG_HOME: '/c' }, documents: '/home/sri/Dokumen' })).toMatchObject({
      projects: '/home/sri/Dokumen/Simpul',
      configuration: '/c/simpul',
    });
    expect(placesOf({ ...machine, platform: 'darwin' }).configuration).toBe(
      '/home/sri/Library/Application Support/Simpul',
    );
    expect(placesOf({ ...machine, platform: 'win32', env: { APPDATA: '/r' } }).configuration).toBe('/r/Simpul');
    expect(placesOf({ ...machine, env: { SIMPUL_HOME: '/t' } })).toMatchObject({
      projects: '/t/projects',
      configuration: '/t/configuration',
    });
  });
  test('the language of the system', () => {
    expect(['id', 'id-ID', 'id_ID.UTF-8', 'en-GB', 'C', 'idx', ''].map(languageOfLocale)).toEqual([
      'id',
      'id',
      'id',
      'en',
      'en',
      'en',
      'en',
    ]);
  });
});
