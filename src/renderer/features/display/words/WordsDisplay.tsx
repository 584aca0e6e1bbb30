import { useMemo } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { anyOf, askSearch } from '../../../parts/asked-search.ts';
import { useJob } from '../../../services/jobs.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { NumberInput } from '../parts/NumberInput.tsx';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { cloudPlan } from './cloud-plan.ts';

type Row = OutputOf<'search.words'>['rows'][number];
const orders = ['count', 'tfidf', 'keyness'] as const;
const stopLists = ['both', 'id', 'en', 'none'] as const;
/** Words drawn: a cloud of more is a fog. */
const mostDrawn = 150;
/** Words that one search looks for at once. */
const mostSought = 20;

/** The words of the texts in scope: counted, weighed against each other, and held against the other texts. */
export function WordsDisplay({ filter, project }: OwnDisplayProps) {
  const t = useT();
  const number = useNumber();
  const [rememberedOrder, setOrder] = useRemembered<string>('display/words-order', 'count');
  const [rememberedStop, setStop] = useRemembered<string>('display/words-stop', 'both');
  const [limit, setLimit] = useRemembered<number>('display/words-limit', 200);
  const [shortest, setShortest] = useRemembered<number>('display/words-shortest', 3);
  const order = orders.find((each) => each === rememberedOrder) ?? 'count';
  const stopWords = stopLists.find((each) => each === rememberedStop) ?? 'both';
  const { documentIds, caseIds } = filter;
  const job = useJob(
    'search.words',
    { ...(documentIds ? { documentIds } : {}), ...(caseIds ? { caseIds } : {}), order, stopWords, limit, shortest },
    { progressElsewhere: true },
  );
  const run = useRun(job);
  const result = job.data;
  const rows = useMemo(() => result?.rows ?? [], [result]);
  const sought = useMemo(
    () => ({ ...(documentIds ? { documentIds } : {}), ...(caseIds ? { caseIds } : {}), unit: 'sentence' as const }),
    [documentIds, caseIds],
  );
  const plan = useMemo((): PlanChart => {
    const drawn = rows.slice(0, mostDrawn).filter((row) => weightOf(row, order) > 0);
    return (room, inks, measure) =>
      cloudPlan(
        {
          words: drawn.map((row) => ({ word: row.word, weight: weightOf(row, order) })),
          describe: (index) => {
            const row = drawn[index];
            return t('charts.words.mark', {
              word: row?.word ?? '',
              n: row?.count ?? 0,
              documents: row?.documents ?? 0,
            });
          },
          open: (index) => askSearch({ ...sought, query: anyOf([drawn[index]?.word ?? '']) }),
        },
        room,
        inks,
        measure,
      );
  }, [rows, order, sought, t]);
  const columns = useMemo(
    () => [
      wordColumn<Row>('word', t('charts.words.word'), ({ word }) => word),
      numberColumn<Row>('count', t('charts.words.count'), ({ count }) => count, number),
      numberColumn<Row>('share', t('charts.words.share'), ({ share }) => share * 100, number, 2),
      numberColumn<Row>('documents', t('display.frequency.documents'), ({ documents }) => documents, number),
      numberColumn<Row>('tfidf', t('charts.words.tfidf'), ({ tfidf }) => tfidf, number, 1),
      numberColumn<Row>('keyness', t('charts.words.keyness'), ({ keyness }) => keyness, number, 1),
    ],
    [number, t],
  );
  const parts = result
    ? [
        t('charts.words.counted', { words: result.words, different: result.different, documents: result.documents }),
        t(`charts.words.stop.${stopWords}`),
        t('charts.words.shortest.said', { n: shortest }),
        t(`charts.words.formula.${order}`),
      ]
    : [];
  const hasOthers = rows.some(({ keyness }) => keyness !== null);
  return (
    <ResultFrame
      run={run}
      provenance={parts}
      warnings={order === 'keyness' && !hasOthers ? [t('charts.words.no-others')] : []}
    >
      {result ? (
        <ChartView
          id="words"
          title={t('charts.words.title')}
          captionLines={[projectLine(project, t), parts.join(' · ')]}
          fileName={fileNameOf(project.name, t('charts.words.title'))}
          label={t('charts.words.picture', { n: Math.min(mostDrawn, rows.length) })}
          tableLabel={t('charts.words.title')}
          plan={plan}
          columns={columns}
          rows={rows}
          rowId={({ word }) => word}
          onOpen={({ word }) => askSearch({ ...sought, query: anyOf([word]) })}
          tableFirst
          note={rows.length === 0 ? undefined : t('charts.words.note')}
        >
          <Select
            label={t('charts.words.order')}
            size="small"
            value={order}
            onChange={setOrder}
            options={orders.map((id) => ({ id, label: t(`charts.words.order.${id}`) }))}
          />
          <Select
            label={t('charts.words.stop')}
            size="small"
            value={stopWords}
            onChange={setStop}
            options={stopLists.map((id) => ({ id, label: t(`charts.words.stop.${id}`) }))}
          />
          <NumberInput
            label={t('charts.words.shortest')}
            value={shortest}
            minimum={1}
            maximum={100}
            onChange={setShortest}
          />
          <NumberInput
            label={t('charts.words.limit')}
            value={limit}
            minimum={10}
            maximum={10_000}
            onChange={setLimit}
          />
          <Button
            size="small"
            isDisabled={rows.length === 0}
            onPress={() => askSearch({ ...sought, query: anyOf(rows.slice(0, mostSought).map(({ word }) => word)) })}
          >
            {t('charts.words.search', { n: Math.min(mostSought, rows.length) })}
          </Button>
        </ChartView>
      ) : null}
      {result && rows.length === 0 && <EmptyState title={t('charts.words.none')} text={t('charts.words.none.text')} />}
    </ResultFrame>
  );
}

function weightOf({ count, tfidf, keyness }: Row, order: (typeof orders)[number]): number {
  return order === 'count' ? count : order === 'tfidf' ? tfidf : (keyness ?? 0);
}
