import { expect, test } from 'vitest';
import { createWindowGate } from '../../../src/main/core/window-gate.ts';
import { createTinyApp } from '../../support/hosts/tiny-app.ts';

function createGate() {
  const recent = { projects: [{ path: '/p/studi.simpul' }, { path: '//server/share/studi.simpul' }] };
  const app = createTinyApp((request) => {
    const { method } = request as { method: string };
    const value = method === 'projects.recent' ? recent : method === 'settings.get' ? { language: 'id' } : 'done';
    return Promise.resolve({ ok: true, value });
  });
  const gate = createWindowGate(app);
  const send = async (method: string, input: unknown) => {
    const answer = await gate.dispatch({ method, input });
    return answer.ok ? answer.value : answer.error.code;
  };
  return { gate, send };
}

test('a window opens projects that are listed, and project files by their whole path', async () => {
  const { send } = createGate();
  for (const path of [
    '/p/studi.simpul',
    '//server/share/studi.simpul',
    '/home/sri/Studi.SIMPUL',
    'C:\\Studi\\a.simpul',
    'D:/a.simpul',
  ]) {
    expect(await send('projects.open', { path }), path).toBe('done');
  }
  const refused = [
    '/etc/passwd',
    '../../x',
    'x.simpul',
    '/p/../q/studi.simpul',
    '\\\\127.0.0.1@18999\\x',
    '\\\\server\\share\\x.simpul',
    '//server/share/x.simpul',
    '\\\\?\\C:\\x.simpul',
    '\\x.simpul',
    'C:x.simpul',
    'file:///p/studi.simpul',
    '/p/a\0.simpul',
    '',
  ];
  for (const path of refused) expect(await send('projects.open', { path }), path).toBe('refused');
});

test('a window makes projects in a local folder, or where the user pointed', async () => {
  const { gate, send } = createGate();
  expect(await send('projects.create', { name: 'Studi' })).toBe('done');
  expect(await send('projects.create', { name: 'Studi', folder: '/home/sri' })).toBe('done');
  for (const folder of ['\\\\server\\share', '//server/share', '..', '/home/../etc', 'sri']) {
    expect(await send('projects.create', { name: 'Studi', folder }), folder).toBe('refused');
  }
  gate.allowFolder('\\\\server\\share');
  expect(await send('projects.create', { name: 'Studi', folder: '\\\\server\\share' })).toBe('done');
  expect(await send('projects.create', { name: 'Studi', path: '/home/sri/x.simpul' })).toBe('refused');
});

test('a window writes no file by its path', async () => {
  const { send } = createGate();
  expect(await send('project.backup', { path: '/tmp/x' })).toBe('refused');
  expect(await send('project.copy', {})).toBe('done');
});

test('all else, well-formed or not, is the dispatcher’s', async () => {
  const { gate } = createGate();
  for (const request of [
    { method: 'codes.list', input: { path: '/etc' } },
    { method: 'projects.open', input: null },
    { method: 'projects.open', input: { path: 7 } },
  ]) {
    expect(await gate.dispatch(request)).toEqual({ ok: true, value: 'done' });
  }
});
