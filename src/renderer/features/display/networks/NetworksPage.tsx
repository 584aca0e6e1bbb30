import '../matrices/matrices.css';
import './networks.css';
import { Plus, Waypoints } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { SplitView } from '../../../ui/SplitView.tsx';
import { NetworkDesk } from './NetworkDesk.tsx';
import { NewNetworkDialog } from './NewNetworkDialog.tsx';

/** context charts, causal networks and code maps; each link with what it rests on. */
export function NetworksPage({ quotations }: { readonly quotations: ReactNode }) {
  const t = useT();
  const canChange = useCanChange();
  const { data: all } = useAnswer('networks.list', {});
  const [remembered, select] = useRemembered<string>('display/network-shown', '');
  const [isNew, setIsNew] = useState(false);
  const selected = all?.find(({ guid }) => guid === remembered) ?? all?.[0] ?? null;
  useCommands(
    canChange
      ? [
          {
            id: 'networks.new',
            label: 'networks.new',
            keywords: 'networks.keywords',
            group: 'display',
            run: () => setIsNew(true),
          },
        ]
      : [],
  );
  if (!all) return null;
  const newButton = (
    <Button size="small" icon={<Plus aria-hidden="true" />} isDisabled={!canChange} onPress={() => setIsNew(true)}>
      {t('networks.new')}
    </Button>
  );
  return (
    <div className="display">
      {selected === null ? (
        <EmptyState
          icon={<Waypoints />}
          title={t('networks.empty')}
          text={t('networks.empty.text')}
          actions={newButton}
        />
      ) : (
        <SplitView
          id="networks"
          parts={[
            {
              id: 'list',
              label: t('networks.page'),
              defaultSize: 260,
              minSize: 160,
              isCollapsible: true,
              content: (
                <Panel title={t('networks.page')} actions={newButton}>
                  <ul className="matrices-list" aria-label={t('networks.page')}>
                    {all.map(({ guid, name, kind, marked }) => (
                      <li key={guid}>
                        <button
                          type="button"
                          className="matrices-item"
                          aria-current={guid === selected.guid}
                          title={name}
                          onClick={() => select(guid)}
                        >
                          <span className="matrices-item-name">{name}</span>
                          <span className="matrices-item-kind">{t(`network.kind.${kind}`)}</span>
                          {marked > 0 && <Badge tone="warning">{t('networks.marked', { n: marked })}</Badge>}
                        </button>
                      </li>
                    ))}
                  </ul>
                </Panel>
              ),
            },
            {
              id: 'network',
              label: selected.name,
              minSize: 400,
              content: <NetworkDesk key={selected.guid} networkId={selected.guid} quotations={quotations} />,
            },
          ]}
        />
      )}
      {isNew && (
        <NewNetworkDialog
          onClose={() => setIsNew(false)}
          onMade={(guid: Guid) => {
            setIsNew(false);
            select(guid);
          }}
        />
      )}
    </div>
  );
}
