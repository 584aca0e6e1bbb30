import { ArrowUpFromLine } from 'lucide-react';
import type { Memo } from '../../../shared/contract/memos.ts';
import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';

/** analytic memos, and summaries of the study or a code, that may become propositions. */
export function MemoIdeas({
  known,
  onMade,
}: {
  readonly known: readonly Proposition[];
  readonly onMade: (proposition: Guid) => void;
}) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const used = new Set(known.map(({ memo }) => memo));
  const memos = (useAnswer('memos.list', {}).data ?? []).filter((memo) => isIdea(memo) && !used.has(memo.guid));
  if (memos.length === 0) return null;
  return (
    <details className="conclude-folded">
      <summary>
        {t('conclude.analytic')} <Badge>{memos.length}</Badge>
      </summary>
      <ul className="conclude-list" aria-label={t('conclude.analytic')}>
        {memos.map((memo) => (
          <li key={memo.guid} className="conclude-evidence-item">
            <span className="conclude-clamp conclude-idea">{wordsOf(memo) || t('conclude.untitled')}</span>
            <IconButton
              size="small"
              label={t('claims.promote', { title: wordsOf(memo) || t('conclude.untitled') })}
              icon={<ArrowUpFromLine />}
              isDisabled={!canChange}
              onPress={() =>
                void perform('propositions.fromMemo', { memoId: memo.guid }).then((made) => made && onMade(made.guid))
              }
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function isIdea({ kind, targets }: Memo): boolean {
  if (kind === 'analytic') return true;
  return kind === 'summary' && targets.some((target) => target.kind === 'project' || target.kind === 'code');
}

/** A memo without a title goes by its first words. */
function wordsOf({ title, body }: Memo): string {
  const first = title.trim() === '' ? (body.trim().split(/\n/)[0] ?? '') : title.trim();
  return first.length > 160 ? `${[...first].slice(0, 160).join('')}…` : first;
}
