import { Copy, CornerDownRight, StickyNote } from 'lucide-react';
import { memo } from 'react';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { QuotationAction } from '../../parts/quotations-about.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Ellipsis } from '../../ui/Ellipsis.tsx';
import { pagesWith } from './citation.ts';
import type { Passage } from './grouping.ts';

export type QuotationCardProps = {
  readonly passage: Passage;
  /** False below a heading that says it already. */
  readonly showsDocument: boolean;
  readonly action: QuotationAction | null;
  readonly onReveal: (quotation: Quotation) => void;
  readonly onCopy: (passages: readonly Passage[]) => void;
};

/** The passage in its surroundings, and all that says where it comes from. */
export const QuotationCard = memo(function QuotationCard(props: QuotationCardProps) {
  const { passage, showsDocument, action, onReveal, onCopy } = props;
  const t = useT();
  const { day } = useDateFormat();
  const [quotation] = passage;
  const { documentTitle, caseName, documentDate, speaker, pages } = quotation;
  const source = [
    caseName,
    speaker,
    pages && pagesWith(t)(pages),
    documentDate === null ? null : day(documentDate),
  ].filter((part) => part !== null && part !== '');
  return (
    <>
      <header className="quotation-source">
        {showsDocument && <Ellipsis text={documentTitle} className="quotation-title" />}
        {source.length > 0 && <Ellipsis text={source.join(' · ')} className="quotation-where" />}
      </header>
      <blockquote className="quotation-words">
        <span className="quotation-context">{quotation.before}</span>
        <mark className="quotation-mark" style={{ borderColor: quotation.codeColor }}>
          {quotation.quote}
        </mark>
        <span className="quotation-context">{quotation.after}</span>
      </blockquote>
      <footer className="quotation-foot">
        <ul className="quotation-codes">
          {passage.map((coding) => (
            <CodingChip key={coding.guid} coding={coding} />
          ))}
        </ul>
        <span className="quotation-actions">
          {action && (
            <Button size="small" onPress={() => action.run(quotation)}>
              {action.label}
            </Button>
          )}
          <IconButton size="small" label={t('quotations.copy')} icon={<Copy />} onPress={() => onCopy([passage])} />
          <IconButton
            size="small"
            label={t('quotations.go', { document: documentTitle })}
            icon={<CornerDownRight />}
            onPress={() => onReveal(quotation)}
          />
        </span>
      </footer>
    </>
  );
});

/** One coding of the passage: its code, its coder and what hangs on it. */
function CodingChip({ coding }: { readonly coding: Quotation }) {
  const t = useT();
  const { codePath, codeColor, coderName, weight, memos, state } = coding;
  return (
    <li className="quotation-coding">
      <span className="quotation-code" title={codePath.join(' / ')}>
        <span className="quotation-chip" style={{ background: codeColor }} />
        <span className="ellipsis">{codePath.at(-1)}</span>
      </span>
      {coderName !== null && <span className="quotation-coder">{coderName}</span>}
      {weight !== null && <Badge>{t('quotations.weight', { weight })}</Badge>}
      {memos > 0 && (
        <Badge>
          <StickyNote aria-hidden="true" /> {t('quotations.memos', { n: memos })}
        </Badge>
      )}
      {state === 'changed' && <Badge tone="warning">{t('quotations.changed')}</Badge>}
    </li>
  );
}
