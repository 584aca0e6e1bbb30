import { LayoutGrid, Plus, Trash2, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { networkPicture, paperNetworkInks } from '../../../../shared/domain/network/picture.ts';
import { AutosaveField } from '../../../parts/AutosaveField.tsx';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SplitView } from '../../../ui/SplitView.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { sharedMeasure } from '../charts/measure.ts';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { AddNodes } from './AddNodes.tsx';
import { Board } from './Board.tsx';
import { boardInks, boardRows, zoomStep, type Chosen, type Place } from './board-model.ts';
import { NetworkSide } from './NetworkSide.tsx';
import { NetworkTable } from './NetworkTable.tsx';
import { useNetworkWords } from './use-network-words.ts';

export type NetworkDeskProps = { readonly networkId: Guid; readonly quotations: ReactNode };

/** One network: picture or table, what is chosen beside it, decision rule and accompanying text below. */
export function NetworkDesk({ networkId, quotations }: NetworkDeskProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: network } = useAnswer('networks.show', { networkId });
  const info = useAnswer('project.info', {}).data;
  const words = useNetworkWords(network ?? null);
  const [asTable, setAsTable] = useRemembered<boolean>('display/networks-table', false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [moving, setMoving] = useState<{ readonly node: Guid; readonly to: Place } | null>(null);
  const [scale, setScale] = useState(1);
  const [dialog, setDialog] = useState<'add' | 'remove' | null>(null);
  const pictured = useMemo(
    () => network?.links.map((link) => ({ ...link, words: t(`network.sign.${link.kind}`) })) ?? [],
    [network, t],
  );
  const picture = useMemo(() => {
    const nodes = network?.nodes.map((node) => (node.guid === moving?.node ? { ...node, ...moving.to } : node)) ?? [];
    return networkPicture(nodes, pictured, boardInks, sharedMeasure());
  }, [network, pictured, moving]);
  if (!network || !info) return null;
  const move = async (nodeId: Guid, { x, y }: Place): Promise<void> => {
    await perform('networks.moveNodes', { networkId, places: [{ nodeId, x, y }] });
    setMoving(null);
  };
  const zoom = (factor: number | null): void =>
    setScale((former) => (factor === null ? 1 : Math.min(2.5, Math.max(0.2, former * factor))));
  const main = (
    <div className="matrices-main">
      <ViewToolbar
        asTable={asTable}
        onAsTable={setAsTable}
        chart={{
          fileName: fileNameOf(info.project.name, network.name),
          caption: {
            title: network.name,
            lines: [
              ...(network.decisionRule === '' ? [] : [`${t('matrices.rule')}: ${network.decisionRule}`]),
              t('networks.legend'),
              projectLine(info.project, t),
            ],
          },
          draw:
            network.nodes.length === 0
              ? null
              : (measure) => networkPicture(network.nodes, pictured, paperNetworkInks, measure).drawing,
          rows: () => [
            [t('network.from'), t('network.relation'), t('network.to'), t('network.evidence'), t('network.note')],
            ...boardRows(network).map((row) => [
              row.node.label,
              row.link ? t(`network.link.${row.link.kind}`) : t('network.alone'),
              row.to?.label ?? '',
              row.link?.evidence.length ?? 0,
              (row.link ?? row.node).note,
            ]),
          ],
        }}
      >
        <Checkbox
          isSelected={network.inReport}
          isDisabled={!canChange}
          onChange={(inReport) => void perform('networks.update', { networkId, inReport })}
        >
          {t('matrices.in-report')}
        </Checkbox>
        {canChange && (
          <>
            <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => setDialog('add')}>
              {t('networks.add')}
            </Button>
            <Button
              size="small"
              icon={<LayoutGrid aria-hidden="true" />}
              isDisabled={network.nodes.length < 2}
              onPress={() => void perform('networks.arrange', { networkId })}
            >
              {t('networks.arrange')}
            </Button>
            <Button size="small" icon={<Trash2 aria-hidden="true" />} onPress={() => setDialog('remove')}>
              {t('networks.remove')}
            </Button>
          </>
        )}
        {!asTable && (
          <>
            <IconButton label={t('display.network.zoom-in')} icon={<ZoomIn />} onPress={() => zoom(zoomStep)} />
            <IconButton label={t('display.network.zoom-out')} icon={<ZoomOut />} onPress={() => zoom(1 / zoomStep)} />
          </>
        )}
      </ViewToolbar>
      {network.nodes.length === 0 ? (
        <EmptyState title={t('networks.nothing')} text={t('networks.nothing.text')} />
      ) : asTable ? (
        <NetworkTable network={network} chosen={chosen} onChoose={setChosen} />
      ) : (
        <Board
          network={network}
          picture={picture}
          scale={scale}
          canChange={canChange}
          chosen={chosen}
          onChoose={setChosen}
          onMoving={(guid, to) => setMoving(to && { node: guid, to })}
          onMoved={(guid, to) => void move(guid, to)}
          onZoom={zoom}
          describeNode={words.node}
          describeLink={words.link}
        />
      )}
      <div className="matrices-notes networks-notes">
        <AutosaveField
          label={t('matrices.name')}
          value={network.name}
          isNeeded
          isReadOnly={!canChange}
          onSave={(name) => perform('networks.update', { networkId, name })}
        />
        <AutosaveField
          label={t('matrices.rule')}
          value={network.decisionRule}
          rows={2}
          isReadOnly={!canChange}
          onSave={(decisionRule) => perform('networks.update', { networkId, decisionRule })}
        />
        <AutosaveField
          label={t('matrices.commentary')}
          value={network.commentary}
          rows={2}
          isReadOnly={!canChange}
          onSave={(commentary) => perform('networks.update', { networkId, commentary })}
        />
      </div>
      {dialog === 'add' && <AddNodes network={network} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        title={t('networks.remove')}
        text={t('networks.remove.text', { name: network.name })}
        confirmLabel={t('networks.remove')}
        isOpen={dialog === 'remove'}
        isDanger
        onClose={() => setDialog(null)}
        onConfirm={() => void perform('networks.remove', { networkId })}
      />
    </div>
  );
  return (
    <SplitView
      id="network"
      parts={[
        { id: 'board', label: network.name, minSize: 320, content: main },
        {
          id: 'chosen',
          label: t('networks.chosen'),
          defaultSize: 340,
          minSize: 260,
          isCollapsible: true,
          content: <NetworkSide network={network} chosen={chosen} quotations={quotations} onChoose={setChosen} />,
        },
      ]}
    />
  );
}
