// Numbers of sections and tables, as a thesis has them: 3.1, 4.2.1, Table 3.1. An article numbers its tables alone.

import type { ReportForm } from '../../../shared/contract/report.ts';
import type { Block } from './blocks.ts';
import type { Say } from './desk.ts';

/** The method is the third chapter of a thesis. */
const firstChapter = 3;

/** The blocks with their numbers. Headings of chapters bear theirs already. */
export function numbered(form: ReportForm, say: Say, blocks: readonly Block[]): readonly Block[] {
  const isThesis = form === 'thesis';
  let chapter = firstChapter - 1;
  let section = 0;
  let part = 0;
  let table = 0;
  return blocks.map((block) => {
    if (block.kind === 'table') {
      table += 1;
      const number = isThesis ? `${chapter}.${table}` : String(table);
      return { ...block, caption: `${say('report.table', { number })} ${block.caption}` };
    }
    if (block.kind !== 'heading' || !isThesis) return block;
    switch (block.level) {
      case 1:
        chapter += 1;
        [section, part, table] = [0, 0, 0];
        return block;
      case 2:
        section += 1;
        part = 0;
        return { ...block, text: `${chapter}.${section} ${block.text}` };
      case 3:
        part += 1;
        return { ...block, text: `${chapter}.${section}.${part} ${block.text}` };
    }
  });
}
