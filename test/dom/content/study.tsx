// The features over the real application on a real project file: what a component shows after an edit is what the
// core answered, and what undo gives back is what the core restored.

import { act, cleanup, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { ShortcutListener } from '../../../src/renderer/commands/ShortcutListener.tsx';
import { useCasesDialog } from '../../../src/renderer/features/cases/store.ts';
import { useCodebook } from '../../../src/renderer/features/codebook/store.ts';
import { useCollect } from '../../../src/renderer/features/collect/store.ts';
import { createServices, type Services } from '../../../src/renderer/services/client.ts';
import { ServicesProvider } from '../../../src/renderer/services/ServicesProvider.tsx';
import type { HostLink } from '../../../src/renderer/services/transport.ts';
import type { Client } from '../../../src/shared/contract/client.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { openTestProject } from '../../support/project.ts';
// For what jsdom lacks, and the stores it empties after each test.
import '../../support/window/render.tsx';

export type Study = {
  readonly client: Client;
  /** Shows a component in a window of the study. */
  readonly show: (element: ReactNode) => RenderResult & { readonly user: UserEvent; readonly services: Services };
};

// A file chosen by itself has no folder; jsdom does not say so.
Object.defineProperty(File.prototype, 'webkitRelativePath', { configurable: true, get: () => '' });

const ending: (() => Promise<void> | void)[] = [];

/** A new project, open, in a folder of its own. */
export async function openStudy(): Promise<Study> {
  const project = await openTestProject();
  const { app, client } = project;
  const link: HostLink = {
    call: async (request) => {
      // Between a window and its host there is always a way: an answer never comes within the call.
      await Promise.resolve();
      return app.dispatch(request);
    },
    onEvent: app.onEvent,
    onReachability: (observer) => {
      observer('reachable');
      return () => undefined;
    },
    sendFile: async (file) => ({
      token: app.files.hold({ name: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }),
    }),
  };
  ending.push(project.end);
  return {
    client,
    show: (element) => {
      const services = createServices(link);
      ending.push(services.close);
      const result = render(
        <ServicesProvider services={services}>
          {element}
          <ShortcutListener />
        </ServicesProvider>,
      );
      return { ...result, services, user: userEvent.setup({ delay: null }) };
    },
  };
}

/**
 * Replaces the text of a field by keys. Not by a press: in jsdom everything lies at one point, and the dividers of
 * split views take presses near them.
 */
export async function retype(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  act(() => field.focus());
  await user.keyboard(`{Control>}a{/Control}{Backspace}${text}`);
}

/** Names in order of the codebook, indented by level. */
export async function outline(client: Client): Promise<readonly string[]> {
  return (await client.codes.list({})).map(({ name, path }) => '  '.repeat(path.length - 1) + name);
}

/** Makes codes from an outline; two spaces a level. @returns their guids by name */
export async function makeCodes(client: Client, lines: readonly string[]): Promise<Readonly<Record<string, Guid>>> {
  const made: Record<string, Guid> = {};
  const above: Guid[] = [];
  for (const line of lines) {
    const name = line.trim();
    const level = (line.length - line.trimStart().length) / 2;
    const { guid } = await client.codes.create({ name, parentId: above[level - 1] ?? null });
    above.splice(level, above.length, guid);
    made[name] = guid;
  }
  return made;
}

afterEach(async () => {
  cleanup();
  useCodebook.setState({ filter: '', active: null, anchor: null, editing: null, dialog: null });
  useCollect.setState({ filter: '', chosen: [], renaming: null, dialog: null, waiting: [] });
  useCasesDialog.setState({ dialog: null });
  for (const end of ending.splice(0).toReversed()) await end();
});
