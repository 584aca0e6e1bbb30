import { memo, type ReactNode } from 'react';
import type { ReportBlock, ReportSource } from '../../../../shared/contract/report.ts';
import { useOpenSource } from './use-open-source.ts';

/** The report as it will read; the headings of the window stay above its own. What rests on something leads there. */
export const ReportBlocks = memo(function ReportBlocks({ blocks }: { readonly blocks: readonly ReportBlock[] }) {
  return blocks.map((block, place) => <Part key={`${place} ${block.kind}`} block={block} />);
});

function Part({ block }: { readonly block: ReportBlock }) {
  switch (block.kind) {
    case 'title':
      return <h1 className="report-title">{block.text}</h1>;
    case 'heading':
      return <Heading level={block.level} text={block.text} />;
    case 'note':
    case 'claim':
    case 'paragraph':
      return (
        <p className={`report-${block.kind}`}>
          <Leading from={block.from ?? null} isClaim={block.kind === 'claim'}>
            {block.text}
          </Leading>
        </p>
      );
    case 'quotation':
      return (
        <blockquote className="report-quotation">
          <Leading from={block.from}>{block.text}</Leading>
          <footer>({block.source})</footer>
        </blockquote>
      );
    case 'picture':
      return (
        <figure className="report-picture">
          <img
            alt={block.caption}
            width={block.width}
            height={block.height}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg)}`}
          />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    case 'table':
      return (
        <table className="report-table">
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {block.head.map((cell, column) => (
                <th key={`${column} ${cell}`} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, place) => (
              <tr key={`${place} ${row[0] ?? ''}`}>
                {row.map((cell, column) => (
                  <td key={`${column} ${block.head[column] ?? ''}`}>
                    <Leading from={cell === '' ? null : (block.from?.[place]?.[column] ?? null)}>{cell}</Leading>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

type LeadingProps = {
  readonly from: ReportSource | null;
  readonly isClaim?: boolean;
  readonly children: ReactNode;
};

/** A sentence that leads to what it rests on. */
function Leading({ from, isClaim = false, children }: LeadingProps) {
  const open = useOpenSource();
  if (from === null) return children;
  return (
    <button
      type="button"
      className="report-lead"
      data-from={from.kind}
      data-of={from.guid}
      {...(isClaim ? { 'data-claim': from.guid } : {})}
      onClick={() => open(from)}
    >
      {children}
    </button>
  );
}

function Heading({ level, text }: { readonly level: 1 | 2 | 3; readonly text: string }) {
  if (level === 1) return <h2>{text}</h2>;
  return level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>;
}
