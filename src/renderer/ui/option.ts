import type { ReactNode } from 'react';

/** One entry of a select, combo box or list. */
export type Option<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
  readonly icon?: ReactNode;
};
