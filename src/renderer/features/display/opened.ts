// What of a display was opened: its quotations are read beside it.

import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { QuotationFilter } from '../../parts/quotations-about.ts';

export type Opened =
  | { readonly kind: 'code'; readonly codeId: Guid; readonly title: string }
  | { readonly kind: 'cell'; readonly rowId: Guid; readonly columnId: Guid }
  | { readonly kind: 'crosstab'; readonly title: string; readonly cell: InputOf<'analysis.crosstabCell'> }
  | { readonly kind: 'sequence'; readonly title: string; readonly cell: InputOf<'analysis.sequenceCell'> }
  /** What a retrieval query finds. */
  | { readonly kind: 'found'; readonly title: string; readonly query: InputOf<'analysis.retrieve'> }
  /** Whatever codings a display counted. */
  | { readonly kind: 'quotations'; readonly title: string; readonly filter: QuotationFilter };

/** Opens a cell of the matrix by the places of its codes. */
export type OpenCell = (row: number, column: number) => void;
