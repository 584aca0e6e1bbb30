import { Image, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../../services/text.ts';
import { ToggleButton } from '../../../ui/Button.tsx';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { ExportMenu } from './ExportMenu.tsx';

export type ViewToolbarProps = {
  readonly children?: ReactNode;
  readonly chart: ExportableChart;
  /** Whether the table stands in for the picture; undefined where there is no such choice. */
  readonly asTable?: boolean;
  readonly onAsTable?: (asTable: boolean) => void;
};

/** Controls of one display, and its exports at the end. */
export function ViewToolbar({ children, chart, asTable, onAsTable }: ViewToolbarProps) {
  const t = useT();
  return (
    <div className="display-toolbar">
      {children}
      <span className="display-toolbar-end">
        {asTable !== undefined && onAsTable && (
          <ToggleButton
            label={asTable ? t('display.picture') : t('display.table')}
            icon={asTable ? <Image /> : <Table2 />}
            isSelected={asTable}
            onChange={onAsTable}
            size="small"
          />
        )}
        <ExportMenu chart={chart} />
      </span>
    </div>
  );
}
