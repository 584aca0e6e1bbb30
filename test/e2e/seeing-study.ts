// Texts, codes and codings that are hard to show: many over each other, long names, other scripts.

import type { Page } from '@playwright/test';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { Language } from '../../src/shared/contract/values.ts';
import { ask, expect } from './served.ts';
import { windowOf } from './window.ts';

const sentences = [
  'Layanan publik di kabupaten ini berubah sejak aplikasi dipakai.',
  'Warga yang tinggal jauh dari kantor merasa terbantu, tetapi sinyal sering hilang.',
  'Kami mencoba, gagal, lalu mencoba lagi dengan cara yang lebih kecil.',
  'Anggaran datang terlambat sehingga pelatihan ditunda.',
  'Setiap pagi tim berkumpul lima belas menit untuk membagi pekerjaan.',
  'Tidak semua dinas mau berbagi data dengan dinas lain.',
];
const names = [
  'Kepemimpinan',
  'Anggaran terlambat',
  'Berbagi data',
  'Belajar dari kegagalan',
  'Kapasitas aparatur daerah dalam mengelola layanan daring yang dipakai banyak dinas',
  'Keterlibatan warga dari wilayah yang jauh dari pusat pemerintahan kabupaten sendiri',
  'Rapat pagi',
  'Sinyal',
  'Pelatihan',
  'Kolaborasi antardinas',
  'Ketimpangan',
  'Inovasi kecil',
];
const colors = ['#3366aa', '#b5533c', '#4d8a4a', '#8a5aa8', '#b58b1e', '#2f8f91', '#a63f6b', '#6b7280'];

export const javaneseText = [
  'Panaliti: Kados pundi layanan ing kabupaten punika?',
  'Narasumber: ꦭꦪꦤꦤ꧀ꦥꦸꦧ꧀ꦭꦶꦏ꧀ꦲꦶꦁꦏꦧꦸꦥꦠꦺꦤ꧀ꦥꦸꦤꦶꦏꦱꦩ꧀ꦥꦸꦤ꧀ꦲꦺꦮꦃ꧈ ꦥꦫꦮꦂꦒꦱꦩ꧀ꦥꦸꦤ꧀ꦏꦺꦠꦸꦭꦸꦔꦤ꧀ꦲꦮꦶꦠ꧀ꦲꦥ꧀ꦭꦶꦏꦱꦶꦥꦸꦤꦶꦏꦢꦶꦥꦸꦤ꧀ꦒꦶꦤꦏꦏꦺ꧉ ꦤꦔꦶꦁꦱꦶꦤꦾꦭ꧀ꦱꦼꦫꦶꦁꦲꦶꦭꦁ꧉',
  'Panaliti: Matur nuwun. Kados pundi rapatipun?',
  'Narasumber: Saben enjing tim kempal gangsal welas menit. ꦱꦧꦼꦤ꧀ꦲꦼꦚ꧀ꦗꦶꦁꦠꦶꦩ꧀ꦏꦼꦩ꧀ꦥꦭ꧀꧉',
].join('\n');

export const arabicText = [
  'الباحث: كيف تغيرت الخدمات العامة في هذه المنطقة منذ استخدام التطبيق الجديد؟',
  'المشارك: في البداية لم يأت أحد. ثم سجلت عائلة واحدة، وفي الأسبوع التالي كان هناك طابور أمام الباب. المواطنون الذين يعيشون بعيدا عن المكتب (e-government) يشعرون بأن الأمر أسهل، لكن الإشارة تختفي كثيرا.',
  'Interviewer: And what about the budget?',
  'المشارك: الميزانية تأتي متأخرة، ولذلك تأجل التدريب إلى السنة القادمة.',
].join('\n');

/** Speaker turns, the same each time. */
export function interview(turns: number): string {
  return Array.from({ length: turns }, (_, index) => {
    const speaker = index % 2 === 0 ? 'Pewawancara' : 'Informan';
    const words = Array.from({ length: 1 + ((index * 7) % 5) }, (__, at) => sentences[(index * 3 + at) % 6]);
    return `${speaker}: ${words.join(' ')}`;
  }).join('\n');
}

export type SeeingStudy = Awaited<ReturnType<typeof openSeeing>>;

export async function openSeeing(page: Page, language: Language) {
  const window = windowOf(page, language);
  await expect(page.getByRole('navigation')).toBeVisible();
  const codes: Guid[] = [];
  /** Makes codes until there are so many. */
  const haveCodes = async (count: number): Promise<readonly Guid[]> => {
    for (let index = codes.length; index < count; index += 1) {
      const name = names[index] ?? `Kode ${index + 1}`;
      const color = colors[index % colors.length] ?? '#3366aa';
      const parentId = index >= 3 && index % 3 !== 0 ? (codes[index - (index % 3)] ?? null) : null;
      codes.push((await ask(page, 'codes.create', { name, color, ...(parentId ? { parentId } : {}) })).guid);
    }
    return codes.slice(0, count);
  };
  const add = async (title: string, text: string): Promise<Guid> =>
    (await ask(page, 'documents.create', { title, text })).guid;
  const code = async (documentId: Guid, places: readonly (readonly [code: number, start: number, end: number])[]) => {
    const all = await haveCodes(1 + Math.max(...places.map(([index]) => index)));
    const items = places.flatMap(([index, start, end]) => {
      const codeId = all[index];
      return codeId ? [{ documentId, codeId, start, end }] : [];
    });
    return (await ask(page, 'codings.createMany', { items })).guids;
  };
  const margin = page.getByRole('spinbutton', { name: window.t('seeing.margin') });
  const overview = page.getByRole('slider', { name: window.t('seeing.overview') });
  const look = async (
    ...path: ('seeing.numbers' | 'seeing.numbers.line' | 'seeing.patterns' | 'seeing.numbers.turn')[]
  ) => {
    await window.button('seeing.menu').click();
    for (const key of path) await page.getByRole('menuitem', { name: window.t(key) }).click();
  };
  return { ...window, haveCodes, add, code, margin, overview, look };
}
