// R-16 in the whole window: a causal network drawn with a keyboard, a link that rests on a quotation, its mark and back,
// a node moved and undone, the table twin; and with 60 cases, 40 codes and names of 80 characters.

import type { Page } from '@playwright/test';
import { ask, expect, expectAccessible, test } from './served.ts';
import { windowOf } from './window.ts';

test.describe('id', () => {
  test.use({ settings: { language: 'id', theme: 'dark' }, serveArgs: [] });

  test('a network is drawn by keyboard, tells when its evidence changes, and stands in the report', async ({
    simpul,
  }) => {
    await ask(simpul, 'projects.openSample', { language: 'id' });
    const window = windowOf(simpul, 'id');
    const { t } = window;
    await window.goTo('display');
    await window.tab('matrices.pages', 'matrices.page.networks').click();
    await expect(simpul.getByText(t('networks.empty'))).toBeVisible();
    await expectAccessible(simpul);
    await window.button('networks.new').click();
    await expectAccessible(simpul);
    await window.button('networks.create').click();
    const board = simpul.getByRole('group', { name: window.like('networks.board') });
    const nodes = board.locator('[data-node]');
    await expect(nodes.first()).toBeVisible();
    const [network] = await ask(simpul, 'networks.list', {});
    const networkId = network?.guid ?? '';
    const shown = () => ask(simpul, 'networks.show', { networkId });

    await nodes.first().focus();
    await simpul.keyboard.press('Enter');
    const target = simpul.getByRole('combobox', { name: t('networks.draw.to') });
    await target.fill((await shown()).nodes[1]?.label ?? '');
    await simpul.keyboard.press('ArrowDown');
    await simpul.keyboard.press('Enter');
    await window.button('networks.draw').press('Enter');
    await expect(simpul.getByText(t('networks.evidence.none'))).toBeVisible();
    await expect.poll(async () => (await shown()).links).toHaveLength(1);

    const [link] = (await shown()).links;
    const [coding] = await ask(simpul, 'codings.list', {});
    const guid = coding?.guid ?? '';
    await ask(simpul, 'networks.attach', { linkId: link?.guid ?? '', evidence: [{ kind: 'coding', guid }] });
    const evidence = simpul.getByRole('list', { name: t('network.evidence') });
    await expect(evidence).toContainText(coding?.quote ?? '');
    await ask(simpul, 'codings.delete', { codingIds: [guid] });
    await expect(evidence).toContainText(t('networks.mark.gone'));
    await expect(simpul.getByText(t('networks.marked', { n: 1 }))).toBeVisible();
    await expectAccessible(simpul);
    await ask(simpul, 'history.undo', {});
    await expect(evidence).not.toContainText(t('networks.mark.gone'));
    await simpul.screenshot({ path: 'out/looks/networks-id.png' });

    const before = (await shown()).nodes[0];
    await nodes.first().focus();
    await simpul.keyboard.down('Shift');
    for (let press = 0; press < 3; press += 1) await simpul.keyboard.press('ArrowDown');
    await simpul.keyboard.up('Shift');
    await expect.poll(async () => (await shown()).nodes[0]?.y).toBe((before?.y ?? 0) + 48);
    await ask(simpul, 'history.undo', {});
    await expect.poll(async () => (await shown()).nodes[0]?.y).toBe(before?.y);
    await nodes.first().focus();
    await simpul.keyboard.press('PageDown');
    await simpul.keyboard.press('Enter');
    await expect(window.button('networks.turn')).toBeVisible();

    await window.button('display.table').click();
    await expect(simpul.getByRole('table', { name: t('networks.table', { name: network?.name ?? '' }) })).toContainText(
      t('network.link.increases'),
    );
    await expectAccessible(simpul);
  });
});

test.describe('en', () => {
  test.use({ settings: { language: 'en', theme: 'light' }, serveArgs: [] });

  test('60 cases and 40 codes with names of 80 characters stay usable in a network', async ({ simpul }) => {
    const networkId = await largeNetwork(simpul);
    const window = windowOf(simpul, 'en');
    await window.goTo('display');
    await window.tab('matrices.pages', 'matrices.page.networks').click();
    const board = simpul.getByRole('group', { name: window.like('networks.board') });
    await expect(board.locator('[data-node]')).toHaveCount(100);
    const places = (await ask(simpul, 'networks.show', { networkId })).nodes.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(100);
    const boxes = await board
      .locator('[data-node]')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    const meet = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
        ),
    );
    expect(meet).toEqual([]);
    await board.locator('[data-node]').first().focus();
    for (let press = 0; press < 6; press += 1) await simpul.keyboard.press('ArrowRight');
    await expect(board.locator('[data-node]:focus')).toBeInViewport();
    await simpul.keyboard.press('Enter');
    await expect(window.button('networks.node.remove')).toBeVisible();
    await expectAccessible(simpul);
    await simpul.screenshot({ path: 'out/looks/networks-large-en.png' });
    await window.button('display.table').click();
    await expect(simpul.getByRole('table', { name: window.like('networks.table') })).toHaveAttribute(
      'aria-rowcount',
      '100',
    );
    await expectAccessible(simpul);
  });
});

/** Each code linked to the next, and each case to a code: 100 nodes. */
async function largeNetwork(page: Page): Promise<string> {
  await ask(page, 'projects.create', { name: 'Besar', language: 'id' });
  const long = 'dengan nama yang panjang sekali supaya lebarnya terlihat pada setiap kotak gambar';
  const nodes: { kind: 'code' | 'case'; target: string }[] = [];
  for (let code = 1; code <= 40; code += 1) {
    const { guid } = await ask(page, 'codes.create', { name: `Kode ${code} ${long}`.slice(0, 80) });
    nodes.push({ kind: 'code', target: guid });
  }
  for (let number = 1; number <= 60; number += 1) {
    const { guid } = await ask(page, 'cases.create', { name: `Kasus ${number} ${long}`.slice(0, 80) });
    nodes.push({ kind: 'case', target: guid });
  }
  const { guid: networkId } = await ask(page, 'networks.create', {
    kind: 'causal-network',
    name: 'Besar',
    begin: 'empty',
  });
  const { nodes: made } = await ask(page, 'networks.addNodes', { networkId, nodes });
  for (let at = 0; at < 100; at += 1) {
    const [from, to] = at < 40 ? [made[at], made[at + 1 < 40 ? at + 1 : 0]] : [made[at], made[at % 40]];
    if (from && to && at !== 39)
      await ask(page, 'networks.addLink', { fromId: from, toId: to, kind: at < 40 ? 'increases' : 'associated' });
  }
  await ask(page, 'networks.arrange', { networkId });
  return networkId;
}
