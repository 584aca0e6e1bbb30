// What the cases page asks at the moment. Nothing of it belongs to the study.

import { create } from 'zustand';
import type { Variable, VariableScope } from '../../../shared/contract/cases.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type CasesDialog =
  | { readonly kind: 'new-case' }
  | { readonly kind: 'delete-case'; readonly caseId: Guid }
  | { readonly kind: 'assign' | 'memos'; readonly caseId: Guid }
  | { readonly kind: 'assign-document'; readonly documentId: Guid }
  | { readonly kind: 'new-variable'; readonly scope: VariableScope }
  | { readonly kind: 'edit-variable'; readonly variable: Variable }
  | { readonly kind: 'delete-variable'; readonly variable: Variable };

type CasesState = {
  readonly dialog: CasesDialog | null;
  readonly open: (dialog: CasesDialog | null) => void;
};

export const useCasesDialog = create<CasesState>()((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
}));
