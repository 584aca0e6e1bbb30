import { use } from 'react';
import { SubjectContext } from '../../parts/subject.ts';
import { MemoPanel } from './MemoPanel.tsx';

/** The memos about whatever the part around it is about. */
export function MemoSlot() {
  return <MemoPanel target={use(SubjectContext)} />;
}
