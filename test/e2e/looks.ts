// In what a spec is seen when it looks at screens: each language and each theme once, because a name depends on the
// language and a contrast on the theme. Every pair of them where pictures are taken (SIMPUL_PICTURES=1).

import type { Language } from '../../src/shared/contract/values.ts';

type Look = { readonly language: Language; readonly theme: 'light' | 'dark' };

const each: readonly Look[] = [
  { language: 'id', theme: 'light' },
  { language: 'en', theme: 'dark' },
];
const rest: readonly Look[] = [
  { language: 'id', theme: 'dark' },
  { language: 'en', theme: 'light' },
];

export const looks: readonly Look[] = process.env['SIMPUL_PICTURES'] ? [...each, ...rest] : each;

/** For long work that is the same in each language: once, in that of the first users; in both where pictures are taken. */
export const languagesOfLongWork: readonly Language[] = process.env['SIMPUL_PICTURES'] ? ['id', 'en'] : ['id'];
