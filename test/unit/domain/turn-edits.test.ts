// TE and PA rules of SPEC.md.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPasted, textOfBlocks } from '../../../src/shared/domain/pasted.ts';
import { applySplices } from '../../../src/shared/domain/segments.ts';
import { joinedTurn, newTurn } from '../../../src/shared/domain/turn-edits.ts';
import { turnsOf } from '../../../src/shared/domain/turns.ts';

const close = 'Ana: halo di sana\nBudi: ya, halo juga\nAna: baik\nBudi: ya';
const apart = 'Ana:\thalo di sana\n\nBudi:\tya, halo juga\n\nAna:\tbaik\n\nBudi:\tya';
const stamped =
  '[00:01:02] Ana (P): halo di sana\n[00:01:09] Budi (I): ya, halo juga\n[00:02:00] Ana (P): baik\n[00:02:09] Budi (I): ya';

const divided = (text: string, words: string, speaker: string): string =>
  applySplices(text, [newTurn(text, turnsOf(text), text.indexOf(words), speaker)]);
const joinedAt = (text: string, words: string): string | null => {
  const splice = joinedTurn(text, turnsOf(text), text.indexOf(words));
  return splice && applySplices(text, [splice]);
};

describe('TE1: a new turn', () => {
  test('has the label and the distance that turns of the text have', () => {
    expect(divided(close, 'di sana', 'Budi')).toBe(
      'Ana: halo\nBudi: di sana\nBudi: ya, halo juga\nAna: baik\nBudi: ya',
    );
    expect(divided(apart, 'di sana', 'Budi')).toContain('Ana:\thalo\n\nBudi:\tdi sana\n\nBudi:\tya');
    expect(divided('tanpa giliran apa pun', 'giliran', 'Ana')).toBe('tanpa\nAna: giliran apa pun');
  });

  test('has no time stamp and no remark of another turn', () => {
    expect(divided(stamped, 'di sana', 'Budi')).toContain('halo\nBudi: di sana\n[00:01:09]');
    expect(divided('**Ana:** halo di sana\n**Budi:** ya\n**Ana:** baik\n**Budi:** ya', 'di sana', 'Budi')).toContain(
      'halo\n**Budi:** di sana\n',
    );
  });

  test('is one turn more wherever the caret stands, and no word is lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(close, apart), fc.nat(), fc.constantFrom('Ana', 'Budi'), (text, place, speaker) => {
        const turns = turnsOf(text);
        const holder = turns[place % turns.length];
        if (!holder || holder.end <= holder.bodyStart) return;
        const at = holder.bodyStart + (place % (holder.end - holder.bodyStart));
        const after = applySplices(text, [newTurn(text, turns, at, speaker)]);
        expect(turnsOf(after)).toHaveLength(turns.length + 1);
        const words = (one: string): string =>
          turnsOf(one)
            .map(({ bodyStart, end }) => one.slice(bodyStart, end))
            .join('')
            .replace(/\s/g, '');
        expect(words(after)).toBe(words(text));
      }),
    );
  });
});

describe('TE2: a turn joined with the one before it', () => {
  test('loses its label; the words follow one another', () => {
    expect(joinedAt(close, 'ya, halo')).toBe('Ana: halo di sana ya, halo juga\nAna: baik\nBudi: ya');
    expect(joinedAt(apart, 'ya, halo')).toContain('Ana:\thalo di sana ya, halo juga\n\nAna:');
    expect(joinedAt(stamped, 'ya, halo')).toContain('halo di sana ya, halo juga\n[00:02:00]');
  });

  test('there is none before the first', () => {
    expect(joinedAt(close, 'halo di')).toBeNull();
    expect(joinedAt('tanpa giliran', 'giliran')).toBeNull();
  });

  test('takes back a new turn', () => {
    const text = divided(close, 'di sana', 'Budi');
    expect(joinedAt(text, 'di sana')).toBe(close);
  });
});

describe('PA: what is pasted', () => {
  test('PA1: comes without what word processors and web pages put between letters, and that is told', () => {
    expect(cleanPasted('pe\u00ADme\u00ADrintah\u200B kami\u00A0ini\u202F!\r\nBaris\u0007 dua\uFEFF\t\u202Ex')).toEqual({
      text: 'pemerintah kami ini !\nBaris dua\tx',
      report: { softHyphens: 2, invisible: 3, controls: 1, spaces: 2 },
    });
  });

  test('PA1: plain words come as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', ' ', '\n', '😀', 'ꦲ', '\u2028', '—')), (parts) => {
        const text = parts.join('');
        expect(cleanPasted(text)).toEqual({ text, report: { softHyphens: 0, invisible: 0, controls: 0, spaces: 0 } });
      }),
    );
  });

  test('PA2: joiners stay where they shape letters', () => {
    expect(cleanPasted('می\u200Cخواهم 👩\u200D👧 क्\u200Dष').text).toBe('می\u200Cخواهم 👩\u200D👧 क्\u200Dष');
    expect(cleanPasted('e\u200C-\u200Dgov').text).toBe('e-gov');
  });

  test('PA3: blocks become paragraphs; blanks of the source go, soft breaks stay', () => {
    expect(textOfBlocks(['  Satu\n   dua ', 'tiga \u2028 empat'])).toBe('Satu dua\ntiga\u2028empat');
  });
});
