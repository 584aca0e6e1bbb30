import './quotations.css';
import { EllipsisVertical, X } from 'lucide-react';
import { use, useCallback, useMemo } from 'react';
import { useExporting } from '../../parts/exporting.ts';
import { QuotationsContext, type QuotationsAbout } from '../../parts/quotations-about.ts';
import { useNumber, useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Select } from '../../ui/Select.tsx';
import { groupings, rowsOf } from './grouping.ts';
import { QuotationFeed } from './QuotationFeed.tsx';
import { useQuotationActions } from './use-quotation-actions.ts';
import { mostGrouped, useQuotations } from './use-quotations.ts';

/** The passages behind a number, a code or a claim: read in their surroundings, one step from the transcript. */
export function QuotationList() {
  const about = use(QuotationsContext);
  return about && <QuotationPanel {...about} />;
}

function QuotationPanel({ title, filter, action, onClose }: QuotationsAbout) {
  const t = useT();
  const number = useNumber();
  const [rememberedGrouping, setGrouping] = useRemembered<string>('quotations/group', 'document');
  const grouping = groupings.find((each) => each === rememberedGrouping) ?? 'document';
  const quotations = useQuotations(filter, grouping !== 'document');
  const { items, total, isPending, error, hasMore, readMore } = quotations;
  const actions = useQuotationActions();
  const rows = useMemo(() => rowsOf(items, grouping), [items, grouping]);
  const nearEnd = useCallback(() => {
    if (grouping === 'document') readMore();
  }, [grouping, readMore]);

  return (
    <Panel
      title={title}
      {...(isPending ? {} : { count: t('quotations.count', { n: total }) })}
      className="quotations"
      actions={
        <>
          <MenuButton
            label={t('quotations.more')}
            entries={[
              { id: 'copy', label: t('quotations.copy-all'), onAction: () => void actions.copyAll(filter) },
              {
                id: 'export',
                label: t('exports.open.these'),
                onAction: () => useExporting.getState().ask(filter, total),
              },
              { id: 'csv', label: t('quotations.csv'), onAction: () => void actions.exportCsv(filter) },
            ]}
          >
            <IconButton size="small" label={t('quotations.more')} icon={<EllipsisVertical />} />
          </MenuButton>
          {onClose && <IconButton size="small" label={t('quotations.close')} icon={<X />} onPress={onClose} />}
        </>
      }
      toolbar={
        <Select
          label={t('quotations.group')}
          size="small"
          value={grouping}
          onChange={setGrouping}
          options={groupings.map((id) => ({ id, label: t(`quotations.group.${id}`) }))}
        />
      }
      {...(grouping !== 'document' && hasMore && items.length >= mostGrouped
        ? { footer: t('quotations.most', { n: number(items.length) }) }
        : {})}
    >
      {isPending && <ProgressBar label={t('quotations.loading')} value={null} />}
      {error && <p role="alert">{error.message}</p>}
      {!isPending && !error && total === 0 && (
        <EmptyState title={t('quotations.empty')} text={t('quotations.empty.text')} />
      )}
      {rows.length > 0 && (
        <QuotationFeed
          label={t('quotations.list', { title })}
          rows={rows}
          isWhole={!hasMore}
          showsDocument={grouping !== 'document'}
          action={action ?? null}
          onReveal={actions.reveal}
          onCopy={(chosen) => void actions.copy(chosen)}
          onNearEnd={nearEnd}
        />
      )}
    </Panel>
  );
}
