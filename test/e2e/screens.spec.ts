// Every screen, light and dark, in both languages: axe finds nothing, no request leaves the machine, and with
// SIMPUL_PICTURES=1 the pictures in docs/ are taken anew.

import { join } from 'node:path';
import { root } from '../support/project.ts';
import { expect, expectAccessible, test } from './served.ts';

const areas = {
  collection: { id: 'Pengumpulan', en: 'Collection' },
  reduction: { id: 'Reduksi', en: 'Reduction' },
  display: { id: 'Penyajian', en: 'Display' },
  conclusion: { id: 'Kesimpulan', en: 'Conclusion' },
} as const;

for (const language of ['id', 'en'] as const) {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    test.describe(`${language} ${theme}`, () => {
      test.use({ settings: { language, theme } });

      test('every area is accessible', async ({ simpul }) => {
        for (const [name, label] of Object.entries(areas)) {
          await simpul.getByRole('navigation').getByText(label[language], { exact: true }).click();
          await expect(simpul.getByRole('main')).toBeVisible();
          await expect(simpul.getByRole('progressbar')).toHaveCount(0);
          await expectAccessible(simpul);
          if (process.env['SIMPUL_PICTURES'] && theme !== 'contrast') {
            await simpul.screenshot({ path: join(root, 'docs', `${name}-${language}-${theme}.png`) });
          }
        }
      });
    });
  }
}
