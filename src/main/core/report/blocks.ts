// A report before it is a file: headings, paragraphs, quotations, tables. Its writers know no more than this.

import type { Drawing } from '../../../shared/domain/picture/drawing.ts';
import type { ReportSource } from '../../../shared/contract/report.ts';

export type Block =
  | { readonly kind: 'title' | 'note' | 'paragraph' | 'claim'; readonly text: string; readonly from?: ReportSource }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Words of the study, and who said them, where, when. */
  | { readonly kind: 'quotation'; readonly text: string; readonly source: string; readonly from: ReportSource }
  /** Written as SVG or as shapes of Word; what it shows stands in a table after it. */
  | {
      readonly kind: 'picture';
      readonly caption: string;
      readonly svg: string;
      readonly drawing: Drawing;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** By row and column: what a cell rests on. */
      readonly from?: readonly (readonly (ReportSource | null)[])[];
    };

export type Report = { readonly language: 'id' | 'en'; readonly title: string; readonly blocks: readonly Block[] };
