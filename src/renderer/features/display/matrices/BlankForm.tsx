import { Printer } from 'lucide-react';
import type { DisplayDetails, MatrixDisplay } from '../../../../shared/contract/displays.ts';
import { saveBlob } from '../../../services/files.ts';
import { notify } from '../../../services/notices.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { blankForm } from './blank-form.ts';

export type BlankFormProps = {
  readonly display: DisplayDetails;
  readonly matrix: MatrixDisplay;
  readonly fileName: string;
};

/** the form without evidence, to be filled in by hand. */
export function BlankForm({ display, matrix, fileName }: BlankFormProps) {
  const t = useT();
  const save = (): void => {
    const html = blankForm(matrix, { title: display.name, rule: display.decisionRule, ruleLabel: t('matrices.rule') });
    const name = `${fileName} – ${t('matrices.blank')}.html`;
    saveBlob(new Blob([html], { type: 'text/html;charset=utf-8' }), name);
    notify({ kind: 'success', text: t('display.export.saved', { name }) });
  };
  return (
    <Button size="small" icon={<Printer aria-hidden="true" />} onPress={save}>
      {t('matrices.blank')}
    </Button>
  );
}
