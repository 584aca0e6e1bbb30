// Text of the study in Word documents.

import { TextRun, type IRunOptions } from 'docx';
import { writableText } from './xml-text.ts';

/** Lines of a text as runs of one paragraph. */
export function linesOf(text: string, look: Pick<IRunOptions, 'bold' | 'color' | 'size'> = {}): readonly TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: writableText(line), ...(index > 0 ? { break: 1 } : {}) }));
}
