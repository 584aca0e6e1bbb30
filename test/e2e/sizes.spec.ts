// Issue 6: every display of the pipeline stays usable with 60 cases × 40 codes and names of 80 characters: by keyboard,
// with its table twin, clean by axe. One study, one walk; pictures of each in out/looks.

import type { Page } from '@playwright/test';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf, type SimpulWindow } from './window.ts';

test.use({ settings: { language: 'id', theme: 'light' }, serveArgs: [] });
test.setTimeout(300_000);

test('60 cases × 40 codes, names of 80 characters: every display of the pipeline', async ({ simpul }) => {
  await large(simpul);
  const window = windowOf(simpul, 'id');
  const { t } = window;
  await window.goTo('display');
  await window.tab('matrices.pages', 'matrices.page.matrices').click();
  for (const name of ['Induk', 'Centang', 'Peristiwa', 'SWOT']) await matrix(window, name);
  await window.tab('matrices.pages', 'matrices.page.networks').click();
  for (const name of ['Peta', 'Konteks', 'Sebab']) await network(window, name);

  await window.goTo('conclusion');
  await look(window, 'propositions');
  await page(window, 'conclude.title', 'claims.graph');
  await expect(window.button('display.table')).toBeVisible();
  await look(window, 'graph');
  await window.button('display.table').click();
  await expect(simpul.getByRole('table').first()).toBeVisible();
  await look(window, 'graph-table');
  await page(window, 'conclude.title', 'claims.triangulation');
  await expect(simpul.getByRole('table').or(simpul.getByRole('grid')).first()).toBeVisible();
  await look(window, 'triangulation');
  await page(window, 'conclude.title', 'trust.page');
  await expect(simpul.getByText(t('trust.criterion.confirmability')).first()).toBeVisible();
  await look(window, 'trust');
});

const long = 'dengan nama yang panjang sekali supaya lebarnya terlihat pada setiap kepala tabel';
const named = (name: string): string => `${name} ${long}`.slice(0, 80);

/** Opens a matrix of this name from the list, walks to its far corner and opens the cell there, all by keyboard. */
async function matrix({ page: simpul, t }: SimpulWindow, name: string): Promise<void> {
  await simpul
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .press('Enter');
  if (name === 'SWOT') {
    const quadrants = simpul.getByRole('group', { name: t('matrices.sheet.of', { name: named(name) }) });
    await expect(quadrants.getByRole('region')).toHaveCount(4);
    await quadrants
      .getByRole('button', { name: new RegExp('^Butir 10') })
      .last()
      .press('Enter');
    await expect(simpul.getByRole('textbox', { name: t('matrices.cell.text') })).toBeVisible();
    await expectAccessible(simpul);
    await simpul.screenshot({ path: 'out/looks/size-matrix-quadrants.png' });
    await simpul.getByRole('button', { name: t('display.table'), exact: true }).press('Enter');
  }
  const grid = simpul.getByRole('grid', { name: t('matrices.grid', { name: named(name) }) });
  const cells = grid.getByRole('gridcell');
  await cells.first().focus();
  await simpul.keyboard.press('ControlOrMeta+End');
  await expect(grid.locator('[role=gridcell]:focus')).toBeInViewport();
  await simpul.keyboard.press('Enter');
  await expect(simpul.getByRole('textbox', { name: t('matrices.cell.text') })).toBeVisible();
  await expectNothingWide(simpul);
  if (name === 'Induk') await expectAccessible(simpul);
  await simpul.screenshot({ path: `out/looks/size-matrix-${name}.png` });
}

async function network(window: SimpulWindow, name: string): Promise<void> {
  const { page: simpul } = window;
  await simpul
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .press('Enter');
  const board = simpul.getByRole('group', { name: window.like('networks.board') });
  await expect(board).toHaveAttribute('aria-label', new RegExp(named(name).slice(0, 30)));
  const nodes = board.locator('[data-node]');
  const boxes = await nodes.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  expect(boxes.length).toBeGreaterThanOrEqual(40);
  const meet = boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom),
  );
  expect(meet).toEqual([]);
  await nodes.first().focus();
  for (let press = 0; press < 4; press += 1) await simpul.keyboard.press('ArrowRight');
  await expect(board.locator('[data-node]:focus')).toBeInViewport();
  const before = await board.evaluate((each) => each.clientWidth);
  for (let press = 0; press < 5; press += 1) await simpul.keyboard.press('-');
  await expect.poll(() => board.evaluate((each) => each.clientWidth)).toBeLessThan(before / 2);
  await simpul.keyboard.press('Enter');
  await expect(window.button('networks.node.remove')).toBeVisible();
  await expectNothingWide(simpul);
  await simpul.screenshot({ path: `out/looks/size-network-${name}.png` });
  await window.button('display.table').press('Enter');
  await expect(simpul.getByRole('table', { name: window.like('networks.table') })).toBeVisible();
  if (name === 'Peta') await expectAccessible(simpul);
  await window.button('display.picture').press('Enter');
}

async function page({ tab }: SimpulWindow, list: MessageKey, name: MessageKey): Promise<void> {
  await tab(list, name).click();
}

async function look({ page: simpul, settled }: SimpulWindow, name: string): Promise<void> {
  await settled();
  await expectNothingWide(simpul);
  await expectAccessible(simpul);
  await simpul.screenshot({ path: `out/looks/size-${name}.png` });
}

/** The window itself never scrolls sideways: what is wide scrolls in its own place. */
async function expectNothingWide(simpul: Page): Promise<void> {
  expect(await simpul.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

async function large(simpul: Page): Promise<void> {
  await ask(simpul, 'projects.create', { name: named('Studi besar'), language: 'id' });
  const codes: Guid[] = [];
  for (let code = 0; code < 40; code += 1) {
    // Five branches of seven codes each, some with codes below.
    const parentId = code < 5 ? null : (codes[code < 30 ? code % 5 : 5 + (code % 10)] ?? null);
    codes.push((await ask(simpul, 'codes.create', { name: named(`Kode ${code + 1}`), parentId })).guid);
  }
  const documents: Guid[] = [];
  for (let place = 1; place <= 60; place += 1) {
    const { guid } = await ask(simpul, 'documents.create', {
      title: named(`Wawancara ${place}`),
      text: 'Layanan menjadi cepat sekali. Anggaran masih kurang. Pegawai bekerja bersama warga.',
      kind: (['interview', 'observation', 'document'] as const)[place % 3] ?? 'interview',
      date: `2024-0${1 + (place % 9)}-1${place % 9}`,
    });
    documents.push(guid);
    await ask(simpul, 'cases.create', { name: named(`Kasus ${place}`), documentIds: [guid] });
  }
  const items = documents.flatMap((documentId, place) =>
    codes.flatMap((codeId, code) => ((place * 7 + code) % 5 === 0 ? [{ documentId, codeId, start: 0, end: 29 }] : [])),
  );
  const { guids: codings } = await ask(simpul, 'codings.createMany', { items });
  const cases = { by: 'cases' as const };
  const byCode = { by: 'codes' as const, ids: codes };
  const events = Array.from({ length: 40 }, (_, place) => ({
    id: `e${place}`,
    label: named(`Peristiwa ${place + 1}`),
    date: `2024-0${1 + (place % 9)}-0${1 + (place % 9)}`,
  }));
  const swot = ['Kekuatan', 'Kelemahan', 'Peluang', 'Ancaman'].flatMap((group, at) =>
    codes.slice(at * 10, at * 10 + 10).map((codeId, place) => ({
      id: `${group}${place}`,
      label: named(`Butir ${place + 1}`),
      group,
      codeId,
    })),
  );
  const displays = [
    { kind: 'case-ordered' as const, name: 'Induk', definition: { rows: cases, columns: byCode } },
    { kind: 'checklist' as const, name: 'Centang', definition: { rows: byCode, columns: cases } },
    {
      kind: 'event-listing' as const,
      name: 'Peristiwa',
      definition: { rows: { by: 'items' as const, items: events }, columns: cases },
    },
    {
      kind: 'swot' as const,
      name: 'SWOT',
      definition: { rows: { by: 'items' as const, items: swot }, columns: { by: 'kinds' as const } },
    },
  ];
  for (const { name, ...display } of displays) await ask(simpul, 'displays.create', { ...display, name: named(name) });
  await ask(simpul, 'networks.create', { kind: 'code-map', name: named('Peta') });
  await ask(simpul, 'networks.create', { kind: 'context-chart', name: named('Konteks') });
  const { guid: networkId } = await ask(simpul, 'networks.create', {
    kind: 'causal-network',
    name: named('Sebab'),
    begin: 'empty',
  });
  const { nodes } = await ask(simpul, 'networks.addNodes', {
    networkId,
    nodes: codes.map((target) => ({ kind: 'code' as const, target })),
  });
  for (const [at, fromId] of nodes.slice(0, -1).entries()) {
    const toId = nodes[at + 1 + ((at * 3) % 4)];
    if (toId) await ask(simpul, 'networks.addLink', { fromId, toId, kind: 'increases' });
  }
  await ask(simpul, 'networks.arrange', { networkId });
  for (let place = 0; place < 40; place += 1) {
    const evidence = codings
      .slice(place * 5, place * 5 + 5)
      .map((guid) => ({ target: { kind: 'coding' as const, guid } }));
    await ask(simpul, 'propositions.create', {
      statement: named(`Simpulan ${place + 1}`),
      dimensionId: codes[place] ?? null,
      evidence,
    });
  }
}
