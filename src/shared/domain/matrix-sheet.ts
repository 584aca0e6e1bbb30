// SWOT and TOWS as the sheets they are known by: quadrants with bullets, each with what stands behind it. The
// matrix stays what is stored; a sheet is another way to see it, and the matrix is its table.

type Side = {
  readonly label: string;
  readonly group: string | null;
  readonly codings: number;
  readonly documents: number;
};
type Cell = {
  readonly row: number;
  readonly column: number;
  readonly codings: number;
  readonly documents: number;
  readonly text: string;
  readonly rating: string;
};

/** One cell behind a bullet, by its place in the matrix. */
export type SheetPart<Own> = {
  /** The source or, of a strategy, nothing. */
  readonly label: string;
  readonly cell: Own;
};
export type Bullet<Own> = {
  /** Empty where the heading of the quadrant says it all. */
  readonly label: string;
  readonly codings: number;
  readonly documents: number;
  /** Where it is written in or opened when nothing stands behind it yet. */
  readonly row: number;
  readonly column: number;
  readonly parts: readonly SheetPart<Own>[];
};
export type Quadrant<Own> = { readonly title: string; readonly bullets: readonly Bullet<Own>[] };

/** SWOT: a quadrant for each heading of rows. TOWS: one for each heading of rows with each of columns. */
export function sheetOf<Own extends Cell>(
  kind: 'swot' | 'tows',
  {
    rows,
    columns,
    cells,
  }: { readonly rows: readonly Side[]; readonly columns: readonly Side[]; readonly cells: readonly Own[] },
): readonly Quadrant<Own>[] {
  const at = new Map(cells.map((cell) => [cell.row * columns.length + cell.column, cell]));
  const cellAt = (row: number, column: number): Own | undefined => at.get(row * columns.length + column);
  const inRows = headed(rows);
  if (kind === 'swot') {
    return inRows.map(({ title, sides }) => ({
      title,
      bullets: sides.map(({ side, place: row }) => {
        const parts = columns.flatMap(({ label }, column) => {
          const cell = cellAt(row, column);
          return cell ? [{ label, cell }] : [];
        });
        const { codings, documents } = side;
        return { label: ownName(side), codings, documents, row, column: parts[0]?.cell.column ?? 0, parts };
      }),
    }));
  }
  return inRows.flatMap(({ title, sides }) =>
    headed(columns).map((across) => ({
      title: `${across.title} × ${title}`,
      bullets: sides.flatMap(({ side, place: row }) =>
        across.sides.map(({ side: other, place: column }) => {
          const cell = cellAt(row, column);
          const names = [ownName(other), ownName(side)].filter((name) => name !== '');
          return {
            label: names.join(' × '),
            codings: cell?.codings ?? 0,
            documents: cell?.documents ?? 0,
            row,
            column,
            parts: cell ? [{ label: '', cell }] : [],
          };
        }),
      ),
    })),
  );
}

/** What the researcher wrote behind a bullet: rating and words, one line a cell. */
export function bulletWords({ parts }: Bullet<Cell>): readonly string[] {
  return parts.flatMap(({ label, cell: { rating, text } }) => {
    const words = [rating, text].filter((part) => part !== '').join(' ');
    return words === '' ? [] : [label === '' || parts.length === 1 ? words : `${label}: ${words}`];
  });
}

function headed(sides: readonly Side[]) {
  const placed = sides.map((side, place) => ({ side, place, title: side.group ?? side.label }));
  return [...Map.groupBy(placed, ({ title }) => title)].map(([title, own]) => ({ title, sides: own }));
}

function ownName({ label, group }: Side): string {
  return group === null || group === label ? '' : label;
}
