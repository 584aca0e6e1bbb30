import { memo, useMemo } from 'react';
import { codingExtent } from '../../../shared/contract/search.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { codingsOf } from './hit-rows.ts';
import { useSearchDesk } from './store.ts';
import type { SearchResult } from './use-search.ts';

type CodeHitsProps = Pick<SearchResult, 'documents' | 'hits' | 'more'>;

/** Codes every hit, or those that are ticked, in one step. */
export const CodeHits = memo(function CodeHits({ documents, hits, more }: CodeHitsProps) {
  const t = useT();
  const canChange = useCanChange();
  const perform = usePerform();
  const runJob = useRunJob();
  const { data: codes = [] } = useAnswer('codes.list', {});
  const left = useSearchDesk((desk) => desk.left);
  const codeId = useSearchDesk((desk) => desk.codeId);
  const extent = useSearchDesk((desk) => desk.extent);
  const set = useSearchDesk((desk) => desk.set);
  const codable = useMemo(() => codes.filter((one) => one.codable), [codes]);
  const leavesSome = left.size > 0;
  const count = hits - left.size;
  const code = async (): Promise<void> => {
    if (codeId === null) return;
    const { settings } = useSearchDesk.getState();
    if (leavesSome && extent === 'hit' && !more) {
      const done = await perform('codings.createMany', { items: codingsOf(documents, left, codeId) });
      if (done) notify({ kind: 'success', text: t('search.coded', { n: done.guids.length, already: 0 }) });
      return;
    }
    const done = await runJob('search.code', { ...settings, codeId, extent }, { title: 'search.coding' });
    if (done) notify({ kind: 'success', text: t('search.coded', { n: done.codings, already: done.already }) });
  };
  if (!canChange) return null;
  // Hits that are not shown cannot be left out, and what stands around a hit may hold another.
  const isUnclear = leavesSome && (more || extent !== 'hit');
  return (
    <div className="search-code">
      <CodePicker
        label={t('search.code')}
        codes={codable}
        value={codeId}
        onChange={(chosen) => set({ codeId: chosen })}
        placeholder={t('search.code.which')}
      />
      <Select
        label={t('search.extent')}
        value={extent}
        options={codingExtent.options.map((id) => ({ id, label: t(`search.extent.${id}`) }))}
        onChange={(chosen) => set({ extent: chosen })}
      />
      <Button variant="primary" isDisabled={codeId === null || count <= 0 || isUnclear} onPress={() => void code()}>
        {t('search.code.do', { n: count })}
      </Button>
      {isUnclear && <p className="search-unclear">{t(more ? 'search.unclear.more' : 'search.unclear.extent')}</p>}
    </div>
  );
});
