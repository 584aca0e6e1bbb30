import { type ReactNode, useCallback, useMemo } from 'react';
import type { DocumentSummary } from '../../../../shared/contract/documents.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePlace } from '../../../services/place.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { ProvenanceLine } from '../parts/ProvenanceLine.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { codeLinePlan } from './code-line-plan.ts';
import { codeLineRows } from './code-line-rows.ts';

type Placed = {
  readonly guid: Guid;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly coder: string;
};

/** Where in one document each code stands. It follows the document itself, so it is never out of date. */
export function CodeLineDisplay({ filter, project, study }: OwnDisplayProps) {
  const t = useT();
  const opened = usePlace((place) => place.documentId);
  const [remembered, setDocument] = useRemembered<string>(`display/code-line/${project.guid}`, '');
  const allowed = study.documents.filter(
    ({ guid, case: inCase }) =>
      (filter.documentIds?.includes(guid) ?? true) &&
      (filter.caseIds === undefined || (inCase !== null && filter.caseIds.includes(inCase))),
  );
  const document =
    allowed.find(({ guid }) => guid === remembered) ??
    allowed.find(({ guid }) => guid === opened) ??
    allowed.find(({ codings }) => codings > 0) ??
    allowed[0];
  if (!document) return <EmptyState title={t('quotations.empty')} text={t('quotations.empty.text')} />;
  return (
    <Line filter={filter} project={project} study={study} document={document}>
      <Select<string>
        label={t('charts.document')}
        size="small"
        value={document.guid}
        onChange={setDocument}
        options={allowed.map(({ guid, title: label }) => ({ id: guid, label }))}
      />
    </Line>
  );
}

type LineProps = Pick<OwnDisplayProps, 'filter' | 'project' | 'study'> & {
  readonly document: DocumentSummary;
  readonly children: ReactNode;
};

function Line({ filter, project, study, document, children }: LineProps) {
  const t = useT();
  const number = useNumber();
  const reveal = usePlace((place) => place.reveal);
  const codings = useAnswer('codings.inDocument', { documentId: document.guid }).data;
  const revision = useAnswer('documents.text', { documentId: document.guid }).data?.revision;
  const coderName = useCallback(
    (coder: Guid | null): string =>
      study.coders.find(({ guid }) => guid === coder)?.name ?? t('seeing.shown.coder.none'),
    [study.coders, t],
  );
  const rows = useMemo(() => codeLineRows(codings ?? [], study.codes, filter), [codings, study.codes, filter]);
  const lines = useMemo(
    () =>
      rows
        .flatMap(({ name, codings: own }) =>
          own.map(({ guid, start, end, coder }): Placed => ({ guid, name, start, end, coder: coderName(coder) })),
        )
        .toSorted((a, b) => a.start - b.start || a.end - b.end),
    [rows, coderName],
  );
  const coders = useMemo(() => [...new Set(lines.map(({ coder }) => coder))], [lines]);
  const { characters } = document;
  const plan = useMemo((): PlanChart => {
    const share = (offset: number): string => `${number((offset / Math.max(1, characters)) * 100, 0)} %`;
    return (room, inks, measure) =>
      codeLinePlan(
        {
          rows,
          characters,
          axis: t('charts.code-line.axis'),
          percent: (of) => share(of * characters),
          describe: ({ name, codings: own }, { start, end, coder }, rank) => {
            const told = t('charts.code-line.mark', {
              code: name,
              from: share(start),
              to: share(end),
              rank: rank + 1,
              n: own.length,
            });
            return coders.length > 1 ? `${told}, ${coderName(coder)}` : told;
          },
          open: ({ guid, start, end }) => {
            reveal({ area: 'reduction', documentId: document.guid, start, end, codingId: guid });
          },
        },
        room,
        inks,
        measure,
      );
  }, [rows, characters, document, reveal, number, coders, coderName, t]);
  const columns = useMemo(
    () => [
      wordColumn<Placed>('code', t('display.frequency.code'), ({ name }) => name),
      wordColumn<Placed>('coder', t('quotations.csv.coder'), ({ coder }) => coder),
      numberColumn<Placed>('start', t('quotations.csv.start'), ({ start }) => start, number),
      numberColumn<Placed>('end', t('quotations.csv.end'), ({ end }) => end, number),
      numberColumn<Placed>(
        'share',
        t('charts.code-line.share'),
        ({ start, end }) => ((end - start) / Math.max(1, characters)) * 100,
        number,
        1,
      ),
    ],
    [characters, number, t],
  );
  if (!codings) return <ProgressBar label={t('display.running')} value={null} />;
  const title = t('charts.code-line.title', { title: document.title });
  const provenance = [
    t('charts.code-line.caption', { codes: rows.length, n: lines.length }),
    ...(coders.length > 0 ? [t('charts.code-line.coders', { names: namedShortly(coders) })] : []),
    ...(revision === undefined ? [] : [t('charts.code-line.revision', { revision: String(revision) })]),
  ];
  return (
    <>
      <ChartView
        id="code-line"
        title={title}
        captionLines={[projectLine(project, t), provenance.join(' · ')]}
        fileName={fileNameOf(project.name, title)}
        label={t('charts.code-line.picture', { codes: rows.length, n: lines.length })}
        tableLabel={title}
        plan={plan}
        columns={columns}
        rows={lines}
        rowId={({ guid }) => guid}
        onOpen={({ guid, start, end }) =>
          reveal({ area: 'reduction', documentId: document.guid, start, end, codingId: guid })
        }
        note={rows.length === 0 ? t('charts.code-line.none') : t('charts.code-line.note')}
      >
        {children}
      </ChartView>
      <ProvenanceLine parts={provenance} />
    </>
  );
}

/** The first few; of many, how many more. */
function namedShortly(names: readonly string[]): string {
  const few = 4;
  const shown = names.slice(0, few).join(', ');
  return names.length > few ? `${shown} +${names.length - few}` : shown;
}
