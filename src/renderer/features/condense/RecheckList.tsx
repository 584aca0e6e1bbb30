import { CheckCheck } from 'lucide-react';
import { useState } from 'react';
import type { RecheckItem } from '../../../shared/contract/condensation.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PassageButton } from './PassageButton.tsx';

const none: readonly RecheckItem[] = [];
/** As many as are looked at in one sitting; the rest follows as these are decided. */
const mostShown = 50;

/** CB2: codings made under an older definition, each kept, re-coded or deleted. */
export function RecheckList() {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: waiting = none, isPending } = useAnswer('condensation.recheck', {});
  if (!isPending && waiting.length === 0) {
    return <EmptyState title={t('condense.recheck.none')} text={t('condense.recheck.help')} icon={<CheckCheck />} />;
  }
  return (
    <Panel
      title={t('condense.recheck')}
      count={String(waiting.length)}
      actions={
        <Button
          size="small"
          isDisabled={!canChange || waiting.length === 0}
          onPress={() => void perform('condensation.keep', { codingIds: waiting.map(({ coding }) => coding) })}
        >
          {t('condense.recheck.keep-all')}
        </Button>
      }
    >
      <ul className="condense-recheck">
        {waiting.slice(0, mostShown).map((item) => (
          <Waiting key={item.coding} item={item} />
        ))}
      </ul>
    </Panel>
  );
}

function Waiting({ item }: { readonly item: RecheckItem }) {
  const t = useT();
  const dates = useDateFormat();
  const perform = usePerform();
  const canChange = useCanChange();
  const [isChoosing, setChoosing] = useState(false);
  const { data: codes = [] } = useAnswer('codes.list', {});
  const codingIds = [item.coding];
  const definition = codes.find(({ guid }) => guid === item.code)?.description ?? '';
  return (
    <li>
      <PassageButton place={item} />
      <p className="condense-source">{`${item.codeName} · ${item.documentTitle}`}</p>
      <p>{t('condense.recheck.why', { reason: item.reason, date: dates.moment(item.changedAt) })}</p>
      {definition !== '' && <p className="condense-source">{definition}</p>}
      <div className="condense-actions">
        <Button
          size="small"
          variant="primary"
          isDisabled={!canChange}
          onPress={() => void perform('condensation.keep', { codingIds })}
        >
          {t('condense.recheck.keep')}
        </Button>
        <Button
          size="small"
          isDisabled={!canChange}
          aria-expanded={isChoosing}
          onPress={() => setChoosing(!isChoosing)}
        >
          {t('condense.recheck.recode')}
        </Button>
      </div>
      {isChoosing && (
        <CodePicker
          label={t('condense.recheck.to')}
          codes={codes.filter(({ codable, guid }) => codable && guid !== item.code)}
          value={null}
          autoFocus
          onChange={(codeId) => codeId !== null && void perform('condensation.recode', { codingIds, codeId })}
        />
      )}
    </li>
  );
}
