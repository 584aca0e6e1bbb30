import type { Guid } from '../../../shared/domain/ids.ts';
import { useReviewing } from '../../parts/reviewing.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';

export type AttachBarProps = {
  readonly documentId: Guid;
  /** Stores what was typed: offsets on the screen are those of the stored text then. */
  readonly flush: () => Promise<boolean>;
};

/** A coding that lost its words (ED6) is given others: those a person selects. */
export function AttachBar({ documentId, flush }: AttachBarProps) {
  const t = useT();
  const perform = usePerform();
  const { attaching, set } = useReviewing();
  const selection = usePlace((place) => place.selection);
  if (attaching?.document !== documentId) return null;
  const passage = selection && selection.end > selection.start ? selection : null;
  const end = (): void => set({ attaching: null });
  const attach = async (): Promise<void> => {
    if (!passage || !(await flush())) return;
    if (await perform('codings.update', { codingIds: [attaching.guid], ...passage })) end();
  };
  return (
    <div className="code-attach" role="region" aria-label={t('texts.review.attach')}>
      <p className="ellipsis">{t('texts.attach.text', { quote: attaching.formerQuote ?? '' })}</p>
      <Button size="small" variant="primary" isDisabled={!passage} onPress={() => void attach()}>
        {t('texts.attach.do')}
      </Button>
      <Button size="small" variant="quiet" onPress={end}>
        {t('texts.attach.cancel')}
      </Button>
    </div>
  );
}
