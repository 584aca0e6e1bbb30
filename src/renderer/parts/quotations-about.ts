// Which quotations a list put in from another feature shows. The one that counts says it here, the list reads it.

import { createContext } from 'react';
import type { Quotation } from '../../shared/contract/codings.ts';
import type { InputOf } from '../../shared/contract/contract.ts';

export type QuotationFilter = Omit<InputOf<'codings.quotations'>, 'offset' | 'limit'>;

/** One thing more that the surroundings let one do with a quotation. */
export type QuotationAction = {
  readonly label: string;
  readonly run: (quotation: Quotation) => void;
};

export type QuotationsAbout = {
  /** What the quotations have in common, such as the code or the pair of codes. */
  readonly title: string;
  readonly filter: QuotationFilter;
  readonly action?: QuotationAction;
  readonly onClose?: () => void;
};

/** Null where nothing is asked for. */
export const QuotationsContext = createContext<QuotationsAbout | null>(null);
