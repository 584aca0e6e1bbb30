import { ArrowLeftRight, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { networkLinkKind, type NetworkLink } from '../../../../shared/contract/networks.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { AutosaveField } from '../../../parts/AutosaveField.tsx';
import { CodePicker } from '../../../parts/CodePicker.tsx';
import { QuotationsContext, type QuotationsAbout } from '../../../parts/quotations-about.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { LinkEvidence } from './LinkEvidence.tsx';

export type LinkPanelProps = {
  readonly link: NetworkLink;
  /** The link in words. */
  readonly title: string;
  readonly quotations: ReactNode;
};

/** A link: its kind, what it rests on, and what else it could rest on. */
export function LinkPanel({ link, title, quotations }: LinkPanelProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const codes = useAnswer('codes.list', {}).data ?? [];
  const propositions = useAnswer('propositions.list', {}).data ?? [];
  const cells = useAnswer('displays.written', {}).data ?? [];
  const [found, setFound] = useState<Guid | null>(null);
  const linkId = link.guid;
  const attach = (kind: 'coding' | 'cell' | 'proposition', guid: Guid): void =>
    void perform('networks.attach', { linkId, evidence: [{ kind, guid }] });
  const there = new Set(link.evidence.map(({ target }) => target));
  const code = codes.find(({ guid }) => guid === found);
  const codingIds = link.evidence.flatMap(({ kind, target, mark }) =>
    kind === 'coding' && mark !== 'gone' ? [target] : [],
  );
  const about: QuotationsAbout | null = code
    ? {
        title: code.path.join(' / '),
        filter: { codeIds: [code.guid], states: ['kept', 'changed'] },
        onClose: () => setFound(null),
        action: { label: t('networks.attach'), run: ({ guid }) => attach('coding', guid) },
      }
    : codingIds.length === 0
      ? null
      : { title, filter: { codingIds } };
  return (
    <article className="matrices-cell" aria-label={title}>
      <h2 className="matrices-cell-title">{title}</h2>
      <div className="networks-draw">
        <Select
          label={t('networks.draw.kind')}
          options={networkLinkKind.options.map((id) => ({ id, label: t(`network.link.${id}`) }))}
          value={link.kind}
          isDisabled={!canChange}
          onChange={(kind) => void perform('networks.updateLink', { linkId, kind })}
        />
        {canChange && (
          <>
            <Button
              size="small"
              icon={<ArrowLeftRight aria-hidden="true" />}
              onPress={() => void perform('networks.updateLink', { linkId, turn: true })}
            >
              {t('networks.turn')}
            </Button>
            <Button
              size="small"
              icon={<Trash2 aria-hidden="true" />}
              onPress={() => void perform('networks.removeLinks', { linkIds: [linkId] })}
            >
              {t('networks.link.remove')}
            </Button>
          </>
        )}
      </div>
      <AutosaveField
        label={t('network.note')}
        value={link.note}
        rows={2}
        isReadOnly={!canChange}
        onSave={(note) => perform('networks.updateLink', { linkId, note })}
      />
      <LinkEvidence link={link} />
      {canChange && (
        <>
          <CodePicker label={t('matrices.find')} codes={codes} value={found} onChange={setFound} />
          {propositions.length > 0 && (
            <ComboBox<Guid>
              label={t('networks.attach.proposition')}
              options={propositions
                .filter(({ guid }) => !there.has(guid))
                .map(({ guid, statement }) => ({ id: guid, label: statement }))}
              value={null}
              onChange={(guid) => guid && attach('proposition', guid)}
            />
          )}
          {cells.length > 0 && (
            <ComboBox<Guid>
              label={t('networks.attach.cell')}
              options={cells
                .filter(({ guid }) => !there.has(guid))
                .map(({ guid, display, row, column, text }) => ({
                  id: guid,
                  label: `${display}: ${row} × ${column} – ${text}`,
                }))}
              value={null}
              onChange={(guid) => guid && attach('cell', guid)}
            />
          )}
        </>
      )}
      {about && (
        <div className="matrices-quotations">
          <QuotationsContext value={about}>{quotations}</QuotationsContext>
        </div>
      )}
    </article>
  );
}
