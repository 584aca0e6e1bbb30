import './sheet.css';
import { CircleAlert } from 'lucide-react';
import type { DisplayCell, MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { sheetOf, type Bullet } from '../../../../shared/domain/matrix-sheet.ts';
import { useT } from '../../../services/text.ts';
import type { CellPlace } from './MatrixGrid.tsx';

export type SheetViewProps = {
  readonly name: string;
  readonly kind: 'swot' | 'tows';
  readonly matrix: MatrixDisplay;
  readonly opened: CellPlace | null;
  readonly onOpen: (place: CellPlace) => void;
};

/** SWOT and TOWS as quadrants; behind each bullet how many codings and sources, cell by cell. */
export function SheetView({ name, kind, matrix, opened, onOpen }: SheetViewProps) {
  const t = useT();
  return (
    <div className="sheet" role="group" aria-label={t('matrices.sheet.of', { name })}>
      {sheetOf(kind, matrix).map(({ title, bullets }) => (
        <section key={title} className="sheet-quadrant" aria-label={title}>
          <h2 className="sheet-title">{title}</h2>
          <ul>
            {bullets.map((bullet) => (
              <li key={`${bullet.row} ${bullet.column}`}>
                <BulletLines bullet={bullet} title={title} opened={opened} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type BulletProps = Pick<SheetViewProps, 'opened' | 'onOpen'> & {
  readonly bullet: Bullet<DisplayCell>;
  readonly title: string;
};

function BulletLines({ bullet, title, opened, onOpen }: BulletProps) {
  const t = useT();
  const { label, codings, documents, row, column, parts } = bullet;
  const isOpen = (place: CellPlace): boolean => opened?.row === place.row && opened.column === place.column;
  return (
    <>
      <button
        type="button"
        className="sheet-bullet"
        aria-pressed={isOpen({ row, column })}
        onClick={() => onOpen({ row, column })}
      >
        <span className="sheet-label">{label === '' ? title : label}</span>
        <span className="sheet-count">{t('matrices.side', { codings, documents })}</span>
      </button>
      {parts.map(({ label: source, cell }) => (
        <button
          key={cell.column}
          type="button"
          className="sheet-cell"
          aria-pressed={isOpen(cell)}
          onClick={() => onOpen({ row: cell.row, column: cell.column })}
        >
          {[source, cell.rating, cell.text].filter((part) => part !== '').join(' · ') || t('matrices.sheet.unwritten')}
          {cell.codings + cell.attached > 0 && ` (${cell.codings + cell.attached})`}
          {cell.isStale && <CircleAlert role="img" aria-label={t('matrices.cell.stale')} className="matrix-mark" />}
        </button>
      ))}
    </>
  );
}
