// Fields (page numbers, cross references, dates, forms): the result that Word showed last is text, the instruction never is.

import { ImportRefusal, importLimits } from './types.ts';

export type Fields = {
  /** A field character: `begin`, `separate` or `end`. */
  readonly character: (type: string) => void;
  /** Takes the text if it belongs to an instruction. False where it is shown. */
  readonly hold: (text: string) => boolean;
  readonly isInstruction: () => boolean;
  /** At the end of a paragraph: fields that never came to a result are no fields; gives back the text they held. */
  readonly abandon: () => string;
};

/** More fields inside each other than any document has: their ends are missing, and they are taken as closed. */
const deepest = 100;

type Field = { phase: 'instruction' | 'result'; held: string };

export function createFields(): Fields {
  let open: Field[] = [];
  const instruction = (): Field | undefined => open.find((field) => field.phase === 'instruction');
  return {
    character: (type) => {
      const field = open.at(-1);
      if (type === 'begin') {
        if (open.length === deepest) open = [];
        open.push({ phase: 'instruction', held: '' });
      }
      if (type === 'separate' && field !== undefined) {
        field.phase = 'result';
        field.held = '';
      }
      if (type === 'end') open.pop();
    },
    hold: (text) => {
      const field = instruction();
      if (field !== undefined) {
        field.held += text;
        if (field.held.length > importLimits.textLength)
          throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
      }
      return field !== undefined;
    },
    isInstruction: () => instruction() !== undefined,
    abandon: () => {
      const held = open.map((field) => (field.phase === 'instruction' ? field.held : '')).join('');
      open = open.filter((field) => field.phase === 'result');
      return held;
    },
  };
}
