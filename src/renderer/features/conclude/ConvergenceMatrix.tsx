import type {
  TriangulationCell,
  TriangulationMatrix,
  TriangulationRow,
} from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type Translate, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';

export type ChosenCell = { readonly subject: Guid; readonly column: string };

export type ConvergenceMatrixProps = {
  readonly matrix: TriangulationMatrix;
  readonly chosen: ChosenCell | null;
  readonly onChoose: (cell: ChosenCell) => void;
  readonly onOpen: (row: TriangulationRow) => void;
};

/** A table that is its own twin: every cell is a button that says itself. */
export function ConvergenceMatrix({ matrix, chosen, onChoose, onOpen }: ConvergenceMatrixProps) {
  const t = useT();
  return (
    <div className="triangulation-scroll" role="region" aria-label={t('claims.triangulation')}>
      <table className="triangulation-table">
        <thead>
          <tr>
            <th scope="col">{t('triangulation.finding')}</th>
            {matrix.columns.map(({ key, label, documents }) => (
              <th key={key} scope="col" title={label}>
                <span className="conclude-clamp">{label}</span>
                <small>{t('triangulation.documents', { n: documents })}</small>
              </th>
            ))}
            <th scope="col">{t('triangulation.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.subject}>
              <th scope="row">
                {row.kind === 'proposition' ? (
                  <button type="button" className="conclude-go" title={row.label} onClick={() => onOpen(row)}>
                    <span className="conclude-clamp">{row.label}</span>
                  </button>
                ) : (
                  <span className="conclude-clamp">{row.label}</span>
                )}
              </th>
              {row.cells.map((cell, at) => {
                const column = matrix.columns[at];
                if (!column) return null;
                const isChosen = chosen?.subject === row.subject && chosen.column === column.key;
                return (
                  <td key={column.key} className={`triangulation-${cell.state}`}>
                    <button
                      type="button"
                      aria-pressed={isChosen}
                      aria-label={`${column.label}: ${saidOf(cell, t)}`}
                      onClick={() => onChoose({ subject: row.subject, column: column.key })}
                    >
                      <strong>{saidOf(cell, t)}</strong>
                      <span className="conclude-clamp">{cell.meaning || cell.best[0]?.quote}</span>
                    </button>
                  </td>
                );
              })}
              <td>
                <Verdict row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Verdict({ row: { verdict, suggestion } }: { readonly row: TriangulationRow }) {
  const t = useT();
  if (verdict) {
    return (
      <>
        <Badge tone={verdict.verdict === 'dissonance' ? 'danger' : 'accent'}>
          {t(`triangulation.verdict.${verdict.verdict}`)}
        </Badge>
        {verdict.mark !== 'sound' && <Badge tone="warning">{t('claims.marked')}</Badge>}
      </>
    );
  }
  return suggestion ? <em>{t('triangulation.suggested')}</em> : <span>{t('triangulation.unjudged')}</span>;
}

function saidOf({ state, count, opposes }: TriangulationCell, t: Translate): string {
  if (state !== 'heard') return t(`triangulation.state.${state}`);
  const said = t('triangulation.state.heard', { n: count });
  return opposes > 0 ? `${said}, ${t('triangulation.opposing', { n: opposes })}` : said;
}
