import './coders.css';
import { UserPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Coder } from '../../../shared/contract/coders.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { QuotationsContext } from '../../parts/quotations-about.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CoderForm, type CoderFields } from './CoderForm.tsx';
import { CoderRow } from './CoderRow.tsx';

export type CodersDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The list of quotations behind a number, put in by the window. */
  readonly quotations: ReactNode;
};

/** Who codes in this project, and as whom one codes from now on. */
export function CodersDialog({ isOpen, onClose, quotations }: CodersDialogProps) {
  const t = useT();
  return (
    <Dialog title={t('coders.title')} size="wide" isOpen={isOpen} onClose={onClose}>
      <Coders quotations={quotations} />
    </Dialog>
  );
}

/** What is filled in: a coder who is changed, or a new one. */
type Filled = Guid | 'new' | null;

function Coders({ quotations }: { readonly quotations: ReactNode }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: coders = [] } = useAnswer('coders.list', {});
  const [filled, setFilled] = useState<Filled>(null);
  const [read, setRead] = useState<Guid | null>(null);
  const reading = coders.find(({ guid }) => guid === read);

  const save = async (fields: CoderFields): Promise<void> => {
    const { initials, ...rest } = fields;
    // Without initials the project makes them of the name.
    const whole = initials.trim() === '' ? rest : { ...rest, initials };
    const done =
      filled === 'new'
        ? await perform('coders.create', whole)
        : filled && (await perform('coders.update', { coderId: filled, ...fields }));
    if (done) setFilled(null);
  };
  const form = (coder: Coder | null): ReactNode => (
    <CoderForm coder={coder} count={coders.length} onSave={save} onGiveUp={() => setFilled(null)} />
  );
  return (
    <>
      <p className="coders-hint">{t('coders.hint')}</p>
      <ul className="coders" aria-label={t('coders.title')}>
        {coders.map((coder) => (
          <li key={coder.guid}>
            {filled === coder.guid ? (
              form(coder)
            ) : (
              <CoderRow
                coder={coder}
                canChange={canChange}
                isRead={read === coder.guid}
                onChoose={() => void perform('coders.setCurrent', { coderId: coder.guid })}
                onRead={() => setRead(read === coder.guid ? null : coder.guid)}
                onFill={() => setFilled(coder.guid)}
              />
            )}
          </li>
        ))}
      </ul>
      {filled === 'new'
        ? form(null)
        : canChange && (
            <Button className="coders-add" icon={<UserPlus aria-hidden="true" />} onPress={() => setFilled('new')}>
              {t('coders.add')}
            </Button>
          )}
      {reading && (
        <div className="coders-quotations">
          <QuotationsContext
            value={{ title: reading.name, filter: { coderIds: [reading.guid] }, onClose: () => setRead(null) }}
          >
            {quotations}
          </QuotationsContext>
        </div>
      )}
    </>
  );
}
