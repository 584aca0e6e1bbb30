import { FileQuestion } from 'lucide-react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';

/** Member check: a sheet for informants with what was concluded and room for their answer. */
export function SheetButton({ propositionIds }: { readonly propositionIds: readonly Guid[] }) {
  const t = useT();
  const runJob = useRunJob();
  const make = async (): Promise<void> => {
    const file = await runJob(
      'propositions.sheet',
      { propositionIds: [...propositionIds] },
      { title: 'claims.sheet.make' },
    );
    if (file) saveFile(file);
  };
  return (
    <Button icon={<FileQuestion aria-hidden="true" />} onPress={() => void make()}>
      {t('claims.sheet.make')}
    </Button>
  );
}
