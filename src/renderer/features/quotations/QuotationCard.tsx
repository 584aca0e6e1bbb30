import { Copy, CornerDownRight, StickyNote } from 'lucide-react';
import { memo } from 'react';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { QuotationAction } from '../../parts/quotations-about.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Ellipsis } from '../../ui/Ellipsis.tsx';

export type QuotationCardProps = {
  readonly quotation: Quotation;
  readonly action: QuotationAction | null;
  readonly onReveal: (quotation: Quotation) => void;
  readonly onCopy: (quotations: readonly Quotation[]) => void;
};

/** The passage in its surroundings, and all that says where it comes from. */
export const QuotationCard = memo(function QuotationCard(props: QuotationCardProps) {
  const { quotation, action, onReveal, onCopy } = props;
  const t = useT();
  const { day } = useDateFormat();
  const { documentTitle, caseName, documentDate, speaker, coderName, weight, memos, state } = quotation;
  const source = [caseName, speaker, documentDate === null ? null : day(documentDate)].filter(
    (part) => part !== null && part !== '',
  );
  return (
    <>
      <header className="quotation-source">
        <button type="button" className="quotation-title" tabIndex={-1} onClick={() => onReveal(quotation)}>
          <Ellipsis text={documentTitle} />
        </button>
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
        <span className="quotation-code" title={quotation.codePath.join(' / ')}>
          <span className="quotation-chip" style={{ background: quotation.codeColor }} />
          <span className="ellipsis">{quotation.codePath.at(-1)}</span>
        </span>
        {coderName !== null && <span className="quotation-coder">{coderName}</span>}
        {weight !== null && <Badge>{t('quotations.weight', { weight })}</Badge>}
        {memos > 0 && (
          <Badge>
            <StickyNote aria-hidden="true" /> {t('quotations.memos', { n: memos })}
          </Badge>
        )}
        {state === 'changed' && <Badge tone="warning">{t('quotations.changed')}</Badge>}
        <span className="quotation-actions">
          {action && (
            <Button size="small" onPress={() => action.run(quotation)}>
              {action.label}
            </Button>
          )}
          <IconButton size="small" label={t('quotations.copy')} icon={<Copy />} onPress={() => onCopy([quotation])} />
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
