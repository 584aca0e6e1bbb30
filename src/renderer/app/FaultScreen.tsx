import { useState } from 'react';
import { notify } from '../services/notices.ts';
import { useT } from '../services/text.ts';
import { Button } from '../ui/Button.tsx';

export type FaultScreenProps = {
  readonly error: Error;
  /** Shows the part again; null where only loading the window anew helps. */
  readonly onRetry: (() => void) | null;
};

export function FaultScreen({ error, onRetry }: FaultScreenProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const details = error.stack ?? `${error.name}: ${error.message}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(details);
    notify({ kind: 'success', text: t('fatal.copied') });
  };
  const Heading = onRetry ? 'h2' : 'h1';
  return (
    <div className="fault" role="alert">
      <Heading>{t(onRetry ? 'fatal.area' : 'fatal.title')}</Heading>
      <p className="dialog-text">{t('fatal.text')}</p>
      <div className="fault-actions">
        {onRetry ? (
          <Button variant="primary" onPress={onRetry}>
            {t('fatal.retry')}
          </Button>
        ) : null}
        <Button variant={onRetry ? 'plain' : 'primary'} onPress={() => window.location.reload()}>
          {t('fatal.reload')}
        </Button>
        <Button onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {t('fatal.details')}
        </Button>
        <Button onPress={() => void copy()}>{t('fatal.copy')}</Button>
      </div>
      {isOpen && <pre>{details}</pre>}
    </div>
  );
}
