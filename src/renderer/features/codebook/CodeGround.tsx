import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RedefineDialog } from './RedefineDialog.tsx';

/** where a code comes from, which research questions it serves, and how its definition changed. */
export function CodeGround({ code }: { readonly code: CodeSummary }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [isRedefining, setRedefining] = useState(false);
  const { data: questions = [] } = useAnswer('questions.list', {});
  const { data: grounds = [] } = useAnswer('codes.grounds', {});
  const codeId = code.guid;
  const ground = grounds.find((each) => each.code === codeId);
  const served = ground?.questions ?? [];
  return (
    <>
      <AutosaveField
        label={t('codebook.ground.theory')}
        hint={t('codebook.ground.theory.help')}
        value={ground?.theory ?? ''}
        isReadOnly={!canChange}
        onSave={(theory) => perform('codes.setGround', { codeId, theory })}
      />
      {questions.length > 0 && (
        <fieldset className="codebook-ground">
          <legend className="field-label">{t('codebook.ground.questions')}</legend>
          {questions.map(({ guid, label, text }) => (
            <Checkbox
              key={guid}
              isSelected={served.includes(guid)}
              isDisabled={!canChange}
              onChange={(isServed) =>
                void perform('codes.setGround', {
                  codeId,
                  questionIds: isServed ? [...served, guid] : served.filter((each) => each !== guid),
                })
              }
            >
              {text === '' ? label : `${label}: ${text}`}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <div>
        <Button size="small" aria-haspopup="dialog" isDisabled={!canChange} onPress={() => setRedefining(true)}>
          {t('codebook.redefine')}
        </Button>
        <p className="field-hint">{t('codebook.redefine.help')}</p>
      </div>
      {isRedefining && <RedefineDialog code={code} onClose={() => setRedefining(false)} />}
    </>
  );
}
