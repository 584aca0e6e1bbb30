// The controls everything is built of: by mouse and by keyboard, with names for those who listen.

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useRef, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { SettingsDialog } from '../../../src/renderer/features/settings/SettingsDialog.tsx';
import { useNotices } from '../../../src/renderer/services/notices.ts';
import { ColorPicker } from '../../../src/renderer/ui/ColorPicker.tsx';
import { ComboBox } from '../../../src/renderer/ui/ComboBox.tsx';
import { ConfirmDialog } from '../../../src/renderer/ui/ConfirmDialog.tsx';
import { ContextMenu } from '../../../src/renderer/ui/ContextMenu.tsx';
import { ListBox } from '../../../src/renderer/ui/ListBox.tsx';
import { MenuList } from '../../../src/renderer/ui/Menu.tsx';
import { Popover } from '../../../src/renderer/ui/Popover.tsx';
import { Select } from '../../../src/renderer/ui/Select.tsx';
import { SplitView } from '../../../src/renderer/ui/SplitView.tsx';
import { Table } from '../../../src/renderer/ui/Table.tsx';
import type { TableColumn } from '../../../src/renderer/ui/table-data.ts';
import { Tree } from '../../../src/renderer/ui/Tree.tsx';
import type { TreeNode } from '../../../src/renderer/ui/tree-types.ts';
import { renderInWindow } from '../../support/window/render.tsx';

type Row = { readonly code: string; readonly count: number };
const rows: readonly Row[] = [
  { code: 'Inovasi', count: 3 },
  { code: 'Manajer', count: 12 },
];
const columns: readonly TableColumn<Row>[] = [
  { id: 'code', label: 'Code', text: ({ code }) => code, sortBy: ({ code }) => code },
  { id: 'count', label: 'Codings', text: ({ count }) => String(count), sortBy: ({ count }) => count, align: 'end' },
];

test('a table is sorted by a press on a column and copied as a spreadsheet takes it', async () => {
  const { user } = renderInWindow(<Table label="Codes" columns={columns} rows={rows} rowId={({ code }) => code} />);
  const names = (): readonly string[] => screen.getAllByRole('rowheader').map(({ textContent }) => textContent ?? '');
  expect(names()).toEqual(['Inovasi', 'Manajer']);
  await user.click(screen.getByRole('columnheader', { name: /Codings/ }));
  await user.click(screen.getByRole('columnheader', { name: /Codings/ }));
  expect(names()).toEqual(['Manajer', 'Inovasi']);
  expect(screen.getByRole('columnheader', { name: /Codings/ }).getAttribute('aria-sort')).toBe('descending');

  const setData = vi.fn<(type: string, text: string) => void>();
  fireEvent.copy(screen.getByRole('grid'), { clipboardData: { setData } });
  expect(setData).toHaveBeenCalledWith('text/plain', 'Code\tCodings\nManajer\t12\nInovasi\t3');
  expect(useNotices.getState().notices[0]?.kind).toBe('success');
});

const leaf = (id: string): TreeNode<null> => ({ id, text: id, value: null, children: [] });
const nodes: readonly TreeNode<null>[] = [
  { id: 'Dimensi', text: 'Dimensi', value: null, children: [leaf('Inovasi'), leaf('Manajer')] },
  leaf('Konteks'),
];

function CodeTree({
  onAction,
  onMenu,
}: {
  readonly onAction: (id: string) => void;
  readonly onMenu: (id: string) => void;
}) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  return (
    <Tree
      label="Codebook"
      nodes={nodes}
      renderRow={({ text }) => <span>{text}</span>}
      selectedIds={selected}
      onSelect={(ids) => setSelected(new Set(ids))}
      expandedIds={expanded}
      onExpand={setExpanded}
      onAction={onAction}
      menu={({ id }) => [{ id: 'rename', label: `Rename ${id}`, onAction: () => onMenu(id) }]}
    />
  );
}

test('a tree is opened, gone through and acted on by keyboard', async () => {
  const onAction = vi.fn<(id: string) => void>();
  const { user } = renderInWindow(<CodeTree onAction={onAction} onMenu={() => undefined} />);
  await user.tab();
  expect(screen.queryByRole('row', { name: 'Inovasi' })).toBeNull();
  await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('row', { name: 'Manajer' }).getAttribute('aria-level')).toBe('2');
  await user.keyboard('{Enter}');
  expect(onAction).toHaveBeenCalledWith('Manajer');
  await user.keyboard('k');
  expect(document.activeElement?.getAttribute('data-key')).toBe('Konteks');
});

test('a context menu opens for the row under the pointer and, by Shift+F10, for the row in focus', async () => {
  const onMenu = vi.fn<(id: string) => void>();
  const { user } = renderInWindow(<CodeTree onAction={() => undefined} onMenu={onMenu} />);
  fireEvent.contextMenu(screen.getByText('Konteks'), { clientX: 10, clientY: 10 });
  await user.click(await screen.findByRole('menuitem', { name: 'Rename Konteks' }));
  await waitFor(() => expect(onMenu).toHaveBeenLastCalledWith('Konteks'));
  expect(screen.queryByRole('menu')).toBeNull();

  screen.getByRole('row', { name: 'Dimensi' }).focus();
  await user.keyboard('{Shift>}{F10}{/Shift}');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onMenu).toHaveBeenLastCalledWith('Dimensi'));
});

/** A menu that is gone at once, as that of a passage is, and something to type into that one of its entries opens. */
function Describable() {
  const [shown, setShown] = useState<'menu' | 'field' | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = (closing: 'menu' | 'field') => (): void => setShown((now) => (now === closing ? null : now));
  const entries = [{ id: 'describe', label: 'Describe …', onAction: () => setShown('field') }];
  return (
    <>
      <button type="button" onKeyDown={(event) => event.key === 'm' && setShown('menu')}>
        Inovasi
      </button>
      <span ref={anchor} />
      {shown === 'menu' && (
        <Popover aria-label="menu" isOpen onOpenChange={close('menu')} triggerRef={anchor}>
          <MenuList label="menu" entries={entries} onClose={close('menu')} autoFocus="first" />
        </Popover>
      )}
      {shown === 'field' && (
        <Popover label="Description" isOpen onOpenChange={close('field')} triggerRef={anchor}>
          <input autoFocus aria-label="Words" />
        </Popover>
      )}
    </>
  );
}

test('what an entry of a menu opened gives the focus back to what the menu was of', async () => {
  const { user } = renderInWindow(<Describable />);
  const code = screen.getByRole('button', { name: 'Inovasi' });
  code.focus();
  await user.keyboard('m');
  await screen.findByRole('menu');
  await user.keyboard('{Enter}');
  const field = await screen.findByRole('textbox', { name: 'Words' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(code));
});

test('where nothing can be done no menu opens and the browser keeps its own', () => {
  renderInWindow(
    <ContextMenu label="menu" entries={() => []}>
      <p>words</p>
    </ContextMenu>,
  );
  expect(fireEvent.contextMenu(screen.getByText('words'))).toBe(true);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a virtualised list draws what is in view of a thousand entries', () => {
  const items = Array.from({ length: 1000 }, (_, index) => `Code ${index}`);
  renderInWindow(
    <ListBox
      label="Codes"
      items={items}
      itemId={(item) => item}
      itemText={(item) => item}
      render={(item) => item}
      rowHeight={30}
    />,
  );
  const drawn = screen.getAllByRole('option');
  expect(drawn.length).toBeGreaterThan(10);
  expect(drawn.length).toBeLessThan(200);
});

test('a choice is made by keyboard and named by its label', async () => {
  const onChange = vi.fn<(value: 'csv' | 'docx') => void>();
  const { user } = renderInWindow(
    <Select
      label="Format"
      options={[
        { id: 'csv', label: 'CSV' },
        { id: 'docx', label: 'Word' },
      ]}
      value="csv"
      onChange={onChange}
    />,
  );
  const button = screen.getByRole('button', { name: /Format/ });
  expect(button.textContent).toContain('CSV');
  button.focus();
  await user.keyboard('{ArrowDown}');
  await user.click(await screen.findByRole('option', { name: 'Word' }));
  expect(onChange).toHaveBeenCalledWith('docx');
});

function Confirm({ isDanger, onConfirm }: { readonly isDanger: boolean; readonly onConfirm: () => void }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <ConfirmDialog
      title="Delete"
      text="Delete 3 codes and 12 codings?"
      confirmLabel="Delete 3 codes"
      isOpen={isOpen}
      isDanger={isDanger}
      onClose={() => setOpen(false)}
      onConfirm={onConfirm}
    />
  );
}

test('a question about something dangerous begins at the way back', async () => {
  const onConfirm = vi.fn<() => void>();
  const { user } = renderInWindow(<Confirm isDanger onConfirm={onConfirm} />);
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete' }));
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Cancel' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(onConfirm).not.toHaveBeenCalled();
});

test('a colour is chosen from the palette or written', async () => {
  const onChange = vi.fn<(color: string) => void>();
  const { user } = renderInWindow(<ColorPicker label="Colour" value="#0072b2" onChange={onChange} />);
  expect(screen.getAllByRole('option')).toHaveLength(24);
  await user.click(screen.getAllByRole('option')[1] as HTMLElement);
  expect(onChange).toHaveBeenLastCalledWith('#b85c00');
  const field = screen.getByRole('textbox', { name: /Own colour/ });
  await user.clear(field);
  await user.type(field, 'blue');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.clear(field);
  await user.type(field, '#36A{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('#3366aa');
});

test('a divider is named after the part it makes wider and can be reached by keyboard', () => {
  renderInWindow(
    <SplitView
      id="test"
      parts={[
        { id: 'codes', label: 'Codebook', content: <p>codes</p>, defaultSize: 280 },
        { id: 'text', label: 'Text', content: <p>text</p> },
      ]}
    />,
  );
  const divider = screen.getByRole('separator', { name: 'Width of Codebook' });
  expect(divider.tabIndex).toBe(0);
});

test('panel sizes go back to what was shipped', async () => {
  const { user, services } = renderInWindow(
    <>
      <SettingsDialog isOpen onClose={() => undefined} onShowKeyboard={() => undefined} />
      <SplitView
        id="test"
        parts={[
          { id: 'codes', label: 'Codebook', content: <p>codes</p>, defaultSize: 280 },
          { id: 'text', label: 'Text', content: <p>text</p> },
        ]}
      />
    </>,
  );
  act(() => services.windowState.set('split/test/codes,text', { codes: 60, text: 40 }));
  const former = screen.getByText('codes');
  await user.click(screen.getByRole('button', { name: 'Reset panel sizes' }));
  expect(services.windowState.values.getState()['split/test/codes,text']).toEqual({});
  expect(screen.getByText('codes')).not.toBe(former);
});

function Adding({ onAdd }: { readonly onAdd: (id: string) => void }) {
  const [added, setAdded] = useState<readonly string[]>([]);
  const options = ['Inovasi', 'Manajer', 'Konteks'].map((name) => ({ id: name, label: name }));
  return (
    <ComboBox
      label="Add a code"
      options={options.filter(({ id }) => !added.includes(id))}
      value={null}
      onChange={(id) => {
        if (id === null) return;
        onAdd(id);
        setAdded((former) => [...former, id]);
      }}
    />
  );
}

test('a box that adds what is chosen closes its list, is empty again and takes the next, by keys alone', async () => {
  const added: string[] = [];
  const { user } = renderInWindow(<Adding onAdd={(id) => added.push(id)} />);
  const box = screen.getByRole('combobox', { name: 'Add a code' });
  await user.tab();
  for (const name of ['Manajer', 'Konteks']) {
    await user.keyboard(`${name.slice(0, 3)}{ArrowDown}{Enter}`);
    await waitFor(() => expect(box.getAttribute('aria-expanded')).toBe('false'));
    expect(box).toHaveProperty('value', '');
    expect(document.activeElement).toBe(box);
  }
  expect(added).toEqual(['Manajer', 'Konteks']);
});

test('a choice that was not made says so', () => {
  const options = [{ id: 'a', label: 'Agreement' }];
  renderInWindow(
    <Select label="Verdict" placeholder="Not judged" options={options} value={null} onChange={() => undefined} />,
  );
  expect(screen.getByRole('button', { name: /Verdict/ }).textContent).toBe('Not judged');
});
