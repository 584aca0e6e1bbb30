import { useState } from 'react';
import type { Version } from '../../../shared/contract/versions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { withPlaces } from '../../parts/with-places.ts';
import { useAnswer } from '../../services/answers.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { ComparedTexts } from './ComparedTexts.tsx';
import { scrolled } from './scrolled.ts';
import { titleOf } from './VersionList.tsx';

const ways = ['side', 'inline', 'text'] as const;
type Way = (typeof ways)[number];

export type VersionViewProps = {
  readonly documentId: Guid;
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly chosen: Version;
};

/** A former text by itself, or beside another one with the words that differ marked. */
export function VersionView({ documentId, versions, chosen }: VersionViewProps) {
  const t = useT();
  const { moment } = useDateFormat();
  const [remembered, setWay] = useRemembered<string>('texts/compare', 'side');
  const way = ways.find((one) => one === remembered) ?? 'side';
  const [other, setOther] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const newest = versions[0]?.revision ?? chosen.revision;
  const beside = versions.find(({ revision }) => String(revision) === other)?.revision ?? newest;
  return (
    <div className="texts-version-view">
      <div className="texts-version-tools">
        <RadioGroup<Way>
          label={t('texts.compare.way')}
          options={ways.map((id) => ({ id, label: t(`texts.compare.${id}`) }))}
          value={way}
          onChange={setWay}
          orientation="horizontal"
        />
        {way !== 'text' && (
          <>
            <Select
              label={t('texts.compare.with')}
              options={versions.map((version) => ({
                id: String(version.revision),
                label: version.current ? t('texts.compare.now') : titleOf(version, t, moment),
              }))}
              value={String(beside)}
              onChange={setOther}
            />
            <Checkbox isSelected={isWhole} onChange={setWhole}>
              {t('texts.compare.whole')}
            </Checkbox>
          </>
        )}
      </div>
      {way === 'text' ? (
        <FormerText documentId={documentId} revision={chosen.revision} />
      ) : (
        <ComparedTexts
          documentId={documentId}
          before={Math.min(chosen.revision, beside)}
          after={Math.max(chosen.revision, beside)}
          way={way}
          isWhole={isWhole}
        />
      )}
    </div>
  );
}

function FormerText({ documentId, revision }: { readonly documentId: Guid; readonly revision: number }) {
  const t = useT();
  const { data } = useAnswer('versions.text', { documentId, revision });
  if (!data) return <p role="status">{t('ui.loading')}</p>;
  const paragraphs = withPlaces(data.text.split('\n').map((text) => ({ text })));
  return (
    <div {...scrolled} className="texts-former" role="document" aria-label={t('texts.compare.text')} dir="auto">
      {paragraphs.map(({ text, place }) => (
        <p key={place}>{text}</p>
      ))}
    </div>
  );
}
