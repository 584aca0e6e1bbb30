import { Check, X } from 'lucide-react';
import type { NetworkLink } from '../../../../shared/contract/networks.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { usePlace } from '../../../services/place.ts';
import { useT } from '../../../services/text.ts';
import { IconButton } from '../../../ui/Button.tsx';

/** What a link rests on, piece by piece, each as it is now; what changed can be judged again. */
export function LinkEvidence({ link }: { readonly link: NetworkLink }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const reveal = usePlace(({ reveal: lead }) => lead);
  if (link.evidence.length === 0) return <p className="display-note">{t('networks.evidence.none')}</p>;
  return (
    <ul className="networks-evidence" aria-label={t('network.evidence')}>
      {link.evidence.map(({ guid, kind, title, words, mark, document, start, end }) => (
        <li key={guid} className={mark === 'sound' ? undefined : 'networks-evidence-marked'}>
          <span className="networks-evidence-kind">
            {[t(`networks.evidence.${kind}`), title].filter(Boolean).join(' · ')}
            {mark !== 'sound' && ` – ${t(`networks.mark.${mark}`)}`}
          </span>
          {document !== null && start !== null && end !== null ? (
            <button
              type="button"
              className="networks-words"
              onClick={() => reveal({ area: 'reduction', documentId: document, start, end })}
            >
              {words}
            </button>
          ) : (
            <span className="networks-words">{words}</span>
          )}
          {canChange && (
            <span className="networks-evidence-acts">
              {mark === 'changed' && (
                <IconButton
                  label={t('networks.confirm')}
                  icon={<Check />}
                  onPress={() => void perform('networks.confirm', { evidenceIds: [guid] })}
                />
              )}
              <IconButton
                label={t('networks.detach')}
                icon={<X />}
                onPress={() => void perform('networks.detach', { evidenceIds: [guid] })}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
