import { Lock } from 'lucide-react';
import { useT } from '../services/text.ts';
import { Button } from '../ui/Button.tsx';
import { useSaveCopy } from './use-project-jobs.ts';

/** Why nothing can be changed, and the way on. */
export function ReadOnlyBanner({ reason }: { readonly reason: string }) {
  const t = useT();
  const saveCopy = useSaveCopy();
  return (
    <div className="banner workspace-banners" role="status">
      <Lock aria-hidden="true" />
      <p className="banner-words">
        <strong>{t('connection.read-only')}</strong> {reason}
      </p>
      <Button size="small" onPress={() => void saveCopy()}>
        {t('connection.save-copy')}
      </Button>
    </div>
  );
}
