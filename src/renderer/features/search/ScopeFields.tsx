import { memo } from 'react';
import { documentKind } from '../../../shared/contract/documents.ts';
import { searchUnit, type SearchSettingsInput } from '../../../shared/contract/search.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Select } from '../../ui/Select.tsx';
import { useSearchDesk } from './store.ts';

const everything = 'all';

/** Where the search looks: each field sets one limit, and all of them must hold. Typing a query draws nothing here. */
export const ScopeFields = memo(function ScopeFields() {
  const t = useT();
  const { data: cases = [] } = useAnswer('cases.list', {});
  const { data: speakers = [] } = useAnswer('speakers.list', {});
  const { data: codes = [] } = useAnswer('codes.list', {});
  const unit = useSearchDesk(({ settings }) => settings.unit ?? 'paragraph');
  const kind = useSearchDesk(({ settings }) => settings.kinds?.[0] ?? everything);
  const caseId = useSearchDesk(({ settings }) => settings.caseIds?.[0] ?? everything);
  const speaker = useSearchDesk(({ settings }) => settings.speakers?.[0] ?? '');
  const codeId = useSearchDesk(({ settings }) => settings.codeIds?.[0]);
  return (
    <div className="search-scope">
      <Select
        label={t('search.unit')}
        value={unit}
        options={searchUnit.options.map((id) => ({ id, label: t(`search.unit.${id}`) }))}
        onChange={(chosen) => limit({ unit: chosen })}
      />
      <Select
        label={t('search.kind')}
        value={kind}
        options={[
          { id: everything, label: t('search.all') },
          ...documentKind.options.map((id) => ({ id, label: t(`collect.kind.${id}`) })),
        ]}
        onChange={(id) => limit({ kinds: id === everything ? undefined : [id] })}
      />
      <Select<string>
        label={t('search.case-of')}
        value={caseId}
        options={[
          { id: everything, label: t('search.all') },
          ...cases.map(({ guid, name }) => ({ id: guid, label: name })),
        ]}
        onChange={(id) => {
          const chosen = cases.find(({ guid }) => guid === id);
          limit({ caseIds: chosen ? [chosen.guid] : undefined });
        }}
      />
      <Select<string>
        label={t('search.speaker')}
        value={speaker}
        options={[{ id: '', label: t('search.all') }, ...speakers.map(({ name }) => ({ id: name, label: name }))]}
        onChange={(name) => limit({ speakers: name === '' ? undefined : [name] })}
      />
      <CodePicker
        label={t('search.coded-with')}
        codes={codes}
        value={codes.find(({ guid }) => guid === codeId)?.guid ?? null}
        placeholder={t('search.all')}
        onChange={(code) => limit({ codeIds: code === null ? undefined : [code] })}
      />
    </div>
  );
});

/** A limit that is undefined is taken away. */
type Limits = {
  readonly [Key in 'unit' | 'kinds' | 'caseIds' | 'speakers' | 'codeIds']?: SearchSettingsInput[Key] | undefined;
};

function limit(part: Limits): void {
  const { settings, look } = useSearchDesk.getState();
  const { unit, kinds, caseIds, speakers, codeIds, ...rest } = { ...settings, ...part };
  look({
    ...rest,
    ...(unit ? { unit } : {}),
    ...(kinds ? { kinds } : {}),
    ...(caseIds ? { caseIds } : {}),
    ...(speakers ? { speakers } : {}),
    ...(codeIds ? { codeIds } : {}),
  });
}
