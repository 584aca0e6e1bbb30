// R-16 in Word: a network is drawn as shapes of the document's own language, its words are text.

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { reportDocx } from '../../../src/main/core/report/report-docx.ts';
import { networkPicture, paperNetworkInks } from '../../../src/shared/domain/network/picture.ts';
import { approximateWidth } from '../../../src/shared/domain/picture/lines.ts';

const node = (guid: string, kind: 'code' | 'case' | 'document' | 'event' | 'free', label: string, x: number) => ({
  guid,
  kind,
  label,
  x,
  y: 0,
  isGone: false,
});

async function drawn(width: number) {
  const { drawing } = networkPicture(
    [
      node('a', 'code', 'Aturan & <pusat>\u0007', 0),
      node('b', 'event', 'Bupati baru', 300),
      node('c', 'document', 'Perbup', width),
    ],
    [{ guid: 'l', from: 'a', to: 'b', kind: 'increases', words: '+', isMarked: false }],
    paperNetworkInks,
    approximateWidth,
  );
  const bytes = await reportDocx({
    language: 'id',
    title: 'Laporan',
    blocks: [{ kind: 'picture', caption: 'Jaringan "sebab"', svg: '<svg/>', drawing }],
  });
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  new SaxesParser({ xmlns: true }).write(xml).close();
  return xml;
}

test('boxes, arrows and words of a network are shapes, and the document stays well-formed', async () => {
  const xml = await drawn(600);
  // Three boxes, a line with its head, a sign, and a line of words in each box.
  expect(xml.match(/<wps:wsp>/g)?.length).toBeGreaterThanOrEqual(9);
  expect(xml).toContain('Aturan &amp; ');
  expect(xml).toContain('Bupati baru');
  expect(xml).toContain('descr="Jaringan &quot;sebab&quot;"');
  expect(xml).toContain('<a:quadBezTo>');
  expect(xml).not.toMatch(/NaN|Infinity/);
});

test('a wide network is made as narrow as the page', async () => {
  const extent = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(await drawn(4000));
  expect(Number(extent?.[1])).toBe(601 * 9525);
  expect(Number(extent?.[2])).toBeGreaterThan(0);
});
