import { useState } from 'react';
import { stopWordList } from '../../../../shared/contract/search.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { StopWordsDialog } from './StopWordsDialog.tsx';

/** Which words the study leaves out. Kept in the project, so that the command line counts as the window does. */
export function StopWordFields({ onChanged }: { readonly onChanged: () => void }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data } = useAnswer('search.stopWords', {});
  const [isEdited, setIsEdited] = useState(false);
  useCommands(
    canChange
      ? [
          {
            id: 'words.stop-words',
            label: 'charts.words.stop.edit',
            keywords: 'charts.words.stop.keywords',
            group: 'display',
            run: () => setIsEdited(true),
          },
        ]
      : [],
  );
  const change = async (to: Pick<InputOf<'search.setStopWords'>, 'lists' | 'own'>): Promise<boolean> => {
    const done = await perform('search.setStopWords', to);
    if (done) onChanged();
    return done !== null;
  };
  if (!data) return null;
  return (
    <>
      <Select
        label={t('charts.words.stop')}
        size="small"
        value={data.lists}
        isDisabled={!canChange}
        onChange={(lists) => void change({ lists })}
        options={stopWordList.options.map((id) => ({ id, label: t(`charts.words.stop.${id}`) }))}
      />
      <Button size="small" isDisabled={!canChange} onPress={() => setIsEdited(true)}>
        {t('charts.words.stop.own', { n: data.own.length })}
      </Button>
      {isEdited && (
        <StopWordsDialog own={data.own} onSave={(own) => change({ own })} onClose={() => setIsEdited(false)} />
      )}
    </>
  );
}
