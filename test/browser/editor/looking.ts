// What an editor tells and shows.

import type { EditorPage } from './fixture.ts';

/** Text, page and places of codings as they are now, and the edits told since the last look. */
export async function look(editor: EditorPage) {
  return editor.read((harness) => {
    const lines = [...document.querySelectorAll('[role=textbox] p')].map((line) => {
      const units = [...line.childNodes].map((child) =>
        child.nodeName === 'BR' ? '\u2028' : (child.textContent ?? ''),
      );
      return (line.lastChild?.nodeName === 'BR' ? units.slice(0, -1) : units).join('');
    });
    const placed = (harness.handle?.placed() ?? []).map(({ id, start, end }) => `${id} ${start} ${end}`);
    return {
      text: harness.handle?.text() ?? '',
      page: lines.join('\n'),
      placed: placed.toSorted(),
      edits: harness.edits.splice(0),
    };
  });
}

/** The words under the paint of the codes, without line ends, in the order of the alphabet. */
export async function paintedWords(editor: EditorPage): Promise<readonly string[]> {
  await editor.painted();
  return editor.read(() =>
    [...CSS.highlights]
      .filter(([name]) => /-code-\d+$/.test(name))
      .flatMap(([, highlight]) => [...highlight])
      .map((place) => {
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        return range.toString();
      })
      .toSorted(),
  );
}

/** Breaks and joiners are told by their numbers. */
export function visible(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
