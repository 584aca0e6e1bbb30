import { Download } from 'lucide-react';
import { useCommands } from '../../../commands/registry.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { MenuButton } from '../../../ui/Menu.tsx';
import { type ExportableChart, useChartExport } from '../charts/use-chart-export.ts';

/** Files and clipboard: the same ways for every display, without pictures where there is none, also in the palette. */
export function ExportMenu({ chart }: { readonly chart: ExportableChart }) {
  const t = useT();
  const { svg, png, csv, xlsx, copy, copyPicture } = useChartExport();
  const pictures = [
    { id: 'display.export-svg', label: 'display.export.svg', run: () => svg(chart) },
    { id: 'display.export-png', label: 'display.export.png', run: () => png(chart) },
    { id: 'display.copy-picture', label: 'display.export.copy-picture', run: () => copyPicture(chart) },
  ] as const;
  const tables = [
    { id: 'display.export-csv', label: 'display.export.csv', run: () => csv(chart) },
    { id: 'display.export-xlsx', label: 'display.export.xlsx', run: () => xlsx(chart) },
    { id: 'display.copy-table', label: 'display.export.copy', run: () => copy(chart) },
  ] as const;
  const ways = chart.draw === null ? tables : [...pictures, ...tables];
  useCommands(ways.map((way) => ({ ...way, group: 'display' })));
  return (
    <MenuButton
      label={t('display.export')}
      entries={ways.map(({ id, label, run }) => ({ id, label: t(label), onAction: () => void run() }))}
    >
      <Button size="small" icon={<Download aria-hidden="true" />}>
        {t('display.export')}
      </Button>
    </MenuButton>
  );
}
