import './texts.css';
import { ListChecks } from 'lucide-react';
import { useRunCommand } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';

/** How many codings of the project wait for review; nothing where none does. */
export function ReviewButton() {
  const t = useT();
  const number = useNumber();
  const open = useRunCommand('texts.review');
  const { data: documents = [] } = useAnswer('documents.list', {});
  const count = documents.reduce((sum, { toReview }) => sum + toReview, 0);
  if (count === 0) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      className="texts-review-button"
      icon={<ListChecks aria-hidden="true" />}
      aria-label={t('texts.review.some', { n: count })}
      onPress={open}
    >
      {number(count)}
    </Button>
  );
}
