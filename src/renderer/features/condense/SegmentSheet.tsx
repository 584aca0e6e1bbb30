import { Layers } from 'lucide-react';
import { useState } from 'react';
import { segmentMark, type CondensedSegment, type SegmentMark } from '../../../shared/contract/condensation.ts';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { PassageButton } from './PassageButton.tsx';

type Only = NonNullable<InputOf<'condensation.list'>['only']>;
const onlies: readonly Only[] = ['all', 'open', 'condensed', 'typical', 'key', 'parked'];
const pageLength = 25;
const steps = ['paraphrase', 'generalisation', 'reduction'] as const;

/** Segments to work down: the words, then paraphrase, generalisation and reduction beside them. */
export function SegmentSheet() {
  const t = useT();
  const [only, setOnly] = useState<Only>('all');
  const [code, setCode] = useState<Guid | null>(null);
  const [page, setPage] = useState(0);
  const { data: codes = [] } = useAnswer('codes.list', {});
  const filter = { only, ...(code === null ? {} : { codeIds: [code] }) };
  const { data, isPending } = useAnswer('condensation.list', {
    ...filter,
    offset: page * pageLength,
    limit: pageLength,
  });
  const total = data?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageLength));
  const from = page * pageLength;
  return (
    <Panel
      title={t('condense.segments')}
      count={String(total)}
      toolbar={
        <>
          <Select<Only>
            label={t('condense.only')}
            size="small"
            value={only}
            options={onlies.map((id) => ({ id, label: t(`condense.only.${id}`) }))}
            onChange={(next) => {
              setOnly(next);
              setPage(0);
            }}
          />
          <CodePicker
            label={t('condense.code')}
            codes={codes}
            value={code}
            placeholder={t('condense.code.all')}
            onChange={(next) => {
              setCode(next);
              setPage(0);
            }}
          />
        </>
      }
    >
      {!isPending && total === 0 ? (
        <EmptyState title={t('condense.empty.title')} text={t('condense.empty.text')} icon={<Layers />} />
      ) : (
        <div className="condense-sheet">
          <table className="condense-table" aria-label={t('condense.segments')}>
            <thead>
              <tr>
                <th scope="col">{t('condense.words')}</th>
                {steps.map((step) => (
                  <th key={step} scope="col">
                    {t(`condense.${step}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data?.segments.map((segment) => (
                <SegmentRow key={segment.coding} segment={segment} />
              ))}
            </tbody>
          </table>
          <nav className="condense-pages" aria-label={t('condense.pages')}>
            <Button size="small" isDisabled={page === 0} onPress={() => setPage(page - 1)}>
              {t('condense.previous')}
            </Button>
            <span>{t('condense.shown', { from: from + 1, to: Math.min(total, from + pageLength), total })}</span>
            <Button size="small" isDisabled={page >= pages - 1} onPress={() => setPage(page + 1)}>
              {t('condense.next')}
            </Button>
          </nav>
        </div>
      )}
    </Panel>
  );
}

function SegmentRow({ segment }: { readonly segment: CondensedSegment }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const codingId = segment.coding;
  return (
    <tr>
      <th scope="row">
        <PassageButton place={segment} />
        <p className="condense-source">
          {[segment.codeName, segment.caseName, segment.documentTitle].filter((name) => name !== null).join(' · ')}
        </p>
        <Select<SegmentMark | 'none'>
          label={t('condense.mark')}
          isLabelHidden
          size="small"
          value={segment.mark ?? 'none'}
          isDisabled={!canChange}
          options={[
            { id: 'none', label: t('condense.mark.none') },
            ...segmentMark.options.map((id) => ({ id, label: t(`condense.mark.${id}`) })),
          ]}
          onChange={(mark) =>
            void perform('condensation.mark', { codingIds: [codingId], mark: mark === 'none' ? null : mark })
          }
        />
      </th>
      {steps.map((step) => (
        <td key={step}>
          <AutosaveField
            label={t(`condense.${step}`)}
            isLabelHidden
            value={segment[step]}
            rows={3}
            isReadOnly={!canChange}
            onSave={(text) => perform('condensation.write', { codingId, [step]: text })}
          />
        </td>
      ))}
    </tr>
  );
}
