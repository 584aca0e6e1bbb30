import type { DisplayDetails, MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { MatrixGrid, type CellPlace } from './MatrixGrid.tsx';
import type { Cells } from './matrix-model.ts';
import { SheetView } from './SheetView.tsx';

export type MatrixBodyProps = {
  readonly display: DisplayDetails;
  readonly matrix: MatrixDisplay;
  readonly cells: Cells;
  readonly isSheet: boolean;
  readonly opened: CellPlace | null;
  readonly onOpen: (place: CellPlace) => void;
};

/** The grid, or for SWOT and TOWS their quadrants, of which the grid is the table. */
export function MatrixBody({ display: { kind, name }, matrix, cells, isSheet, opened, onOpen }: MatrixBodyProps) {
  return isSheet && (kind === 'swot' || kind === 'tows') ? (
    <SheetView name={name} kind={kind} matrix={matrix} opened={opened} onOpen={onOpen} />
  ) : (
    <MatrixGrid name={name} matrix={matrix} cells={cells} opened={opened} onOpen={onOpen} />
  );
}
