import { useLeaving } from '../services/leaving.ts';
import { useT } from '../services/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Of each list: whoever has more to see to goes to where it is kept. */
const most = 8;

/** R-09: what speaks against letting something out, before it goes. */
export function LeavingDialog() {
  const t = useT();
  const { asked, answer } = useLeaving();
  if (!asked) return null;
  const { withoutConsent, names } = asked;
  return (
    <Dialog
      title={t('leaving.title')}
      size="small"
      role="alertdialog"
      isOpen
      onClose={() => answer(false)}
      footer={
        <>
          <Button onPress={() => answer(false)}>{t('content.cancel')}</Button>
          <Button variant="danger" onPress={() => answer(true)}>
            {t('leaving.do')}
          </Button>
        </>
      }
    >
      {withoutConsent.length > 0 && (
        <>
          <p className="dialog-text">{t('leaving.consent', { n: withoutConsent.length })}</p>
          <ul className="dialog-list">
            {withoutConsent.slice(0, most).map((each) => (
              <li key={each.case}>{`${each.name}: ${t(`sampling.consent.${each.consent}`)}`}</li>
            ))}
            {withoutConsent.length > most && <li>{t('leaving.more', { n: withoutConsent.length - most })}</li>}
          </ul>
        </>
      )}
      {names.length > 0 && (
        <>
          <p className="dialog-text">{t('leaving.names', { n: names.length })}</p>
          <ul className="dialog-list">
            {names.slice(0, most).map(({ realName, pseudonym, places }) => (
              <li key={realName}>{t('leaving.name', { name: realName, pseudonym, n: places })}</li>
            ))}
            {names.length > most && <li>{t('leaving.more', { n: names.length - most })}</li>}
          </ul>
        </>
      )}
      <p className="dialog-text">{t('leaving.help')}</p>
    </Dialog>
  );
}
