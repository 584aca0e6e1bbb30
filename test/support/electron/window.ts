// Windows and their pages: a window is a Chromium target of its own, reached over the DevTools protocol.
// Chromium knows no scheme of ours, so pages live at an address that is turned into ours on the way.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app, devTools, lastWindowClosed, preventable, windows } from './app.ts';
import { createCodec } from './codec.ts';
import type { DevTools, Message, Params } from './devtools.ts';
import { honest } from './honest.ts';
import { bindingName, deliver, pageScript } from './page-side.ts';
import { answerRequest, toPageAddress, toProgramAddress, type PausedRequest } from './requests.ts';
import { ipcHandlers } from './services.ts';

type Options = {
  readonly title?: string;
  readonly show?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: { readonly preload?: string };
};
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

const codec = createCodec();
const open = new Set<StandInWindow>();

windows.closeAll = () => {
  for (const window of open) window.close();
  return open.size === 0;
};

class Contents extends EventEmitter {
  readonly owner: StandInWindow;
  /** Set once the target is attached. */
  targetId = '';
  address = 'about:blank';
  openHandler: OpenHandler = () => ({ action: 'allow' });
  readonly attached: Promise<{ readonly chromium: DevTools; readonly sessionId: string }>;

  constructor(owner: StandInWindow, { width = 800, height = 600, webPreferences }: Options) {
    super();
    this.owner = owner;
    this.attached = this.attach(webPreferences?.preload, { width, height });
    this.attached.catch((error: unknown) => process.stderr.write(`stand-in: ${String(error)}\n`));
  }

  get mainFrame(): object {
    const url = toProgramAddress(this.address);
    const origin = /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? 'null';
    return honest('mainFrame', { url, origin, parent: null, detached: false, isDestroyed: () => this.isDestroyed() });
  }

  readonly isDestroyed = (): boolean => this.owner.isDestroyed();
  readonly getURL = (): string => toProgramAddress(this.address);
  readonly setWindowOpenHandler = (handler: OpenHandler): void => {
    this.openHandler = handler;
  };
  readonly send = (channel: string, ...args: unknown[]): void => {
    const text = codec.encode(args);
    this.evaluate(deliver('hear', channel, text)).catch(() => undefined);
  };
  readonly close = (): void => this.owner.close();
  readonly reload = (): void => void this.command('Page.reload').catch(() => undefined);

  async command<Result>(method: string, params: Params = {}): Promise<Result> {
    const { chromium, sessionId } = await this.attached;
    return chromium.send<Result>(method, params, sessionId);
  }

  async load(url: string): Promise<void> {
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    this.address = toPageAddress(url);
    const { errorText } = await this.command<{ errorText?: string }>('Page.navigate', { url: this.address });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  private async attach(preload: string | undefined, size: { readonly width: number; readonly height: number }) {
    const chromium = await devTools;
    const { targetId } = await chromium.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
    });
    this.targetId = targetId;
    const { sessionId } = await chromium.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    chromium.events.on(sessionId, (message: Message) => this.hear(message));
    const send = (method: string, params: Params = {}) => chromium.send(method, params, sessionId);
    const { windowId } = await chromium.send<{ windowId: number }>('Browser.getWindowForTarget', { targetId });
    await chromium.send('Browser.setWindowBounds', { windowId, bounds: size });
    await send('Page.enable');
    await send('Runtime.enable');
    await send('Runtime.addBinding', { name: bindingName });
    await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    if (preload !== undefined) {
      await send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(readFileSync(preload, 'utf8')) });
    }
    await watchForWindows(chromium, this);
    return { chromium, sessionId };
  }

  private hear({ method, params }: Message): void {
    if (method === 'Runtime.bindingCalled') void this.answer(params);
    if (method === 'Fetch.requestPaused') void answerRequest(this, params as PausedRequest).catch(() => undefined);
    if (method === 'Page.loadEventFired') {
      this.emit('did-finish-load');
      this.owner.emit('ready-to-show');
    }
    if (method === 'Page.frameNavigated') {
      const { frame } = params as { frame: { url: string; parentId?: string } };
      if (frame.parentId === undefined) this.address = frame.url;
    }
  }

  private async answer({
    payload,
    executionContextId,
  }: {
    payload: string;
    executionContextId: number;
  }): Promise<void> {
    const { id, channel, text } = JSON.parse(payload) as { id: number; channel: string; text: string };
    const reply = (ok: boolean, result: string) => this.evaluate(deliver('settle', id, ok, result), executionContextId);
    try {
      const handler = ipcHandlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const event = honest('event', { sender: this, senderFrame: this.mainFrame });
      const result = await handler(event, ...(codec.decode(text) as unknown[]));
      await reply(true, codec.encode(result));
    } catch (error) {
      await reply(false, `Error invoking remote method '${channel}': ${String(error)}`).catch(() => undefined);
    }
  }

  private async evaluate(expression: string, contextId?: number): Promise<void> {
    await this.command('Runtime.evaluate', { expression, ...(contextId === undefined ? {} : { contextId }) });
  }
}

class StandInWindow extends EventEmitter {
  readonly webContents: Contents;
  private destroyed = false;
  private title: string;
  private visible: boolean;

  constructor(options: Options = {}) {
    super();
    const { title = '', show = true } = options;
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.title = title;
    this.visible = show;
    open.add(this);
    this.webContents = honest('webContents', new Contents(this, options));
    app.emit('web-contents-created', {}, this.webContents);
  }

  readonly loadURL = (url: string): Promise<void> => this.webContents.load(url);
  readonly show = (): void => {
    this.visible = true;
  };
  readonly isVisible = (): boolean => this.visible;
  readonly focus = (): void => void this.webContents.command('Page.bringToFront').catch(() => undefined);
  readonly isMinimized = (): boolean => false;
  readonly isDestroyed = (): boolean => this.destroyed;
  readonly setTitle = (title: string): void => {
    this.title = title;
  };
  readonly getTitle = (): string => this.title;
  readonly setRepresentedFilename = (_path: string): void => undefined;
  readonly close = (): void => {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented()) this.destroy();
  };
  readonly destroy = (): void => {
    if (this.destroyed) return;
    this.destroyed = true;
    open.delete(this);
    const { targetId } = this.webContents;
    devTools.then((chromium) => chromium.send('Target.closeTarget', { targetId })).catch(() => undefined);
    this.emit('closed');
    if (open.size === 0) lastWindowClosed();
  };

  static getAllWindows(this: void): StandInWindow[] {
    return [...open];
  }
  static fromWebContents(this: void, contents: Contents): StandInWindow | null {
    return [...open].find((window) => window.webContents === contents) ?? null;
  }
}

export const BrowserWindow = honest('BrowserWindow', StandInWindow);

export const webContents = honest('webContents', {
  fromDevToolsTargetId: (targetId: string): Contents | undefined =>
    [...open].find((window) => window.webContents.targetId === targetId)?.webContents,
});

/** A page that opens another: the handler says whether it may. */
async function watchForWindows(chromium: DevTools, contents: Contents): Promise<void> {
  chromium.events.on('', ({ method, params }: Message) => {
    if (method !== 'Target.targetCreated') return;
    const { targetInfo } = params as { targetInfo: { targetId: string; openerId?: string; url: string } };
    if (targetInfo.openerId !== contents.targetId) return;
    const { action } = contents.openHandler({ url: targetInfo.url });
    if (action === 'deny') dismiss(chromium, targetInfo.targetId).catch(() => undefined);
  });
  await chromium.send('Target.setDiscoverTargets', { discover: true });
}

/** Closes a page. Who drives the browser halts new pages to look at them; one closed while halted would halt its opener for good. */
async function dismiss(chromium: DevTools, targetId: string): Promise<void> {
  const { sessionId } = await chromium.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  await chromium.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
  await chromium.send('Target.closeTarget', { targetId });
}

export type { Contents };
