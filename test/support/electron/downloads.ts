// A download as the session's listeners see it. Without a path to save to, a person would be asked.

import { writeFileSync } from 'node:fs';
import { preventable } from './app.ts';
import { honest } from './honest.ts';
import { defaultSession } from './services.ts';

/** Announces the download and saves it where a listener said. */
export async function download(url: string, answer: Response): Promise<void> {
  let path = '';
  const event = preventable();
  const item = honest('DownloadItem', {
    getURL: () => url,
    getFilename: () => fileNameOf(answer.headers.get('content-disposition') ?? ''),
    setSaveDialogOptions: () => undefined,
    setSavePath: (chosen: string) => {
      path = chosen;
    },
  });
  defaultSession.emit('will-download', event, item);
  if (event.defaultPrevented()) return;
  if (path === '') throw new Error('a download asks where to save, and the test has no answer for it');
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
}

function fileNameOf(disposition: string): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return name === undefined ? 'download' : decodeURIComponent(name);
}
