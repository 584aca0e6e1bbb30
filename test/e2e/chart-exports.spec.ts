// Every chart as SVG, PNG, CSV and XLSX, opened by other programs (issue 5: exports open): Python reads the SVG,
// ImageMagick the PNG with its resolution, LibreOffice the tables. It needs these programs and takes minutes, so it is
// no part of the normal run:
// SIMPUL_CHART_FILES=FOLDER npx playwright test -c test/e2e/playwright.config.ts chart-exports

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Download } from '@playwright/test';
import type { DisplayId } from '../../src/renderer/features/display/displays.ts';
import { chartProject, dressCharts } from './chart-study.ts';
import { ask, expect, test } from './served.ts';
import { type SimpulWindow, windowOf } from './window.ts';

const folder = process.env['SIMPUL_CHART_FILES'];
const pictures = [
  'bars',
  'heatmap',
  'network',
  'dendrogram',
  'crosstab',
  'coding-matrix',
  'sequence',
  'map',
  'proximity',
  'code-line',
  'flow',
  'saturation',
  'words',
  'frequency',
] as const satisfies readonly DisplayId[];
/** Of them there is no picture. */
const tables = ['retrieval', 'agreement'] as const satisfies readonly DisplayId[];
const ways = ['svg', 'png', 'csv', 'xlsx'] as const;

if (folder) {
  test.describe('exports of every chart', () => {
    test.use({ settings: { language: 'id', theme: 'dark' } });

    test('open in other programs', async ({ simpul }) => {
      test.setTimeout(1_200_000);
      mkdirSync(folder, { recursive: true });
      const window = windowOf(simpul, 'id');
      await expect(simpul.getByRole('navigation')).toBeVisible();
      await ask(simpul, 'projects.open', { path: await chartProject(30) });
      await dressCharts(simpul);
      await simpul.reload();
      await window.goTo('display');
      for (const view of [...pictures, ...tables]) {
        await window.tab('display.views', `display.view.${view}`).click();
        if (view === 'retrieval') {
          await simpul.getByRole('textbox', { name: window.t('retrieval.text'), exact: true }).fill('Kepemimpinan');
        }
        await window.settled();
        if (view === 'words') await window.button('display.picture').click();
        const isPicture = pictures.some((each) => each === view);
        for (const way of ways.filter((each) => isPicture || each === 'csv' || each === 'xlsx')) {
          await test.step(`${view} ${way}`, async () => {
            const download = await exported(window, way);
            const file = join(folder, `${view}.${way}`);
            copyFileSync(await download.path(), file);
            if (way === 'svg' || way === 'png') pictureOpens(file);
          });
        }
      }
      for (const way of ['csv', 'xlsx'] as const) {
        const files = [...pictures, ...tables].map((view) => join(folder, `${view}.${way}`));
        tablesOpen(files, join(folder, `read-${way}`));
      }
    });
  });
}

async function exported(window: SimpulWindow, way: (typeof ways)[number]): Promise<Download> {
  await window.button('display.export').click();
  const [download] = await Promise.all([
    window.page.waitForEvent('download', { timeout: 60_000 }),
    window.menuItem(`display.export.${way}`).click(),
  ]);
  return download;
}

function run(program: string, ...given: readonly string[]): string {
  return execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000 });
}

function pictureOpens(file: string): void {
  if (file.endsWith('.svg')) {
    run('python3', '-c', 'import sys, xml.dom.minidom as dom; dom.parse(sys.argv[1])', file);
    expect(statSync(file).size).toBeGreaterThan(1_000);
    return;
  }
  const [width = 0, height = 0, dots = 0] = run('identify', '-units', 'PixelsPerInch', '-format', '%w %h %x', file)
    .split(' ')
    .map(Number);
  expect(Math.round(dots)).toBe(300);
  // A picture of some centimetres at least.
  expect(Math.min(width, height)).toBeGreaterThan(400);
}

/** All of one kind at once: the program takes long to start. */
function tablesOpen(files: readonly string[], to: string): void {
  run('soffice', '--headless', '--convert-to', 'csv', '--outdir', to, ...files);
  for (const file of files) {
    const read = readFileSync(join(to, basename(file).replace(/\.\w+$/, '.csv')), 'utf8');
    expect(read.trim().split('\n').length, file).toBeGreaterThan(2);
  }
}
