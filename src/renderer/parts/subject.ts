// What a part put in from another feature is about. Features never import each other: the one that knows the subject
// says it here, the one that shows memos reads it.

import { createContext } from 'react';
import type { MemoTarget } from '../../shared/contract/memos.ts';

export const SubjectContext = createContext<MemoTarget>({ kind: 'project' });
