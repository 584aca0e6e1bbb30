import { Grid2x2, Pencil, Table2, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { DisplayDetails, MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { RestingOn } from '../../../parts/RestingOn.tsx';
import { type CellKeys, useWanted } from '../../../parts/ways.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button, ToggleButton } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SplitView } from '../../../ui/SplitView.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { ExportMenu } from '../parts/ExportMenu.tsx';
import { JobProgress } from '../parts/JobProgress.tsx';
import { BlankForm } from './BlankForm.tsx';
import { CellPanel } from './CellPanel.tsx';
import { DefinitionDialog } from './DefinitionDialog.tsx';
import { matrixDrawing } from './matrix-drawing.ts';
import { cellsByPlace, matrixRows } from './matrix-model.ts';
import { MatrixBody } from './MatrixBody.tsx';
import type { CellPlace } from './MatrixGrid.tsx';
import { MatrixNotes } from './MatrixNotes.tsx';
import { sheetDrawing } from './sheet-drawing.ts';

export type MatrixViewProps = { readonly display: DisplayDetails; readonly quotations: ReactNode };

/** One matrix: its evidence is counted anew as soon as anything changes, so that marks can be relied on. */
export function MatrixView({ display, quotations }: MatrixViewProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const info = useAnswer('project.info', {}).data;
  const { data, error, isRunning, progressKey, stale, rerun } = useJob('displays.matrix', { displayId: display.guid });
  // A change may be told while the former count is still on its way: the revision says which came first.
  const isBehind = stale || (data !== undefined && info !== undefined && info.project.revision > data.revision);
  useEffect(() => {
    if (isBehind && !isRunning) rerun();
  }, [isBehind, isRunning, rerun]);
  const [chosen, choose] = useState<CellPlace | null>(null);
  const sheetKind = display.kind === 'swot' || display.kind === 'tows' ? display.kind : null;
  const [asSheet, setIsSheet] = useRemembered<boolean>('display/matrix-sheet', true);
  const isSheet = asSheet && sheetKind !== null;
  const [dialog, setDialog] = useState<'definition' | 'remove' | null>(null);
  const cells = useMemo(() => (data ? cellsByPlace(data) : null), [data]);
  const displayId = display.guid;
  const { cell: wanted, want } = useWanted();
  // A cell that was led to counts until another one is opened here.
  const led = data && wanted?.display === displayId ? placeOf(data, wanted) : null;
  const opened = led ?? chosen;
  const setOpened = (place: CellPlace): void => {
    want({ cell: null });
    choose(place);
  };
  if (error) return <EmptyState title={t('display.failed')} text={error.message} />;
  if (!data || !cells || !info) return <JobProgress progressKey={progressKey} />;
  const caption = {
    title: display.name,
    lines: [
      ...(display.decisionRule === '' ? [] : [`${t('matrices.rule')}: ${display.decisionRule}`]),
      `${projectLine(info.project, t)} · ${t('display.provenance.revision', { revision: data.revision })}`,
    ],
  };
  const fileName = fileNameOf(info.project.name, display.name);
  const row = opened && data.rows[opened.row];
  const column = opened && data.columns[opened.column];
  const grid = (
    <div className="matrices-main">
      <div className="display-toolbar">
        <Checkbox
          isSelected={display.inReport}
          isDisabled={!canChange}
          onChange={(inReport) => void perform('displays.update', { displayId, inReport })}
        >
          {t('matrices.in-report')}
        </Checkbox>
        <span className="display-toolbar-end">
          {canChange && (
            <>
              <Button size="small" icon={<Pencil aria-hidden="true" />} onPress={() => setDialog('definition')}>
                {t('matrices.define')}
              </Button>
              <Button size="small" icon={<Trash2 aria-hidden="true" />} onPress={() => setDialog('remove')}>
                {t('matrices.remove')}
              </Button>
            </>
          )}
          {sheetKind && (
            <ToggleButton
              label={t(isSheet ? 'display.table' : 'matrices.sheet')}
              icon={isSheet ? <Table2 /> : <Grid2x2 />}
              isSelected={isSheet}
              onChange={setIsSheet}
              size="small"
            />
          )}
          <BlankForm display={display} matrix={data} fileName={fileName} />
          <ExportMenu
            chart={{
              fileName,
              caption,
              draw: (measure) =>
                isSheet && sheetKind
                  ? sheetDrawing(sheetKind, data, measure, (counts) => t('matrices.side', counts))
                  : matrixDrawing(data, cells, measure),
              rows: () => matrixRows(data, cells),
            }}
          />
        </span>
      </div>
      {data.rows.length === 0 || data.columns.length === 0 ? (
        <EmptyState title={t('matrices.nothing')} text={t('matrices.nothing.text')} />
      ) : (
        <MatrixBody
          display={display}
          matrix={data}
          cells={cells}
          isSheet={isSheet}
          opened={opened}
          onOpen={setOpened}
        />
      )}
      {data.lost.length > 0 && (
        <details className="matrices-lost">
          <summary>{t('matrices.lost', { n: data.lost.length })}</summary>
          <ul>
            {data.lost.map(({ guid, text, rating }) => (
              <li key={guid}>{[rating, text].filter(Boolean).join(' – ')}</li>
            ))}
          </ul>
        </details>
      )}
      <MatrixNotes display={display} />
      {dialog === 'definition' && <DefinitionDialog display={display} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        title={t('matrices.remove')}
        text={t('matrices.remove.text', { name: display.name })}
        confirmLabel={t('matrices.remove')}
        isOpen={dialog === 'remove'}
        isDanger
        onClose={() => setDialog(null)}
        onConfirm={() => void perform('displays.remove', { displayId })}
      />
    </div>
  );
  return (
    <SplitView
      id="matrix"
      parts={[
        { id: 'grid', label: display.name, minSize: 320, content: grid },
        {
          id: 'cell',
          label: t('matrices.cell'),
          defaultSize: 360,
          minSize: 260,
          isCollapsible: true,
          content:
            opened && row && column ? (
              <CellPanel
                key={`${row.key} ${column.key}`}
                displayId={displayId}
                row={row}
                column={column}
                cell={cells.get(opened.row * data.columns.length + opened.column) ?? null}
                quotations={quotations}
              />
            ) : (
              <div className="matrices-cell">
                <EmptyState title={t('matrices.cell.none')} text={t('matrices.cell.none.text')} />
                <RestingOn
                  label={t('claims.resting.display')}
                  target={displayId}
                  use={{ kind: 'display', guid: displayId }}
                />
              </div>
            ),
        },
      ]}
    />
  );
}

function placeOf({ rows, columns }: MatrixDisplay, wanted: CellKeys): CellPlace | null {
  const [row, column] = [
    rows.findIndex(({ key }) => key === wanted.row),
    columns.findIndex(({ key }) => key === wanted.column),
  ];
  return row === -1 || column === -1 ? null : { row, column };
}
