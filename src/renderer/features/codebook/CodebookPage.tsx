import { FileDown, FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CodeCard } from './CodeCard.tsx';
import { CodebookHints, type HintFilter } from './CodebookHints.tsx';
import { CodebookTable } from './CodebookTable.tsx';
import { codeHealth } from './code-health.ts';
import { CodeTree } from './CodeTree.tsx';
import './codebook.css';

const noCodes: never[] = [];

/** The codebook as a whole: the tree beside the card of one code, or all codes as a table, with what is still lacking. */
export function CodebookPage() {
  const t = useT();
  const { data: codes = noCodes } = useAnswer('codes.list', {});
  const codeIds = usePlace((place) => place.codeIds);
  const [view, setView] = useState<'cards' | 'table'>('cards');
  const [hint, setHint] = useState<HintFilter>('all');
  const health = useMemo(() => codeHealth(codes), [codes]);
  const code = codes.find(({ guid }) => guid === codeIds[0]);
  const shown = useMemo(
    () => (hint === 'all' || hint === 'alike' ? codes : codes.filter(({ guid }) => health[hint].includes(guid))),
    [codes, health, hint],
  );
  const hints = <CodebookHints codes={codes} health={health} shown={hint} onShow={choose} />;
  const side = (
    <Tabs
      label={t('codebook.title')}
      selected={view}
      onSelect={setView}
      actions={
        <>
          <Button size="small" icon={<FileUp />} onPress={() => runCommand('exchange.codebook')}>
            {t('codebook.import')}
          </Button>
          <Button
            size="small"
            icon={<FileDown />}
            isDisabled={codes.length === 0}
            onPress={() => runCommand('codebook.export')}
          >
            {t('codebook.export')}
          </Button>
        </>
      }
      parts={[
        {
          id: 'cards',
          label: t('codebook.page.cards'),
          content: (
            <div className="codebook-page-side">
              {hints}
              {code ? (
                <CodeCard key={code.guid} code={code} />
              ) : (
                <p className="codebook-card">{t('codebook.card.empty')}</p>
              )}
            </div>
          ),
        },
        {
          id: 'table',
          label: t('codebook.page.table'),
          content: (
            <div className="codebook-table">
              {hints}
              <CodebookTable codes={shown} onOpen={() => setView('cards')} />
            </div>
          ),
        },
      ]}
    />
  );
  return (
    <SplitView
      id="codebook"
      parts={[
        { id: 'tree', label: t('codebook.tree'), content: <CodeTree />, defaultSize: 340, minSize: 220 },
        { id: 'card', label: t('codebook.card.title'), content: side, minSize: 320 },
      ]}
    />
  );

  function choose(next: HintFilter): void {
    setHint(next);
    // A hint is a list of codes: the table shows it; names alike are pairs and stand above either view.
    if (next === 'undefined' || next === 'unused') setView('table');
  }
}
