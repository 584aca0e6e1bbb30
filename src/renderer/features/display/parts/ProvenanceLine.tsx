import { Info } from 'lucide-react';
import { useT } from '../../../services/text.ts';

/** How numbers came about, part by part. */
export function ProvenanceLine({ parts }: { readonly parts: readonly string[] }) {
  const t = useT();
  return (
    <p className="display-provenance">
      <Info aria-label={t('display.provenance')} />
      <span>{parts.join(' · ')}</span>
    </p>
  );
}
