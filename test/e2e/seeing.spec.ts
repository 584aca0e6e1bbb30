// Seeing codes and reading in comfort, in the real program: pictures of what is hard to show, each looked at once by
// a person, and what can be told without looking. Pictures go to the test's own folder, or to docs/ with
// SIMPUL_PICTURES=1.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { root } from '../support/project.ts';
import { smallPng } from '../support/small-png.ts';
import { arabicText, interview, javaneseText, openSeeing } from './seeing-study.ts';
import { ask, expect, expectAccessible, test } from './served.ts';

const kept: readonly string[] = ['twelve-light', 'twelve-dark', 'dense-sepia', 'patterns-light', 'javanese-light'];

async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  const png = await page.screenshot();
  await info.attach(name, { body: png, contentType: 'image/png' });
  const isKept = process.env['SIMPUL_PICTURES'] === '1' && kept.includes(name);
  writeFileSync(isKept ? join(root, 'docs', `seeing-${name}.png`) : info.outputPath(`${name}.png`), smallPng(png));
}

for (const theme of ['light', 'sepia', 'dark', 'contrast'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { language: theme === 'dark' ? 'en' : 'id', theme } });

    test('one, five and twelve codings over each other, long names, 200 codes, other scripts', async ({
      simpul,
    }, info) => {
      test.setTimeout(300_000);
      const study = await openSeeing(simpul, theme === 'dark' ? 'en' : 'id');
      const text = interview(24);
      const show = async (name: string, title: string): Promise<void> => {
        await study.openDocument(title);
        await expect(study.overview).toBeVisible();
        await study.settled();
        await test.step(name, () => expectAccessible(simpul));
        await picture(simpul, info, `${name}-${theme}`);
      };
      const few = await study.add('Satu dan lima', text);
      await study.code(few, [
        [0, 20, 130],
        ...[1, 2, 3, 4, 5].map((code, index) => [code, 420 + index * 40, 800 - index * 30] as const),
      ]);
      await show('one-and-five', 'Satu dan lima');
      const many = await study.add('Dua belas', text);
      await study.code(
        many,
        Array.from({ length: 12 }, (_, code) => [code, 60 + code * 12, 900 - code * 30] as const),
      );
      await show('twelve', 'Dua belas');
      await study.look('seeing.patterns');
      await show('patterns', 'Dua belas');
      await study.look('seeing.patterns');
      const dense = await study.add('Dua ratus kode', interview(60));
      await study.code(
        dense,
        Array.from({ length: 200 }, (_, code) => [code, 30 + code * 31, 90 + code * 31 + ((code * 37) % 160)] as const),
      );
      await show('dense', 'Dua ratus kode');
      const arabic = await study.add('Wawancara Arab', arabicText);
      await study.code(arabic, [
        [0, 9, 60],
        [1, 90, 190],
        [2, 150, 260],
        [3, arabicText.indexOf('And what'), arabicText.indexOf('And what') + 20],
      ]);
      await show('arabic', 'Wawancara Arab');
      const javanese = await study.add('Wawancara Jawa', javaneseText);
      await study.code(javanese, [
        [0, 70, 130],
        [4, 100, 190],
        [2, 10, 40],
      ]);
      await show('javanese', 'Wawancara Jawa');
      expect((await ask(simpul, 'codes.list', {})).length).toBeGreaterThanOrEqual(200);
    });
  });
}
