import { type ReactNode, useState } from 'react';
import type { DisplayCell, DisplaySide } from '../../../../shared/contract/displays.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { AutosaveField } from '../../../parts/AutosaveField.tsx';
import { CodePicker } from '../../../parts/CodePicker.tsx';
import { RestingOn } from '../../../parts/RestingOn.tsx';
import { QuotationsContext, type QuotationsAbout } from '../../../parts/quotations-about.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';

export type CellPanelProps = {
  readonly displayId: Guid;
  readonly row: DisplaySide;
  readonly column: DisplaySide;
  /** Null where there is neither evidence nor text. */
  readonly cell: DisplayCell | null;
  readonly quotations: ReactNode;
};

/** the researcher's words and the quotations they condense, one above the other. */
export function CellPanel({ displayId, row, column, cell, quotations }: CellPanelProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const place = { displayId, row: row.key, column: column.key };
  const { data: evidence } = useAnswer('displays.evidence', place);
  const codes = useAnswer('codes.list', {}).data ?? [];
  const [found, setFound] = useState<Guid | null>(null);
  const title = t('display.cell.title', { row: row.label, column: column.label });
  const attached = new Set(evidence?.attached);
  const codingIds = [...new Set([...(evidence?.codings ?? []), ...attached])];
  const code = codes.find(({ guid }) => guid === found);
  const about: QuotationsAbout | null = code
    ? {
        title: code.path.join(' / '),
        filter: { codeIds: [code.guid], states: ['kept', 'changed'] },
        onClose: () => setFound(null),
        ...(canChange && {
          action: {
            label: t('matrices.attach'),
            run: ({ guid }: { readonly guid: Guid }) =>
              void perform('displays.attach', { ...place, codingIds: [guid] }),
          },
        }),
      }
    : codingIds.length === 0
      ? null
      : {
          title,
          filter: { codingIds },
          ...(canChange &&
            attached.size > 0 && {
              action: {
                label: t('matrices.detach'),
                run: ({ guid }: { readonly guid: Guid }) =>
                  void perform('displays.detach', { ...place, codingIds: [guid] }),
              },
            }),
        };
  return (
    <article className="matrices-cell" aria-label={title}>
      <h2 className="matrices-cell-title">{title}</h2>
      {cell?.isStale && (
        <div className="display-banner">
          <output>{t('matrices.cell.stale.text')}</output>
          {canChange && (
            <Button size="small" onPress={() => void perform('displays.setCell', place)}>
              {t('matrices.cell.holds')}
            </Button>
          )}
        </div>
      )}
      {evidence && evidence.broken.length > 0 && (
        <div className="display-banner display-banner-error">
          <span>{t('matrices.cell.broken.text', { n: evidence.broken.length })}</span>
          {canChange && (
            <Button
              size="small"
              onPress={() => void perform('displays.detach', { ...place, codingIds: evidence.broken })}
            >
              {t('matrices.cell.unbreak')}
            </Button>
          )}
        </div>
      )}
      <AutosaveField
        label={t('matrices.cell.text')}
        value={cell?.text ?? ''}
        rows={4}
        isReadOnly={!canChange}
        onSave={(text) => perform('displays.setCell', { ...place, text })}
      />
      <AutosaveField
        label={t('matrices.cell.rating')}
        hint={t('matrices.cell.rating.hint')}
        value={cell?.rating ?? ''}
        maxLength={100}
        isReadOnly={!canChange}
        onSave={(rating) => perform('displays.setCell', { ...place, rating })}
      />
      {cell?.guid ? (
        <RestingOn label={t('claims.resting.cell')} target={cell.guid} use={{ kind: 'cell', guid: cell.guid }} />
      ) : (
        <p className="display-note">{t('claims.use.written')}</p>
      )}
      {canChange && <CodePicker label={t('matrices.find')} codes={codes} value={found} onChange={setFound} />}
      {about ? (
        <div className="matrices-quotations">
          <QuotationsContext value={about}>{quotations}</QuotationsContext>
        </div>
      ) : (
        <p className="display-note">{t('matrices.cell.no-evidence')}</p>
      )}
    </article>
  );
}
