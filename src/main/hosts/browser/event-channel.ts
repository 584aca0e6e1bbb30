// Events to open pages, one way, as server-sent events. Nothing is kept for a page that was away: it asks
// anew for what it shows once it is back.

import type { ServerResponse } from 'node:http';
import type { App } from '../../core/app-types.ts';
import { securityHeaders } from '../../platform/content-security.ts';

export type EventChannel = {
  readonly add: (response: ServerResponse) => void;
  readonly close: () => void;
};

const mostPages = 32;
/** Bytes a page may leave unread before it counts as asleep and is let go. */
const largestBacklog = 4 * 1024 * 1024;

/** @param heartbeat milliseconds between signs of life, by which a page notices within 3 s that we are gone (B10) */
export function createEventChannel(app: Pick<App, 'onEvent'>, heartbeat = 1000): EventChannel {
  const pages = new Set<ServerResponse>();
  const send = (frame: string): void => {
    for (const page of pages) {
      if (page.writableLength > largestBacklog) page.destroy();
      else page.write(frame);
    }
  };
  const unsubscribe = app.onEvent((event) => send(`data: ${JSON.stringify(event)}\n\n`));
  const timer = setInterval(() => send('event: alive\ndata:\n\n'), heartbeat);
  timer.unref();
  return {
    add: (response) => {
      const oldest = pages.size >= mostPages ? pages.values().next().value : undefined;
      oldest?.destroy();
      pages.add(response);
      response.on('close', () => pages.delete(response));
      response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write('retry: 1000\nevent: alive\ndata:\n\n');
    },
    close: () => {
      clearInterval(timer);
      unsubscribe();
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
