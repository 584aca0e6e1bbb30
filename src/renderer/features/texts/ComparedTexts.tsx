import type { VersionRow } from '../../../shared/contract/versions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { DiffSide } from '../../parts/WordDiff.tsx';
import { useJob } from '../../services/jobs.ts';
import { useNumber, useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { scrolled } from './scrolled.ts';

export type ComparedTextsProps = {
  readonly documentId: Guid;
  readonly before: number;
  readonly after: number;
  readonly way: 'side' | 'inline';
  /** Paragraphs far from any difference are shown too. */
  readonly isWhole: boolean;
};

/** Equal paragraphs shown around a difference. */
const few = 1;
const every = 1_000_000;

/** DF4: two states of a text, paragraph beside paragraph. */
export function ComparedTexts({ documentId, before, after, way, isWhole }: ComparedTextsProps) {
  const t = useT();
  const isSame = before === after;
  const input = { documentId, before, after, context: isWhole ? every : few };
  const { data, isRunning, error } = useJob('versions.compare', isSame ? null : input);
  if (isSame) return <EmptyState title={t('texts.compare.itself')} text={t('texts.compare.itself.text')} />;
  if (error) return <EmptyState title={error.message} />;
  if (!data) return isRunning ? <ProgressBar label={t('texts.compare.running')} value={null} /> : null;
  if (data.added === 0 && data.removed === 0) return <EmptyState title={t('texts.compare.same')} />;
  const { added, removed } = data;
  return (
    <>
      <p className="texts-compare-sum" role="status">
        {t('texts.compare.sum', { added, removed })}
      </p>
      <div {...scrolled} className="texts-compared" role="region" aria-label={t('texts.compare.region')}>
        <table className={`texts-table texts-table-${way}`}>
          <thead>
            <tr>
              <th scope="col" className="texts-number">
                <span className="visually-hidden">{t('texts.compare.paragraph')}</span>
              </th>
              <th scope="col">{t(way === 'side' ? 'code.review.before' : 'texts.compare.both')}</th>
              {way === 'side' && <th scope="col">{t('code.review.after')}</th>}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={keyOf(row)} row={row} way={way} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row, way }: { readonly row: VersionRow; readonly way: ComparedTextsProps['way'] }) {
  const t = useT();
  const number = useNumber();
  const columns = way === 'side' ? 3 : 2;
  if (row.kind === 'left-out') {
    return (
      <tr className="texts-left-out">
        <td colSpan={columns}>{t('texts.compare.leftOut', { n: row.count })}</td>
      </tr>
    );
  }
  const place = row.after ?? row.before ?? 0;
  const head = (
    <th scope="row" className="texts-number">
      {number(place + 1)}
    </th>
  );
  if (row.kind === 'same') {
    return (
      <tr>
        {head}
        <td dir="auto">{row.text}</td>
        {way === 'side' && <td dir="auto">{row.text}</td>}
      </tr>
    );
  }
  const left = row.before === null ? null : <DiffSide parts={row.left} side="before" />;
  const right = row.after === null ? null : <DiffSide parts={row.right} side="after" />;
  if (way === 'side') {
    return (
      <tr className="texts-changed">
        {head}
        <td dir="auto">{left ?? <Nothing />}</td>
        <td dir="auto">{right ?? <Nothing />}</td>
      </tr>
    );
  }
  return (
    <tr className="texts-changed">
      {head}
      <td dir="auto">
        {left && <div>{left}</div>}
        {right && <div>{right}</div>}
      </td>
    </tr>
  );
}

function Nothing() {
  const t = useT();
  return <span className="visually-hidden">{t('texts.compare.nothing')}</span>;
}

function keyOf(row: VersionRow): string {
  return row.kind === 'left-out' ? `out ${row.before}` : `${row.before ?? '-'} ${row.after ?? '-'}`;
}
