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
import { useKeepable } from '../results/use-keepable.ts';
import { cloudPlan } from './cloud-plan.ts';
import { StopWordFields } from './StopWordFields.tsx';

type Row = OutputOf<'search.words'>['rows'][number];
const orders = ['count', 'tfidf', 'keyness'] as const;
/** Words drawn: a cloud of more is a fog. */
const mostDrawn = 150;
/** Letters that one query may have. */
const longestQuery = 10_000;

/** The words of the texts in scope: counted, weighed against each other, and held against the other texts. */
export function WordsDisplay({ filter, project, onKeepable }: OwnDisplayProps) {
  const t = useT();
  const number = useNumber();
  const [rememberedOrder, setOrder] = useRemembered<string>('display/words-order', 'count');
  const [limit, setLimit] = useRemembered<number>('display/words-limit', 200);
  const [shortest, setShortest] = useRemembered<number>('display/words-shortest', 3);
  const [wantedSought, setSought] = useRemembered<number>('display/words-sought', 20);
  const order = orders.find((each) => each === rememberedOrder) ?? 'count';
  const { documentIds, caseIds } = filter;
  const input = { ...(documentIds ? { documentIds } : {}), ...(caseIds ? { caseIds } : {}), order, limit, shortest };
  const job = useJob('search.words', input, { progressElsewhere: true });
  const run = useRun(job);
  useKeepable(onKeepable, { method: 'search.words', input, proposedName: t('display.view.words') });
  const result = job.data;
  const rows = useMemo(() => result?.rows ?? [], [result]);
  const first = soughtOf(rows.slice(0, wantedSought).map(({ word }) => word));
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
        t(`charts.words.stop.${result.stopWords.lists}`),
        ...(result.stopWords.own > 0 ? [t('charts.words.stop.own', { n: result.stopWords.own })] : []),
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
          <StopWordFields onChanged={job.rerun} />
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
          <NumberInput
            label={t('charts.words.sought')}
            value={wantedSought}
            minimum={1}
            maximum={10_000}
            onChange={setSought}
          />
          <Button
            size="small"
            isDisabled={first.length === 0}
            onPress={() => askSearch({ ...sought, query: anyOf(first) })}
          >
            {t('charts.words.search', { n: first.length })}
          </Button>
        </ChartView>
      ) : null}
      {result && rows.length === 0 && <EmptyState title={t('charts.words.none')} text={t('charts.words.none.text')} />}
    </ResultFrame>
  );
}

/** As many of the words as one query can hold. */
function soughtOf(words: readonly string[]): readonly string[] {
  let letters = 0;
  const beyond = words.findIndex((word) => {
    letters += anyOf([word]).length + anyOf(['', '']).length;
    return letters > longestQuery;
  });
  return beyond === -1 ? words : words.slice(0, beyond);
}

function weightOf({ count, tfidf, keyness }: Row, order: (typeof orders)[number]): number {
  return order === 'count' ? count : order === 'tfidf' ? tfidf : (keyness ?? 0);
}
