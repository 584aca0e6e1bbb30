// A coded study over the real core. Its two main codes make the fourfold table of METHODS.md §2.1 at paragraph level:
// a = 6, b = 2, c = 4, d = 8.

import { act } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ReactNode } from 'react';
import { DisplayArea } from '../../../src/renderer/features/display/DisplayArea.tsx';
import type { DisplayId } from '../../../src/renderer/features/display/displays.ts';
import { QuotationList } from '../../../src/renderer/features/quotations/QuotationList.tsx';
import type { Client } from '../../../src/shared/contract/client.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { makeCodes, openStudy } from '../content/study.tsx';

export type CodedStudy = Awaited<ReturnType<typeof openCodedStudy>>;

// Analyses run in worker threads, which take a while to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const paragraphs = Array.from({ length: 20 }, (_, index) => `Paragraf ${index + 1} tentang kerja dinas.`);

/** Files the window let the user save, in order. */
export const saved: { readonly name: string; readonly blob: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  let last: Blob | null = null;
  // jsdom has no addresses for blobs and follows no download.
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return 'blob:test';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, blob: last });
  });
  // A virtual list draws what fits its box; jsdom gives every box the size 0.
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: heightOf });
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => 400 });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The list shows a dozen quotations at a time. */
function heightOf(this: HTMLElement): number {
  return this.classList.contains('quotation-scroll') ? 1_200 : 100;
}

export async function openCodedStudy() {
  const study = await openStudy();
  const { client } = study;
  const codes = await makeCodes(client, ['Inovasi', 'Manajer', 'Langka', 'Tak terpakai']);
  const interview = await client.documents.create({ title: 'Wawancara 1', text: paragraphs.slice(0, 10).join('\n') });
  const note = await client.documents.create({
    title: 'Catatan 1',
    kind: 'observation',
    text: paragraphs.slice(10).join('\n'),
  });
  await client.cases.create({ name: 'Kepala Dinas', documentIds: [interview.guid] });
  await client.cases.create({ name: 'Warga', documentIds: [note.guid] });
  const together = [1, 2, 3, 4, 5, 6];
  await code(client, interview.guid, note.guid, codes['Inovasi'] as Guid, [...together, 7, 8]);
  await code(client, interview.guid, note.guid, codes['Manajer'] as Guid, [...together, 9, 10, 11, 12]);
  await code(client, interview.guid, note.guid, codes['Langka'] as Guid, [20]);
  return { ...study, codes, interview: interview.guid, note: note.guid };
}

/** Shows the display area in one of its views. */
export async function showDisplay(view: DisplayId, given?: CodedStudy) {
  const study = given ?? (await openCodedStudy());
  return { ...study, ...showStudy(study, view) };
}

export function withQuotations(): ReactNode {
  return <DisplayArea quotations={<QuotationList />} />;
}

/** Codes whole paragraphs, numbered from 1 through both documents. */
async function code(client: Client, first: Guid, second: Guid, codeId: Guid, numbers: readonly number[]) {
  await client.codings.createMany({
    items: numbers.map((number) => {
      const own = number <= 10 ? paragraphs.slice(0, 10) : paragraphs.slice(10);
      const index = (number - 1) % 10;
      const start = own.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
      return { documentId: number <= 10 ? first : second, codeId, start, end: start + (own[index]?.length ?? 0) };
    }),
  });
}

/** A study of many codes: each is found in one paragraph, so that it meets every twentieth of the others. */
export async function openWideStudy(size: number) {
  const study = await openStudy();
  const { client } = study;
  const names = Array.from({ length: size }, (_, index) => `Kode ${String(index + 1).padStart(3, '0')}`);
  const codes = await makeCodes(client, names);
  const { guid } = await client.documents.create({ title: 'Wawancara 1', text: paragraphs.join('\n') });
  const starts = paragraphs.map((_, index) =>
    paragraphs.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0),
  );
  await client.codings.createMany({
    items: names.map((name, index) => {
      const place = index % paragraphs.length;
      const start = starts[place] ?? 0;
      return { documentId: guid, codeId: codes[name] as Guid, start, end: start + (paragraphs[place]?.length ?? 0) };
    }),
  });
  return study;
}

/** Shows the display area over a study. */
export function showStudy(study: Pick<CodedStudy, 'show'>, view: DisplayId) {
  const shown = study.show(withQuotations());
  act(() => shown.services.windowState.set('display/view', view));
  return shown;
}
