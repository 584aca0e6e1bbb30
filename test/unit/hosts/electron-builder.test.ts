// The packaging file against electron-builder's own schema, and what of it must not change unnoticed.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);
// Of electron-builder's own dependencies, so that it is read here as it is read there.
const { load } = require('js-yaml') as { readonly load: (text: string) => unknown };
const configuration = load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;
const schema = JSON.parse(readFileSync(require.resolve('app-builder-lib/scheme.json'), 'utf8')) as object;
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);

describe('electron-builder.yml', () => {
  test('is valid by electron-builder’s own schema', () => {
    expect(validate(configuration) ? [] : validate.errors).toEqual([]);
  });

  test('control: the schema refuses what is no option', () => {
    expect(validate({ ...configuration, electronFuse: {} })).toBe(false);
    expect(validate({ ...configuration, win: { target: 7 } })).toBe(false);
  });

  test('the fuses, every one of them', () => {
    expect(configuration['electronFuses']).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: false,
      resetAdHocDarwinSignature: true,
    });
  });

  test('ships what the program reads at run time, and the icon it names', () => {
    expect(configuration['files']).toEqual(
      expect.arrayContaining(['out/**', 'migrations/**', 'samples/**', 'build/icon.png']),
    );
    for (const path of ['migrations', 'samples', 'build/icon.png', 'build/icon.svg']) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      main: string;
      dependencies: object;
    };
    expect(manifest.main).toBe('out/main/electron.js');
    // Whatever else were a dependency would be shipped twice: in the bundle and beside it.
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
    expect(configuration['npmRebuild']).toBe(false);
    expect(configuration['publish']).toBeNull();
  });

  test('the icon is a square of at least 512 points', () => {
    const png = readFileSync(join(root, 'build/icon.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
  });
});
