import { FileText, MessagesSquare, NotebookText, Paperclip, ScanEye } from 'lucide-react';
import type { DragEvent } from 'react';
import type { DocumentKind, DocumentSummary } from '../../../shared/contract/documents.ts';
import { InlineName } from '../../parts/InlineName.tsx';
import { useDateFormat, useNumber, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';

const icons = {
  interview: MessagesSquare,
  observation: ScanEye,
  document: FileText,
  'field-note': NotebookText,
  other: Paperclip,
} as const satisfies Record<DocumentKind, unknown>;

export type DocumentRowProps = {
  readonly id: string;
  readonly document: DocumentSummary;
  readonly caseName: string | null;
  readonly top: number;
  readonly position: number;
  readonly count: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isRenaming: boolean;
  readonly mark: 'before' | 'after' | null;
  readonly onRenamed: (document: DocumentSummary, title: string | null) => void;
  readonly onDragStart: (event: DragEvent<HTMLElement>, document: DocumentSummary) => void;
  readonly onDragOver: (event: DragEvent<HTMLElement>, document: DocumentSummary) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>, document: DocumentSummary) => void;
  readonly onDragEnd: () => void;
};

/** One document in the list: what it is, whose it is, how far it is coded. */
export function DocumentRow({
  id,
  document,
  caseName,
  top,
  position,
  count,
  isActive,
  isChosen,
  ...rest
}: DocumentRowProps) {
  const { isRenaming, mark, ...on } = rest;
  const t = useT();
  const number = useNumber();
  const dates = useDateFormat();
  const Icon = icons[document.kind];
  const kind = t(`collect.kind.${document.kind}`);
  const facts = [
    caseName ?? t('collect.row.noCase'),
    ...(document.date === null ? [] : [dates.day(document.date)]),
    t('content.characters', { count: document.characters }),
  ].join(' · ');
  const review = document.toReview > 0 ? t('collect.row.review', { count: document.toReview }) : null;
  const label = [t('collect.row', { title: document.title, kind, codings: document.codings }), facts, review]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-label={label}
      aria-selected={isChosen}
      aria-posinset={position}
      aria-setsize={count}
      className="collect-row"
      style={{ transform: `translateY(${top}px)` }}
      data-guid={document.guid}
      data-active={isActive || undefined}
      data-chosen={isChosen || undefined}
      data-drop={mark ?? undefined}
      draggable={!isRenaming}
      onDragStart={(event) => on.onDragStart(event, document)}
      onDragOver={(event) => on.onDragOver(event, document)}
      onDrop={(event) => on.onDrop(event, document)}
      onDragEnd={on.onDragEnd}
    >
      <span className="collect-row-icon" title={kind}>
        <Icon size={16} aria-hidden />
      </span>
      <span className="collect-row-words">
        {isRenaming ? (
          <InlineName
            label={t('collect.rename.name', { title: document.title })}
            initial={document.title}
            onDone={(title) => on.onRenamed(document, title)}
          />
        ) : (
          <span className="collect-row-title ellipsis" title={document.title}>
            {document.title}
          </span>
        )}
        <span className="collect-row-facts ellipsis" title={facts}>
          {facts}
        </span>
      </span>
      {review !== null && (
        <Badge tone="warning" title={t('collect.row.reviewHelp', { count: document.toReview })}>
          {review}
        </Badge>
      )}
      <span
        className="collect-row-count"
        title={document.codings === 0 ? t('collect.row.uncoded') : t('content.codings', { count: document.codings })}
      >
        {number(document.codings)}
      </span>
    </div>
  );
}
