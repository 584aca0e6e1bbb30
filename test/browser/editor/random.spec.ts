// Random steps with real keys, clipboard and pointer through the editor's own update path. After every step text,
// page, codings and their words agree with a slow model that knows nothing of offsets that move.

import { type Guid, parseGuid } from '../../../src/shared/domain/ids.ts';
import { applySplices, invertSplices, type Range, type Splice } from '../../../src/shared/domain/segments.ts';
import {
  coded,
  type CodedModel,
  edited,
  modelOf,
  rangeIn,
  resized,
  textOf,
  toldBy,
} from '../../support/coded-model.ts';
import { type EditorPage, expect, test } from './fixture.ts';
import { look, paintedWords, visible } from './looking.ts';
import { longText, randomNumbers } from './material.ts';

const typing = ['key', 'insert', 'paste', 'drop', 'enter', 'soft', 'backspace', 'delete'] as const;
type Typing = (typeof typing)[number];
type Kind = Typing | 'retype' | 'follow' | 'code' | 'resize' | 'undo';

const kinds: readonly Kind[] = [
  ...typing,
  ...(['key', 'key', 'insert', 'backspace', 'delete', 'retype', 'retype', 'follow', 'code', 'resize', 'undo'] as const),
];
const pieces = ['a', 'b', ' ', 'aa', '😀', '👩‍👧', 'e\u0301', '\u0301', 'سلام', 'ꦲꦏꦶ'];
const pasted = ['satu\ndua', '\n', 'a\n\nb\n', 'a\u2028b', '😀\nسلام'];
const stepsPerRound = 120;
const rounds = 20;

for (let seed = 2026; seed < 2026 + rounds; seed += 1) {
  test(`ED1–ED11: ${stepsPerRound} random steps agree with the slow model (seed ${seed})`, async ({ editor }) => {
    test.setTimeout(300_000);
    const next = randomNumbers(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] ?? (list[0] as T);
    const study = new Study(editor, seed, next);
    await study.open(seed % 4 === 3 ? longText(9000) : 'aab aa\nabab\u2028aa\n\naaa 😀a سلام\nbab');
    for (let step = 0; step < stepsPerRound; step += 1) {
      const kind = pick(kinds);
      const selection = study.randomSelection();
      const told = `seed ${seed}, step ${step}, ${visible({ kind, selection, before: study.around(selection) })}`;
      await study.take(kind, selection, pick);
      const seen = await look(editor);
      const text = textOf(study.model);
      expect(visible(seen.text), told).toBe(visible(text));
      expect(seen.page, told).toBe(text);
      expect(seen.placed, told).toEqual(study.placed());
      if (step % 8 !== 0) continue;
      const painted = await paintedWords(editor);
      if (text.length < 500) expect(painted, told).toEqual(study.words());
      else expect(study.words(), told).toEqual(expect.arrayContaining([...painted]));
    }
  });
}

/** One text with its codings, on the page and as a model. */
class Study {
  model: CodedModel = modelOf('');
  readonly #editor: EditorPage;
  readonly #seed: number;
  readonly #next: () => number;
  readonly #past: { readonly model: CodedModel; readonly splices: readonly Splice[] }[] = [];
  #made = 0;

  constructor(editor: EditorPage, seed: number, next: () => number) {
    this.#editor = editor;
    this.#seed = seed;
    this.#next = next;
  }

  async open(text: string): Promise<void> {
    this.model = modelOf(text);
    for (let count = 0; count < 6; count += 1) this.#code(this.#randomPlace());
    await this.#editor.show({
      text,
      textKey: `random-${this.#seed}`,
      mode: 'edit',
      codes: [{ id: 'c', name: 'Kode', color: '#3b6ea5' }],
    });
    await this.#showCodings();
  }

  /** The text near a place, to be told. */
  around({ start, end }: Range): string {
    return textOf(this.model).slice(Math.max(0, start - 60), end + 60);
  }

  placed(): readonly string[] {
    return this.#ranges()
      .map(({ guid, start, end }) => `${guid} ${start} ${end}`)
      .toSorted();
  }

  /** The words of all codings, as they are painted: once where two codings have one place. */
  words(): readonly string[] {
    const text = textOf(this.model);
    const places = new Map(this.#ranges().map((range) => [`${range.start} ${range.end}`, range]));
    return [...places.values()]
      .filter(({ start, end }) => end > start)
      .map(({ start, end }) => text.slice(start, end).replaceAll(/[\n\u2028]/g, ''))
      .toSorted();
  }

  async take(kind: Kind, selection: Range, pick: <T>(list: readonly T[]) => T): Promise<void> {
    const former = this.model;
    switch (kind) {
      case 'code':
        this.#code(this.#randomPlace());
        return this.#showCodings();
      case 'resize': {
        const known = this.#ranges();
        const place = this.#randomPlace();
        if (known.length > 0 && place) this.model = resized(this.model, pick(known).guid, place);
        return this.#showCodings();
      }
      case 'undo': {
        // Undo comes from the project: the inverse splices, then the codings as they were.
        const last = this.#past.pop();
        if (!last) return undefined;
        await this.#follow(invertSplices(textOf(last.model), last.splices));
        this.model = last.model;
        return this.#showCodings();
      }
      case 'follow': {
        const insert = (this.#next() < 0.5 ? pick(pieces) : pick(pasted)).normalize('NFC');
        const splice = { at: selection.start, remove: selection.end - selection.start, insert };
        // T1: other windows send composed text only.
        const text = applySplices(textOf(this.model), [splice]);
        if (text !== text.normalize('NFC')) return undefined;
        await this.#follow([splice]);
        this.#edited([splice], former);
        return undefined;
      }
      case 'retype': {
        const range = this.#ranges().length > 0 && this.#next() < 0.7 ? pick(this.#ranges()) : selection;
        // A coding may begin and end inside a character as it is seen, where a browser puts no caret.
        const splits = [range.start, range.end].some((at) => /^[\p{M}\u200D]/u.test(textOf(former).slice(at)));
        if (range.end === range.start || splits) return undefined;
        await this.#editor.select(0);
        await this.#editor.select(range.start, range.end);
        const words = Array.from({ length: 1 + Math.floor(this.#next() * 4) }, () => pick(['a', 'b', ' ', '\n', '😀']));
        for (const word of words) await this.#type(word);
        const insert = words.join('');
        // ED11: whatever was told key by key, it is one replacement by the whole.
        this.#edited([{ at: range.start, remove: range.end - range.start, insert }], former);
        return undefined;
      }
      case 'key':
      case 'insert':
      case 'paste':
      case 'drop':
      case 'enter':
      case 'soft':
      case 'backspace':
      case 'delete':
        return this.#person(kind, selection, pick);
    }
  }

  /** A place with whole characters, as a browser puts its caret; often at the edge of a coding. */
  randomSelection(): Range {
    const text = textOf(this.model);
    const edges = this.#ranges().flatMap(({ start, end }) => [start, end]);
    const borders = new Set([...new Intl.Segmenter().segment(text)].map(({ index }) => index)).add(text.length);
    const whole = (offset: number): number => (borders.has(offset) ? offset : whole(offset - 1));
    const near = edges[Math.floor(this.#next() * edges.length)];
    const at = this.#next() < 0.5 && near !== undefined ? near : Math.floor(this.#next() * (text.length + 1));
    const chance = this.#next();
    const size = chance < 0.5 ? 0 : Math.floor(this.#next() * (chance < 0.9 ? 5 : 30));
    return { start: whole(Math.min(at, text.length)), end: whole(Math.min(text.length, at + size)) };
  }

  async #person(kind: Typing, selection: Range, pick: <T>(list: readonly T[]) => T): Promise<void> {
    const insert =
      kind === 'key'
        ? pick(['a', 'b', ' '])
        : kind === 'insert'
          ? pick(pieces)
          : kind === 'paste' || kind === 'drop'
            ? pick(this.#next() < 0.5 ? pieces : pasted)
            : kind === 'enter'
              ? '\n'
              : kind === 'soft'
                ? '\u2028'
                : '';
    const former = this.model;
    const before = textOf(former);
    const place = kind === 'drop' ? { start: selection.start, end: selection.start } : selection;
    const splice = meant(before, place, kind, insert);
    await this.#editor.select(before.length === place.end && place.start === place.end ? 0 : before.length);
    await this.#editor.select(place.start, place.end);
    await this.#carryOut(kind, insert, place);
    const after = splice ? applySplices(before, [splice]) : before;
    const composed = after.normalize('NFC');
    // Where a mark joined its letter, the letter was replaced too: which splice it was, the editor says.
    const splices = composed === after ? (splice ? [splice] : []) : await this.#told();
    expect(visible(applySplices(before, splices)), `seed ${this.#seed}`).toBe(visible(composed));
    if (composed !== before) this.#edited(splices, former);
  }

  async #carryOut(kind: Typing, insert: string, { start }: Range): Promise<void> {
    const { keyboard } = this.#editor.page;
    if (kind === 'enter') await keyboard.press('Enter');
    else if (kind === 'soft') await keyboard.press('Shift+Enter');
    else if (kind === 'backspace') await keyboard.press('Backspace');
    else if (kind === 'delete') await keyboard.press('Delete');
    else if (kind === 'paste') await this.#paste(insert);
    else if (kind === 'drop') await this.#drop(insert, start);
    else await this.#type(insert);
  }

  async #type(words: string): Promise<void> {
    const { keyboard } = this.#editor.page;
    if (words === '\n') await keyboard.press('Enter');
    else if (/^[ab ]$/.test(words)) await keyboard.press(words === ' ' ? 'Space' : words);
    else await keyboard.insertText(words);
  }

  async #paste(words: string): Promise<void> {
    await this.#editor.text.evaluate((root, told) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', told);
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, words);
  }

  async #drop(words: string, at: number): Promise<void> {
    await this.#editor.text.evaluate(
      (root, { words: told, offset }) => {
        const selection = document.getSelection();
        window.harness.handle?.select({ anchor: offset, focus: offset });
        const node = selection?.anchorNode;
        if (!node) throw new Error('no place to drop at');
        // Where the pointer is between two letters is for the browser to say; the drop itself is what is tried here.
        const { anchorOffset } = selection;
        const getClientRect = (): null => null;
        document.caretPositionFromPoint = () => ({ offsetNode: node, offset: anchorOffset, getClientRect });
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', told);
        root.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        Reflect.deleteProperty(document, 'caretPositionFromPoint');
      },
      { words, offset: at },
    );
  }

  async #follow(splices: readonly Splice[]): Promise<void> {
    await this.#editor.page.evaluate((list) => window.harness.handle?.follow(list), splices);
    await this.#told();
  }

  #told(): Promise<readonly Splice[]> {
    return this.#editor.read((harness) => harness.edits.splice(0));
  }

  #edited(splices: readonly Splice[], former: CodedModel): void {
    this.model = edited(former, splices);
    this.#past.push({ model: former, splices });
  }

  #code(place: Range | null): void {
    if (!place || this.model.codings.size > 14) return;
    const guid = guidOf((this.#made += 1));
    this.model = coded(this.model, guid, guidOf(0), place);
  }

  #randomPlace(): Range | null {
    const { start, end } = this.randomSelection();
    return end > start ? { start, end } : null;
  }

  #ranges(): readonly (Range & { readonly guid: Guid })[] {
    return toldBy(this.model).flatMap(({ guid }) => {
      const range = rangeIn(this.model, guid);
      return range ? [{ guid, ...range }] : [];
    });
  }

  async #showCodings(): Promise<void> {
    const codings = this.#ranges().map(({ guid, start, end }) => ({
      id: guid,
      code: 'c',
      start,
      end,
      state: 'kept' as const,
    }));
    await this.#editor.show({ codings });
  }
}

/** What a person means by an action at a selection; null where nothing happens. */
function meant(text: string, { start, end }: Range, kind: Typing, insert: string): Splice | null {
  if (kind !== 'backspace' && kind !== 'delete') {
    return { at: start, remove: end - start, insert: insert.normalize('NFC') };
  }
  if (end > start) return { at: start, remove: end - start, insert: '' };
  const backward = kind === 'backspace';
  const around = backward ? text.slice(0, start) : text.slice(start);
  const clusters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(around)].map(
    ({ segment }) => segment,
  );
  let cluster = (backward ? clusters.at(-1) : clusters[0]) ?? '';
  if (backward && /^\P{M}\p{M}+$/u.test(cluster)) cluster = cluster.slice(-1);
  return cluster === '' ? null : { at: backward ? start - cluster.length : start, remove: cluster.length, insert: '' };
}

function guidOf(number: number): Guid {
  const guid = parseGuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (!guid) throw new RangeError('not a GUID');
  return guid;
}
