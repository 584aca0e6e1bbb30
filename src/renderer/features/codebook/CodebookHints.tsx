import { Merge } from 'lucide-react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button, ToggleButton } from '../../ui/Button.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import type { CodeHealth } from './code-health.ts';
import { useCodebook } from './store.ts';

export type HintFilter = 'all' | 'undefined' | 'unused' | 'alike';

export type CodebookHintsProps = {
  readonly codes: readonly CodeSummary[];
  readonly health: CodeHealth;
  readonly shown: HintFilter;
  readonly onShow: (hint: HintFilter) => void;
};

/** More pairs than this say that the names are built alike on purpose. */
const mostPairs = 50;

/** What the codebook may still lack; pressing a hint shows the codes it is about. */
export function CodebookHints({ codes, health, shown, onShow }: CodebookHintsProps) {
  const t = useT();
  const canChange = useCanChange();
  const set = useCodebook((state) => state.set);
  if (codes.length === 0) return null;
  const kinds = (['undefined', 'unused', 'alike'] as const).filter((kind) => health[kind].length > 0);
  const nameOf = (guid: string): string => codes.find((code) => code.guid === guid)?.name ?? '';
  return (
    <>
      <Toolbar label={t('codebook.health')} className="codebook-hints">
        {kinds.length === 0 && <span className="codebook-hints-good">{t('codebook.health.good')}</span>}
        {kinds.map((kind) => (
          <ToggleButton
            key={kind}
            size="small"
            label={t(`codebook.health.${kind}`, { count: health[kind].length })}
            isSelected={shown === kind}
            onChange={(isSelected) => onShow(isSelected ? kind : 'all')}
          />
        ))}
      </Toolbar>
      {shown === 'alike' && (
        <ul className="codebook-pairs">
          {health.alike.slice(0, mostPairs).map(([a, b]) => (
            <li key={`${a} ${b}`} className="codebook-pair">
              <span>{t('codebook.health.mergeAlike', { a: nameOf(a), b: nameOf(b) })}</span>
              <Button
                size="small"
                variant="quiet"
                icon={<Merge />}
                isDisabled={!canChange}
                onPress={() => set({ dialog: { kind: 'merge', codeIds: [a, b] } })}
              >
                {t('codebook.merge.do')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
