// Puts components under test into the window's own services, over a fake host.

import { cleanup, render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { useShell } from '../../../src/renderer/app/shell-store.ts';
import { useRegistry } from '../../../src/renderer/commands/registry.ts';
import { createServices, type Services } from '../../../src/renderer/services/client.ts';
import { useNotices } from '../../../src/renderer/services/notices.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { ServicesProvider } from '../../../src/renderer/services/ServicesProvider.tsx';
import { type Answers, createFakeLink, type FakeLink } from './fake-link.ts';

export type Rendered = RenderResult & {
  readonly link: FakeLink;
  readonly services: Services;
  readonly user: UserEvent;
};

/** @param answers what the fake host answers; settings, session and reports have answers of their own */
export function renderInWindow(element: ReactNode, answers: Answers = {}): Rendered {
  const link = createFakeLink(answers);
  const services = createServices(link);
  ending.push(services.close);
  const result = render(<ServicesProvider services={services}>{element}</ServicesProvider>);
  return { ...result, link, services, user: userEvent.setup() };
}

const ending: (() => void)[] = [];

afterEach(() => {
  cleanup();
  for (const end of ending.splice(0)) end();
  useNotices.getState().clear();
  usePlace.getState().reset();
  useShell.getState().close();
  useRegistry.setState({ entries: new Map(), known: new Map(), custom: {} });
});

/** What react-aria, the virtualiser and the panels ask of a browser and jsdom does not have. */
function completeJsdom(): void {
  const none = (): void => undefined;
  globalThis.ResizeObserver ??= class {
    observe = none;
    unobserve = none;
    disconnect = none;
  };
  if (!('scrollIntoView' in Element.prototype)) Object.assign(Element.prototype, { scrollIntoView: none });
  // CSSOM, "serialize an identifier", for the identifiers that tests use.
  globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w\u0080-\uffff-]|^(?=\d)/g, '\\$&') } as typeof CSS;
  window.matchMedia ??= (media) => ({
    media,
    matches: false,
    onchange: null,
    addListener: none,
    removeListener: none,
    addEventListener: none,
    removeEventListener: none,
    dispatchEvent: () => false,
  });
  // A virtualised list draws what fits its box; jsdom has no layout, so boxes are given a size.
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 800 });
}
completeJsdom();
