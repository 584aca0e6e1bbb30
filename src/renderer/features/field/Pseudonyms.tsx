import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** who is meant by which name, and whether anything stands in the way of an export. */
export function Pseudonyms() {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [realName, setRealName] = useState('');
  const [pseudonym, setPseudonym] = useState('');
  const { data: pseudonyms = [] } = useAnswer('collection.pseudonyms', {});
  const { data: gate } = useAnswer('collection.exportGate', {});
  const isReady = realName.trim() !== '' && pseudonym.trim() !== '';
  const add = async (): Promise<void> => {
    if (!isReady || !(await perform('collection.setPseudonym', { realName, pseudonym }))) return;
    setRealName('');
    setPseudonym('');
  };
  return (
    <section className="field-section" aria-label={t('pseudonyms.title')}>
      <header>
        <h3>{t('pseudonyms.title')}</h3>
        {gate && (
          <Badge tone={gate.open ? 'success' : 'warning'}>
            {gate.open
              ? t('pseudonyms.gate.open')
              : t('pseudonyms.gate.shut', { cases: gate.withoutConsent.length, names: gate.names.length })}
          </Badge>
        )}
      </header>
      <p className="field-facts">{t('pseudonyms.help')}</p>
      <ul>
        {pseudonyms.map((each) => (
          <li key={each.guid} className="field-line">
            <span>{`${each.realName} → ${each.pseudonym}`}</span>
            <IconButton
              label={t('pseudonyms.remove', { name: each.pseudonym })}
              icon={<Trash2 />}
              size="small"
              isDisabled={!canChange}
              onPress={() => void perform('collection.deletePseudonyms', { pseudonymIds: [each.guid] })}
            />
          </li>
        ))}
      </ul>
      {canChange && (
        <div className="field-pair">
          <TextField label={t('pseudonyms.real')} value={realName} onChange={setRealName} />
          <TextField
            label={t('pseudonyms.name')}
            value={pseudonym}
            onChange={setPseudonym}
            onSubmit={() => void add()}
          />
          <div>
            <Button isDisabled={!isReady} onPress={() => void add()}>
              {t('pseudonyms.add')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
