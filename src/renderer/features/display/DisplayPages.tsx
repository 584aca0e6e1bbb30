import { type ReactNode } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { DisplayArea } from './DisplayArea.tsx';
import { MatricesPage } from './matrices/MatricesPage.tsx';
import { NetworksPage } from './networks/NetworksPage.tsx';
import { ReportPage } from './report/ReportPage.tsx';
import { ResultsPage } from './results/ResultsPage.tsx';

const pages = ['charts', 'matrices', 'networks', 'results', 'report'] as const;
type Page = (typeof pages)[number];

/** Stream C has five desks: what is counted, the researcher's own matrices and networks, results that were kept, and the report. */
export function DisplayPages({ quotations }: { readonly quotations: ReactNode }) {
  const t = useT();
  const [remembered, setPage] = useRemembered<string>('display/page', 'charts');
  const page = pages.find((each) => each === remembered) ?? 'charts';
  useCommands(
    pages.map((each) => ({
      id: `display.page-${each}`,
      label: `matrices.open.${each}` as const,
      keywords: 'matrices.keywords' as const,
      group: 'go' as const,
      run: () => setPage(each),
    })),
  );
  return (
    <Tabs<Page>
      label={t('matrices.pages')}
      selected={page}
      onSelect={setPage}
      parts={[
        { id: 'charts', label: t('matrices.page.charts'), content: <DisplayArea quotations={quotations} /> },
        { id: 'matrices', label: t('matrices.page.matrices'), content: <MatricesPage quotations={quotations} /> },
        { id: 'networks', label: t('matrices.page.networks'), content: <NetworksPage quotations={quotations} /> },
        { id: 'results', label: t('matrices.page.results'), content: <ResultsPage /> },
        { id: 'report', label: t('matrices.page.report'), content: <ReportPage /> },
      ]}
    />
  );
}
