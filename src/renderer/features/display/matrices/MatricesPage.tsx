import './matrices.css';
import { Plus, TableProperties } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { DisplayDetails } from '../../../../shared/contract/displays.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { SplitView } from '../../../ui/SplitView.tsx';
import { MatrixView } from './MatrixView.tsx';
import { DefinitionDialog } from './DefinitionDialog.tsx';

/** the matrices of the study, each with its evidence as it is now. */
export function MatricesPage({ quotations }: { readonly quotations: ReactNode }) {
  const t = useT();
  const canChange = useCanChange();
  const { data: all } = useAnswer('displays.list', {});
  const [remembered, select] = useRemembered<string>('display/matrix', '');
  const [isNew, setIsNew] = useState(false);
  const selected = all?.find(({ guid }) => guid === remembered) ?? all?.[0] ?? null;
  useCommands(
    canChange
      ? [
          {
            id: 'matrices.new',
            label: 'matrices.new',
            keywords: 'matrices.keywords',
            group: 'display',
            run: () => setIsNew(true),
          },
        ]
      : [],
  );
  if (!all) return null;
  const newButton = (
    <Button size="small" icon={<Plus aria-hidden="true" />} isDisabled={!canChange} onPress={() => setIsNew(true)}>
      {t('matrices.new')}
    </Button>
  );
  return (
    <div className="display">
      {selected === null ? (
        <EmptyState
          icon={<TableProperties />}
          title={t('matrices.empty')}
          text={t('matrices.empty.text')}
          actions={newButton}
        />
      ) : (
        <SplitView
          id="matrices"
          parts={[
            {
              id: 'list',
              label: t('matrices.page.matrices'),
              defaultSize: 230,
              minSize: 160,
              isCollapsible: true,
              content: (
                <Panel title={t('matrices.page.matrices')} actions={newButton}>
                  <MatrixList all={all} selected={selected.guid} onSelect={select} />
                </Panel>
              ),
            },
            {
              id: 'matrix',
              label: selected.name,
              minSize: 400,
              content: <MatrixView key={selected.guid} display={selected} quotations={quotations} />,
            },
          ]}
        />
      )}
      {isNew && (
        <DefinitionDialog
          display={null}
          onClose={() => setIsNew(false)}
          onMade={(guid) => {
            setIsNew(false);
            select(guid);
          }}
        />
      )}
    </div>
  );
}

type MatrixListProps = {
  readonly all: readonly DisplayDetails[];
  readonly selected: Guid;
  readonly onSelect: (guid: Guid) => void;
};

/** Each with its kind, and how many of its cells rest on evidence that has changed. */
function MatrixList({ all, selected, onSelect }: MatrixListProps) {
  const t = useT();
  const check = useJob('displays.check', {});
  const { stale, isRunning, rerun } = check;
  useEffect(() => {
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  const staleIn = new Map(check.data?.map((each) => [each.guid, each.stale]));
  return (
    <ul className="matrices-list" aria-label={t('matrices.page.matrices')}>
      {all.map(({ guid, name, kind }) => {
        const count = staleIn.get(guid) ?? 0;
        return (
          <li key={guid}>
            <button
              type="button"
              className="matrices-item"
              aria-current={guid === selected}
              title={name}
              onClick={() => onSelect(guid)}
            >
              <span className="matrices-item-name">{name}</span>
              <span className="matrices-item-kind">{t(`matrix.kind.${kind}`)}</span>
              {count > 0 && <Badge tone="warning">{t('matrices.stale', { n: count })}</Badge>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
