import { LocateFixed, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { SubjectContext } from '../../parts/subject.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { RestingOn } from '../../parts/RestingOn.tsx';
import { ReviewBox } from './ReviewBox.tsx';
import { WeightField } from './WeightField.tsx';

export type CodingInspectorProps = { readonly codingId: Guid | null; readonly memos: ReactNode };

/** The coding that is selected: its words, its code, who coded it, how strongly, and what was written about it. */
export function CodingInspector({ codingId, memos }: CodingInspectorProps) {
  const t = useT();
  const { data, isPending } = useAnswer(
    'codings.quotations',
    { codingIds: codingId === null ? [] : [codingId], states: ['kept', 'changed', 'orphaned'] },
    { enabled: codingId !== null },
  );
  const coding = data?.items[0];
  if (codingId !== null && isPending) return <p className="inspector-note">{t('inspector.loading')}</p>;
  if (!coding) return <p className="inspector-note">{t('inspector.coding.empty')}</p>;
  return <Details coding={coding} memos={memos} />;
}

function Details({ coding, memos }: { readonly coding: Quotation; readonly memos: ReactNode }) {
  const t = useT();
  const dates = useDateFormat();
  const perform = usePerform();
  const canChange = useCanChange();
  const go = usePlace((place) => place.go);
  const reveal = usePlace((place) => place.reveal);
  const codes = useAnswer('codes.list', {}).data ?? [];
  const [isRecoding, setRecoding] = useState(false);
  const codingIds = [coding.guid];
  const remove = (): void => {
    go({ codingId: null });
    void perform('codings.delete', { codingIds });
  };
  return (
    <div className="inspector-body">
      <button
        type="button"
        className="inspector-code"
        onClick={() => go({ codeIds: [coding.code] })}
        aria-label={`${t('inspector.coding.code')}: ${coding.codePath.join(' / ')}`}
      >
        <CodeLabel color={coding.codeColor} path={coding.codePath} />
      </button>
      {coding.state !== 'kept' && <ReviewBox coding={coding} />}
      {coding.state !== 'orphaned' && (
        <blockquote className="inspector-quote" aria-label={t('inspector.coding.quote')}>
          {coding.quote}
        </blockquote>
      )}
      <p className="inspector-facts">
        {[
          coding.documentTitle,
          coding.caseName,
          coding.speaker,
          `${t('inspector.coding.coder')}: ${coding.coderName ?? t('inspector.coding.noCoder')}`,
        ]
          .filter((fact) => fact !== null)
          .join(' · ')}
      </p>
      <div className="inspector-buttons">
        <Button
          size="small"
          icon={<LocateFixed />}
          onPress={() =>
            reveal({
              area: 'reduction',
              documentId: coding.document,
              start: coding.start,
              end: coding.end,
              codingId: coding.guid,
            })
          }
        >
          {t('inspector.coding.reveal')}
        </Button>
        <Button
          size="small"
          isDisabled={!canChange}
          onPress={() => setRecoding(!isRecoding)}
          aria-expanded={isRecoding}
        >
          {t('inspector.coding.recode')}
        </Button>
        <Button size="small" variant="quiet" icon={<Trash2 />} isDisabled={!canChange} onPress={remove}>
          {t('inspector.coding.delete')}
        </Button>
      </div>
      {isRecoding && (
        <CodePicker
          label={t('inspector.coding.recode.label')}
          codes={codes.filter(({ codable }) => codable)}
          value={coding.code}
          autoFocus
          onChange={(codeId) => {
            if (codeId === null || codeId === coding.code) return;
            setRecoding(false);
            void perform('codings.update', { codingIds, codeId });
          }}
        />
      )}
      <WeightField
        value={coding.weight}
        isDisabled={!canChange}
        onChange={(weight) => void perform('codings.update', { codingIds, weight })}
      />
      <p className="inspector-facts">
        {t('inspector.coding.created', { date: dates.moment(coding.createdAt) })}
        {coding.modifiedAt !== coding.createdAt &&
          `, ${t('inspector.coding.modified', { date: dates.moment(coding.modifiedAt) })}`}
      </p>
      <RestingOn label={t('claims.resting')} target={coding.guid} />
      <SubjectContext value={{ kind: 'coding', guid: coding.guid }}>{memos}</SubjectContext>
    </div>
  );
}
